"""Choices list where people, teams and links could go, and who could take a seat, with what each scores."""

from collections.abc import Callable, Collection, Iterator
from enum import StrEnum

from msgspec import Struct

from planner.advice.moves import (
    ByLink,
    Carried,
    CarriedSeat,
    CarriedTeam,
    DrawnLink,
    Intent,
    Load,
    NewId,
    OnBench,
    OnCanvas,
    OnSeat,
    OnTeam,
    Outcome,
    Several,
    Target,
    fitting_seats,
    outcome,
    people_of,
    sources,
    untried,
)
from planner.advice.team_links import likely_kind
from planner.domain import Edit, Edited, Function, Link, LinkKind, Person, Project, Scenario
from planner.domain.shares import TOLERANCE, planned_by_person
from planner.errors import PlannerError
from planner.guidance import Review
from planner.messages import message

RANKED_AT_MOST = 80
"""Choices that are scored; a longer list goes on in chart order without score changes, to stay instant."""

RANKED_IF_LARGE = 30
LARGE = 2_000
"""In a layout of more seats fewer choices are scored: each takes longer."""

RANKED_OF_TYPED = 10
"""People and places found by what is being typed that are scored, at each letter."""

TRIED_OF_TYPED = 40
"""Places found by what is being typed that are tried, at each letter."""

TRIED_AT_MOST = 120
"""Places that are tried for a list; the rest is tried when it is come to."""

PEOPLE_AT_MOST = 160
"""People who are moved on trial for one list; teams for more of them are offered untried."""

LISTED_AT_MOST = 400
"""Choices that are listed at all."""


class Section(StrEnum):
    """The parts of the list in *Move to…*, *Move under…* and *Link to…*, in their order."""

    VACANT = "vacant"
    SWAP = "swap"
    ADD = "add"
    REPLACE = "replace"
    TOGETHER = "together"
    BENCH = "bench"
    UNDER = "under"
    LINKED = "linked"
    SERVES = "serves"
    COLLABORATES = "collaborates"
    DOTTED = "dotted"


class Choice(Struct, frozen=True):
    """One place to go: what it does, and the change of the total it brings (None: nothing to compare)."""

    section: Section
    target: Target
    outcome: Outcome
    gain: float | None = None


class Candidate(Struct, frozen=True):
    """One person for a seat: what seating them does, whether the seat fits their roles, and the change."""

    person: str
    outcome: Outcome
    fits: bool
    gain: float | None = None


def gain_of(review: Review, edit: Edit) -> float | None:
    """The change of the total that an edit would bring; None when there is no total before or after."""
    before = review.score.total
    after = review.after(edit(review.project)).score.total
    return None if before is None or after is None else after - before


def choices(
    review: Review,
    load: Load,
    intent: Intent = Intent.MOVE,
    *,
    new_id: NewId,
    among: Callable[[Section, Target], bool] | None = None,
) -> tuple[Choice, ...]:
    """Where a load could go, section by section, the best first in each; refused places are left out.

    For a drawn line the places are teams and kinds, and the links that there are, to be removed. In large
    plans they are the first of all places, or of those ``among`` them, fewer of which are scored.
    """
    found: list[Choice] = []
    ranked_most = ranked_at_most(review) if among is None else RANKED_OF_TYPED
    tried_at_most = TRIED_AT_MOST if among is None else TRIED_OF_TYPED
    each = len(people_of(load))
    targets = (
        (section, target)
        for section, target in _targets(review.project, review.scenario, load)
        if among is None or among(section, target)
    )
    for place, (section, target) in enumerate(targets):
        if len(found) == LISTED_AT_MOST:
            break
        if each > 1 and place * each > PEOPLE_AT_MOST:
            found.append(Choice(section, target, _untried(review, load, target, intent, new_id)))
            continue
        is_tried = place < tried_at_most
        if not is_tried and _is_closed(review, load, target):
            continue
        wanted = Intent.REPLACE if section is Section.REPLACE else intent
        does = (outcome if is_tried else untried)(
            review.project, review.scenario.id, load, target, wanted, new_id=new_id
        )
        if does.edit is not None:
            is_ranked = is_tried and len(found) < ranked_most
            gain = gain_of(review, does.edit) if is_ranked else None
            found.append(Choice(section, target, does, gain))
    sections = list(Section)
    return tuple(sorted(found, key=lambda each: (sections.index(each.section), *_rank(each))))


def _rank(choice: Choice) -> tuple[bool, bool, float]:
    """The best first; where somebody of several stays comes later, what is not scored last."""
    stays = choice.section is Section.TOGETHER and choice.outcome.remark is not None
    return choice.gain is None, stays, -(choice.gain or 0.0)


def candidates(
    review: Review, seat: str, *, new_id: NewId, among: Collection[str] | None = None
) -> tuple[Candidate, ...]:
    """Who could take a vacant seat: whoever fits and is free first, then by the change of the total.

    In large plans they are the first of all people, or of those ``among`` them, fewer of whom are scored.
    """
    project, scenario = review.project, review.scenario
    goal = scenario.seats[seat]
    planned = planned_by_person(scenario)

    def readiness(who: Person) -> tuple[bool, bool, str]:
        is_full = planned.get(who.id, 0.0) >= who.capacity - TOLERANCE
        return (goal.function not in who.roles, is_full, who.name)

    asked = project.people if among is None else [project.people[person] for person in among]
    waiting, most = sorted(asked, key=readiness), ranked_at_most(review)
    found: list[Candidate] = []
    for place, who in enumerate(waiting[:most]):
        does = outcome(project, scenario.id, Carried(who.id), OnSeat(seat), new_id=new_id)
        if does.edit is not None:
            fits = goal.function in who.roles
            is_ranked = among is None or place < RANKED_OF_TYPED
            gain = gain_of(review, does.edit) if is_ranked else None
            found.append(Candidate(who.id, does, fits, gain))
    return tuple(sorted(found, key=lambda each: (not each.fits, each.gain is None, -(each.gain or 0.0))))


def _untried(review: Review, load: Load, target: Target, intent: Intent, new_id: NewId) -> Outcome:
    """A place for many people that is tried only when it is come to: trying all would take seconds."""

    def edit(project: Project) -> Edited:
        found = outcome(project, review.scenario.id, load, target, intent, new_id=new_id)
        if found.edit is None:
            raise PlannerError("This cannot be done: {reason}.", reason=found.words)
        return found.edit(project)

    words = message("Assign {count} people", count=len({one.person for one in people_of(load)}))
    return Outcome(edit, words, words)


def ranked_at_most(review: Review) -> int:
    """How many choices are scored, which is also how many people are offered for a seat at once."""
    return RANKED_AT_MOST if len(review.scenario.seats) <= LARGE else RANKED_IF_LARGE


def _is_closed(review: Review, load: Load, target: Target) -> bool:
    """Whether a place surely refuses a load: a locked team, or a team under the one that is moved."""
    scenario = review.scenario
    match target:
        case OnTeam(team):
            inside = isinstance(load, CarriedTeam) and team in review.facts.nesting.under(load.team)
            return inside or (isinstance(load, Carried) and scenario.teams[team].locked)
        case OnSeat(seat):
            return scenario.teams[scenario.seats[seat].team].locked
        case _:
            return False


def _targets(project: Project, scenario: Scenario, load: Load) -> Iterator[tuple[Section, Target]]:
    match load:
        case Carried():
            return _for_person(project, scenario, load)
        case Several():
            return _for_several(scenario, load)
        case CarriedTeam(team):
            return _for_team(scenario, team)
        case CarriedSeat():
            return iter(())
        case DrawnLink(team):
            return _for_link(scenario, team)


def _for_person(project: Project, scenario: Scenario, carried: Carried) -> Iterator[tuple[Section, Target]]:
    fitting = fitting_seats(project, scenario.id, carried.person)
    for seat in scenario.seats:
        if seat.id in fitting:
            yield Section.VACANT, OnSeat(seat.id)
    yield Section.ADD, OnCanvas()
    if carried.seat is not None:
        yield Section.BENCH, OnBench()
    for team in scenario.teams:
        yield Section.ADD, OnTeam(team.id)
    for seat in scenario.seats:
        if seat.person not in (None, carried.person) and _alike(project, scenario, carried, seat.function):
            yield (Section.REPLACE if carried.seat is None else Section.SWAP), OnSeat(seat.id)
    for seat in scenario.seats:
        if seat.person is None and seat.id not in fitting:
            yield Section.VACANT, OnSeat(seat.id)


def _for_several(scenario: Scenario, load: Several) -> Iterator[tuple[Section, Target]]:
    yield Section.TOGETHER, OnCanvas()
    if sources(load):
        yield Section.BENCH, OnBench()
    for team in scenario.teams:
        if not team.locked:
            yield Section.TOGETHER, OnTeam(team.id)


def _for_team(scenario: Scenario, team: str) -> Iterator[tuple[Section, Target]]:
    yield Section.UNDER, OnCanvas()
    for other in scenario.teams:
        if other.id != team:
            yield Section.UNDER, OnTeam(other.id)


_BY_KIND = {
    LinkKind.SERVES: Section.SERVES,
    LinkKind.COLLABORATES: Section.COLLABORATES,
    LinkKind.DOTTED: Section.DOTTED,
}


def _for_link(scenario: Scenario, team: str) -> Iterator[tuple[Section, Target]]:
    for link in scenario.links:
        if link.source == team:
            yield Section.LINKED, ByLink(link.target, link.kind)
        elif link.target == team:
            yield Section.LINKED, ByLink(link.source, link.kind, source=link.source)
    linked = {link.key for link in scenario.links if team in (link.source, link.target)}
    others = [other for other in scenario.teams if other.id != team]
    kinds = sorted(
        ((other, kind) for kind in LinkKind for other in others),
        key=lambda each: each[1] is not likely_kind(scenario, team, each[0].id),
    )
    for other, kind in kinds:
        if Link(source=team, target=other.id, kind=kind).key not in linked:
            yield _BY_KIND[kind], ByLink(other.id, kind)


def _alike(project: Project, scenario: Scenario, carried: Carried, function: Function) -> bool:
    """Whether a person could do what a filled seat does: only such seats are worth swapping into."""
    if carried.seat is not None and scenario.seats[carried.seat].function == function:
        return True
    return function in project.people[carried.person].roles

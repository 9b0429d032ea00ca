"""Choices list where a person could go, and who could take a seat, each with what it does to the score."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planner.advice.moves import (
    Carried,
    Intent,
    NewId,
    OnBench,
    OnCanvas,
    OnSeat,
    OnTeam,
    Outcome,
    Target,
    fitting_seats,
    outcome,
)
from planner.domain import Edit, Function, Person, Project, Scenario
from planner.domain.shares import TOLERANCE, planned_by_person
from planner.guidance import Review

RANKED_AT_MOST = 80
"""Choices that are scored; a longer list is cut after the first ones in chart order, to stay instant."""


class Section(StrEnum):
    """The parts of the list in *Move to…*, in their order."""

    VACANT = "vacant"
    SWAP = "swap"
    REPLACE = "replace"
    ADD = "add"
    BENCH = "bench"


@dataclass(frozen=True, slots=True)
class Choice:
    """One place to go: what it does, and the change of the total it brings (None: nothing to compare)."""

    section: Section
    target: Target
    outcome: Outcome
    gain: float | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
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
    review: Review, carried: Carried, intent: Intent = Intent.MOVE, *, new_id: NewId
) -> tuple[Choice, ...]:
    """Where a person could go, section by section, the best first in each; refused places are left out."""
    found: list[Choice] = []
    for section, target in _targets(review.project, review.scenario, carried):
        if len(found) == RANKED_AT_MOST:
            break
        does = _outcome_in(section, review, carried, target, intent, new_id)
        if does.edit is not None:
            found.append(Choice(section, target, does, gain_of(review, does.edit)))
    sections = list(Section)
    return tuple(sorted(found, key=lambda each: (sections.index(each.section), -(each.gain or 0.0))))


def candidates(review: Review, seat: str, *, new_id: NewId) -> tuple[Candidate, ...]:
    """Who could take a vacant seat: whoever fits and is free first, then by the change of the total."""
    project, scenario = review.project, review.scenario
    goal = scenario.seats[seat]
    planned = planned_by_person(scenario)

    def readiness(who: Person) -> tuple[bool, bool, str]:
        is_full = planned.get(who.id, 0.0) >= who.capacity - TOLERANCE
        return (goal.function not in who.roles, is_full, who.name)

    waiting = sorted(project.people, key=readiness)
    found: list[Candidate] = []
    for who in waiting[:RANKED_AT_MOST]:
        does = outcome(project, scenario.id, Carried(who.id), OnSeat(seat), new_id=new_id)
        if does.edit is not None:
            fits = goal.function in who.roles
            found.append(Candidate(who.id, does, fits, gain_of(review, does.edit)))
    return tuple(sorted(found, key=lambda each: (not each.fits, -(each.gain or 0.0))))


def _outcome_in(
    section: Section, review: Review, carried: Carried, target: Target, intent: Intent, new_id: NewId
) -> Outcome:
    wanted = Intent.REPLACE if section is Section.REPLACE else intent
    return outcome(review.project, review.scenario.id, carried, target, wanted, new_id=new_id)


def _targets(project: Project, scenario: Scenario, carried: Carried) -> Iterator[tuple[Section, Target]]:
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


def _alike(project: Project, scenario: Scenario, carried: Carried, function: Function) -> bool:
    """Whether a person could do what a filled seat does: only such seats are worth swapping into."""
    if carried.seat is not None and scenario.seats[carried.seat].function == function:
        return True
    return function in project.people[carried.person].roles

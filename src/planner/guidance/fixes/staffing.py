"""Fixes that fill a role with someone who fits and has time."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from heapq import heapify, heappop

from planner.domain import Edit, Function, Kind, Seat, edits, together
from planner.guidance.amounts import TOLERANCE
from planner.guidance.facts import Facts
from planner.guidance.fixes.steps import both, new_id, unlocked
from planner.guidance.statements import Fix
from planner.guidance.wording import a_role, as_a_role, person_name
from planner.messages import Message, counted, message

CHOICES = 3
"""So many people are offered for one seat."""
SKILL_HITS = 2
"""Someone whose skills match so many entries of a role's list fits the role."""

NOBODY_FREE = message("Nobody with this role has time left. Hire someone, or free someone from another seat.")

TeamTest = Callable[[str], bool]


def fits(facts: Facts, person: str, function: Function) -> int | None:
    """How well someone fits a function, 0 best: their main role, another of their roles, done now, skills."""
    roles = facts.project.people[person].roles
    if function in roles:
        return 0 if roles[0] is function else 1
    assigned = facts.people.get(person)
    if assigned is not None and function in assigned.roles:
        return 2
    skilled = function.is_role and facts.hits_up_to(SKILL_HITS, person, function) == SKILL_HITS
    return 3 if skilled else None


def free_people(facts: Facts, function: Function, but: Iterable[str] = ()) -> list[str]:
    """Who fits a function and has time: best fit first, then who has most of it."""
    found = []
    left_out = set(but)
    for place, person in enumerate(facts.project.people):
        known = facts.people.get(person.id)
        if known is not None and known.capacity - known.planned <= TOLERANCE:
            continue  # as most people: the rest is asked of few
        free = facts.free(person.id)
        if free <= TOLERANCE or person.id in left_out:
            continue
        fit = fits(facts, person.id, function)
        if fit is not None:
            found.append((fit, -free, place, person.id))
    return [person for *_, person in sorted(found)]


def vacant_seats(facts: Facts, function: Function, allowed: TeamTest) -> list[Seat]:
    """The vacant seats for a function in unlocked teams, in the order on screen."""
    return [
        seat
        for seat in facts.scenario.seats
        if seat.person is None
        and seat.function is function
        and allowed(seat.team)
        and unlocked(facts, seat.team)
    ]


def homes(facts: Facts, function: Function, allowed: TeamTest) -> list[str]:
    """The unlocked teams in which a new seat for a function is best placed, the best first.

    Platform, data and research seats go to a core first, others to where most ML work is.
    """
    shared = function in (Function.MLOPS_ENGINEER, Function.DATA_ENGINEER, Function.RESEARCH_SCIENTIST)
    found = []
    for place, team in enumerate(facts.scenario.teams):
        if allowed(team.id) and not team.locked and team.kind is not Kind.GROUP:
            away = shared and team.kind is not Kind.CORE
            found.append((not team.kind.is_ml, away, -facts.teams[team.id].ml_fte, place, team.id))
    return [team for *_, team in sorted(found)]


def anywhere(_team: str) -> bool:
    """Any team will do."""
    return True


def one_of(*teams: str) -> TeamTest:
    """Only these teams will do."""
    return set(teams).__contains__


def fill(
    facts: Facts, function: Function, allowed: TeamTest = anywhere, but: Iterable[str] = ()
) -> Iterator[Fix]:
    """Ways to have somebody fill a function in one of the allowed teams, the simplest first."""
    return (fix for _, fix in ways_to_fill(facts, function, allowed, but))


def ways_to_fill(
    facts: Facts, function: Function, allowed: TeamTest = anywhere, but: Iterable[str] = ()
) -> Iterator[tuple[str, Fix]]:
    """The same, each with the team that gains by it."""
    who = free_people(facts, function, but)[:CHOICES]
    vacant = vacant_seats(facts, function, allowed)
    several = len({seat.team for seat in vacant}) > 1
    for person in who:
        for seat in vacant[:CHOICES]:
            yield seat.team, assign(facts, seat, person, say_team=several)
    for team in homes(facts, function, allowed)[:1] if who else ():
        for person in who:
            yield team, seat_for(facts, team, function, person)
    yield from _second_roles(facts, function, allowed, vacant, {*but, *who})


def fill_vacant(facts: Facts, function: Function) -> Iterator[Fix]:
    """Ways to fill the vacant seats for a function: one of them by one person, or as many as can be."""
    who = free_people(facts, function)
    vacant = vacant_seats(facts, function, anywhere)
    several = len({seat.team for seat in vacant}) > 1
    for person in who[:CHOICES]:
        for seat in vacant[:CHOICES]:
            yield assign(facts, seat, person, say_team=several)
    pairs = [assign(facts, seat, person) for seat, person in zip(vacant, who, strict=False)]
    if len(pairs) > 1:
        yield both(counted("Assign {count} person", "Assign {count} people", len(pairs)), *pairs)
    yield from (fix for _, fix in _second_roles(facts, function, anywhere, vacant, set(who)) if vacant)


def fill_twice(facts: Facts, first: Function, second: Function) -> Iterator[Fix]:
    """Ways to fill two seats in one step by two different people."""
    for person in free_people(facts, first)[:CHOICES]:
        for other in free_people(facts, second, but=(person,))[:CHOICES]:
            one, two = _by(facts, first, person), _by(facts, second, other)
            if one is not None and two is not None:
                names = person_name(facts, person), person_name(facts, other)
                yield both(message("Give seats to {one} and {two}", one=names[0], two=names[1]), one, two)


def _by(facts: Facts, function: Function, person: str) -> Fix | None:
    """A seat for one person: the first vacant one, else a new one."""
    for seat in vacant_seats(facts, function, anywhere):
        return assign(facts, seat, person)
    return next((seat_for(facts, team, function, person) for team in homes(facts, function, anywhere)), None)


def assign(facts: Facts, seat: Seat, person: str, *, say_team: bool = False) -> Fix:
    """Put someone into a vacant seat."""
    words = "Assign {person} to {team}" if say_team else "Assign {person}"
    label = message(words, person=person_name(facts, person), team=facts.team(seat.team).name)
    return Fix(label, partial(edits.assign, scenario=facts.scenario.id, seat=seat.id, person=person))


def seat_for(facts: Facts, team: str, function: Function, person: str) -> Fix:
    """Add a seat to a team for someone."""
    label = message("Add {role} seat for {person}", role=a_role(function), person=person_name(facts, person))
    add = partial(
        edits.add_seat, scenario=facts.scenario.id, seat=new_id(), team=team, function=function, person=person
    )
    return Fix(label, add)


def _second_roles(
    facts: Facts, function: Function, allowed: TeamTest, vacant: list[Seat], but: set[str]
) -> Iterator[tuple[str, Fix]]:
    """Give a second role to people without time left who fit, as far as the stage lets one hold several."""
    most = facts.pack.limits[facts.scenario.stage].roles
    teams = homes(facts, function, allowed)
    if not vacant and not teams:
        return
    found = 0
    able = [(len(known.roles), person) for person, known in facts.people.items() if len(known.roles) < most]
    heapify(able)  # a few of them are asked for: the rest need not be put in order
    while able:
        _, person = heappop(able)
        if person in but or fits(facts, person, function) in (None, 2):
            continue
        label = message(
            "Give {person} a second role {as_what}",
            person=person_name(facts, person),
            as_what=as_a_role(function),
        )
        edit = _second_role(facts, function, vacant, teams, person, label)
        yield vacant[0].team if vacant else teams[0], Fix(label, edit)
        found += 1
        if found == CHOICES:
            return


def _second_role(
    facts: Facts, function: Function, vacant: list[Seat], teams: list[str], person: str, label: Message
) -> Edit:
    scenario = facts.scenario.id
    if vacant:
        return partial(edits.add_role, scenario=scenario, person=person, target=vacant[0].id)
    seat = new_id()
    return together(
        label,
        partial(edits.add_seat, scenario=scenario, seat=seat, team=teams[0], function=function, demand=1.0),
        partial(edits.add_role, scenario=scenario, person=person, target=seat),
    )

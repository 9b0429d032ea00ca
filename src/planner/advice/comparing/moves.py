"""Says who sits elsewhere in one layout than in another: which places they leave, and which they take.

Teams are the same by their id. Where layouts were made apart, a team that only one of them has is taken for
the team of the same name that only the other has, if there is one of it on both sides.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from planner.domain import Function, Project, Scenario


class Place(Struct, frozen=True):
    """A function in a team, by the team's name: where a seat is, whichever of several it is."""

    team: str
    function: Function


class Move(Struct, frozen=True):
    """A person with the places that they leave and take; none left means that they come from the bench.

    ``stays`` tells whether they keep another seat, so that what they take is one more and what they leave
    one less.
    """

    person: str
    left: tuple[Place, ...]
    taken: tuple[Place, ...]
    stays: bool


def moves(project: Project, before: Scenario, after: Scenario) -> tuple[Move, ...]:
    """Everyone whose places differ, in the order of the people; another share in the same place is none."""
    same = same_teams(before, after)
    old = _held(before, {})
    new = _held(after, same)
    return tuple(_moved(project, before, after, old, new))


def _moved(
    project: Project,
    before: Scenario,
    after: Scenario,
    old: "dict[str, Counter[_Spot]]",
    new: "dict[str, Counter[_Spot]]",
) -> Iterator[Move]:
    nothing: Counter[_Spot] = Counter()
    for person in project.people:
        had, has = old.get(person.id, nothing), new.get(person.id, nothing)
        if had == has:
            continue
        left = tuple(_place(before, before, spot) for spot in (had - has).elements())
        taken = tuple(_place(after, before, spot) for spot in (has - had).elements())
        yield Move(person.id, left, taken, stays=bool(had & has))


_Spot = tuple[str, Function]
"""A team, by its id in the layout before where it is there, and a function."""


def _place(scenario: Scenario, before: Scenario, spot: _Spot) -> Place:
    team = scenario.teams.get(spot[0]) or before.teams[spot[0]]
    return Place(team.name, spot[1])


def _held(scenario: Scenario, same: dict[str, str]) -> dict[str, Counter[_Spot]]:
    held: dict[str, Counter[_Spot]] = {}
    for seat in scenario.seats:
        if seat.person is not None:
            spot = (same.get(seat.team, seat.team), seat.function)
            held.setdefault(seat.person, Counter())[spot] += 1
    return held


def same_teams(before: Scenario, after: Scenario) -> dict[str, str]:
    """Teams of the layout after that stand for teams before with other ids, by their ids."""
    old = _alone_by_name(before, after)
    new = _alone_by_name(after, before)
    return {new[name]: old[name] for name in new.keys() & old.keys()}


def _alone_by_name(scenario: Scenario, other: Scenario) -> dict[str, str]:
    """The teams that the other layout does not have, whose names no second one of them has."""
    alone = [team for team in scenario.teams if team.id not in other.teams]
    names = Counter(team.name for team in alone)
    return {team.name: team.id for team in alone if names[team.name] == 1}

"""What on chart and bench holds some words: people by name, title, skill and role, seats and teams."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from msgspec import Struct

from planner.app.canvas.selection import Key
from planner.app.controls.folding import folded
from planner.domain import Person, Project, Scenario, Seat, Team


class Matches(Struct, frozen=True):
    """``keys`` are in reading order, people of the bench last; what is neither in them nor bright pales.

    ``bright_teams`` match themselves, with all their seats; ``bright_seats`` are the matching seats by team.
    """

    keys: tuple[Key, ...]
    bright_teams: frozenset[str]
    bright_seats: dict[str, frozenset[str]]


NOTHING: Final = Matches((), frozenset(), {})


class _Hay(NamedTuple):
    """Where words are looked for; at least one of them has to be the thing's own."""

    key: Key
    team: str
    own: str
    around: str


class Haystack:
    """The words of everything in one scenario, gathered once."""

    def __init__(self, project: Project, scenario: Scenario, order: Iterable[str]) -> None:
        """``order`` is the reading order of the teams."""
        self._hay = list(_gathered(project, scenario, order))

    def matches(self, text: str) -> Matches:
        """Everything that holds every word of a text; nothing for a blank one."""
        words = folded(text).split()
        if not words:
            return NOTHING
        found = self._holding(words)
        seats: dict[str, set[str]] = {}
        for hay in found:
            if hay.key[0] == "seat":
                seats.setdefault(hay.team, set()).add(hay.key[1])
        return Matches(
            keys=tuple(hay.key for hay in found),
            bright_teams=frozenset(hay.team for hay in found if hay.key[0] == "team"),
            bright_seats={team: frozenset(each) for team, each in seats.items()},
        )

    def _holding(self, words: list[str]) -> list[_Hay]:
        """What holds all words; loops of their own for each word, as every letter typed asks all there is."""
        first, *more = words
        if not more:
            return [hay for hay in self._hay if first in hay.own]
        found = self._hay
        for word in words:
            found = [hay for hay in found if word in hay.own or word in hay.around]
        return [hay for hay in found if any(word in hay.own for word in words)]


def _gathered(project: Project, scenario: Scenario, order: Iterable[str]) -> Iterator[_Hay]:
    people = {person.id: _said_of(person) for person in project.people}
    seats: dict[str, list[Seat]] = {}
    for seat in scenario.seats:
        seats.setdefault(seat.team, []).append(seat)
    for team in (scenario.teams[each] for each in order):
        yield _Hay(("team", team.id), team.id, _words_of(team, project), "")
        around = folded(team.name)
        for seat in seats.get(team.id, ()):
            holder = people[seat.person] if seat.person is not None else "vacant"
            own = f"{holder} {_asked_for(seat.function.label, seat.title)}"
            yield _Hay(("seat", seat.id), team.id, own, around)
    seated = {seat.person for seat in scenario.seats}
    for person in project.people:
        if person.id not in seated:
            yield _Hay(("person", person.id), "", people[person.id], "")


@lru_cache(1024)
def _asked_for(role: str, title: str) -> str:
    """What a seat asks for: many of a large plan ask for the same."""
    return folded(f"{role} {title}")


def _said_of(person: Person) -> str:
    return folded(
        " ".join([person.name, person.title, *[role.label for role in person.roles], *person.skills])
    )


def _words_of(team: Team, project: Project) -> str:
    lead = project.people.get(team.lead)
    return folded(" ".join((team.name, team.product, team.purpose, lead.name if lead is not None else "")))

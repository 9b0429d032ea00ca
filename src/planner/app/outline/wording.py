"""What the rows of the outline say: a word or two for each column, a sentence for screen readers."""

from msgspec import Struct

from planner.app.bench.drawing import roles_of
from planner.app.bench.places import Entry, Section
from planner.app.canvas.noting import Notes
from planner.app.canvas.wording import (
    holder_said,
    over_allocation,
    relations_said,
    seat_name,
    seat_tip,
    team_said,
    team_tip,
)
from planner.app.document import Document
from planner.app.outline.tree import Key, Tree
from planner.domain import Function, Person, Seat, Team
from planner.domain.shares import free_capacity, planned
from planner.messages import Share, counted, message
from planner.placement.wording import card_role

_FULL = 1.0 - 1e-9
_KEYS = {
    "team": "Insert adds a seat, F2 renames, Delete removes the team, Menu opens the menu",
    "filled": "M moves, R adds a role, Delete brings back to the bench, Menu opens the menu",
    "vacant": "Enter chooses a person, Delete removes the seat, Menu opens the menu",
    "person": "M moves, Space picks up, Menu opens the menu",
}


class Words(Struct, frozen=True):
    """What a row shows: its name, its role or kind, a share or count, and how it is drawn."""

    name: str
    role: str = ""
    share: str = ""
    function: Function | None = None
    vacant: bool = False
    over: bool = False


class Wording:
    """Words for the rows of a tree, from the project that it was looked at with."""

    def __init__(self, document: Document, tree: Tree) -> None:
        self._tree = tree
        self.marks = Notes(document)

    def words(self, key: Key) -> Words:
        """What a row shows."""
        kind, name = key
        if kind == "team":
            return self._team(self._tree.scenario.teams[name])
        if kind == "bench":
            return Words(str(message("Bench")), share=str(len(self._tree.below(key))))
        if kind == "person":
            return self._free_person(self._tree.project.people[name])
        seat = self._tree.scenario.seats[name]
        return self._holder(seat) if kind == "holder" else self._seat(seat)

    def name(self, key: Key) -> str:
        """What type-ahead looks for: a name, else the role of a vacant seat."""
        kind, name = key
        project, scenario = self._tree.project, self._tree.scenario
        if kind == "team":
            return scenario.teams[name].name
        if kind == "person":
            return project.people[name].name
        if kind == "bench":
            return str(message("Bench"))
        seat = scenario.seats[name]
        person = project.people.get(seat.person)
        return person.name if person is not None else seat.title or seat.function.label

    def sentence(self, key: Key) -> str:
        """What a screen reader says of a row."""
        kind, name = key
        project, scenario = self._tree.project, self._tree.scenario
        if kind == "team":
            return self._team_sentence(scenario.teams[name])
        if kind == "bench":
            people = len(self._tree.below(key))
            return str(counted("Bench, {count} person", "Bench, {count} people", people))
        if kind == "person":
            person = project.people[name]
            free = message("{free} free", free=Share(free_capacity(scenario, person)))
            return ", ".join([person.name, _roles(person), str(free)])
        seat = scenario.seats[name]
        if kind == "holder":
            return self._holder_sentence(seat)
        seats = self._tree.seats_of(seat.team)
        place = seats.index(seat.id) + 1
        return seat_name(project, scenario, seat, place, len(seats), notes=self.marks.said(("seat", seat.id)))

    def keys(self, key: Key) -> str:
        """What the keys do with a row, said once as its description."""
        kind, name = key
        if kind in ("seat", "holder"):
            kind = "filled" if self._tree.scenario.seats[name].is_filled else "vacant"
        return _KEYS.get(kind, "")

    def tip(self, key: Key) -> str:
        """A row's tool tip."""
        kind, name = key
        project, scenario = self._tree.project, self._tree.scenario
        if kind == "team":
            relations = relations_said(project, scenario, scenario.teams[name])
            return "\n".join(filter(None, [team_tip(project, scenario, scenario.teams[name]), relations]))
        if kind in ("seat", "holder"):
            return seat_tip(project, scenario, scenario.seats[name])
        return self.sentence(key)

    def subject(self, key: Key) -> tuple[str, str]:
        """What the findings call a row."""
        kind, name = key
        if kind != "holder":
            return key
        return ("person", self._tree.scenario.seats[name].person or "")

    def _team(self, team: Team) -> Words:
        filled, seats = self._filled(team)
        count = str(message("{filled}/{seats}", filled=filled, seats=seats)) if seats else ""
        return Words(team.name, str(message(team.kind.label)), count)

    def _seat(self, seat: Seat) -> Words:
        person = self._tree.project.people.get(seat.person)
        role = str(card_role(seat, person))
        if person is None:
            return Words(str(message("Vacant")), role, function=seat.function, vacant=True)
        over = over_allocation(self._tree.project, self._tree.scenario, seat) is not None
        share = seat.share or 0.0
        said = str(message("{share}", share=Share(share))) if over or share < _FULL else ""
        return Words(person.name, role, said, seat.function, over=over)

    def _holder(self, seat: Seat) -> Words:
        person = self._tree.project.people[seat.person or ""]
        all_of_it = planned(self._tree.scenario, person.id)
        over = over_allocation(self._tree.project, self._tree.scenario, seat) is not None
        said = str(message("{share}", share=Share(all_of_it))) if over or all_of_it < _FULL else ""
        return Words(person.name, _roles(person), said, over=over)

    def _free_person(self, person: Person) -> Words:
        free = message("{free}", free=Share(free_capacity(self._tree.scenario, person)))
        return Words(person.name, _roles(person), str(free), person.main_function)

    def _filled(self, team: Team) -> tuple[int, int]:
        seats = self._tree.seats_of(team.id)
        rows = self._tree.scenario.seats
        return sum(rows[seat].is_filled for seat in seats), len(seats)

    def _team_sentence(self, team: Team) -> str:
        filled, seats = self._filled(team)
        relations = relations_said(self._tree.project, self._tree.scenario, team)
        notes = ", ".join(filter(None, [relations, self.marks.said(("team", team.id))]))
        return team_said(team, filled, seats, notes=notes)

    def _holder_sentence(self, seat: Seat) -> str:
        project, scenario = self._tree.project, self._tree.scenario
        person = project.people[seat.person or ""]
        return holder_said(scenario, person, _roles(person), notes=self.marks.said(("person", person.id)))


def _roles(person: Person) -> str:
    return roles_of(Entry(person, Section.ASSIGNED, 0.0, ()))

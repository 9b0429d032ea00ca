"""Commands of the canvas: what menus and keys do to seats and teams, each one undoable step that says itself.

What needs a field or a list to be filled in is asked for by a signal; whoever shows it calls back.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from planner.advice.moves import Carried, CarriedTeam, DrawnLink, Intent, Load, Several
from planner.advice.seat_order import order_outcome
from planner.advice.team_moves import team_outcome
from planner.app.canvas.done import sentence_for
from planner.app.canvas.proposing import copied_name, new_name, next_function
from planner.app.canvas.selection import Key, Selection
from planner.app.canvas.shifting import seat_gap, sibling_gap
from planner.app.document import Document
from planner.app.moving.telling import seat_shifted, team_moved
from planner.domain import (
    Difference,
    Edit,
    Function,
    Kind,
    Scenario,
    Seat,
    Structure,
    Table,
    Team,
    edits,
    together,
)
from planner.errors import PlannerError
from planner.messages import Message, counted, message

ASK_FROM_SEATS = 10
"""Removing a team of so many seats is asked about first."""
ASK_FROM_PERSON_SEATS = 3
"""So is removing a person who holds so many, or one that is not shown."""


class Commands(QObject):
    """Edits of the document by what was chosen on the canvas.

    Signals:
        said(Message): what happened; it can be undone.
        refused(Message): why something was not done.
        rename_asked(Key): a name is to be edited in place.
        edit_asked(Key, str): a popover is wanted for a person, team or seat, at one of its fields.
        choose_asked(str): a person is wanted for a vacant seat.
        move_asked(str, str): *Move to…* for a person, from a seat ("" from the bench).
        role_asked(str, str), swap_asked(str, str): the same, to add a role, or to change places.
        list_asked(Load, Intent): the list of where several people, a team or a link could go.
        stick_asked(Load): people, a team or the end of a link are to stick to the pointer.
        shown(tuple): things are to be shown.
        removal_asked(str, Message): a large team is to be removed; ``remove_now`` does it.
        person_removal_asked(str, Message): somebody with many seats; ``remove_person_now`` does it.
        findings_asked(str): what the findings say of a person is wanted.
    """

    said = Signal(object)
    refused = Signal(object)
    rename_asked = Signal(object)
    edit_asked = Signal(object, str)
    choose_asked = Signal(str)
    move_asked = Signal(str, str)
    role_asked = Signal(str, str)
    swap_asked = Signal(str, str)
    list_asked = Signal(object, object)
    stick_asked = Signal(object)
    shown = Signal(object)
    removal_asked = Signal(str, object)
    person_removal_asked = Signal(str, object)
    findings_asked = Signal(str)

    def __init__(
        self, document: Document, selection: Selection, *, new_id: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._new_id = document, selection, new_id

    @property
    def _scenario(self) -> Scenario:
        return self._document.scenario

    def apply(self, edit: Edit, words: Message | None = None) -> Difference | None:
        """Do an edit as one step and say so; a refusal is said and nothing changes."""
        try:
            difference = self._document.apply(edit)
        except PlannerError as refused:
            self.refused.emit(refused.message)
            return None
        if difference:
            self.said.emit(words if words is not None else sentence_for(difference.label))
        return difference

    def move_to(self, person: str, seat: Seat | None) -> None:
        """Open *Move to…* for a person."""
        self.move_asked.emit(person, seat.id if seat else "")

    def add_role(self, person: str, seat: Seat | None) -> None:
        """Open *Move to…* to give a person a second role."""
        self.role_asked.emit(person, seat.id if seat else "")

    def stick(self, person: str, seat: Seat | None) -> None:
        """Let a person's card stick to the pointer until a click."""
        self.stick_asked.emit(Carried(person, seat.id if seat else None))

    def move_all(self, load: Several) -> None:
        """Open *Move to…* for several people."""
        self.list_asked.emit(load, Intent.MOVE)

    def stick_all(self, load: Load) -> None:
        """Let what is carried stick to the pointer until a click."""
        self.stick_asked.emit(load)

    def move_team_under(self, team: Team) -> None:
        """Open *Move under…*, or say that the team is locked."""
        if team.locked:
            self.refuse_locked(team.id)
        else:
            self.list_asked.emit(CarriedTeam(team.id), Intent.MOVE)

    def link_to(self, team: str) -> None:
        """Open *Link to…*."""
        self.list_asked.emit(DrawnLink(team), Intent.MOVE)

    def shift_team(self, team: Team, by: int) -> None:
        """Let a team change places with the sibling before or behind it."""
        try:
            gap = sibling_gap(self._scenario, team, by)
        except PlannerError as refused:
            self.refused.emit(refused.message)
            return
        found = team_outcome(self._document.project, self._document.scenario_id, team.id, gap)
        if found.edit is not None:
            self.apply(found.edit, team_moved(self._scenario, team.id, gap))
        elif found.refusal is not None:
            self.refused.emit(found.refusal)

    def shift_seat(self, seat: Seat, by: int) -> None:
        """Let a seat change places with the one before or behind it in its team."""
        project, scenario = self._document.project, self._scenario
        if scenario.teams[seat.team].locked:
            self.refuse_locked(seat.team)
            return
        try:
            gap = seat_gap(project, scenario, seat, by)
        except PlannerError as refused:
            self.refused.emit(refused.message)
            return
        found = order_outcome(project, scenario.id, seat.id, gap)
        if found.edit is not None:
            self.apply(found.edit, seat_shifted(project, scenario, seat.id, gap))

    def swap_with(self, person: str, seat: Seat) -> None:
        """Open *Move to…* where it offers to change places."""
        self.swap_asked.emit(person, seat.id)

    def edit_team(self, team: str) -> None:
        """Open a team's popover."""
        self.edit_asked.emit(("team", team), "")

    def edit_person(self, person: str) -> None:
        """Open a person's popover."""
        self.edit_asked.emit(("person", person), "")

    def edit_shares(self, seat: Seat) -> None:
        """Open the popover of who holds a seat, the share of it ready to type."""
        self.edit_asked.emit(("person", seat.person or ""), seat.id)

    def edit_seat(self, seat: Seat) -> None:
        """Open a seat's popover."""
        self.edit_asked.emit(("seat", seat.id), "")

    def edit_demand(self, seat: Seat) -> None:
        """Open a seat's popover, its demand ready to type."""
        self.edit_asked.emit(("seat", seat.id), "demand")

    def find_in_findings(self, person: str) -> None:
        """Open the first finding that names a person."""
        self.findings_asked.emit(person)

    def choose_person(self, seat: Seat) -> None:
        """Open the list of people for a vacant seat."""
        self.choose_asked.emit(seat.id)

    def rename(self, key: Key) -> None:
        """Edit a team's name or a seat's title in place."""
        self.rename_asked.emit(key)

    def show_seats(self, person: str) -> None:
        """Show and select all seats of a person, else the person on the bench."""
        keys = tuple(("seat", seat.id) for seat in self._scenario.seats if seat.person == person)
        self.shown.emit(keys or (("person", person),))

    def to_bench(self, *seats: Seat) -> None:
        """Take the holders of seats off them."""
        filled = [seat for seat in seats if seat.is_filled]
        if len(filled) == 1:
            person = self._document.project.people[filled[0].person or ""]
            edit = partial(edits.unassign, scenario=self._document.scenario_id, seat=filled[0].id)
            self.apply(edit, message("{person} is back on the bench.", person=person.name))
        elif filled:
            label = counted("Unassign {count} Person", "Unassign {count} People", len(filled))
            steps = [
                partial(edits.unassign, scenario=self._document.scenario_id, seat=seat.id) for seat in filled
            ]
            words = counted("{count} seat is vacant now.", "{count} seats are vacant now.", len(filled))
            self.apply(together(label, *steps), words)

    def set_function(self, seat: Seat, function: Function) -> None:
        """Change what a seat does."""
        self._seat_edit(edits.set_function, seat, function=function)

    def set_share(self, seat: Seat, share: float) -> None:
        """Change what a person gives to a seat."""
        self._seat_edit(edits.set_share, seat, share=share)

    def ask_for_share(self, seat: Seat) -> None:
        """Let a seat ask for just what its holder gives."""
        if seat.share is not None:
            self._seat_edit(edits.set_demand, seat, demand=seat.share)

    def duplicate(self, seat: Seat) -> None:
        """Add a vacant seat like this one, right after it."""
        new = self._new_id()
        place = self._scenario.seats.index(seat.id) + 1
        self._add(new, seat.team, seat.function, demand=seat.demand, title=seat.title, at=place)

    def add_seat(self, team: str, function: Function | None = None) -> None:
        """Add a vacant seat to a team: of the function given, else the first that the team has not."""
        chosen = function or next_function(self._scenario, team)
        self._add(self._new_id(), team, chosen)

    def remove_seat(self, seat: Seat) -> None:
        """Remove a seat."""
        self._seat_edit(edits.remove_seat, seat)

    def add_team(self, kind: Kind, parent: str | None = None) -> str | None:
        """Add a team, select it and put its name in edit; gives its id."""
        key = self._new_id()
        team = Team(id=key, name=new_name(self._scenario, kind), kind=kind, parent=parent)
        done = self.apply(partial(edits.add_team, scenario=self._document.scenario_id, team=team))
        if done is None:
            return None
        self._selection.select(("team", key))
        self.rename_asked.emit(("team", key))
        return key

    def set_kind(self, team: Team, kind: Kind) -> None:
        """Change what a team is."""
        self._team_edit(edits.edit_team, team, kind=kind)

    def set_lead(self, team: Team, person: str | None) -> None:
        """Change who leads a team."""
        self._team_edit(edits.edit_team, team, lead=person)

    def lock(self, team: Team, locked: bool) -> None:  # noqa: FBT001  (the state that the menu shows)
        """Lock or unlock a team."""
        self._team_edit(edits.lock_team, team, locked=locked)

    def duplicate_team(self, team: Team) -> None:
        """Add a team like this one with vacant seats, select it and put its name in edit."""
        new = self._new_id()
        seats = tuple(self._new_id() for seat in self._scenario.seats if seat.team == team.id)
        edit = partial(edits.duplicate_team, scenario=self._document.scenario_id, team=team.id)
        name = copied_name(self._scenario, team.name)
        if self.apply(partial(edit, copy=new, name=name, seats=seats)) is not None:
            self._selection.select(("team", new))
            self.rename_asked.emit(("team", new))

    def remove_team(self, team: Team) -> None:
        """Remove a team; one of ten seats or more only after being asked."""
        seats = [seat for seat in self._scenario.seats if seat.team == team.id]
        if len(seats) < ASK_FROM_SEATS:
            self.remove_now(team.id)
            return
        people = len({seat.person for seat in seats if seat.person is not None})
        question = counted(
            "Remove {team}? Its one person goes to the bench. You can undo this.",
            "Remove {team}? Its {count} people go to the bench. You can undo this.",
            people,
            team=team.name,
        )
        self.removal_asked.emit(team.id, question)

    def remove_now(self, team: str) -> None:
        """Remove a team without asking."""
        self.apply(partial(edits.remove_team, scenario=self._document.scenario_id, team=team))

    def refuse_locked(self, team: str) -> None:
        """Say that a team's cards cannot be moved."""
        name = self._scenario.teams[team].name
        self.refused.emit(message("{team} is locked. Unlock it to change it.", team=name))

    def remove_person(self, person: str) -> None:
        """Remove a person from the plan; asks first when many seats go, or seats that are not shown."""
        held = self._seats_everywhere(person)
        if not held or (len(held) < ASK_FROM_PERSON_SEATS and set(held) == {self._document.scenario_id}):
            self.remove_person_now(person)
            return
        seats = counted("{count} seat", "{count} seats", len(held))
        question = counted(
            "Remove {person}? They leave {seats} in {count} scenario vacant. You can undo this.",
            "Remove {person}? They leave {seats} in {count} scenarios vacant. You can undo this.",
            len(set(held)),
            person=self._document.project.people[person].name,
            seats=seats,
        )
        self.person_removal_asked.emit(person, question)

    def remove_person_now(self, person: str) -> None:
        """Remove a person from the plan, with all their seats in all scenarios."""
        name = self._document.project.people[person].name
        seats = len(self._seats_everywhere(person))
        words = message("{person} is removed.", person=name)
        if seats:
            words = counted(
                "{person} is removed; {count} seat is vacant now.",
                "{person} is removed; {count} seats are vacant now.",
                seats,
                person=name,
            )
        self.apply(partial(edits.remove_person, person=person), words)

    def _seats_everywhere(self, person: str) -> list[str]:
        """The scenario of each seat that a person holds."""
        return [
            scenario.id
            for scenario in self._document.project.scenarios
            for seat in scenario.seats
            if seat.person == person
        ]

    def rename_to(self, key: Key, name: str) -> None:
        """Give a team another name, a seat another title; nothing changes when it is the same."""
        kind, row = key
        if kind == "team":
            team = self._scenario.teams.get(row)
            if team is not None and team.name != name.strip():
                self._team_edit(edits.rename_team, team, name=name)
        else:
            seat = self._scenario.seats.get(row)
            if seat is not None and seat.title != name.strip():
                self._seat_edit(edits.set_seat_title, seat, title=name)

    def delete(self, keys: tuple[Key, ...]) -> None:
        """Do what Delete does: a holder goes to the bench, a vacant seat and a team are removed."""
        teams = [self._scenario.teams[key] for kind, key in keys if kind == "team"]
        seats = [self._scenario.seats[key] for kind, key in keys if kind == "seat"]
        if teams and not seats:
            self._remove_teams(teams)
            return
        filled = [seat for seat in seats if seat.is_filled]
        if filled:
            self.to_bench(*filled)
        elif len(seats) == 1:
            self.remove_seat(seats[0])
        elif seats:
            label = counted("Remove {count} Seat", "Remove {count} Seats", len(seats))
            steps = [
                partial(edits.remove_seat, scenario=self._document.scenario_id, seat=seat.id)
                for seat in seats
            ]
            self.apply(together(label, *steps))

    def _remove_teams(self, teams: list[Team]) -> None:
        if len(teams) == 1:
            self.remove_team(teams[0])
            return
        if any(len(self._scenario.seats.where("team", team.id)) >= ASK_FROM_SEATS for team in teams):
            self.refused.emit(message("Remove large teams one by one."))
            return
        label = counted("Remove {count} Team", "Remove {count} Teams", len(teams))
        scenario = self._document.scenario_id
        steps = [partial(edits.remove_team, scenario=scenario, team=team.id) for team in teams]
        self.apply(together(label, *steps))

    def _add(self, new: str, team: str, function: Function, **fields: object) -> None:
        edit = partial(
            edits.add_seat, scenario=self._document.scenario_id, seat=new, team=team, function=function
        )
        done = self.apply(partial(edit, **fields))
        if done is not None and any(change.table is Table.SEATS for change in done):
            self._selection.select(("seat", new))

    def _seat_edit(self, edit: Callable[..., object], seat: Seat, **fields: object) -> None:
        self.apply(partial(edit, scenario=self._document.scenario_id, seat=seat.id, **fields))  # type: ignore[arg-type]

    def _team_edit(self, edit: Callable[..., object], team: Team, **fields: object) -> None:
        self.apply(partial(edit, scenario=self._document.scenario_id, team=team.id, **fields))  # type: ignore[arg-type]


def kind_for(structure: Structure) -> Kind:
    """What kind of team a structure grows by."""
    if structure is Structure.CENTRALIZED:
        return Kind.CORE
    return Kind.VENTURE if structure is Structure.PRODUCT_CENTRE else Kind.SQUAD

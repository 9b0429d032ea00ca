"""Drops of several people at once: onto a team, a new team or the bench, as one step."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from msgspec import Struct, field

from planner.advice.drops import (
    Carried,
    Intent,
    NewId,
    OnBench,
    OnCanvas,
    OnSeat,
    OnTeam,
    Outcome,
    Target,
    refused,
)
from planner.advice.one_person import new_team, outcome_for_person
from planner.domain import Edit, Function, Project, Scenario, Seat, edits, together
from planner.errors import PlannerError
from planner.messages import Message, counted, message

_DROP: Final = message("Drop to assign")


def outcome_for_several(
    project: Project,
    scenario_id: str,
    people: Sequence[Carried],
    target: Target,
    intent: Intent,
    new_id: NewId,
) -> Outcome:
    """What dropping several people on a team, the empty canvas or the bench does.

    On a team the vacant seats go to whom they fit best, and the others get new ones. Who cannot go, as they
    are in the team already, stays where they are, and the remark says how many do.
    """
    steps = _Steps(project, scenario_id, intent, new_id)
    match target:
        case OnTeam(team):
            return _onto_team(steps, people, team)
        case OnBench():
            return _onto_bench(steps, people)
        case OnCanvas():
            return _onto_canvas(steps, people)
    return refused(message("A seat takes one person"))


class _Steps(Struct):
    """Edits one after the other, each tried on what those before it made."""

    project: Project
    scenario_id: str
    intent: Intent
    new_id: NewId
    edits: list[Edit] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    stayed: int = 0
    reason: Message | None = None

    def add(self, edit: Edit) -> None:
        """Take one step."""
        self.project = edit(self.project).project
        self.edits.append(edit)

    def move(self, one: Carried, target: Target) -> None:
        """Move one person, or note why they stay."""
        found = outcome_for_person(
            self.project, self.scenario_id, one, target, self.intent, new_id=self.new_id
        )
        if found.edit is None:
            self._leave(found.refusal)
            return
        try:
            self.add(found.edit)
        except PlannerError as reason:
            self._leave(reason.message)
        else:
            self.moved.append(one.person)

    def _leave(self, reason: Message | None) -> None:
        self.stayed += 1
        self.reason = self.reason or reason

    @property
    def count(self) -> int:
        """How many people are moved; somebody with two seats is one."""
        return len(set(self.moved))

    @property
    def remark(self) -> Message | None:
        """How many stay where they are."""
        return counted("{count} stays", "{count} stay", self.stayed) if self.stayed else None

    def refusal(self) -> Outcome:
        """Nobody is moved, for the reason that the first has."""
        return refused(self.reason or message("Nobody to move"))


def _onto_team(steps: _Steps, people: Sequence[Carried], team: str) -> Outcome:
    scenario = steps.project.scenarios[steps.scenario_id]
    if scenario.teams[team].locked:
        return refused(message("Team is locked"))
    vacant = [seat for seat in scenario.seats if seat.team == team and not seat.is_filled]
    seats = _matched([_roles(steps.project, scenario, one) for one in people], vacant)
    for place, one in enumerate(people):
        steps.move(one, OnSeat(seats[place]) if place in seats else OnTeam(team))
    if not steps.moved:
        return steps.refusal()
    if steps.intent is Intent.COPY:
        label = counted("Add Role to {count} Person", "Add Roles to {count} People", steps.count)
        words = counted("Add a second role to {count} person", "Add a role to {count} people", steps.count)
    else:
        label = counted("Assign {count} Person", "Assign {count} People", steps.count)
        words = counted("Assign {count} person", "Assign {count} people", steps.count)
    return Outcome(together(label, *steps.edits), words, _DROP, remark=steps.remark)


def _roles(project: Project, scenario: Scenario, one: Carried) -> tuple[Function, ...]:
    """What somebody could do; who has no roles recorded could do what they do now."""
    roles = project.people[one.person].roles
    if roles or one.seat is None:
        return roles
    return (scenario.seats[one.seat].function,)


def _matched(roles: Sequence[tuple[Function, ...]], vacant: Sequence[Seat]) -> dict[int, str]:
    """Vacant seats for people, by the person's place; first roles come before second ones."""
    wishes = sorted(
        (known.index(seat.function), place, at, seat.id)
        for place, known in enumerate(roles)
        for at, seat in enumerate(vacant)
        if seat.function in known
    )
    found: dict[int, str] = {}
    for _rank, place, _at, seat in wishes:
        if place not in found and seat not in found.values():
            found[place] = seat
    return found


def _onto_bench(steps: _Steps, people: Sequence[Carried]) -> Outcome:
    for one in people:
        steps.move(one, OnBench())
    if not steps.moved:
        return steps.refusal()
    label = counted("Unassign {count} Person", "Unassign {count} People", steps.count)
    words = counted("Back to bench: {count} person", "Back to bench: {count} people", steps.count)
    return Outcome(together(label, *steps.edits), words, words, remark=steps.remark)


def _onto_canvas(steps: _Steps, people: Sequence[Carried]) -> Outcome:
    box = new_team(steps.project.scenarios[steps.scenario_id], steps.new_id())
    steps.add(partial(edits.add_team, scenario=steps.scenario_id, team=box))
    for one in people:
        steps.move(one, OnTeam(box.id))
    if not steps.moved:
        return steps.refusal()
    label = message("Add {kind}", kind=message(box.kind.label))
    words = counted(
        "New {kind} with {count} person",
        "New {kind} with {count} people",
        steps.count,
        kind=message(box.kind.value),
    )
    return Outcome(
        together(label, *steps.edits), words, words, remark=steps.remark, created=box.id, kind=box.kind
    )

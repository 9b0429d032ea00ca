"""One person's drops: what a seat, a team, the bench and the empty canvas do with somebody."""

from collections.abc import Callable
from functools import partial

from msgspec import Struct

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
from planner.domain import (
    Edit,
    Function,
    Kind,
    Person,
    Project,
    Scenario,
    Seat,
    Structure,
    Team,
    edits,
    together,
)
from planner.domain.shares import free_capacity
from planner.messages import Message, message

_AN = "aeiouM"  # the sounds before which "a" becomes "an"; M stands for MLOps


def outcome_for_person(
    project: Project, scenario_id: str, carried: Carried, target: Target, intent: Intent, new_id: NewId
) -> Outcome:
    """What dropping one person on a target does."""
    situation = _Situation(project, scenario_id, carried, intent, new_id)
    match target:
        case OnSeat(seat):
            return situation.on_seat(situation.scenario.seats[seat])
        case OnTeam(team):
            return situation.on_team(situation.scenario.teams[team])
        case OnBench():
            return situation.on_bench()
        case OnCanvas():
            return situation.on_canvas()
    return refused(message("Drop a person on a seat or a team"))


def fitting_seats(project: Project, scenario_id: str, person: str) -> frozenset[str]:
    """The vacant seats of unlocked teams whose function is one of the person's roles."""
    scenario, who = project.scenarios[scenario_id], project.people[person]
    wanted = set(who.roles)
    return frozenset(
        seat.id
        for seat in scenario.seats.where("person", None)
        if seat.function in wanted and not scenario.teams[seat.team].locked
    )


class _Situation(Struct, frozen=True):
    """One person on the move in one scenario."""

    project: Project
    scenario_id: str
    carried: Carried
    intent: Intent
    new_id: NewId

    @property
    def scenario(self) -> Scenario:
        return self.project.scenarios[self.scenario_id]

    @property
    def person(self) -> Person:
        return self.project.people[self.carried.person]

    def on_seat(self, goal: Seat) -> Outcome:
        team = self.scenario.teams[goal.team]
        if team.locked:
            return refused(message("Team is locked"))
        if goal.person == self.person.id:
            return refused(message("Already in this seat"))
        if self._is_twin(goal.team, goal.function, but=self._source()):
            return refused(message("Already in this team"))
        return self._on_vacant(goal, team) if goal.person is None else self._on_filled(goal, goal.person)

    def _on_vacant(self, goal: Seat, team: Team) -> Outcome:
        remark = self._first_time(goal.function)
        source = self._source()
        if source is not None:
            edit = self._edit(edits.move_to_seat, source=source, target=goal.id)
            words = message("Move to {team}", team=team.name)
            return Outcome(edit, words, message("Drop to move"), remark=remark)
        if self._held_seats():
            edit = self._edit(edits.add_role, person=self.person.id, target=goal.id)
            return Outcome(edit, message("Add second role"), message("Drop to add a role"), remark=remark)
        edit = self._edit(edits.assign, seat=goal.id, person=self.person.id)
        words = message("Assign as {function}", function=message(goal.function.phrase))
        return Outcome(edit, words, message("Drop to assign"), remark=remark)

    def _on_filled(self, goal: Seat, holder: str) -> Outcome:
        other = self.project.people[holder]
        remark = self._first_time(goal.function)
        if self.intent is Intent.COPY:
            return refused(message("This seat is filled"))
        if self.intent is Intent.REPLACE or self.carried.seat is None:
            edit = self._edit(
                edits.replace_holder, target=goal.id, person=self.person.id, source=self.carried.seat
            )
            words = message("Replace {person}", person=other.name)
            return Outcome(edit, words, message("Replace {person}", person=other.name), remark=remark)
        edit = self._edit(edits.swap, source=self.carried.seat, target=goal.id)
        words = message("Swap with {person}", person=other.name)
        return Outcome(edit, words, words, remark=remark)

    def on_team(self, team: Team) -> Outcome:
        if team.locked:
            return refused(message("Team is locked"))
        source = self._source()
        if source is not None and self.scenario.seats[source].team == team.id:
            return refused(message("Already in this team"))
        function = self._function_of_new_seat()
        if self._is_twin(team.id, function, but=source):
            return refused(message("Already in this team"))
        seat = self.new_id()
        text = "Add an {function} seat" if function.phrase[0] in _AN else "Add a {function} seat"
        return Outcome(
            self._with_new_seat(seat, team.id, function, source),
            message(text, function=message(function.phrase)),
            message("Drop to add a seat"),
            created=seat,
            function=function,
        )

    def on_bench(self) -> Outcome:
        if self.carried.seat is None:
            return refused(message("Already on the bench"))
        edit = self._edit(edits.unassign, seat=self.carried.seat)
        return Outcome(edit, message("Back to bench"), message("Back to bench"))

    def on_canvas(self) -> Outcome:
        box, seat, function = (
            new_team(self.scenario, self.new_id()),
            self.new_id(),
            self._function_of_new_seat(),
        )
        edit = together(
            message("Add {kind}", kind=message(box.kind.label)),
            self._edit(edits.add_team, team=box),
            self._with_new_seat(seat, box.id, function, self._source()),
        )
        words = message("New {kind}", kind=message(box.kind.value))
        return Outcome(edit, words, words, created=box.id, function=function, kind=box.kind)

    def _with_new_seat(self, seat: str, team: str, function: Function, source: str | None) -> Edit:
        new = {"seat": seat, "team": team, "function": function, "person": self.person.id}
        if source is None:
            return self._edit(edits.add_seat, **new)
        share = self.scenario.seats[source].share
        known = self.scenario.teams.get(team)
        return together(
            message("Add Seat in {team}", team=known.name if known is not None else ""),
            self._edit(edits.unassign, seat=source),
            self._edit(edits.add_seat, **new, share=share, demand=share),
        )

    def _edit(self, edit: Callable[..., object], **what: object) -> Edit:
        return partial(edit, scenario=self.scenario_id, **what)  # type: ignore[return-value]  # they give Edited

    def _source(self) -> str | None:
        """The seat that the person leaves by this move; None when they keep all they have.

        Carried from a seat, they leave it unless they copy. Carried from the bench with nothing free, they
        leave their only seat; with several seats they take on one more.
        """
        if self.intent is Intent.COPY:
            return None
        if self.carried.seat is not None:
            return self.carried.seat
        held = self._held_seats()
        if len(held) == 1 and free_capacity(self.scenario, self.person) == 0:
            return held[0].id
        return None

    def _held_seats(self) -> list[Seat]:
        return self.scenario.seats.where("person", self.person.id)

    def _function_of_new_seat(self) -> Function:
        """The person's main role; who has none recorded keeps doing what they do."""
        if not self.person.roles and self.carried.seat is not None:
            return self.scenario.seats[self.carried.seat].function
        return self.person.main_function

    def _is_twin(self, team: str, function: Function, *, but: str | None) -> bool:
        return any(
            seat.team == team and seat.function == function and seat.id != but for seat in self._held_seats()
        )

    def _first_time(self, function: Function) -> Message | None:
        held = {seat.function for seat in self._held_seats()}
        if function is Function.OTHER:
            return None  # no role that anybody could be new to
        if not self.person.roles or function in self.person.roles or function in held:
            return None
        return message("first time as {function}", function=message(function.phrase))


def new_team(scenario: Scenario, key: str) -> Team:
    """The team that a drop on the empty canvas makes: of the kind that the structure grows by."""
    kind, parent = _kind_of_new_team(scenario)
    return Team(id=key, name=str(message("New {kind}", kind=kind.value)), kind=kind, parent=parent)


def _kind_of_new_team(scenario: Scenario) -> tuple[Kind, str | None]:
    match scenario.structure:
        case Structure.CENTRALIZED:
            return Kind.CORE, None
        case Structure.PRODUCT_CENTRE:
            cores = [team.id for team in scenario.teams if team.kind is Kind.CORE]
            return Kind.VENTURE, cores[0] if len(cores) == 1 else None
        case _:
            return Kind.SQUAD, None

"""However things are picked up, dropped, cancelled, undone and redone, the plan is what edits made of it."""

from itertools import count

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from planner import resources
from planner.advice.moves import (
    BetweenSeats,
    ByLink,
    Carried,
    CarriedSeat,
    CarriedTeam,
    DrawnLink,
    InGap,
    Intent,
    Load,
    OnBench,
    OnCanvas,
    OnSeat,
    OnTeam,
    Several,
    Target,
    outcome,
)
from planner.app.document import Document
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.domain import LinkKind, Project, outline
from planner.guidance import load_pack

LAYOUT = """
person Karin: product, marketing
person Mateo: data-engineer, mlops-engineer
person Elif: data-analyst; 60%
scenario Today: enterprise, product, hybrid, 4 use cases
core Platform
  DE Grace
  PR vacant
  MO vacant 50%
squad Fraud
  DE Ravi
  DS Kwame 60%
  DE vacant
squad Closed, locked
  SD Liam
group Centre
Platform serves Fraud
"""
PACK = load_pack(resources.read_text)
places = st.integers(0, 10_000)


class Gestures(RuleBasedStateMachine):
    """A gesture on a document beside a model: the projects that there were, and which of them is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.ids = count()
        self.document = Document(outline.parse(LAYOUT), pack=PACK)
        self.gesture = Gesture(self.document, new_id=lambda: f"new {next(self.ids)}", rest=0)
        self.history: list[Project] = [self.document.project]
        self.at = 0
        self.promised: float | None = None

    @property
    def scenario(self):
        return self.document.scenario

    def _carried(self, place: int) -> Carried:
        seats = [Carried(seat.person, seat.id) for seat in self.scenario.seats if seat.person is not None]
        everybody = seats + [Carried(person.id) for person in self.document.project.people]
        return everybody[place % len(everybody)]

    def _vacant(self, place: int) -> Load:
        vacant = [seat.id for seat in self.scenario.seats if not seat.is_filled]
        return CarriedSeat(vacant[place % len(vacant)]) if vacant else self._carried(place)

    def _gap(self, place: int) -> Target:
        seats = list(self.scenario.seats)
        if not seats:
            return OnCanvas()
        seat = seats[place % len(seats)]
        is_first = place % 2 == 0
        return BetweenSeats(seat.team, seat.id if is_first else None, None if is_first else seat.id)

    def _team(self, place: int) -> str:
        teams = self.scenario.teams.order
        return str(teams[place % len(teams)])

    @rule(first=places, second=places, what=st.integers(0, 4), way=st.sampled_from(Way))
    def picks_up(self, first: int, second: int, what: int, way: Way) -> None:
        loads: list[Load] = [
            self._carried(first),
            Several(tuple(dict.fromkeys((self._carried(first), self._carried(second))))),
            CarriedTeam(self._team(first)),
            DrawnLink(self._team(first)),
            self._vacant(first),
        ]
        self.gesture.start(loads[what], way=way)

    @rule(first=places, second=places, what=st.integers(0, 7))
    def holds_over(self, first: int, second: int, what: int) -> None:
        seats = self.scenario.seats.order
        targets: list[Target | None] = [
            OnSeat(str(seats[first % len(seats)])) if seats else OnCanvas(),
            OnTeam(self._team(first)),
            OnBench(),
            OnCanvas(),
            InGap(self.scenario.teams[self._team(first)].parent, self._team(first), None),
            ByLink(self._team(first), list(LinkKind)[second % 3]),
            self._gap(first),
            None,
        ]
        self.gesture.over(targets[what])

    @rule(intent=st.sampled_from(Intent))
    def holds_a_key(self, intent: Intent) -> None:
        self.gesture.intend(intent)

    @rule()
    def waits(self) -> None:
        self.gesture.preview_now()

    @rule()
    def drops(self) -> None:
        found, load, target = self.gesture.outcome, self.gesture.carried, self.gesture.target
        asks_kind = isinstance(load, DrawnLink) and isinstance(target, OnTeam)
        was, gain = self.document.project, self.gesture.gain
        before = self.document.review.score.total
        dropped = self.gesture.drop()
        assert self.gesture.carried is None
        assert dropped == (found is not None and found.edit is not None)
        if not dropped or asks_kind:
            assert self.document.project is was
            return
        assert found is not None
        assert found.edit is not None
        assert self.document.project == found.edit(was).project
        if gain is not None and before is not None:
            after = self.document.review.score.total
            assert after is not None
            assert abs(after - before - gain) < 1e-9
        if self.document.project != was:
            self.history[self.at + 1 :] = [self.document.project]
            self.at += 1

    @rule()
    def cancels(self) -> None:
        self.gesture.cancel()
        assert self.gesture.carried is None

    @rule()
    def undoes(self) -> None:
        self.document.undo()
        self.at = max(0, self.at - 1)

    @rule()
    def redoes(self) -> None:
        self.document.redo()
        self.at = min(len(self.history) - 1, self.at + 1)

    @invariant()
    def the_plan_is_what_the_edits_made_of_it(self) -> None:
        assert self.document.project == self.history[self.at]

    @invariant()
    def what_is_said_is_what_would_happen(self) -> None:
        load, target, found = self.gesture.carried, self.gesture.target, self.gesture.outcome
        if load is None or target is None:
            assert found is None
            return
        numbers = count()
        again = outcome(
            self.document.project,
            "Today",
            load,
            target,
            self.gesture.intent,
            new_id=lambda: f"other {next(numbers)}",
        )
        assert found is not None
        assert (found.words, found.refusal, found.remark) == (again.words, again.refusal, again.remark)


@pytest.mark.usefixtures("qapp")
def test_random_gestures_end_where_pure_edits_say() -> None:
    run_state_machine_as_test(
        Gestures,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )

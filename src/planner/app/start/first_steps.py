"""Which of the five first steps somebody has done; what was done once stays done."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QObject, Signal

from planner.app.document import Document
from planner.app.document.explainer import Explainer
from planner.app.settings import Preference, Settings
from planner.domain import Difference, Scenario, Seat, Table

STEPS_DONE: Final = Preference[list[Any]]("first-steps-done", [])


class Step(StrEnum):
    """One of the five, in the order in which they are told."""

    CONTEXT = "context"
    PEOPLE = "people"
    ROLES = "roles"
    SEAT = "seat"
    FINDING = "finding"


class FirstSteps(QObject):
    """Follows a document and remembers on this machine what was done.

    Signals:
        changed(): one more step was done.
    """

    changed = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._explainer = Explainer(self)
        self._explainer.explained.connect(self._compare)
        self._begin()
        document.changed.connect(self._follow)
        document.scenario_switched.connect(self._begin)

    @property
    def done(self) -> frozenset[Step]:
        """What was done, on this plan or on one before."""
        known = {step.value for step in Step}
        return frozenset(Step(each) for each in self._settings.get(STEPS_DONE) if each in known)

    def _begin(self) -> None:
        self._position = self._document.history.present
        self._findings: frozenset[tuple[str, ...]] | None = None
        self._is_made = False
        self._look()
        self._note(self._standing())

    def _follow(self, difference: Difference) -> None:
        """See what a step did; taking one back does nothing for the first time."""
        position = self._document.history.present
        is_made = position > self._position
        self._position = position
        steps = self._standing(difference)
        if is_made and _fills(difference):
            steps.add(Step.SEAT)
        # What was done to fill a seat is not told as a finding's fix in the same breath.
        self._is_made = self._is_made or (is_made and steps <= self.done)
        self._note(steps)
        self._look()

    def _look(self) -> None:
        """See which findings are left, once they are at hand; not after one was resolved ever."""
        if Step.FINDING not in self.done and self._explainer.has(self._document.review):
            self._compare()

    def _compare(self) -> None:
        before, self._findings = self._findings, self._keys()
        is_made, self._is_made = self._is_made, False
        if is_made and before is not None and _are_fewer(before, self._findings):
            self._note({Step.FINDING})

    def _standing(self, difference: Difference | None = None) -> set[Step]:
        """What can be seen in the plan as it stands, of seats those that a difference touches."""
        project, scenario = self._document.project, self._document.scenario
        seen = {
            Step.CONTEXT: not scenario.assumed,
            Step.PEOPLE: bool(project.people),
            Step.ROLES: Step.ROLES not in self.done and _has_several_roles(_held(scenario, difference)),
        }
        return {step for step, is_done in seen.items() if is_done}

    def _note(self, steps: Iterable[Step]) -> None:
        before = self.done
        after = before.union(steps)
        if after != before:
            self._settings.set(STEPS_DONE, [step.value for step in Step if step in after])
            self.changed.emit()

    def _keys(self) -> frozenset[tuple[str, ...]]:
        return frozenset(finding.key for finding in self._document.review.findings)


def _are_fewer(before: frozenset[tuple[str, ...]], after: frozenset[tuple[str, ...]]) -> bool:
    """Whether a rule has fewer findings: one about other teams than before takes the place of the old."""
    had, has = Counter(key[0] for key in before), Counter(key[0] for key in after)
    return any(has[rule] < had[rule] for rule in {key[0] for key in before - after})


def _fills(difference: Difference) -> bool:
    """Whether somebody took a seat that stood vacant."""
    return any(
        change.table is Table.SEATS
        and change.before is not None
        and change.after is not None
        and not change.before.is_filled  # type: ignore[union-attr]
        and change.after.is_filled  # type: ignore[union-attr]
        for change in difference.changes
    )


def _held(scenario: Scenario, difference: Difference | None) -> Iterable[Seat]:
    """All seats, or those of the people whose seats a difference touches."""
    if difference is None:
        return scenario.seats
    changed = (change.after for change in difference.changes if change.table is Table.SEATS)
    people = {seat.person for seat in changed if isinstance(seat, Seat)} - {None}
    return (seat for person in people for seat in scenario.seats.where("person", person))


def _has_several_roles(seats: Iterable[Seat]) -> bool:
    """Whether somebody holds seats of two functions."""
    held: dict[str, object] = {}
    for seat in seats:
        if seat.person is not None and held.setdefault(seat.person, seat.function) is not seat.function:
            return True
    return False

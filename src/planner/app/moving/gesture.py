"""One gesture moves a person, whichever way it is made: by drag, click, keys or from a list.

Pointer, keyboard and *Move to…* only say what is carried, what it is over, and whether to drop or cancel.
Here are the targets, the words, the preview of the score and the one undo step, the same for all of them.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from planner.advice.moves import Carried, Intent, Outcome, Target, fitting_seats, outcome
from planner.app.document import Document, Preview
from planner.app.moving.hints import Way, moving_hint
from planner.domain import Difference, Function, Person, Table
from planner.errors import PlannerError
from planner.messages import Gain, Message, counted, message

REST_BEFORE_PREVIEW = 60
"""Milliseconds that the pointer rests on a target before the score is tried."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a drop did: who was moved, the seat they hold by it, a team it made, whether a seat was halved."""

    carried: Carried
    seat: str | None
    team: str | None
    halved: bool
    outcome: Outcome


class Gesture(QObject):
    """A person on the move: at rest, or carried, then over a target or none.

    Signals:
        began(): a person was picked up.
        changed(): the target, the words or the score change are others.
        previewed(Preview | None): what the drop would do to the score, None when nothing is previewed.
        dropped(Dropped): the person was dropped and the document changed.
        cancelled(): nothing was changed; the card flies home.
        ended(): after either of the two.
        hint_changed(Hint | None): what the keys do now; None when nobody is carried.
        said(Message): an announcement, for the status bar and for screen readers.
        refused(Message): why a drop was not done; it interrupts.
    """

    began = Signal()
    changed = Signal()
    previewed = Signal(object)
    dropped = Signal(object)
    cancelled = Signal()
    ended = Signal()
    hint_changed = Signal(object)
    said = Signal(object)
    refused = Signal(object)

    def __init__(
        self, document: Document, *, new_id: Callable[[], str], rest: int = REST_BEFORE_PREVIEW
    ) -> None:
        super().__init__()
        self._document = document
        self._new_id = new_id
        self._carried: Carried | None = None
        self._way = Way.DRAG
        self._intent = Intent.MOVE
        self._target: Target | None = None
        self._outcome: Outcome | None = None
        self._preview: Preview | None = None
        self._fitting: frozenset[str] = frozenset()
        self._rest = QTimer(self, interval=rest, singleShot=True)
        self._rest.timeout.connect(self._try_it)
        document.changed.connect(self._stop_when_the_plan_changes)
        document.scenario_switched.connect(self.cancel)

    @property
    def carried(self) -> Carried | None:
        """Who is carried, None at rest."""
        return self._carried

    @property
    def person(self) -> Person | None:
        """The person who is carried."""
        return self._document.project.people.get(self._carried.person if self._carried else None)

    @property
    def function(self) -> Function:
        """What the person does in the seat that they come from, else their main function."""
        seat = self._document.scenario.seats.get(self._carried.seat if self._carried else None)
        if seat is not None:
            return seat.function
        return self.person.main_function if self.person is not None else Function.OTHER

    @property
    def way(self) -> Way:
        """How the person is being moved."""
        return self._way

    @property
    def intent(self) -> Intent:
        """What the modifiers ask for now."""
        return self._intent

    @property
    def target(self) -> Target | None:
        """What the person is held over."""
        return self._target

    @property
    def outcome(self) -> Outcome | None:
        """What a drop here does, None over nothing."""
        return self._outcome

    @property
    def preview(self) -> Preview | None:
        """The plan as it would be, once it has been tried."""
        return self._preview

    @property
    def gain(self) -> Gain | None:
        """The change of the total that the drop brings; None until it is known."""
        if self._preview is None:
            return None
        return gain_of(self._document, self._preview)

    @property
    def fitting(self) -> frozenset[str]:
        """The vacant seats that fit the person's roles."""
        return self._fitting

    def start(self, carried: Carried, *, way: Way) -> None:
        """Pick a person up; refused with a reason when they sit in a locked team."""
        if self._carried is not None:
            self.cancel()
        self._carried, self._way, self._intent = carried, way, Intent.MOVE
        self._fitting = fitting_seats(self._document.project, self._document.scenario_id, carried.person)
        self.began.emit()
        self._tell_hint()
        if self.person is not None and way is not Way.LIST:
            seats = counted("{count} seat fits.", "{count} seats fit.", len(self._fitting))
            self.said.emit(message("Picked up {person}. {seats}", person=self.person.name, seats=seats))

    def over(self, target: Target | None) -> None:
        """Hold the person over a target, or over nothing."""
        if self._carried is not None and target != self._target:
            self._target = target
            self._look_again()

    def intend(self, intent: Intent) -> None:
        """Follow the modifiers; the words and the preview change at once."""
        if self._carried is not None and intent is not self._intent:
            self._intent = intent
            self._look_again()

    def preview_now(self) -> None:
        """Try the drop without waiting for the pointer to rest."""
        self._rest.stop()
        self._try_it()

    def drop(self) -> bool:
        """Let go: the document changes, or, over nothing or a refusing target, nothing does."""
        found = self._outcome
        if self._carried is None or found is None or found.edit is None:
            if found is not None and found.refusal is not None:
                self.refused.emit(found.refusal)
            self.cancel()
            return False
        carried, intent = self._carried, self._intent
        self._settle()
        try:
            difference = self._document.apply(found.edit)
        except PlannerError as refused:
            self.refused.emit(refused.message)
            self.cancelled.emit()
            self.ended.emit()
            return False
        self.dropped.emit(_dropped(carried, intent, found, difference))
        self.ended.emit()
        return True

    def cancel(self) -> None:
        """Let the person go home; nothing has changed."""
        if self._carried is None:
            return
        self._settle()
        self.cancelled.emit()
        self.ended.emit()
        self.said.emit(message("Cancelled."))

    def _stop_when_the_plan_changes(self) -> None:
        # An outcome belongs to the plan that it was tried on.
        self.cancel()

    def _settle(self) -> None:
        self._rest.stop()
        had_preview = self._preview is not None
        self._carried = self._target = self._outcome = self._preview = None
        self._fitting = frozenset()
        if had_preview:
            self.previewed.emit(None)
        self.hint_changed.emit(None)

    def _look_again(self) -> None:
        had_preview = self._preview is not None
        self._preview = self._outcome = None
        self._rest.stop()
        if self._carried is not None and self._target is not None:
            self._outcome = outcome(
                self._document.project,
                self._document.scenario_id,
                self._carried,
                self._target,
                self._intent,
                new_id=self._new_id,
            )
            if self._outcome.edit is not None:
                self._rest.start()
        if had_preview:
            self.previewed.emit(None)
        self._tell_hint()
        self.changed.emit()

    def _try_it(self) -> None:
        if self._outcome is None or self._outcome.edit is None or self._preview is not None:
            return
        self._preview = self._document.preview(self._outcome.edit)
        self.previewed.emit(self._preview)
        self.changed.emit()

    def _tell_hint(self) -> None:
        if self.person is not None:
            words = self._outcome.words if self._outcome is not None else None
            self.hint_changed.emit(moving_hint(self._way, self.person.name, words))


def gain_of(document: Document, preview: Preview) -> Gain | None:
    """By how much a preview's total differs from the document's; None where either has no total."""
    before, after = document.review.score.total, preview.review.score.total
    return None if before is None or after is None else Gain(after - before)


def said_of(gain: Gain) -> Message:
    """A change of the score as it is read out."""
    if abs(gain) < 0.05:
        return message("No change of the score.")
    text = "Score up {points}." if gain > 0 else "Score down {points}."
    return message(text, points=abs(float(gain)))


def _dropped(carried: Carried, intent: Intent, found: Outcome, difference: Difference) -> Dropped:
    taken = [
        change
        for change in difference
        if change.table is Table.SEATS
        and getattr(change.after, "person", None) == carried.person
        and getattr(change.before, "person", None) != carried.person
    ]
    halved = intent is Intent.COPY and any(
        change.table is Table.SEATS
        and getattr(change.before, "person", None) == carried.person
        and getattr(change.after, "person", None) == carried.person
        for change in difference
    )
    made = [change for change in difference if change.table is Table.TEAMS and change.before is None]
    return Dropped(
        carried,
        seat=str(taken[-1].key) if taken else None,
        team=str(made[-1].key) if made else None,
        halved=halved,
        outcome=found,
    )

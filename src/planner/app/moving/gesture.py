"""One gesture moves people, teams and links, whichever way it is made: by drag, click, keys or from a list.

Pointer, keyboard and *Move to…* only say what is carried, what it is over, and whether to drop or cancel.
Here are the targets, the words, the preview of the score and the one undo step, the same for all of them.
"""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from planner.advice.moves import (
    BetweenSeats,
    Carried,
    CarriedSeat,
    CarriedTeam,
    DrawnLink,
    Intent,
    Load,
    OnBench,
    OnTeam,
    Outcome,
    Several,
    Target,
    fitting,
    ordered_seat,
    outcome,
    people_of,
    target_for,
)
from planner.advice.seat_order import seat_name
from planner.app.document import Document, Preview
from planner.app.moving.hints import Way, moving_hint
from planner.domain import Difference, Function, Person, Seat, Table, Team
from planner.errors import PlannerError
from planner.messages import Gain, Message, counted, message

REST_BEFORE_PREVIEW = 60
"""Milliseconds that the pointer rests on a target before the score is tried."""


class Dropped(Struct, frozen=True):
    """What a drop did: what was moved, the seats taken by it, a team it made, whether a seat was halved."""

    load: Load
    seats: tuple[str, ...]
    team: str | None
    halved: bool
    outcome: Outcome
    target: Target

    @property
    def seat(self) -> str | None:
        """The seat that one person took, None for several people or none."""
        return self.seats[-1] if self.seats and isinstance(self.load, Carried) else None

    @property
    def people(self) -> tuple[str, ...]:
        """Who was moved."""
        return tuple(dict.fromkeys(one.person for one in people_of(self.load)))

    @property
    def moved_team(self) -> str | None:
        """The team that was moved or linked."""
        return self.load.team if isinstance(self.load, CarriedTeam | DrawnLink) else None


class Gesture(QObject):
    """Something on the move: at rest, or carried, then over a target or none.

    Signals:
        began(): people, a team or the end of a line were picked up.
        changed(): the target, the words or the score change are others.
        previewed(Preview | None): what the drop would do to the score, None when nothing is previewed.
        dropped(Dropped): what was carried was dropped and the document changed.
        kind_asked(str, str): a line was drawn from one team to another; which kind of link is it to be?
        cancelled(): nothing was changed; the card flies home.
        ended(): after any of the three.
        hint_changed(Hint | None): what the keys do now; None when nobody is carried.
        said(Message): an announcement, for the status bar and for screen readers.
        refused(Message): why a drop was not done; it interrupts.
    """

    began = Signal()
    changed = Signal()
    previewed = Signal(object)
    dropped = Signal(object)
    kind_asked = Signal(str, str)
    cancelled = Signal()
    ended = Signal()
    hint_changed = Signal(object)
    said = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        document: Document,
        *,
        new_id: Callable[[], str],
        rest: int = REST_BEFORE_PREVIEW,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._new_id = new_id
        self._carried: Load | None = None
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
    def carried(self) -> Load | None:
        """What is carried, None at rest."""
        return self._carried

    @property
    def people(self) -> tuple[Carried, ...]:
        """Who is carried, and from where."""
        return people_of(self._carried)

    @property
    def team(self) -> Team | None:
        """The team that is carried, or that a line is drawn from."""
        match self._carried:
            case CarriedTeam(team) | DrawnLink(team):
                return self._document.scenario.teams.get(team)
        return None

    @property
    def seat(self) -> Seat | None:
        """The vacant seat that is carried."""
        load = self._carried
        return self._document.scenario.seats.get(load.seat) if isinstance(load, CarriedSeat) else None

    @property
    def person(self) -> Person | None:
        """The person who is carried, the first of several."""
        return self._document.project.people.get(self.people[0].person if self.people else None)

    @property
    def function(self) -> Function:
        """What the person does in the seat that they come from, else their main function; a seat's own."""
        seat = self.seat or self._document.scenario.seats.get(self.people[0].seat if self.people else None)
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
        """The vacant seats that fit the roles of who is carried."""
        return self._fitting

    def start(self, load: Load, *, way: Way) -> None:
        """Pick people, a team or the end of a line up."""
        if self._carried is not None:
            self.cancel()
        self._carried, self._way, self._intent = load, way, Intent.MOVE
        self._fitting = fitting(self._document.project, self._document.scenario_id, load)
        self.began.emit()
        self._tell_hint()
        if way is not Way.LIST:
            self.said.emit(self._picked_up())

    @property
    def what(self) -> Message:
        """What is carried, in words: a name, or how many people."""
        if len(self.people) > 1:
            return counted("{count} person", "{count} people", len({one.person for one in self.people}))
        if self.person is not None:
            return message("{person}", person=self.person.name)
        if self.seat is not None:
            return seat_name(self._document.project, self.seat)
        return message("{team}", team=self.team.name if self.team is not None else "")

    def _picked_up(self) -> Message:
        if self.people:
            seats = counted("{count} seat fits.", "{count} seats fit.", len(self._fitting))
            return message("Picked up {person}. {seats}", person=self.what, seats=seats)
        if isinstance(self._carried, DrawnLink):
            return message("Drawing a link from {team}.", team=self.what)
        if self.seat is not None:
            return message("Picked up {seat}.", seat=self.what)
        return message("Picked up the team {team}.", team=self.what)

    def over(self, target: Target | None) -> None:
        """Hold what is carried over a target, or over nothing."""
        if self._carried is not None and target is not None:
            target = target_for(self._document.scenario, self._carried, target)
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
        carried, intent, target = self._carried, self._intent, self._target
        if target is None:
            return False
        self._settle()
        if isinstance(carried, DrawnLink) and isinstance(target, OnTeam):
            self.ended.emit()
            self.kind_asked.emit(carried.team, target.team)
            return True
        try:
            difference = self._document.apply(found.edit)
        except PlannerError as refused:
            self.refused.emit(refused.message)
            self.cancelled.emit()
            self.ended.emit()
            return False
        self.dropped.emit(_dropped(carried, intent, target, found, difference))
        self.ended.emit()
        return True

    def cancel(self) -> None:
        """Let what is carried go home; nothing has changed."""
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
            self._outcome = self._does(self._carried, self._target, self._intent)
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
        if self._carried is not None:
            found, differs = self._outcome, self._differing()
            words, refused = (found.words, found.refusal is not None) if found is not None else (None, False)
            hint = moving_hint(self._way, self._carried, self.what, words, refused=refused, differs=differs)
            self.hint_changed.emit(hint)

    def _does(self, load: Load, target: Target, intent: Intent) -> Outcome:
        document = self._document
        return outcome(document.project, document.scenario_id, load, target, intent, new_id=self._new_id)

    def _differing(self) -> frozenset[Intent] | None:
        """What else a held key would do here with one person; None where that is not looked up.

        Of several, whom it takes long to place on trial, only that a bench has no roles to give.
        """
        load, target = self._carried, self._target
        if isinstance(load, Several) and isinstance(target, OnBench):
            return frozenset()
        if target is None or not isinstance(load, Carried) or self._way is Way.LIST:
            return None
        as_meant = self._outcome if self._intent is Intent.MOVE else None
        plain = (as_meant or self._does(load, target, Intent.MOVE)).words
        others = {intent: self._does(load, target, intent) for intent in (Intent.COPY, Intent.REPLACE)}
        return frozenset(
            intent for intent, found in others.items() if found.edit is not None and found.words != plain
        )


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


def _dropped(load: Load, intent: Intent, target: Target, found: Outcome, difference: Difference) -> Dropped:
    ordered = ordered_seat(load)
    if isinstance(target, BetweenSeats) and ordered is not None:
        return Dropped(load, seats=(ordered,), team=None, halved=False, outcome=found, target=target)
    people = {one.person for one in people_of(load)}
    taken: list[str] = []
    kept: list[str] = []
    for change in difference:
        if change.table is Table.SEATS and getattr(change.after, "person", None) in people:
            same = getattr(change.before, "person", None) == getattr(change.after, "person", None)
            (kept if same else taken).append(str(change.key))
    made = [change for change in difference if change.table is Table.TEAMS and change.before is None]
    return Dropped(
        load,
        seats=tuple(dict.fromkeys(seat for seat in taken)),
        team=str(made[-1].key) if made else None,
        halved=intent is Intent.COPY and bool(kept),
        outcome=found,
        target=target,
    )

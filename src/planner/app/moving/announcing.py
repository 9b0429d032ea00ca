"""Announcing reads a gesture out to screen readers: what was picked up, where it is, what became of it."""

from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from planner.app.canvas.done import sentence_for
from planner.app.document import Document
from planner.app.moving.gesture import Dropped, Gesture, said_of
from planner.app.moving.telling import what_happened, where_it_is
from planner.messages import Message, message

PAUSE: Final = 500
"""Milliseconds between two polite announcements; of those in between only the last is heard."""


class Reader(Protocol):
    """What reads announcements out."""

    def announce(self, widget: QWidget, words: str, *, at_once: bool = False) -> None:
        """Read words out for a widget, at once or when there is room."""
        ...


class Announcing(QObject):
    """Speaks for one widget, the canvas, while things are moved."""

    def __init__(
        self,
        widget: QWidget,
        reader: Reader,
        document: Document,
        gesture: Gesture,
        *,
        pause: int = PAUSE,
    ) -> None:
        super().__init__(widget)
        self._widget, self._reader, self._document, self._gesture = widget, reader, document, gesture
        self._waiting = ""
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self._say_what_waits)
        gesture.said.connect(self.say)
        gesture.refused.connect(self.refuse)
        gesture.previewed.connect(self._tell_target)
        gesture.dropped.connect(self._tell_drop)

    def say(self, words: Message | str) -> None:
        """Say something when there is room for it."""
        self._waiting = str(sentence_for(words) if isinstance(words, Message) else words)
        if not self._pause.isActive():
            self._say_what_waits()

    def refuse(self, words: Message | str) -> None:
        """Say at once why something is not done."""
        self._waiting = ""
        self._reader.announce(self._widget, str(words), at_once=True)

    def _say_what_waits(self) -> None:
        words, self._waiting = self._waiting, ""
        if words:
            self._reader.announce(self._widget, words)
            self._pause.start()

    def _tell_target(self, preview: object) -> None:
        gesture = self._gesture
        if preview is None or gesture.target is None or gesture.outcome is None or gesture.gain is None:
            return
        where = where_it_is(self._document.scenario, gesture.target, gesture.outcome.words)
        self.say(message("{where}. {change}", where=where, change=said_of(gesture.gain)))

    def _tell_drop(self, dropped: Dropped) -> None:
        document = self._document
        happened = what_happened(document.project, document.scenario, dropped)
        total = document.review.score.total
        if total is None:
            self.say(happened)
        else:
            self.say(message("{happened} Score {score}.", happened=happened, score=f"{total:.1f}"))

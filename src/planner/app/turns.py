"""Turns give long work a few milliseconds whenever the window has nothing else to do."""

from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.domain.pausing import Pausing

BUDGET: Final = 0.006
"""Seconds of one turn; work that pauses seldom takes a little more."""
REST: Final = 150
"""Milliseconds without a key or a mouse button held before a turn comes."""


class Turns(QObject):
    """Runs one piece of work at a time in turns.

    It rests while the user types or drags, unless it is what they wait for then: with ``rests`` False.

    Signals:
        ended(object): the work is done; this is its result.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject, *, rests: bool = True) -> None:
        super().__init__(parent)
        self._rests = rests
        self._work: Pausing[Any] | None = None
        self._typed: object = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether work goes on, or will in a moment."""
        return self._timer.isActive()

    def start(self, work: Pausing[Any], *, after: int = 0) -> None:
        """Begin work after so many milliseconds, in the place of what was under way."""
        self._work, self._typed = work, _typed()
        self._timer.start(after)

    def stop(self) -> None:
        """Drop the work."""
        self._work = None
        self._timer.stop()

    def pause(self) -> None:
        """Wait until ``resume``."""
        self._timer.stop()

    def resume(self) -> None:
        """Go on where the work was left."""
        if self._work is not None:
            self._timer.start(REST)

    def _go_on(self) -> None:
        if self._rests and self._is_disturbed():
            self._timer.start(REST)
            return
        work, until = self._work, perf_counter() + BUDGET
        try:
            while work is not None and perf_counter() < until:
                next(work)
        except StopIteration as end:
            if work is self._work:
                self._work = None
            self.ended.emit(end.value)
            return
        if work is not None and work is self._work:
            self._timer.start(0)

    def _is_disturbed(self) -> bool:
        """Whether something was typed since the last turn, or a mouse button is held."""
        typed = _typed()
        if typed == self._typed and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            return False
        self._typed = typed
        return True


def _typed() -> object:
    """The words and the cursor of the field that has the focus: what changes while somebody types."""
    field = QApplication.focusWidget()
    if field is None or not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
        return None
    query = Qt.InputMethodQuery
    return (
        field.inputMethodQuery(query.ImSurroundingText),
        field.inputMethodQuery(query.ImCursorPosition),
    )

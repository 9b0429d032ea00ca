"""The hidden bench opens when something is held at its place for a while, and hides again afterwards."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.advice.moves import Target

OPENS_AFTER: Final = 400
"""Milliseconds."""
_STRIP: Final = 16
"""How far into the canvas the place of a hidden bench reaches."""


class HiddenBench(QObject):
    """The left edge of the window as a part to hold people over, while the bench is hidden.

    Signals:
        bench_flipped(): the bench is to be shown, or, once all is over, hidden again.
    """

    bench_flipped = Signal()

    def __init__(self, bench: QWidget, canvas: QWidget, *, holds_seat: Callable[[], bool]) -> None:
        super().__init__(canvas)
        self._bench, self._canvas, self._holds_seat = bench, canvas, holds_seat
        self._opened = False
        self._rest = QTimer(self, singleShot=True, interval=OPENS_AFTER)
        self._rest.timeout.connect(self._open)

    @property
    def is_open(self) -> bool:
        """Whether the bench is shown just for what is being moved."""
        return self._opened

    @property
    def _is_shown(self) -> bool:
        """Whether the bench can be seen, or the outline in its place, which has the bench as a row."""
        return (self._bench.parentWidget() or self._bench).isVisible()

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies where the bench would be."""
        if self._is_shown or not self._holds_seat():
            return False
        window = self._canvas.window()
        corner = window.mapToGlobal(QPoint(0, 0))
        canvas = self._canvas.mapToGlobal(QPoint(0, 0))
        right = canvas.x() + _STRIP
        return QRect(corner.x(), canvas.y(), right - corner.x(), self._canvas.height()).contains(at)

    def target_at(self, _at: QPoint) -> Target | None:
        """Nothing: it is the bench that is a target, once it is there."""
        return None

    def carried_near(self, at: QPoint) -> None:
        """Open the bench when something is held here long enough."""
        if not self.holds(at):
            self._rest.stop()
        elif not self._rest.isActive():
            self._rest.start()

    def next_target(self, _step: tuple[int, int]) -> Target | None:
        """Keys do not come here."""
        return None

    def place_of(self, _target: Target) -> QRect | None:
        """No target is here."""
        return None

    def close(self) -> None:
        """Hide the bench again when it was opened here."""
        self._rest.stop()
        if self._opened:
            self._opened = False
            if self._is_shown:
                self.bench_flipped.emit()

    def _open(self) -> None:
        self._opened = True
        self.bench_flipped.emit()

"""Scrolls the canvas while something is held close to its edge, the faster the closer."""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer, Signal

from planner.app.canvas.canvas import Canvas
from planner.placement import Rect
from planner.placement.settings import MARGIN

EDGE: Final = 32
EDGE_SPEED: Final = 900.0
"""Px per second at the very edge."""
_TICK: Final = 16
_PAST_END: Final = 2 * EDGE
"""How far into sight the end of the chart is scrolled: its outermost gap is then off the edge."""


class EdgeScrolling(QObject):
    """Pans a canvas while a place that it is told of lies within 32 px of an edge.

    Signals:
        scrolled(): the canvas moved below what is held.
    """

    scrolled = Signal()

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._near = QPoint()
        self._was_inside = False
        self._timer = QTimer(self, interval=_TICK)
        self._timer.timeout.connect(self._scroll)

    def hold_near(self, at: QPoint) -> None:
        """Note where something is held, a place in the viewport.

        It has to come from inside: whoever drags from the bench only crosses the edge beside it.
        """
        self._near = at
        port = self._canvas.viewport().rect()
        self._was_inside = self._was_inside or port.adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(at)
        wanted = self._was_inside and self._pull() != (0.0, 0.0)
        if wanted and not self._timer.isActive():
            self._timer.start()
        elif not wanted:
            self._timer.stop()

    def stop(self) -> None:
        """Nothing is held any more."""
        self._timer.stop()
        self._was_inside = False

    def _scroll(self) -> None:
        dx, dy = self._pull()
        if (dx, dy) == (0.0, 0.0):
            self._timer.stop()
            return
        self._canvas.pan(dx, dy)
        self.scrolled.emit()

    def _pull(self) -> tuple[float, float]:
        """Px to scroll in one tick."""
        port, at = self._canvas.viewport().rect(), QPointF(self._near)
        if not port.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(self._near):
            return (0.0, 0.0)
        chart = self._canvas.to_viewport(Rect(0, 0, *self._canvas.scene.size))
        into = _PAST_END if self._timer.isActive() else -round(MARGIN * self._canvas.view.scale)
        return (
            _pull(at.x(), port.width(), chart.left(), chart.right(), into),
            _pull(at.y(), port.height(), chart.top(), chart.bottom(), into),
        )


def _pull(at: float, length: float, low: float, high: float, into: float) -> float:
    """Px to scroll along a viewport of a length, in which the chart reaches from low to high.

    Once the end of the chart is so far ``into`` sight there is nothing more to scroll to, and a place beside
    it can be aimed at. Where no team is hidden it does not begin at all: the outermost cards stand so close
    to the edge that they would move away below what is held over them.
    """
    most = EDGE_SPEED * _TICK / 1000
    if at < EDGE and low < into:
        return most * min(1.0, (EDGE - at) / EDGE)
    if at > length - EDGE and high > length - into:
        return -most * min(1.0, (at - length + EDGE) / EDGE)
    return 0.0

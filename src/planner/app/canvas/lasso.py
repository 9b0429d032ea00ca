"""The lasso selects what a rectangle touches: a drag that begins where nothing stands."""

from PySide6.QtCore import QPoint

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.selection import Key
from planner.placement import Rect

LINE = 1.5


class Lasso:
    """A rectangle between where the drag began, a place on the chart, and where the pointer is.

    Cards that it touches are selected; where it touches none, the teams that it touches.
    """

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._start: tuple[float, float] | None = None
        self._before: tuple[Key, ...] = ()
        self._kept: tuple[Key, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether a rectangle is being drawn."""
        return self._start is not None

    def begin(self, at: QPoint, *, adds: bool) -> None:
        """Begin at a place of the viewport; one that ``adds`` keeps what is selected."""
        self._start = self._canvas.view.to_chart(at.x(), at.y())
        self._before = self._canvas.selection.items
        self._kept = self._before if adds else ()

    def stretch(self, at: QPoint) -> None:
        """Draw to a place of the viewport, and select what is touched."""
        if self._start is None:
            return
        x, y = self._canvas.view.to_chart(at.x(), at.y())
        left, top = min(x, self._start[0]), min(y, self._start[1])
        rect = Rect(left, top, abs(x - self._start[0]), abs(y - self._start[1]))
        self._canvas.overlays.lasso = (rect, LINE / self._canvas.view.scale)
        self._canvas.selection.select(*self._kept, *self._touched(rect))
        self._canvas.refresh_overlays()

    def end(self) -> None:
        """Keep what is selected."""
        self._start = None
        self._canvas.overlays.lasso = None
        self._canvas.refresh_overlays()

    def cancel(self) -> None:
        """Select again what was selected before."""
        if self.is_drawn:
            self._canvas.selection.select(*self._before)
            self.end()

    def _touched(self, rect: Rect) -> list[Key]:
        scene = self._canvas.scene
        near = [key for key in scene.keys_in(rect) if key in scene]
        cards = [key for key in near if key[0] == "seat" and _meets(scene.rect_of(key), rect)]
        return cards or [key for key in near if key[0] == "team" and _meets(scene.rect_of(key), rect)]


def _meets(box: Rect | None, rect: Rect) -> bool:
    return box is not None and box.meets(rect)

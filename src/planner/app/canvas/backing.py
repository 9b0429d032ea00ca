"""The backing store keeps what the viewport shows, scrolls it, and knows what is out of date."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from planner.app.canvas.view import View

PaintPart = Callable[[QPainter, QRect], None]


class Backing:
    """A pixmap of the viewport at one view; lengths are its logical pixels."""

    def __init__(self) -> None:
        self._pixmap = QPixmap()
        self._size = QSize()
        self._ratio = 1.0
        self._view = View()
        self._dirty = QRegion()

    @property
    def view(self) -> View:
        """The view that the pixmap shows."""
        return self._view

    def picture(self) -> QPixmap:
        """What is shown now, to be kept: painting on leaves it as it is."""
        return QPixmap(self._pixmap)

    def fit(self, size: QSize, ratio: float) -> None:
        """Follow the viewport's size and the screen's pixels."""
        if size == self._size and ratio == self._ratio:
            return
        self._size, self._ratio = QSize(size), ratio
        self._pixmap = QPixmap(size * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self.spoil_all()

    def show(self, view: View) -> None:
        """Show another view: a pan keeps what stays in sight, a zoom nothing."""
        if view == self._view:
            return
        dx, dy = view.dx - self._view.dx, view.dy - self._view.dy
        same_scale = view.scale == self._view.scale
        self._view = view
        whole = (dx * self._ratio).is_integer() and (dy * self._ratio).is_integer()
        if not (same_scale and whole) or abs(dx) >= self._size.width() or abs(dy) >= self._size.height():
            self.spoil_all()
            return
        step = QPoint(int(dx), int(dy))
        exposed = QRegion(QRect(QPoint(), self._size))
        self._pixmap.scroll(int(dx * self._ratio), int(dy * self._ratio), self._pixmap.rect())
        exposed -= QRegion(QRect(step, self._size))
        self._dirty.translate(step)
        self._dirty += exposed

    def spoil(self, area: QRect) -> None:
        """Paint a part of the viewport anew before it is shown again."""
        self._dirty += area

    def spoil_all(self) -> None:
        """Paint everything anew."""
        self._dirty = QRegion(QRect(QPoint(), self._size))

    def mend(self, paint: PaintPart) -> None:
        """Paint what is out of date: ``paint`` gets a painter clipped to a part, and the part."""
        if self._dirty.isEmpty():
            return
        whole = QRect(QPoint(), self._size)
        parts = [part & whole for part in rects_of(self._dirty)]
        self._dirty = QRegion()
        painter = QPainter(self._pixmap)
        for part in parts:
            if not part.isEmpty():
                painter.setClipRect(part)
                paint(painter, part)
        painter.end()

    def copy_to(self, painter: QPainter, area: QRect) -> None:
        """Show a part of the pixmap."""
        source = QRectF(
            area.x() * self._ratio,
            area.y() * self._ratio,
            area.width() * self._ratio,
            area.height() * self._ratio,
        )
        painter.drawPixmap(QRectF(area), self._pixmap, source)


def rects_of(region: QRegion) -> list[QRect]:
    """A region's rectangles, few of them: many small ones cost more than their bounds."""
    rects = [QRect(rect) for rect in region]  # type: ignore[attr-defined]  # Qt's stubs lack the iterator
    return rects if len(rects) <= 4 else [region.boundingRect()]

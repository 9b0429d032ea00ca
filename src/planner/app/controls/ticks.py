"""Tick boxes say yes or no, drawn in the colours of the theme; their words can be clicked too."""

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, TARGET_LEAST
from planner.typography import Style
from planner.typography.scale import BODY

BOX: Final = 18
"""Side of the box at 100% text; it grows half as much as words."""
_RING: Final = 3


def paint_box(painter: QPainter, look: Look, box: QRectF, *, on: bool, able: bool) -> None:
    """Paint a box, and the tick in it; what cannot be changed is grey."""
    ground = "surface" if not on else "accent" if able else "sunken"
    edge = ("accent" if on else "edge") if able else "line-2"
    painter.setPen(QPen(look.colour(edge), 1.2))
    painter.setBrush(look.colour(ground))
    painter.drawRoundedRect(box, 5, 5)
    if on:
        by = (box.width() + 1) / BOX
        pen = QPen(look.colour("accent-text" if able else "ink-3"), 2 * by)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        shape = ((-3.8, 0.2), (-1.2, 2.9), (4, -2.9))
        painter.drawPolyline(QPolygonF([box.center() + QPointF(x, y) * by for x, y in shape]))


class TickBox(QCheckBox):
    """A box to tick; the words wrap where they have no room. ``name`` is heard in their place."""

    def __init__(self, look: Look, words: str, *, name: str = "", style: Style = BODY) -> None:
        super().__init__()
        self._look, self._words = look, words
        self.setFont(look.font(style))
        self.setAccessibleName(name or words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the words in one line."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self._words)
        return QSize(round(width) + self._indent + _RING + 1, self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        """Words may wrap, but not vanish."""
        return QSize(120, TARGET_LEAST)

    def hasHeightForWidth(self) -> bool:
        """Wrapped words are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need."""
        room = QRectF(0, 0, max(1, width - self._indent - _RING), 10_000)
        box = QFontMetricsF(self.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, self._words)
        return max(TARGET_LEAST, round(box.height()) + 2 * _RING)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on box and words."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick, the ring of the keyboard and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._look.icon_side(BOX)
        top = (self._line_height - side) / 2
        box = QRectF(_RING + 0.5, top + 0.5, side - 1, side - 1)
        paint_box(painter, self._look, box, on=self.isChecked(), able=self.isEnabled())
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), 7, 7)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(self._look.colour("ink" if self.isEnabled() else "ink-3"))
        painter.setFont(self.font())
        room = QRectF(self._indent, 0, self.width() - self._indent, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._words)

    @property
    def _line_height(self) -> int:
        """The height in whose middle the box stands: the whole, or that of the first of several lines."""
        metrics = QFontMetricsF(self.font())
        if metrics.horizontalAdvance(self._words) <= self.width() - self._indent:
            return self.height()
        return max(TARGET_LEAST, round(metrics.height()) + 2 * _RING)

    @property
    def _indent(self) -> int:
        return _RING + self._look.icon_side(BOX) + SPACE_8

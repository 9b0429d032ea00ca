"""Tick boxes say yes or no; box and tick are drawn in the colours of the theme."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from planner.app.theme import Look
from planner.app.theme.metrics import TARGET_LEAST
from planner.typography.scale import BODY

_BOX: Final = 16
_GAP: Final = 8


class TickBox(QCheckBox):
    """A box to tick, with words at its right."""

    def __init__(self, look: Look, words: str, name: str = "") -> None:
        super().__init__()
        self._look, self._words = look, words
        self.setFont(look.font(BODY))
        self.setAccessibleName(name or words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Box and words, and a target that is high enough."""
        metrics = QFontMetricsF(self.font())
        width = _BOX + _GAP + metrics.horizontalAdvance(self._words) + 3
        return QSize(round(width), max(TARGET_LEAST + 4, round(metrics.height()) + 8))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        """The words can be clicked too."""
        return self.rect().contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its tick, the ring of the focus and the words."""
        look, on, able = self._look, self.isChecked(), self.isEnabled()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - _BOX) / 2, _BOX, _BOX)
        filled = on and able
        edge = "accent" if filled else "edge" if able else "line-2"
        painter.setPen(QPen(look.colour(edge), 1.2))
        painter.setBrush(look.colour("accent" if filled else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            use = "accent-text" if able else "ink-3"
            tick = look.pixmap("check", use, 12, self.devicePixelRatioF())
            painter.drawPixmap(round(box.x()) + 2, round(box.y()) + 2, tick)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 5, 5)
        painter.setFont(self.font())
        painter.setPen(look.colour("ink" if able else "ink-3"))
        words = QRectF(box.right() + _GAP, 0, self.width(), self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.end()

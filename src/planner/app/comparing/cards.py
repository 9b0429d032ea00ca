"""Paints the parts of a column's card, in px of the device's text size, around the marks of its cells."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPen

from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_POPOVER, SELECTION_LINE

INSET: Final = 8
"""Half the gap between two columns."""


def paint_card(
    painter: QPainter,
    look: Look,
    area: QRectF,
    *,
    is_shown: bool,
    is_top: bool = False,
    is_foot: bool = False,
) -> None:
    """Paint one part of a card: its ground and its sides, closed at the top or the foot."""
    line = SELECTION_LINE if is_shown else 1
    radius = RADIUS_POPOVER
    whole = area.adjusted(line / 2, 0, -line / 2, 0)
    whole.setTop(area.top() + line / 2 if is_top else area.top() - 2 * radius)
    whole.setBottom(area.bottom() - line / 2 if is_foot else area.bottom() + 2 * radius)
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("accent" if is_shown else "line-2"), line))
    painter.setBrush(look.colour("surface"))
    path = QPainterPath()
    path.addRoundedRect(whole, radius, radius)
    painter.drawPath(path)
    painter.restore()

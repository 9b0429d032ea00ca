"""Paints the dot grid behind the chart, which moves and grows with it."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, Qt

from planner.app.canvas.view import View

SPACING = 20.0
_LEAST_ON_SCREEN = 14.0


def paint_dots(painter: QPainter, area: QRect, view: View, colour: QColor) -> None:
    """Fill a part of the viewport with dots 20 px of the chart apart; farther where they would crowd."""
    step = SPACING * view.scale
    while step < _LEAST_ON_SCREEN:
        step *= 2
    tile = QPixmap(round(step), round(step))
    tile.fill(Qt.GlobalColor.transparent)
    dot = QPainter(tile)
    dot.fillRect(0, 0, 1, 1, colour)
    dot.end()
    painter.save()
    painter.setBrushOrigin(QPointF(view.dx, view.dy))
    painter.fillRect(area, QBrush(tile))
    painter.restore()

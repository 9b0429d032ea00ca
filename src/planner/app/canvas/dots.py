"""Paints the ground of the canvas: its colour and a dot grid, which moves and grows with the chart."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from planner.app.canvas.view import View

SPACING = 20.0
_LEAST_ON_SCREEN = 14.0
_TILE = 256
"""Many dots in one tile: few copies fill the ground."""


class Ground:
    """Dots 20 px of the chart apart, farther where they would crowd; the tile of one scale is kept."""

    def __init__(self) -> None:
        self._key: object = None
        self._tile = QPixmap()

    def paint(self, painter: QPainter, area: QRect, view: View, *, ground: QColor, dot: QColor) -> None:
        """Fill a part of the viewport."""
        step = SPACING * view.scale
        while step < _LEAST_ON_SCREEN:
            step *= 2
        side = round(step)
        key = (side, ground.rgb(), dot.rgb())
        if key != self._key:
            self._key, self._tile = key, _tile(side, ground, dot)
        across = self._tile.width()
        offset = QPoint((area.x() - round(view.dx)) % across, (area.y() - round(view.dy)) % across)
        painter.drawTiledPixmap(area, self._tile, offset)


def _tile(side: int, ground: QColor, dot: QColor) -> QPixmap:
    dots = max(1, _TILE // side)
    tile = QPixmap(side * dots, side * dots)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setPen(dot)
    for column in range(dots):
        for row in range(dots):
            painter.drawPoint(column * side, row * side)
    painter.end()
    return tile

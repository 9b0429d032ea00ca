"""Keeps the pictures of layouts: large ones take long to pack and to paint, and change seldom."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.advice.comparing import Column, Row
from planner.app.canvas.ink import Ink
from planner.app.theme import Look
from planner.domain import Scenario
from planner.drawing.comparing.cells import Cells


class _Kept(NamedTuple):
    scenario: Scenario
    size: tuple[int, int]
    starts_group: bool
    pixmap: QPixmap


class Pictures:
    """Paints the row of the layout; a picture is made again when its layout, its size or the look changes."""

    def __init__(self, look: Look, ink: Ink) -> None:
        self._look, self._ink = look, ink
        self._kept: dict[str, _Kept] = {}
        look.changed.connect(self._kept.clear)

    def paint(self, painter: QPainter, cells: Cells, column: Column, card: QRectF) -> None:
        """Paint the picture of a layout into its part of a card."""
        ratio = painter.device().devicePixelRatio()
        size = (round(card.width() * ratio), round(card.height() * ratio))
        starts, scenario = cells.starts_group(Row.LAYOUT), column.scenario
        kept = self._kept.get(scenario.id)
        if kept is None or kept[1:3] != (size, starts) or not _is_same(kept.scenario, scenario):
            pixmap = self._made(cells, column, card, ratio)
            kept = self._kept[scenario.id] = _Kept(scenario, size, starts, pixmap)
        painter.drawPixmap(card.topLeft(), kept.pixmap)

    def _made(self, cells: Cells, column: Column, card: QRectF, ratio: float) -> QPixmap:
        pixmap = QPixmap(round(card.width() * ratio), round(card.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        factor = self._look.factor
        painter.scale(factor, factor)
        self._ink.marks(painter, cells.marks(Row.LAYOUT, column, card.width() / factor))
        painter.end()
        return pixmap


def _is_same(one: Scenario, other: Scenario) -> bool:
    """Whether two values of a scenario hold the very same rows that a picture shows."""
    return one.teams is other.teams and one.seats is other.seats and one.links is other.links

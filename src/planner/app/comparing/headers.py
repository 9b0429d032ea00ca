"""The headers of the comparison: scenarios above the columns, names beside the rows."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.app.canvas.ink import Ink
from planner.app.comparing.cards import INSET, paint_card
from planner.app.comparing.model import ComparisonModel
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_24
from planner.drawing.comparing.cells import LEADING, ROW
from planner.drawing.comparing.head import Head
from planner.drawing.comparing.words import row_hint
from planner.messages import render
from planner.placement.measuring import Measure
from planner.typography.scale import BODY_MEDIUM, SMALL

LABELS: Final = 182
"""The width of the rows' names."""
_ROOM: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ScenarioHeader(QHeaderView):
    """The heads of the columns: they stay in sight while the rows scroll."""

    def __init__(
        self,
        look: Look,
        ink: Ink,
        model: ComparisonModel,
        document: Document,
        measure: Measure,
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._ink, self._compared, self._document = look, ink, model, document
        self._measure, self._low = measure, False
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        look.changed.connect(self.viewport().update)

    def height_at(self, width: float, most: float) -> int:
        """The height that the heads need in cards of a width, in px at 100% text.

        Beyond ``most`` they have no gauges, so that rows are left to be compared.
        """
        self._low = False
        head = self._head()
        if head is not None and head.height(width) > most:
            self._low = True
            head = self._head()
        return round(head.height(width)) if head is not None else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heads that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("canvas"))
        for section in range(len(self._compared.columns)):
            left = self.sectionViewportPosition(section)
            area = QRect(left, 0, self.sectionSize(section), self.height())
            if area.intersects(event.rect()):
                self._paint(painter, section, QRectF(area).adjusted(INSET, 0, -INSET, 0))
        painter.end()

    def _paint(self, painter: QPainter, section: int, area: QRectF) -> None:
        head, column = self._head(), self._compared.columns[section]
        is_shown = column.scenario.id == self._document.scenario_id
        paint_card(painter, self._look, area, is_shown=is_shown, is_top=True)
        if head is None:
            return
        factor = self._look.factor
        painter.save()
        painter.translate(area.topLeft())
        painter.scale(factor, factor)
        self._ink.marks(painter, head.marks(column, area.width() / factor))
        painter.restore()

    def _head(self) -> Head | None:
        comparison = self._compared.comparison
        if comparison is None:
            return None
        return Head(comparison, self._measure, self._look.fonts, low=self._low)


class RowHeader(QHeaderView):
    """The names of the rows: they stay in sight while the columns scroll."""

    def __init__(self, look: Look, model: ComparisonModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._look, self._compared = look, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        look.changed.connect(self.viewport().update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names that are seen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("canvas"))
        for row in range(len(self._compared.rows)):
            area = QRect(0, self.sectionViewportPosition(row), self.width(), self.sectionSize(row))
            if not self.isSectionHidden(row) and area.intersects(event.rect()):
                self._paint(painter, row, area)
        painter.end()

    def _paint(self, painter: QPainter, place: int, area: QRect) -> None:
        look, cells, row = self._look, self._compared.cells, self._compared.rows[place]
        if cells is None:
            return
        top = area.top()
        if cells.starts_group(row):
            painter.fillRect(SPACE_24, top, area.width() - SPACE_24 - INSET, 1, look.colour("line-2"))
            top += look.px(LEADING)
        room = QRect(SPACE_24, top, area.width() - SPACE_24 - 4, look.px(ROW))
        words = str(self.model().headerData(place, Qt.Orientation.Vertical))
        painter.setFont(look.font(BODY_MEDIUM))
        painter.setPen(look.colour("ink"))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _ROOM, shown)
        hint = row_hint(row)
        if hint is not None:
            painter.setFont(look.font(SMALL))
            painter.setPen(look.colour("ink-2"))
            painter.drawText(room.translated(0, look.px(18)), _ROOM, render(hint))


class HeadName(QWidget):
    """Names the heads of the columns, in the corner of the table."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and name."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("canvas"))
        painter.setFont(self._look.font(BODY_MEDIUM))
        painter.setPen(self._look.colour("ink"))
        room = QRect(SPACE_24, self._look.px(12), self.width() - SPACE_24, self._look.px(ROW))
        painter.drawText(room, _ROOM, "Scenario")
        painter.end()

"""The table of the comparison: painted cells that keys and mouse reach, and that read across as a table."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.advice.comparing import Column, Comparison, Row
from planner.app.canvas.ink import Ink
from planner.app.comparing.cards import INSET, paint_card
from planner.app.comparing.headers import LABELS, HeadName, RowHeader, ScenarioHeader
from planner.app.comparing.model import ComparisonModel
from planner.app.comparing.pictures import Pictures
from planner.app.controls.cells import CellTable
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import SELECTION_LINE, SPACE_8, SPACE_16
from planner.drawing.comparing.cells import BUTTON, LEADING, PAD, Cells
from planner.drawing.marks import Box, IconMark, Label, Mark
from planner.drawing.marks import Rect as Area
from planner.messages import Format
from planner.placement.measuring import Measure
from planner.typography.scale import BODY_MEDIUM

CARD_LEAST: Final = 276
"""The width that a card keeps, at 100% text; where not all have it the columns scroll sideways."""
CARD_MOST: Final = 640
"""The width that a card takes at most: bars longer than that are hard to compare."""
_HEADS_MOST: Final = 0.4
"""The part of the height that heads with gauges may take."""
_FOOT: Final = 16
"""What stays clear below the cards."""
_MOVES: Final = 90
"""The width of what can be pressed to list who moves, at 100% text: as wide as the words get."""
_BY_KEYS: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_OPENS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ComparisonTable(CellTable):
    """Rows of figures by scenarios.

    Signals:
        opened(str): a scenario is to be shown on the canvas.
        moves_wanted(str): who moves in a scenario is to be listed beside ``anchor``, which lies on its cell.
    """

    opened = Signal(str)
    moves_wanted = Signal(str)

    def __init__(self, document: Document, look: Look, ink: Ink, form: Format) -> None:
        super().__init__()
        self._look, self._document = look, document
        self._measure = Measure(look.fonts)
        self._by_keyboard = False
        self._hides_equal = False
        self.compared = ComparisonModel(self._cells, form, self)
        self.setModel(self.compared)
        self.setAccessibleName("Scenarios compared")
        self.setAccessibleDescription(
            "Arrows go from cell to cell, Enter opens a scenario or lists who moves."
        )
        self._set_up(ink)
        self._painter = _Cell(look, ink, document, self)
        self.setItemDelegate(self._painter)
        self.compared.modelReset.connect(self.fit)
        look.changed.connect(self.fit)
        document.scenario_switched.connect(self._repaint)

    @property
    def hides_equal(self) -> bool:
        """Whether rows that read the same everywhere are hidden."""
        return self._hides_equal

    @property
    def shows_keyboard(self) -> bool:
        """Whether the cell in focus has a ring: keys were used last."""
        return self._by_keyboard and self.hasFocus()

    def show_comparison(self, comparison: Comparison) -> None:
        """Show another comparison; the cell in focus stays where it is still there."""
        at, column = self.currentIndex(), self._scenario_of(self.currentIndex().column())
        row = self.compared.rows[at.row()] if at.isValid() else None
        self.compared.show(comparison)
        ids = [each.scenario.id for each in comparison.columns]
        rows = self.compared.rows
        if not self.currentIndex().isValid() and rows:
            place = rows.index(row) if row in rows else 0
            shown = column if column in ids else self._document.scenario_id
            self.setCurrentIndex(self.compared.index(place, ids.index(shown) if shown in ids else 0))
        self.fit()

    def hide_equal(self, *, hides: bool) -> None:
        """Hide the rows that read the same in all columns, or show them again."""
        self._hides_equal = hides
        if self.compared.comparison is not None:
            self.compared.show(self.compared.comparison)
        self.fit()

    def _cells(self, comparison: Comparison) -> Cells:
        hidden = comparison.equal if self._hides_equal else frozenset()
        return Cells(comparison, self._measure, self._look.fonts, hidden=hidden)

    def fit(self) -> None:
        """Give columns the room there is, and rows the height that they need in it."""
        cells = self.compared.cells
        if cells is None:
            return
        look = self._look
        self.verticalHeader().setFixedWidth(look.px(LABELS))
        count = len(self.compared.columns)
        room = max(1, self.width() - look.px(LABELS) - SPACE_16)  # where the bar stands that scrolls
        least, most = look.px(CARD_LEAST), look.px(CARD_MOST)
        card = max(least, min(most, room // count - 2 * INSET))
        width = card / look.factor
        for section in range(count):
            self.setColumnWidth(section, card + 2 * INSET)
        head = look.px(self._above.height_at(width, most=self.height() * _HEADS_MOST / look.factor))
        self._above.setFixedHeight(head)
        self._corner.setGeometry(0, 0, look.px(LABELS), head)
        for place, row in enumerate(self.compared.rows):
            self.setRowHidden(place, row in cells.hidden)
            foot = _FOOT if row is Row.IN_SHORT else 0
            self.setRowHeight(place, look.px(cells.height(row, width)) + foot)
        self._leave_hidden_row()
        self._painter.forget()
        self._repaint()

    def cell_of(self, row: Row, scenario: str) -> QRect:
        """Where a cell stands in the viewport."""
        column = [each.scenario.id for each in self.compared.columns].index(scenario)
        return self.visualRect(self.compared.index(self.compared.rows.index(row), column))

    def button_of(self, scenario: str) -> QRect:
        """Where the button that opens a scenario stands in the viewport."""
        return self._button_in(self.cell_of(Row.IN_SHORT, scenario))

    def _leave_hidden_row(self) -> None:
        """Go to the next row in sight where that in focus is hidden."""
        at = self.currentIndex()
        if not at.isValid() or not self.isRowHidden(at.row()):
            return
        rows = [row for row in range(len(self.compared.rows)) if not self.isRowHidden(row)]
        below = [row for row in rows if row > at.row()]
        self.setCurrentIndex(self.compared.index((below or rows)[0], at.column()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or lists; the rest walks about."""
        self._by_keyboard = True
        at = self.currentIndex()
        if Qt.Key(event.key()) in _OPENS and at.isValid():
            self._act(at)
        elif event.key() == Qt.Key.Key_Escape or event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)
        for index in (at, self.currentIndex()):
            self.update(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when keys brought the focus; a window that is active again shows what it showed."""
        if event.reason() in _BY_KEYS:
            self._by_keyboard = True
        elif event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason):
            self._by_keyboard = False
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press what a cell offers."""
        self._by_keyboard = False
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and self._offers(index, event.position().toPoint()):
            self._act(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be pressed."""
        at = event.position().toPoint()
        offers = self._offers(self.indexAt(at), at)
        shape = Qt.CursorShape.PointingHandCursor if offers else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._painter.hover(self.indexAt(at) if offers else None)
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the hover away."""
        self._painter.hover(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns what room there is."""
        super().resizeEvent(event)
        self.fit()

    def _act(self, index: QModelIndex) -> None:
        column, row = self.compared.columns[index.column()], self.compared.rows[index.row()]
        if row is not Row.MOVES:
            self.opened.emit(column.scenario.id)
        elif column.moves:
            self.anchor.setGeometry(self.visualRect(index).adjusted(INSET + self._look.px(PAD), 0, 0, 0))
            self.moves_wanted.emit(column.scenario.id)

    def _offers(self, index: QModelIndex, at: QPoint) -> bool:
        """Whether a press at a place of the viewport does something."""
        if not index.isValid():
            return False
        column, row = self.compared.columns[index.column()], self.compared.rows[index.row()]
        area = self.visualRect(index)
        if row is Row.MOVES:
            return bool(column.moves) and at.x() < area.left() + self._look.px(PAD + _MOVES)
        return row is Row.IN_SHORT and self._button_in(area).contains(at)

    def _button_in(self, area: QRect) -> QRect:
        look = self._look
        width, height = (look.px(side) for side in BUTTON)
        right = area.right() - INSET - look.px(PAD)
        return QRect(right - width, area.top() + look.px(LEADING), width, height)

    def _scenario_of(self, column: int) -> str:
        columns = self.compared.columns
        return columns[column].scenario.id if 0 <= column < len(columns) else ""

    def _repaint(self) -> None:
        self.viewport().update()
        self._above.viewport().update()
        self.verticalHeader().viewport().update()

    def _set_up(self, ink: Ink) -> None:
        look = self._look
        self._above = ScenarioHeader(look, ink, self.compared, self._document, self._measure, self)
        self.setHorizontalHeader(self._above)
        self.setVerticalHeader(RowHeader(look, self.compared, self))
        self.setCornerWidget(QWidget())  # an empty one, in place of a frame between the two bars
        self._corner = HeadName(look, self)
        self.anchor = QWidget(self.viewport())
        self.anchor.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.verticalHeader().setMinimumSectionSize(1)
        self._above.setMinimumSectionSize(1)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(24)


class _Cell(QStyledItemDelegate):
    """Paints a cell in its card: the marks of its row, its button, the ring of the keyboard."""

    def __init__(self, look: Look, ink: Ink, document: Document, table: ComparisonTable) -> None:
        super().__init__(table)
        self._look, self._ink, self._document, self._table = look, ink, document, table
        self._known: dict[tuple[Row, str], tuple[Mark, ...]] = {}
        self._pictures = Pictures(look, ink)
        self._hovered: tuple[int, int] | None = None

    def forget(self) -> None:
        """Draw all cells anew when they are next seen."""
        self._known.clear()

    def hover(self, index: QModelIndex | None) -> None:
        """Let what a cell offers look as under the pointer."""
        hovered = None if index is None else (index.row(), index.column())
        if hovered != self._hovered:
            before, self._hovered = self._hovered, hovered
            for at in (before, hovered):
                if at is not None:
                    self._table.update(self._table.compared.index(*at))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        model, look = self._table.compared, self._look
        cells, column, row = model.cells, model.columns[index.column()], model.rows[index.row()]
        area = QRectF(option.rect)
        painter.fillRect(area, look.colour("canvas"))
        card = area.adjusted(INSET, 0, -INSET, -_FOOT if row is Row.IN_SHORT else 0)
        is_shown = column.scenario.id == self._document.scenario_id
        paint_card(painter, look, card, is_shown=is_shown, is_foot=row is Row.IN_SHORT)
        if cells is None:
            return
        width = card.width() / look.factor
        if row is Row.LAYOUT:
            self._pictures.paint(painter, cells, column, card)
        else:
            painter.save()
            painter.translate(card.topLeft())
            painter.scale(look.factor, look.factor)
            self._ink.marks(painter, self._marks(cells, row, column, width))
            if row is Row.IN_SHORT:
                at = (index.row(), index.column())
                self._ink.marks(painter, self._button(width, is_shown=is_shown, at=at))
            painter.restore()
        if self._table.shows_keyboard and index == self._table.currentIndex():
            self._ring(painter, card.adjusted(SPACE_8, 2, -SPACE_8, -2))

    def _marks(self, cells: Cells, row: Row, column: Column, width: float) -> tuple[Mark, ...]:
        key = (row, column.scenario.id)
        if key not in self._known:
            self._known[key] = tuple(cells.marks(row, column, width))
        return self._known[key]

    def _button(self, width: float, *, is_shown: bool, at: tuple[int, int]) -> tuple[Mark, ...]:
        fonts = self._look.fonts
        wide, high = BUTTON
        place = Area(width - PAD - wide, LEADING, wide, high)
        border = "edge" if at == self._hovered else "line-2"
        ground = Box(place, 7.0, "accent-bg") if is_shown else Box(place, 7.0, "surface", border)
        ink = "accent-ink" if is_shown else "ink"
        text = fonts.width("Open", BODY_MEDIUM)
        left = place.x + (wide - text - SPACE_16 - 7.0) / 2
        return (
            ground,
            IconMark(left, place.y + (high - SPACE_16) / 2, SPACE_16, "arrow-right", ink),
            Label(
                left + SPACE_16 + 7.0,
                place.y + fonts.cap_baseline(BODY_MEDIUM, high),
                "Open",
                BODY_MEDIUM,
                ink,
            ),
        )

    def _ring(self, painter: QPainter, area: QRectF) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("accent"), SELECTION_LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6, 6)
        painter.restore()

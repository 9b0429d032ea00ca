"""The list of teams to pick from, which a field opens: ticks by mouse and by keyboard, a field to find in."""

from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.advice.agreeing import Option, Several
from planner.app.controls import label, make_button
from planner.app.controls.popover import Popover
from planner.app.controls.ticks import BOX, paint_box
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8
from planner.typography.scale import BODY, LABEL, SMALL

_WIDTH: Final = 300
_ROWS: Final = 9
_ROW: Final = 28
_FIND_FROM: Final = 12
"""A list so long gets a field to find in."""
_ON: Final = Qt.CheckState.Checked
_OFF: Final = Qt.CheckState.Unchecked
_Index = QModelIndex | QPersistentModelIndex


class Picker(Popover):
    """Teams to tick; those that are agreed already stay.

    Signals:
        picked(frozenset): these are ticked now.
    """

    picked = Signal(object)

    def __init__(self, look: Look, window: QWidget, asked: Several, picked: frozenset[str]) -> None:
        super().__init__(look, window, width=_WIDTH)
        self.content.addWidget(label(look, str(asked.label), LABEL))
        self.finder = QLineEdit()
        self.finder.setPlaceholderText("Find a team")
        self.finder.setAccessibleName("Find a team")
        self.finder.textChanged.connect(self._narrow)
        self.finder.setVisible(len(asked.options) >= _FIND_FROM)
        self.list = QListWidget()
        self.list.setAccessibleName(str(asked.label))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Ticks(look, self.list))
        self.list.setStyleSheet("background: transparent")
        for option in asked.options:
            self.list.addItem(_item(option, asked, picked))
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(len(asked.options), _ROWS) * _ROW + 4)
        self.list.itemChanged.connect(lambda _item: self.picked.emit(self.chosen))
        self.content.addWidget(self.finder)
        self.content.addWidget(self.list)
        if asked.present:
            words = "What is agreed already stays. Take it back in Agreements."
            self.content.addWidget(label(look, words, SMALL, tone="second", wraps=True))
        done = make_button(look, "Done", on_click=self.close_it)
        self.content.addWidget(done, 0, Qt.AlignmentFlag.AlignRight)

    @property
    def chosen(self) -> frozenset[str]:
        """The teams with a tick."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is _ON)

    def take_focus(self) -> None:
        """Be ready for the keyboard: in the field to find in where there is one, else in the list."""
        has_finder = not self.finder.isHidden()
        (self.finder if has_finder else self.list).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on from the field to the list with Down; Enter closes."""
        if event.key() == Qt.Key.Key_Down and self.finder.hasFocus():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.close_it()
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())


class _Ticks(QStyledItemDelegate):
    """Draws a team with its tick as the sheet draws its own; a click anywhere in the row ticks."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, box and name."""
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent-bg"))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 5, 5)
        box = QRectF(area.left() + 5.5, area.center().y() - BOX / 2 + 0.5, BOX - 1, BOX - 1)
        able = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is _ON
        paint_box(painter, self._look, box, on=on, able=able)
        painter.setPen(QPen(self._look.colour("accent-ink" if is_current else "ink")))
        painter.setFont(self._look.font(BODY))
        room = area.adjusted(BOX + 5 + SPACE_8, 0, -SPACE_8, 0)
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """A row that is easy to hit."""
        return QSize(_WIDTH - 60, _ROW)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Tick by a click anywhere in the row, or by Space."""
        by_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if not by_key and event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is _ON
        return model.setData(index, _OFF if on else _ON, Qt.ItemDataRole.CheckStateRole)


def _item(option: Option, asked: Several, picked: frozenset[str]) -> QListWidgetItem:
    item = QListWidgetItem(str(option.name))
    item.setData(Qt.ItemDataRole.UserRole, option.value)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if option.value not in asked.present:
        flags |= Qt.ItemFlag.ItemIsUserCheckable
    item.setFlags(flags)
    item.setCheckState(_ON if option.value in picked else _OFF)
    return item

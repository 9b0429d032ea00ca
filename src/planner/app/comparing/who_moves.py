"""Lists who sits elsewhere in a scenario than in the one it is compared with, from where to where."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.advice.comparing import Column, Comparison
from planner.app.comparing.wording import who
from planner.app.controls import label
from planner.app.controls.labels import plain_tip
from planner.app.controls.popover import Popover
from planner.app.theme import Look
from planner.drawing.comparing.words import elsewhere_words, left_words, taken_words
from planner.typography.scale import PANEL_TITLE

WIDTH: Final = 720
_ROWS_MOST: Final = 14
_ROWS_LEAST: Final = 3


class WhoMoves(Popover):
    """A table of people with what they leave and what they take; Esc or a click elsewhere closes it."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(look, window, width=WIDTH)
        self._look = look
        self.title = label(look, style=PANEL_TITLE, wraps=True)
        self.list = QTreeWidget()
        self.list.setProperty("part", "listing")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHeaderLabels(["Person", "From", "To"])
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.content.addWidget(self.title)
        self.content.addWidget(self.list)

    def open_for(self, comparison: Comparison, column: Column, anchor: QWidget) -> None:
        """List the moves of a scenario beside its cell."""
        found = column.moves or ()
        text = elsewhere_words(comparison, column)
        self.title.setText(str(text))
        self.setAccessibleName(str(text))
        self.list.setAccessibleName(str(text))
        self.list.clear()
        self.list.addTopLevelItems([_item(comparison, column, place) for place in range(len(found))])
        rows = min(max(len(found), _ROWS_LEAST), _ROWS_MOST)
        row = max(self.list.sizeHintForRow(0), 1)
        self.list.setFixedHeight(row * rows + self.list.header().sizeHint().height() + 14)
        room = self.inner_width - 24
        for section, part in enumerate((0.23, 0.39, 0.38)):
            self.list.setColumnWidth(section, round(room * part))
        self.open_below(anchor)
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)


def _item(comparison: Comparison, column: Column, place: int) -> QTreeWidgetItem:
    move = (column.moves or ())[place]
    texts = [who(comparison, move), str(left_words(move)), str(taken_words(move))]
    item = QTreeWidgetItem(texts)
    for section, text in enumerate(texts):
        item.setToolTip(section, plain_tip(text))
    return item

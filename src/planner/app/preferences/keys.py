"""Chooses the keys of commands: a list of all, and a field that takes the keys pressed in it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.app.actions import ActionRow, Actions
from planner.app.controls import Kind, label, make_button
from planner.app.controls.labels import show_text
from planner.app.preferences.shortcuts import Shortcuts
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8
from planner.typography.scale import SMALL

_ROWS_SEEN: Final = 7
_ROW: Final = Qt.ItemDataRole.UserRole


class KeysChooser(QWidget):
    """Commands with their keys; the one that is chosen can be given others."""

    def __init__(self, look: Look, shortcuts: Shortcuts, actions: Actions) -> None:
        super().__init__()
        self._look, self._shortcuts, self._actions = look, shortcuts, actions
        self._rows = {row.id: row for row, _action in actions if row.handler}
        self.finder = QLineEdit()
        self.finder.setPlaceholderText("Find a command or a key")
        self.finder.setAccessibleName("Find a command or a key")
        self.finder.setClearButtonEnabled(True)
        self.list = self._make_list()
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setAccessibleName("Keys of the chosen command")
        self.no_keys = make_button(look, "No keys", on_click=self._take_away)
        self.reset = make_button(look, "Reset", on_click=self._reset)
        self.reset_all = make_button(look, "Reset all keys", Kind.QUIET, on_click=shortcuts.reset_all)
        self.told = label(look, style=SMALL, tone="problem", wraps=True)
        self._lay_out()
        self.finder.textChanged.connect(lambda _text: self._filter())
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        self.field.keySequenceChanged.connect(self._take)
        shortcuts.changed.connect(self._show_keys)
        self._fill()

    @property
    def row(self) -> ActionRow | None:
        """The command that is chosen."""
        item = self.list.currentItem()
        return self._rows[item.data(0, _ROW)] if item is not None else None

    def choose(self, command: str) -> None:
        """Choose a command by its id."""
        for item in self._items():
            if item.data(0, _ROW) == command:
                self.list.setCurrentItem(item)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setColumnCount(2)
        made.setProperty("part", "listing")
        made.setHeaderLabels(["Command", "Keys"])
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAccessibleName("Commands and their keys")
        made.setAllColumnsShowFocus(True)
        made.header().setSectionsMovable(False)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.setMinimumHeight(self._look.grown(24) * _ROWS_SEEN)
        return made

    def _lay_out(self) -> None:
        keys = QHBoxLayout()
        keys.setSpacing(SPACE_8)
        keys.addWidget(self.field, 1)
        keys.addWidget(self.no_keys)
        keys.addWidget(self.reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.finder)
        column.addWidget(self.list, 1)
        column.addLayout(keys)
        column.addWidget(self.told)
        column.addWidget(self.reset_all, 0, Qt.AlignmentFlag.AlignLeft)
        show_text(self.told, "")

    def _fill(self) -> None:
        for row in self._rows.values():
            menu = row.menu.replace("/", " ▸ ")
            words = _name(row)
            item = QTreeWidgetItem([f"{menu} ▸ {words}" if menu else words, ""])
            item.setData(0, _ROW, row.id)
            self.list.addTopLevelItem(item)
        self._show_keys()
        items = self._items()
        if items:
            self.list.setCurrentItem(items[0])

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _show_keys(self) -> None:
        for item in self._items():
            item.setText(1, _said(self._shortcuts.keys_of(self._rows[item.data(0, _ROW)])))
        self._show_chosen()

    def _filter(self) -> None:
        wanted = self.finder.text().strip().casefold()
        for item in self._items():
            item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())

    def _show_chosen(self) -> None:
        row = self.row
        show_text(self.told, "")
        keys = self._shortcuts.keys_of(row) if row is not None else ()
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.field.setKeySequence(QKeySequence(keys[0]) if keys else QKeySequence())
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.no_keys.setEnabled(bool(keys))
        self.reset.setEnabled(row is not None and self._shortcuts.is_changed(row))

    def _take(self, pressed: QKeySequence) -> None:
        row, keys = self.row, pressed.toString(QKeySequence.SequenceFormat.PortableText)
        if row is None or not keys:
            return
        holder = self._shortcuts.holder_of(keys, row, self._rows.values())
        if holder is not None:
            native = pressed.toString(QKeySequence.SequenceFormat.NativeText)
            show_text(self.told, f"{native} is the key of “{_name(holder)}”. Take it away there first.")
            return
        self._shortcuts.choose(row, [keys])

    def _take_away(self) -> None:
        if self.row is not None:
            self._shortcuts.choose(self.row, [])

    def _reset(self) -> None:
        row = self.row
        if row is None:
            return
        for keys in row.shortcuts:
            holder = self._shortcuts.holder_of(keys, row, self._rows.values())
            if holder is not None:
                show_text(self.told, f"{keys} is now the key of “{_name(holder)}”. Take it away there first.")
                return
        self._shortcuts.reset(row)


def _name(row: ActionRow) -> str:
    return row.text.rstrip("…")


def _said(keys: tuple[str, ...]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(each).toString(native) for each in keys)

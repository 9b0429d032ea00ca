"""A list to pick from, with a field to search it: one owner, or several teams while it stays open."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls.labels import divider, label
from planner.app.controls.pills import KeyCap
from planner.app.moving.beside import BesidePopover
from planner.app.moving.choice_list import ChoiceList, Item, Option
from planner.app.theme import Look
from planner.typography.scale import BODY_STRONG, SMALL

TICKED: Final = "check"
"""The icon of a row that is picked."""
Items = Callable[[str], list[Item]]
"""Gives the rows for what was typed."""
_WIDTH: Final = 340
_MOST_HEIGHT: Final = 300
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class PickList(BesidePopover):
    """A popover with rows; Enter or a click takes one, typing filters them."""

    def __init__(self, look: Look, ink: Ink, window: QWidget) -> None:
        super().__init__(look, window, width=_WIDTH)
        self._items: Items = lambda _typed: []
        self._take: Callable[[object], object] = lambda _value: None
        self._stays = False
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(0)
        self.title = label(look, style=BODY_STRONG)
        self.field = QLineEdit()
        self.list = ChoiceList(look=look, ink=ink, most_height=_MOST_HEIGHT)
        self._verb = label(look, style=SMALL, tone="second")
        self._lay_out(look)
        self.field.textChanged.connect(self._show)
        self.field.installEventFilter(self)
        self.list.chosen.connect(lambda _modifiers: self._take_current())
        self.list.moved.connect(self._tell_current)

    def open_for(
        self,
        title: str,
        items: Items,
        beside: QWidget,
        take: Callable[[object], object],
        *,
        stays: bool = False,
    ) -> None:
        """Open beside a button, or under a wide one; ``take`` gets the value of the row taken.

        With ``stays`` several rows are taken, one after the other.
        """
        self._items, self._take, self._stays = items, take, stays
        self.title.setText(title)
        self._verb.setText("tick or untick" if stays else "choose")
        self.field.setAccessibleName(f"{title}, type to search")
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003
        self._show("")
        if beside.width() > self.width():
            self.open_below(beside)
        else:
            self.open_beside(QRect(beside.mapToGlobal(QPoint(0, 0)), beside.size()))
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_again(self) -> None:
        """Show the rows as they are now, the same one current and in the same place."""
        rows, bar = self.list.options, self.list.verticalScrollBar()
        at = rows.index(self.list.current) if self.list.current in rows else 0
        scrolled = bar.value()
        self._show(self.field.text())
        if at < len(self.list.options):
            self.list.choose(self.list.options[at])
        bar.setValue(scrolled)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field walk through the list and take from it."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress:
                return self._on_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_current()
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.close_it()
        else:
            return False
        return True

    def _take_current(self) -> None:
        current = self.list.current
        if current is None:
            return
        if self._stays:
            self._take(current.value)
            self.show_again()
        else:
            self.close_it()
            self._take(current.value)

    def _show(self, typed: str) -> None:
        self.list.show_items(self._items(typed))
        self.adjustSize()

    def _tell_current(self) -> None:
        current = self.list.current
        self.field.setAccessibleDescription(_said(current) if current is not None else "")

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 16, 12)
        head.setSpacing(10)
        self.field.setPlaceholderText("type to search")
        self.field.setFrame(False)
        self.field.setStyleSheet("border: none; background: transparent; padding: 0")
        head.addWidget(self.title)
        head.addWidget(self.field, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(5)
        for widget in (KeyCap(look, "Enter"), self._verb):
            foot.addWidget(widget)
        foot.addSpacing(7)
        for widget in (KeyCap(look, "Esc"), label(look, "close", SMALL, tone="second")):
            foot.addWidget(widget)
        foot.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(divider())
        self.content.addSpacing(6)
        self.content.addWidget(self.list)
        self.content.addSpacing(6)
        self.content.addWidget(divider())
        self.content.addLayout(foot)


def _said(option: Option) -> str:
    return f"{option.said}, ticked" if option.icon == TICKED else option.said

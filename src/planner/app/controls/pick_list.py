"""A list to pick from, with a field to search it: one owner, or several teams while it stays open."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from planner.app.canvas.ink import Ink
from planner.app.moving.choice_list import Item, Option
from planner.app.moving.searched_list import KeyWords, SearchedList
from planner.app.theme import Look

TICKED: Final = "check"
"""The icon of a row that is picked."""
Items = Callable[[str], list[Item]]
"""Gives the rows for what was typed."""
_WIDTH: Final = 340
_MOST_HEIGHT: Final = 300


class PickList(SearchedList):
    """A popover with rows; Enter or a click takes one, typing filters them."""

    def __init__(self, look: Look, ink: Ink, window: QWidget) -> None:
        super().__init__(look, ink, window, width=_WIDTH, most_height=_MOST_HEIGHT)
        self._items: Items = lambda _typed: []
        self._take: Callable[[object], object] = lambda _value: None
        self._stays = False
        self.field.setPlaceholderText("type to search")
        self._enter = KeyWords(look, "Enter")
        self.lay_out((self._enter, KeyWords(look, "Esc", "close")))

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
        self._enter.does.setText("tick or untick" if stays else "choose")
        self.field.setAccessibleName(f"{title}, type to search")
        self.show_all()
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
        self.show_found(self.field.text())
        if at < len(self.list.options):
            self.list.choose(self.list.options[at])
        bar.setValue(scrolled)

    def items(self, typed: str) -> list[Item]:
        """The rows for what was typed."""
        return self._items(typed)

    def take(self, _modifiers: Qt.KeyboardModifier) -> None:
        """Take the current row."""
        current = self.list.current
        if current is None:
            return
        if self._stays:
            self._take(current.value)
            self.show_again()
        else:
            self.close_it()
            self._take(current.value)

    def follow_current(self) -> None:
        """Tell those who hear the window what the current row is."""
        current = self.list.current
        self.field.setAccessibleDescription(_said(current) if current is not None else "")


def _said(option: Option) -> str:
    return f"{option.said}, ticked" if option.icon == TICKED else option.said

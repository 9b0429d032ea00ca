"""Rows that follow a list: a row lives as long as what it is about, so that the focus in it is not lost."""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)


class KeyedRows(QWidget, Generic[K, W]):
    """A column of rows, one for each key; ``make`` makes a row, which its owner fills."""

    def __init__(self, make: Callable[[K], W], *, gap: int = 4) -> None:
        super().__init__()
        self._make = make
        self.rows: dict[K, W] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_keys(self, keys: Iterable[K]) -> None:
        """Make rows for what is new, take out those of what is gone, and put all in order."""
        wanted = list(keys)
        for key in [key for key in self.rows if key not in wanted]:
            self._take_out(key, wanted)
        for place, key in enumerate(wanted):
            if key not in self.rows:
                self.rows[key] = self._make(key)
            if self._column.indexOf(self.rows[key]) != place:
                self._column.insertWidget(place, self.rows[key])
                self.rows[key].show()
        self.setVisible(bool(wanted))

    def _take_out(self, key: K, wanted: list[K]) -> None:
        row = self.rows.pop(key)
        focus = row.window().focusWidget()
        if focus is not None and (row is focus or row.isAncestorOf(focus)):
            left = [self.rows[each] for each in wanted if each in self.rows]
            stop = left[0] if left else self.parentWidget()
            _first_stop(stop or self).setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _first_stop(widget: QWidget) -> QWidget:
    for each in widget.findChildren(QWidget):
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.isEnabled():
            return each
    return widget

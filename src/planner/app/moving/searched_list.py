"""What lists to choose from share: a field above the rows that filters them, and the keys that walk them."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls.labels import divider, label
from planner.app.controls.pills import KeyCap
from planner.app.moving.beside import BesidePopover
from planner.app.moving.choice_list import ChoiceList, Item
from planner.app.theme import Look
from planner.typography.scale import BODY_STRONG, SMALL

MOST_HEIGHT: Final = 360
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class KeyWords(QWidget):
    """A key cap and what the key does, in the foot of a list."""

    def __init__(self, look: Look, key: str, words: str = "") -> None:
        super().__init__()
        self.does = label(look, words, SMALL, tone="second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(KeyCap(look, key))
        row.addWidget(self.does)


class SearchedList(BesidePopover):
    """A popover with rows: Enter or a click takes one, typing in the field above filters them."""

    def __init__(
        self, look: Look, ink: Ink, window: QWidget, *, width: int, most_height: int = MOST_HEIGHT
    ) -> None:
        super().__init__(look, window, width=width)
        self.title = label(look, style=BODY_STRONG)
        self.field = QLineEdit()
        self.list = ChoiceList(look=look, ink=ink, most_height=most_height)
        self.field.textChanged.connect(self.show_found)
        self.field.installEventFilter(self)
        self.list.moved.connect(self.follow_current)
        self.list.chosen.connect(self.take)

    @property
    def _most_width(self) -> int:
        """Little more than half of the window: the card that a row is about stays whole beside it."""
        return round(self._host.width() * 0.58)

    @abstractmethod
    def items(self, typed: str) -> list[Item]:
        """The rows for what was typed."""

    @abstractmethod
    def take(self, modifiers: Qt.KeyboardModifier) -> None:
        """Take the current row."""

    @abstractmethod
    def follow_current(self) -> None:
        """Tell what the current row is."""

    def show_all(self) -> None:
        """Show the rows for an empty field."""
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003
        self.show_found("")

    def show_found(self, typed: str) -> None:
        """Show the rows for what was typed."""
        self.list.show_items(self.items(typed))
        self.fit_rows(self.list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field walk through the list and take from it."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                return self.on_key(event)
        return super().eventFilter(watched, event)

    def on_key(self, event: QKeyEvent) -> bool:
        """Act on a key that is pressed or let go in the field; whether the field is not to have it."""
        if event.type() is not QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(event.modifiers())
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.close_it()
        else:
            return False
        return True

    def lay_out(
        self,
        keys: Sequence[KeyWords],
        *,
        before: Sequence[QWidget] = (),
        after: Sequence[QWidget] = (),
        below: QWidget | None = None,
    ) -> None:
        """Put together what stands around title and field, the rows, what stands below them, and the keys."""
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(0)
        self.field.setFrame(False)
        self.field.setStyleSheet("border: none; background: transparent; padding: 0")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setContentsMargins(14, 12, 16, 12)
        head.setSpacing(10)
        for widget in (*before, self.title):
            head.addWidget(widget)
        head.addWidget(self.field, 1)
        for widget in after:
            head.addWidget(widget)
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(12)
        for part in keys:
            foot.addWidget(part)
        foot.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(divider())
        self.content.addSpacing(6)
        self.content.addWidget(self.list)
        if below is not None:
            self.content.addWidget(below)
        self.content.addSpacing(6)
        self.content.addWidget(divider())
        self.content.addLayout(foot)

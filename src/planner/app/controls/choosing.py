"""Choice boxes offer the values of an enumeration and give back the value itself.

Qt turns the values into plain text when they are kept as an item's data; here they are kept beside the items.
"""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from planner.app.theme import Look

V = TypeVar("V")


class ChoiceBox(QComboBox, Generic[V]):
    """A box to choose one of several values, each shown by its words."""

    def __init__(self, look: Look, choices: Mapping[V, str], name: str) -> None:
        super().__init__()
        self._look = look
        self._values = list(choices)
        self.addItems(list(choices.values()))
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the chevron that says it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        chevron = self._look.pixmap("chevron-down", "ink-2", 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, chevron)
        painter.end()

    @property
    def value(self) -> V:
        """What is chosen."""
        return self._values[self.currentIndex()]

    def show_value(self, value: V) -> None:
        """Show a value without telling anybody."""
        self.setCurrentIndex(self._values.index(value))

    def choose(self, value: V) -> None:
        """Choose a value as the user would."""
        self.show_value(value)
        self.activated.emit(self.currentIndex())

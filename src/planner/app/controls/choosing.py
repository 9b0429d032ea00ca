"""Choice boxes offer the values of an enumeration and give back the value itself.

Qt turns the values into plain text when they are kept as an item's data; here they are kept beside the items.
"""

from collections.abc import Mapping
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.app.theme import Look
from planner.app.theme.metrics import TARGET_LEAST

V = TypeVar("V")

_CHEVRON: Final = 14


class ChoiceBox(QComboBox, Generic[V]):
    """A box to choose one of several values, each shown by its words; the wheel scrolls the page below.

    Typing goes to the value that begins so, words with spaces between them as well.
    """

    def __init__(self, look: Look, choices: Mapping[V, str], name: str) -> None:
        super().__init__()
        self._look = look
        self._values = list(choices)
        self.addItems(list(choices.values()))
        self.setAccessibleName(name)
        self._typing = QTimer(self, singleShot=True, interval=QApplication.keyboardInputInterval())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Forget what was typed here before."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._typing.stop()
            row = self.view().currentIndex()
            self.view().keyboardSearch("")
            self.view().setCurrentIndex(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a space go on with what is being typed; by itself it opens the list."""
        if event.key() == Qt.Key.Key_Space and self._typing.isActive():
            self._typing.start()
            self.view().setCurrentIndex(self.model().index(self.currentIndex(), self.modelColumn()))
            self.view().keyboardSearch(" ")
            return
        if event.text().strip():
            self._typing.start()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the chevron that says it opens."""
        super().paintEvent(event)
        paint_chevron(self, self._look)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

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


class RoomyRows(QStyledItemDelegate):
    """Gives every row of a list that opens the height of a target."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least as high as a target."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(TARGET_LEAST + 2, size.height()))


def paint_chevron(widget: QWidget, look: Look, *, margin: int = 10) -> None:
    """Paint what says that a widget opens a list, at its right."""
    side = look.icon_side(_CHEVRON)
    painter = QPainter(widget)
    chevron = look.pixmap("chevron-down", "ink-2", side, widget.devicePixelRatioF())
    painter.drawPixmap(widget.width() - side - margin, (widget.height() - side) // 2, chevron)
    painter.end()

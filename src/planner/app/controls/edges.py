"""Edges between two parts of the window: a grip wide enough to take hold of, with which a part is resized."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.app.controls.sparing import fill
from planner.app.theme import Look

GRIP: Final = 8
"""The width of a grip, across the edge."""
_MARK: Final = 2


class Edge(QWidget):
    """An upright edge moves sideways, a level one up and down. Violet under the pointer.

    Signals:
        dragged(int): the edge was moved by so many px, to the right or down.
        released(): the button was let go.
    """

    dragged = Signal(int)
    released = Signal()

    def __init__(self, look: Look, edge: Qt.Orientation, parent: QWidget, *, line: bool = True) -> None:
        super().__init__(parent)
        self._look, self._line = look, line
        self._is_upright = edge is Qt.Orientation.Vertical
        self._from: QPoint | None = None
        shape = Qt.CursorShape.SplitHCursor if self._is_upright else Qt.CursorShape.SplitVCursor
        self.setCursor(shape)
        look.changed.connect(self.update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self._from is not None:
            to = event.globalPosition().toPoint()
            by, self._from = to - self._from, to
            self.dragged.emit(by.x() if self._is_upright else by.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._from = None
        self.released.emit()

    def enterEvent(self, _event: QEvent) -> None:
        """Show that it can be moved."""
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        """Look like an edge again."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hairline, and the mark under the pointer, in the middle of the grip."""
        painter = QPainter(self)
        if self._line:
            fill(painter, self._middle(0, 1), self._look.colour("line"))
        if self.underMouse():
            fill(painter, self._middle(1, _MARK), self._look.colour("accent"))
        painter.end()

    def _middle(self, before: int, thick: int) -> QRect:
        """A line along the edge, so many px thick, that begins so many px before its middle."""
        if self._is_upright:
            return QRect(self.width() // 2 - before, 0, thick, self.height())
        return QRect(0, self.height() // 2 - before, self.width(), thick)

"""A function's chip as a widget of its own, for headers of popovers."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.canvas.ink import Ink
from planner.app.theme import Look
from planner.domain import Function
from planner.drawing.marks import Chip


class ChipLabel(QWidget):
    """Shows the two letters of a function, as large as the words beside it are."""

    def __init__(self, look: Look, ink: Ink, function: Function = Function.OTHER, *, size: int = 24) -> None:
        super().__init__()
        self._look, self._ink, self._function, self._size = look, ink, function, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        look.resized.connect(self.updateGeometry)
        self.show_function(function)

    def show_function(self, function: Function) -> None:
        """Show another function."""
        self._function = function
        self.setAccessibleName(function.label)
        self.setToolTip(function.label)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self._look.px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._look.factor, self._look.factor)
        self._ink.marks(painter, [Chip(0, 0, self._size, self._function)])
        painter.end()

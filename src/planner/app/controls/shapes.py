"""Shapes are small widgets that paint the marks of a drawing, so that screen and paper show the same."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.theme import Look
from planner.app.theme.growing import keep_size, keep_target
from planner.drawing.marks import Badge, Mark


class PaintsMarks(Protocol):
    """Whatever can put marks on a Qt painter in the colours of the theme in force."""

    def marks(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Paint marks from back to front at the painter's origin."""
        ...


class MarksWidget(QWidget):
    """Paints a few marks in a fixed area."""

    def __init__(self, look: Look, paints: PaintsMarks, size: QSize) -> None:
        super().__init__()
        self._look, self._paints = look, paints
        self._marks: tuple[Mark, ...] = ()
        keep_size(look, self, size.width(), size.height())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks; equal ones cost nothing."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the marks."""
        painter = QPainter(self)
        painter.scale(self._look.factor, self._look.factor)
        self._paints.marks(painter, self._marks)
        painter.end()


class SeverityShape(MarksWidget):
    """The octagon, triangle, disc or tick beside a finding."""

    def __init__(self, look: Look, paints: PaintsMarks, size: int = 16) -> None:
        super().__init__(look, paints, QSize(size, size))
        self._side = size

    def show_severity(self, severity: str) -> None:
        """Show the shape of ``problem``, ``warning``, ``note`` or ``good``."""
        self.show_marks([Badge(0, 0, self._side, severity)])


class IconShape(QWidget):
    """An icon beside words, in the colour of a use."""

    def __init__(self, look: Look, name: str, use: str = "ink-2", size: int = 16) -> None:
        super().__init__()
        self._look, self._icon = look, (name, use, size)
        keep_target(look, self, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        name, use, _size = self._icon
        painter.drawPixmap(0, 0, self._look.pixmap(name, use, self.width(), self.devicePixelRatioF()))
        painter.end()

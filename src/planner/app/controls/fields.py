"""Number fields count by steps of one; up and down are as large as the design draws them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QSpinBox

from planner.app.theme import Look


class NumberField(QSpinBox):
    """A field for a whole number."""

    def __init__(self, look: Look, *, least: int, most: int, value: int, name: str) -> None:
        super().__init__()
        self._look = look
        self.setRange(least, most)
        self.setValue(value)
        self.setAccessibleName(name)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setProperty("tall", True)  # noqa: FBT003 - Qt's own signature
        self.lineEdit().installEventFilter(self)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field with its two arrows."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._look.colour("ink-2"), 1.6)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, middle = self.width() - 16.0, self.height() / 2
        for tip, foot in ((middle - 9.5, middle - 6), (middle + 9.5, middle + 6)):
            painter.drawPolyline(QPolygonF([QPointF(x - 3.5, foot), QPointF(x, tip), QPointF(x + 3.5, foot)]))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step up or down at a press on an arrow."""
        if QRectF(self.width() - 30, 0, 30, self.height()).contains(event.position()):
            self.stepBy(1 if event.position().y() < self.height() / 2 else -1)
            event.accept()
            return
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the number, unless the field has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: object) -> None:
        """Keep the digits clear of the arrows."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.lineEdit().setGeometry(10, 1, max(0, self.width() - 44), self.height() - 2)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the digits' place when the style changes."""
        super().changeEvent(event)
        self.lineEdit().setGeometry(10, 1, max(0, self.width() - 44), self.height() - 2)

"""Number fields count by steps of one; up and down are as large as the design draws them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox

from planner.app.theme import Look


def make_tall(field: QLineEdit | QSpinBox) -> None:
    """Give a field that stands in a page, not in a form, 2 px more, as fields beside it have."""
    field.setProperty("tall", True)  # noqa: FBT003 - Qt's own signature


class NumberField(QSpinBox):
    """A field for a whole number."""

    def __init__(self, look: Look, *, least: int, most: int, value: int, name: str) -> None:
        super().__init__()
        self._look = look
        self.setRange(least, most)
        self.setValue(value)
        self.setAccessibleName(name)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.lineEdit().installEventFilter(self)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field with its two arrows."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        by = self._look.icon_side(16) / 16
        pen = QPen(self._look.colour("ink-2"), 1.6 * by)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, middle, half = self.width() - 16.0 * by, self.height() / 2, 3.5 * by
        for tip, foot in ((middle - 9.5 * by, middle - 6 * by), (middle + 9.5 * by, middle + 6 * by)):
            painter.drawPolyline(
                QPolygonF([QPointF(x - half, foot), QPointF(x, tip), QPointF(x + half, foot)])
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step up or down at a press on an arrow."""
        side = self._arrows
        if QRectF(self.width() - side, 0, side, self.height()).contains(event.position()):
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
        self._place_digits()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the digits' place when the style changes."""
        super().changeEvent(event)
        self._place_digits()

    @property
    def _arrows(self) -> int:
        """The width of what is pressed to step up or down."""
        return self._look.icon_side(30)

    def _place_digits(self) -> None:
        """Where words stand in a field beside this one."""
        self.lineEdit().setGeometry(11, 1, max(0, self.width() - 14 - self._arrows), self.height() - 2)

"""Shows the chart of a plan as a small picture, drawn as on the canvas."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.canvas.ink import Ink
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_8
from planner.drawing.chart import Chart
from planner.drawing.marks import Drawing
from planner.guidance import Review
from planner.placement import Measure, place


class ChartPicture(QWidget):
    """The whole chart, as large as there is room, never larger than on the canvas."""

    def __init__(self, look: Look, ink: Ink) -> None:
        super().__init__()
        self._look, self._ink = look, ink
        self._drawing: Drawing | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 220)
        look.changed.connect(self.update)

    def show_chart(self, review: Review | None) -> None:
        """Show the chart of a reviewed scenario, or nothing."""
        self._drawing = None
        if review is not None:
            fonts = self._look.fonts
            placement = place(review.project, review.scenario.id, Measure(fonts))
            self._drawing = Chart(placement, review, fonts=fonts).drawing()
            self.setAccessibleName(f"Picture of {review.scenario.name}")
        self.update()

    def sizeHint(self) -> QSize:
        """Enough to tell two versions apart."""
        return QSize(460, 300)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart into the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("canvas"))
        box = self.rect().adjusted(0, 0, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        drawing = self._drawing
        if drawing is not None and drawing.width and drawing.height:
            room = self.rect().adjusted(SPACE_8, SPACE_8, -SPACE_8, -SPACE_8)
            scale = min(1.0, room.width() / drawing.width, room.height() / drawing.height)
            painter.translate(
                room.x() + (room.width() - scale * drawing.width) / 2,
                room.y() + (room.height() - scale * drawing.height) / 2,
            )
            painter.scale(scale, scale)
            painter.setPen(Qt.PenStyle.NoPen)
            for group in drawing.groups:
                self._ink.group(painter, group)
        painter.end()

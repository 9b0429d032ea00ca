"""What the guidance says, as the window shows it: a quotation, a sentence with its sign, a word for a fit."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls.labels import label
from planner.app.controls.pills import Pill
from planner.app.controls.shapes import SeverityShape
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8
from planner.drawing.marks import Badge
from planner.typography.scale import BODY, GUIDANCE
from planner.typography.scale import SMALL as SMALL_TEXT


class Quote(QWidget):
    """Restated guidance in italics behind an accent rule, with its section."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.text = label(look, style=GUIDANCE, wraps=True)
        self.section = label(look, style=SMALL_TEXT, tone="second")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 1, 0, 1)
        column.setSpacing(2)
        column.addWidget(self.text)
        column.addWidget(self.section)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rule at the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, 3, self.height()), 1.5, 1.5)
        painter.end()


class SignedLine(QWidget):
    """A sentence behind a tick or a warning sign."""

    def __init__(self, look: Look, ink: Ink, severity: str) -> None:
        super().__init__()
        self.words = label(look, style=BODY, wraps=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        shape = SeverityShape(look, ink, 16)
        shape.show_severity(severity)
        row.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def show_words(self, words: str) -> None:
        """Show other words; without any the line goes."""
        self.words.setText(words)
        self.setVisible(bool(words))


class FitPill(Pill):
    """How well the structure fits, behind a tick where it is one of the best."""

    def __init__(self, look: Look, ink: Ink) -> None:
        super().__init__(look, "", "good", height=22)
        self._ink = ink

    @property
    def _room(self) -> int:
        return 18 if self.tone == "good" else 0

    def sizeHint(self) -> QSize:
        """Room for the tick too."""
        hint = super().sizeHint()
        return QSize(hint.width() + self._room, hint.height())

    def words_box(self) -> QRectF:
        """Behind the tick, where there is one."""
        return super().words_box().adjusted(self._room - 2, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words and tick."""
        super().paintEvent(event)
        if self._room:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._ink.marks(painter, [Badge(6, 4, 14, "good")])
            painter.end()

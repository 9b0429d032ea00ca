"""The score as it floats over the chart during a presentation: gauge, word, and the scenario's name."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.app.canvas.ink import Ink
from planner.app.controls import label
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_POPOVER, SPACE_12, SPACE_16
from planner.drawing.gauge import Gauge, gauge_marks
from planner.drawing.marks import Mark
from planner.placement.measuring import Measure
from planner.typography.scale import PANEL_TITLE, SMALL

_GAUGE = 104
_MARGIN = 16


class ScoreCard(QWidget):
    """Follows the score of the scenario that is shown, at the top right of the chart."""

    def __init__(self, canvas: QWidget, document: Document, *, look: Look, ink: Ink) -> None:
        super().__init__(canvas)
        self._document, self._look = document, look
        self._ring = _Ring(look, ink)
        self._band = label(look, style=PANEL_TITLE)
        self._scenario = label(look, style=SMALL, tone="second")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("corner", "top right")
        words = QVBoxLayout()
        words.addStretch(1)
        words.addWidget(self._band)
        words.addWidget(self._scenario)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addWidget(self._ring)
        row.addLayout(words)
        document.changed.connect(self.renew)
        document.scenario_switched.connect(self.renew)
        look.changed.connect(self.update)
        canvas.installEventFilter(self)
        self.hide()

    def renew(self) -> None:
        """Show the score as it stands."""
        if self.isHidden():
            return
        review = self._document.review
        total, band = review.score.total, review.band
        self._ring.show_score(total)
        self._band.setText(str(band.label) if band is not None else "Nothing to score yet")
        self._scenario.setText(review.scenario.name)
        score = f"Guidance score {total:.1f} of 100, " if total is not None else ""
        self.setAccessibleName(f"{score}{self._band.text()}, {review.scenario.name}")
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(self._look.colour("panel"))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_POPOVER, RADIUS_POPOVER)
        painter.end()

    def _fit(self) -> None:
        host = self.parentWidget()
        if host is not None:
            self.adjustSize()
            self.move(host.width() - self.width() - _MARGIN, _MARGIN)


class _Ring(QWidget):
    """The gauge."""

    def __init__(self, look: Look, ink: Ink) -> None:
        super().__init__()
        self._look, self._ink = look, ink
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.resized.connect(self.updateGeometry)

    def show_score(self, total: float | None) -> None:
        middle, fonts = (_GAUGE / 2, _GAUGE / 2), self._look.fonts
        measure = Measure(fonts)
        self._marks = tuple(
            gauge_marks(Gauge(total, None), measure, fonts, centre=middle, diameter=_GAUGE - 2)
        )
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(_GAUGE)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._look.factor, self._look.factor)
        self._ink.marks(painter, self._marks)
        painter.end()

"""The face of a bar: a name, how far it is met, and the score, now and with a previewed edit."""

from typing import Final

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_16, TARGET_LEAST
from planner.guidance import Band
from planner.messages import Format
from planner.typography.scale import BODY, BODY_STRONG

_THICKNESS: Final = 5
_VALUE_WIDTH: Final = 84
_TICK_WIDTH, _TICK_HEIGHT = 2, 13
_STACKED_FROM: Final = 1.2
"""From this size of text on a bar stands below its name."""


class ScoreBar(QObject):
    """Keeps a widget as high as its bar needs, and paints the bar on it. Scores are from 0 to 100."""

    def __init__(self, look: Look, form: Format, on: QWidget, *, left: int) -> None:
        super().__init__(on)
        self._look, self._form, self._on, self._left = look, form, on, left
        self.name = ""
        self.score = 0.0
        self.then: float | None = None
        """What a preview makes of the score, where that reads differently."""
        look.resized.connect(self._fit)
        look.changed.connect(on.update)
        self._fit()

    @property
    def words(self) -> str:
        """The score as it is shown: ``55``, or ``55 → 69``."""
        now = self._form.integer(round(self.score))
        return now if self.then is None else f"{now} → {self._form.integer(round(self.then))}"

    def show_score(self, name: str, score: float, then: float | None) -> bool:
        """Take other figures; whether they change what is painted."""
        changed = then is not None and round(then) != round(score)
        shown = (name, score, then if changed else None)
        if shown == (self.name, self.score, self.then):
            return False
        self.name, self.score, self.then = shown
        self._on.update()
        return True

    def paint(self, painter: QPainter, *, is_chosen: bool = False, tick: float | None = None) -> None:
        """Paint name, bar and score, and a tick at another score."""
        side = Qt.AlignmentFlag.AlignTop if self._is_stacked else Qt.AlignmentFlag.AlignVCenter
        box = self._on.rect().adjusted(SPACE_16, 0, -SPACE_16, 0)
        painter.setFont(self._look.font(BODY_STRONG if is_chosen else BODY))
        painter.setPen(self._look.colour("accent-ink" if is_chosen else "ink"))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft, self.name)
        self._paint_bar(painter)
        if tick is not None:
            self._paint_tick(painter, tick)
        painter.setFont(self._look.font(BODY_STRONG))
        painter.setPen(self._look.colour(self._tone))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignRight, self.words)

    def _fit(self) -> None:
        factor = self._look.factor
        self._is_stacked = factor > _STACKED_FROM
        height = round(BODY.line_height * factor) + (2 * SPACE_8 if self._is_stacked else 0)
        self._on.setFixedHeight(max(TARGET_LEAST, height))

    @property
    def _tone(self) -> str:
        if self.then is None:
            return "ink"
        return "good" if self.then > self.score else "problem"

    def _track(self) -> tuple[float, float, float]:
        """Left end, width and middle of the bar: beside the name, or below it where text is large."""
        width, height = self._on.width(), self._on.height()
        if self._is_stacked:
            return SPACE_16, width - 2 * SPACE_16, height - SPACE_8
        return self._left, width - self._left - _VALUE_WIDTH, height / 2

    def _paint_bar(self, painter: QPainter) -> None:
        left, width, middle = self._track()
        then = self.score if self.then is None else self.then
        colour = self._look.colour(Band.of(self.score).judgement)
        painter.setPen(Qt.PenStyle.NoPen)
        for score, tint, opacity in (
            (100.0, self._look.colour("track"), 1.0),
            (max(self.score, then), colour, 0.4),
            (min(self.score, then), colour, 1.0),
        ):
            length = width * _within(score) / 100
            if length > 0:
                painter.setOpacity(opacity)
                painter.setBrush(tint)
                bar = QRectF(left, middle - _THICKNESS / 2, max(length, _THICKNESS), _THICKNESS)
                painter.drawRoundedRect(bar, _THICKNESS / 2, _THICKNESS / 2)
        painter.setOpacity(1.0)

    def _paint_tick(self, painter: QPainter, score: float) -> None:
        start, width, middle = self._track()
        x = start + width * _within(score) / 100
        left = min(max(x - _TICK_WIDTH / 2, start), start + width - _TICK_WIDTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ink"))
        painter.drawRect(QRectF(left, middle - _TICK_HEIGHT / 2, _TICK_WIDTH, _TICK_HEIGHT))


def _within(score: float) -> float:
    return max(0.0, min(score, 100.0))

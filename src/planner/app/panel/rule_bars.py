"""Rule bars show how far each rule of the second pack is kept, now and by a previewed edit."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_16, TARGET_LEAST
from planner.guidance import Band
from planner.guidance.basics import BasicsScore
from planner.messages import Format, render
from planner.typography.scale import BODY, BODY_STRONG

_BAR_LEFT = 142
_BAR_HEIGHT = 4
_VALUE_WIDTH = 92
_CHANGED_LEAST = 0.5


class RuleBar(QWidget):
    """One rule: its short name, a bar, and its score; what was counted is in the tool tip."""

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._name = ""
        self._score = 0.0
        self._then: float | None = None
        keep_height(look, self, TARGET_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_score(self, each: BasicsScore, then: float | None) -> None:
        """Show a rule's score from 0 to 1, and what a preview makes of it."""
        self._name, self._score = render(each.rule.short, self._form), 100 * (each.score or 0.0)
        later = None if then is None else 100 * then
        self._then = later if later is not None and abs(later - self._score) >= _CHANGED_LEAST else None
        figures = render(each.figures, self._form) if each.figures is not None else ""
        self.setToolTip(f"{render(each.rule.name, self._form)}.\n{figures}")
        self.setAccessibleName(f"{self._name}, {self.words} of 100. {figures}")
        self.update()

    @property
    def words(self) -> str:
        """The score as it is shown: ``55``, or ``55 → 69``."""
        now = self._form.integer(round(self._score))
        return now if self._then is None else f"{now} → {self._form.integer(round(self._then))}"

    def sizeHint(self) -> QSize:
        """Wide enough for a name, a bar and two scores."""
        return QSize(300, TARGET_LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and score."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(BODY))
        painter.setPen(self._look.colour("ink"))
        painter.drawText(self.rect().adjusted(SPACE_16, 0, 0, 0), middle, self._name)
        self._paint_bar(painter)
        tone = "ink" if self._then is None else "good" if self._then > self._score else "problem"
        painter.setFont(self._look.font(BODY_STRONG))
        painter.setPen(self._look.colour(tone))
        box = self.rect().adjusted(0, 0, -SPACE_16, 0)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self.words)

    def _paint_bar(self, painter: QPainter) -> None:
        width, top = self.width() - _BAR_LEFT - _VALUE_WIDTH, (self.height() - _BAR_HEIGHT) / 2
        then = self._score if self._then is None else self._then
        colour = self._look.colour(Band.of(self._score).judgement)
        painter.setPen(Qt.PenStyle.NoPen)
        for score, tint, opacity in (
            (100.0, self._look.colour("track"), 1.0),
            (max(self._score, then), colour, 0.4),
            (min(self._score, then), colour, 1.0),
        ):
            length = width * score / 100
            if length > 0:
                painter.setOpacity(opacity)
                painter.setBrush(tint)
                bar = QRectF(_BAR_LEFT, top, max(length, _BAR_HEIGHT), _BAR_HEIGHT)
                painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.setOpacity(1.0)


class RuleBars(QWidget):
    """The bars of the rules that count, in the pack's order."""

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._bars: list[RuleBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def bars(self) -> tuple[RuleBar, ...]:
        """The bars that show."""
        return tuple(bar for bar in self._bars if bar.isVisibleTo(self))

    def show_scores(self, now: Sequence[BasicsScore], then: Sequence[BasicsScore] | None) -> None:
        """Show the rules that count now and, while previewing, what becomes of each."""
        later = {each.rule.id: each.score for each in then or () if each.counts}
        counting = [each for each in now if each.counts]
        while len(self._bars) < len(counting):
            bar = RuleBar(self._look, self._form)
            self._column.addWidget(bar)
            self._bars.append(bar)
        for place, bar in enumerate(self._bars):
            if place < len(counting):
                each = counting[place]
                bar.show_score(each, later.get(each.rule.id))
            bar.setVisible(place < len(counting))

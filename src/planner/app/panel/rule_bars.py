"""Rule bars show how far each rule of the second pack is kept, now and by a previewed edit."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.app.controls.labels import plain_tip
from planner.app.panel.score_bar import ScoreBar
from planner.app.theme import Look
from planner.guidance.basics import BasicsScore
from planner.messages import Format, render

_BAR_LEFT = 142


class RuleBar(QWidget):
    """One rule: its short name, a bar, and its score; what was counted is in the tool tip."""

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._form = form
        self._bar = ScoreBar(look, form, self, left=_BAR_LEFT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, each: BasicsScore, then: float | None) -> None:
        """Show a rule's score from 0 to 1, and what a preview makes of it."""
        name = render(each.rule.short, self._form)
        self._bar.show_score(name, 100 * (each.score or 0.0), None if then is None else 100 * then)
        figures = render(each.figures, self._form) if each.figures is not None else ""
        self.setToolTip(plain_tip(f"{render(each.rule.name, self._form)}.\n{figures}"))
        self.setAccessibleName(f"{name}, {self.words} of 100. {figures}")

    @property
    def words(self) -> str:
        """The score as it is shown: ``55``, or ``55 → 69``."""
        return self._bar.words

    def sizeHint(self) -> QSize:
        """Wide enough for a name, a bar and two scores."""
        return QSize(300, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and score."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._bar.paint(painter)


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

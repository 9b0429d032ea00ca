"""Category bars show how far each part of the guidance is met; a click filters the findings.

A tick marks what the baseline scenario has, where another scenario is shown.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from planner.app.controls.labels import plain_tip
from planner.app.panel.score_bar import ScoreBar
from planner.app.theme import Look
from planner.app.theme.metrics import SELECTION_LINE, SPACE_4
from planner.guidance import CategoryScore
from planner.messages import Format

_BAR_LEFT = 126


class Tick(NamedTuple):
    """The score of the same category in another scenario: the baseline."""

    scenario: str
    score: float


class CategoryBar(QAbstractButton):
    """One category: its name, a bar, and its score, or the scores before and after a previewed edit.

    A click filters the findings by it, or not any more.

    Signals:
        cleared(): show all findings again.
    """

    cleared = Signal()

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._look = look
        self._form = form
        self._bar = ScoreBar(look, form, self, left=_BAR_LEFT)
        self._baseline: Tick | None = None
        self._is_chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_score(
        self, name: str, score: float, then: float | None, *, is_chosen: bool, baseline: Tick | None
    ) -> None:
        """Show a category's score, what a preview makes of it, and what the baseline scenario has."""
        changed = self._bar.show_score(name, score, then)
        if not changed and (is_chosen, baseline) == (self._is_chosen, self._baseline):
            return
        self._is_chosen, self._baseline = is_chosen, baseline
        self._say()
        self.update()

    def _say(self) -> None:
        name, against = self._bar.name, ""
        if self._baseline is not None:
            scenario, score = self._baseline
            against = f"baseline {scenario} {self._form.integer(round(score))}"
        state = "findings filtered" if self._is_chosen else ""
        spoken = (f"{name}, {self._bar.words}", against, state)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        click = "Show all findings" if self._is_chosen else f"Show only the findings of {name}"
        self.setToolTip(plain_tip(f"{click}\n{against[:1].upper()}{against[1:]}" if against else click))

    def sizeHint(self) -> QSize:
        """Wide enough for a name, a bar and two scores."""
        return QSize(300, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and score."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        tick = self._baseline.score if self._baseline is not None else None
        self._bar.paint(painter, is_chosen=self._is_chosen, tick=tick)

    def _paint_ground(self, painter: QPainter) -> None:
        if self._is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent-bg"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 0, -8, 0), 6, 6)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("accent"), SELECTION_LINE))
            edge = SELECTION_LINE / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8 + edge, edge, -8 - edge, -edge), 6, 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter clicks it as Space does; Esc shows all findings again."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Escape and self._is_chosen:
            self.cleared.emit()
        else:
            super().keyPressEvent(event)


class CategoryBars(QWidget):
    """The bars of the categories that apply, in the catalogue's order.

    Signals:
        chosen(object): the name of the category that filters the findings, or None for all.
    """

    chosen = Signal(object)

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__()
        self._look = look
        self._form = form
        self._bars: dict[str, CategoryBar] = {}
        self._filter: str | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        self._layout.setSpacing(0)

    @property
    def filter(self) -> str | None:
        """The category whose findings are shown, None for all."""
        return self._filter

    @property
    def has_bars(self) -> bool:
        """Whether any category applies."""
        return bool(self._bars)

    def show_scores(
        self,
        now: Sequence[CategoryScore],
        then: Sequence[CategoryScore] | None,
        baseline: Mapping[str, Tick],
    ) -> None:
        """Show the categories that count, now and (while previewing) then, and the baseline's ticks."""
        later = {each.name: each.score for each in then or ()}
        counting = {each.name: each.score for each in now if each.score is not None}
        if self._filter not in counting:
            self._filter = None
        for name in [name for name in self._bars if name not in counting]:
            bar = self._bars.pop(name)
            self._layout.removeWidget(bar)
            bar.hide()  # at once: it would be painted over another until it is deleted
            bar.deleteLater()
        for place, (name, score) in enumerate(counting.items()):
            if name not in self._bars:
                self._bars[name] = self._made(name, place)
            self._bars[name].show_score(
                name,
                score,
                later.get(name),
                is_chosen=name == self._filter,
                baseline=baseline.get(name),
            )

    def _made(self, name: str, place: int) -> CategoryBar:
        bar = CategoryBar(self._look, self._form)
        bar.clicked.connect(lambda: self._choose(name))
        bar.cleared.connect(self.clear)
        self._layout.insertWidget(place, bar)
        return bar

    def clear(self) -> None:
        """Let the findings of all categories show again."""
        if self._filter is not None:
            self._choose(self._filter)

    def _choose(self, name: str) -> None:
        self._filter = None if self._filter == name else name
        self.chosen.emit(self._filter)

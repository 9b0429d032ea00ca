"""Category bars show how far each part of the guidance is met; a click filters the findings.

A tick marks what the baseline scenario has, where another scenario is shown.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from planner.app.theme import Look
from planner.app.theme.metrics import SELECTION_LINE, SPACE_4, SPACE_8, SPACE_16, TARGET_LEAST
from planner.guidance import Band, CategoryScore
from planner.messages import Format
from planner.typography.scale import BODY, BODY_STRONG

_BAR_LEFT = 126
_BAR_HEIGHT = 5
_TICK_WIDTH, _TICK_HEIGHT = 2, 13
_VALUE_WIDTH = 84
_STACKED_FROM = 1.2
"""From this size of text on a bar stands below its name."""


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
        self._name = ""
        self._baseline: Tick | None = None
        self._score = 0.0
        self._then: float | None = None
        self._is_chosen = False
        look.resized.connect(self._fit)
        self._fit()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _fit(self) -> None:
        factor = self._look.factor
        self._is_stacked = factor > _STACKED_FROM
        height = round(BODY.line_height * factor) + (2 * SPACE_8 if self._is_stacked else 0)
        self._height = max(TARGET_LEAST, height)
        self.setFixedHeight(self._height)

    def show_score(
        self, name: str, score: float, then: float | None, *, is_chosen: bool, baseline: Tick | None
    ) -> None:
        """Show a category's score, what a preview makes of it, and what the baseline scenario has."""
        changed = then is not None and round(then) != round(score)
        shown = (name, score, then if changed else None, is_chosen, baseline)
        if shown == (self._name, self._score, self._then, self._is_chosen, self._baseline):
            return
        self._name, self._score, self._then, self._is_chosen, self._baseline = shown
        self._say()
        self.update()

    def _say(self) -> None:
        name, against = self._name, ""
        if self._baseline is not None:
            scenario, score = self._baseline
            against = f"baseline {scenario} {self._form.integer(round(score))}"
        state = "findings filtered" if self._is_chosen else ""
        spoken = (f"{name}, {self._words()}", against, state)
        self.setAccessibleName(", ".join(part for part in spoken if part))
        click = "Show all findings" if self._is_chosen else f"Show only the findings of {name}"
        self.setToolTip(f"{click}\n{against[:1].upper()}{against[1:]}" if against else click)

    def _words(self) -> str:
        now = self._form.integer(round(self._score))
        return now if self._then is None else f"{now} → {self._form.integer(round(self._then))}"

    def sizeHint(self) -> QSize:
        """Wide enough for a name, a bar and two scores."""
        return QSize(300, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and score."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        middle = Qt.AlignmentFlag.AlignTop if self._is_stacked else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(BODY_STRONG if self._is_chosen else BODY))
        painter.setPen(self._look.colour("accent-ink" if self._is_chosen else "ink"))
        painter.drawText(
            self.rect().adjusted(SPACE_16, 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, self._name
        )
        self._paint_bar(painter)
        self._paint_tick(painter)
        painter.setFont(self._look.font(BODY_STRONG))
        painter.setPen(self._look.colour(self._tone()))
        box = self.rect().adjusted(0, 0, -SPACE_16, 0)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, self._words())

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

    def _paint_bar(self, painter: QPainter) -> None:
        left, width, middle = self._track()
        top = middle - _BAR_HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        shown = self._score if self._then is None else min(self._score, self._then)
        lengths = [(100.0, self._look.colour("track"), 1.0)]
        colour = self._look.colour(Band.of(self._score).judgement)
        if self._then is not None:
            lengths.append((max(self._score, self._then), colour, 0.4))
        lengths.append((shown, colour, 1.0))
        for score, tint, opacity in lengths:
            painter.setOpacity(opacity)
            painter.setBrush(tint)
            length = width * max(0.0, min(score, 100.0)) / 100
            if length > 0:
                bar = QRectF(left, top, max(length, _BAR_HEIGHT), _BAR_HEIGHT)
                painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        painter.setOpacity(1.0)

    def _track(self) -> tuple[float, float, float]:
        """Left end, width and middle of the bar: beside the name, or below it where text is large."""
        if self._is_stacked:
            return SPACE_16, self.width() - 2 * SPACE_16, self.height() - SPACE_8
        return _BAR_LEFT, self.width() - _BAR_LEFT - _VALUE_WIDTH, self.height() / 2

    def _paint_tick(self, painter: QPainter) -> None:
        if self._baseline is None:
            return
        start, width, middle = self._track()
        x = start + width * max(0.0, min(self._baseline.score, 100.0)) / 100
        left = min(max(x - _TICK_WIDTH / 2, start), start + width - _TICK_WIDTH)
        top = middle - _TICK_HEIGHT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("ink"))
        painter.drawRect(QRectF(left, top, _TICK_WIDTH, _TICK_HEIGHT))

    def _tone(self) -> str:
        if self._then is None:
            return "ink"
        return "good" if self._then > self._score else "problem"

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
        look.changed.connect(self.update)

    @property
    def filter(self) -> str | None:
        """The category whose findings are shown, None for all."""
        return self._filter

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

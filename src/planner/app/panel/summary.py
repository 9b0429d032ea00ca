"""The summary tops the panel: the gauge, the band, a sentence on the structure, and what would change."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.app.controls import Kind, make_button
from planner.app.controls.labels import label, retone, show_text
from planner.app.controls.shapes import MarksWidget, PaintsMarks
from planner.app.theme import Look
from planner.app.theme.metrics import SELECTION_LINE, SPACE_4, SPACE_8, SPACE_12, SPACE_16, TARGET_LEAST
from planner.domain import Assumption
from planner.drawing.gauge import Gauge, gauge_marks
from planner.drawing.marks import Align, Box, Label, Mark, Rect
from planner.guidance import Review, fit_sentence
from planner.messages import Format, counted, listed, message, render
from planner.placement.measuring import Measure
from planner.typography import Style
from planner.typography.scale import LABEL, PANEL_TITLE, SMALL

GAUGE_SIZE = 108
_SHOWN_LEAST = 0.05
_WORTH_AGREEING = 1.0
"""Points between what is drawn and the total from which agreeing the basics is offered."""


class GaugeButton(QAbstractButton):
    """The gauge; a click, Enter or Space asks how its number is made."""

    def __init__(self, look: Look, paints: PaintsMarks) -> None:
        super().__init__()
        self._look = look
        self._ring = MarksWidget(look, paints, QSize(GAUGE_SIZE, GAUGE_SIZE))
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._ring)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("How the score is made")

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show another ring."""
        self._ring.show_marks(marks)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ring around the gauge while it has the focus."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("accent"), SELECTION_LINE))
            edge = SELECTION_LINE / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ScoreSummary(QWidget):
    """What the layout is worth.

    Signals:
        confirm_wanted(): the user confirms the context that an import assumed.
        account_wanted(): show how the score is made.
        agreeing_wanted(): ask the questions that bring the total up to what is drawn.
    """

    confirm_wanted = Signal()
    agreeing_wanted = Signal()
    account_wanted = Signal()

    def __init__(self, look: Look, paints: PaintsMarks, form: Format) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._tells_change = False
        self._fonts = look.fonts
        self._measure = Measure(look.fonts, partial(render, form=form))
        self.gauge = GaugeButton(look, paints)
        self.gauge.clicked.connect(self.account_wanted)
        self._band = label(look, style=PANEL_TITLE)
        self._sentence = label(look, style=SMALL, tone="second", wraps=True)
        self._drawn = label(look, style=SMALL, tone="second", wraps=True)
        self._line = label(look, style=SMALL, tone="second", wraps=True)
        self._assumed = make_button(look, "Assumed", Kind.WELL, height=TARGET_LEAST)
        self._assumed.setFont(look.font(LABEL))
        self._assumed.clicked.connect(self.confirm_wanted)
        self.agree = make_button(look, "Agree the basics…", Kind.LINK, on_click=self.agreeing_wanted.emit)
        self.agree.setFont(look.font(SMALL))
        self.agree.setMinimumHeight(TARGET_LEAST)
        self._lay_out()

    def show_review(self, now: Review, then: Review | None) -> None:
        """Show the score, and while previewing what it becomes; ``show_count`` follows with the findings."""
        score, band = now.score.total, now.band
        later = then.score.total if then is not None else None
        self.gauge.show_marks(self._ring(score, later))
        self._band.setText(render(band.label, self._form) if band is not None else "Nothing to score yet")
        if score is None:
            self._sentence.setText("Give somebody a seat in one of the six ML roles to see a score.")
        else:
            self._sentence.setText(render(fit_sentence(now.pack, now.scenario), self._form))
        self._show_drawn(now)
        self._show_line(now, score, later)
        self._show_assumed(now)
        self.setAccessibleName(self._spoken(score, self._band.text()))
        self.gauge.setAccessibleName(self.accessibleName())
        self.gauge.setAccessibleDescription("Press Enter to see how the score is made")

    def show_count(self, now: Review, then: Review | None) -> None:
        """Show how many findings there are, where no change of the total is told."""
        score, later = now.score.total, then.score.total if then is not None else None
        if score is None or _changes(score, later):
            return
        found = counted("{count} finding", "{count} findings", len(now.findings))
        self._tone_line("second")
        line = message("{found}, {passed} passed", found=found, passed=_passed(now))
        show_text(self._line, render(line, self._form))
        self._tells_change = False

    def _ring(self, score: float | None, later: float | None) -> tuple[Mark, ...]:
        middle = (GAUGE_SIZE / 2, GAUGE_SIZE / 2)
        gauge = Gauge(score, later)
        ring = gauge_marks(gauge, self._measure, self._fonts, centre=middle, diameter=GAUGE_SIZE - 2)
        if score is None or later is None or abs(later - score) < _SHOWN_LEAST:
            return ring
        return (*ring, *self._change(later - score))

    def _change(self, gain: float) -> tuple[Mark, ...]:
        """The change of the total on a pill in the gap of the ring."""
        text, tone = self._form.gain(gain), "good" if gain > 0 else "problem"
        width = self._fonts.width(text, LABEL) + 2 * SPACE_8
        height = LABEL.line_height + 1  # clear of the words in the ring
        left, top = (GAUGE_SIZE - width) / 2, GAUGE_SIZE - height
        baseline = top + self._fonts.cap_baseline(LABEL, height)
        return (
            Box(Rect(left, top, width, height), height / 2, f"{tone}-tint"),
            Label(GAUGE_SIZE / 2, baseline, text, LABEL, tone, Align.MIDDLE),
        )

    def _show_drawn(self, now: Review) -> None:
        drawn, total = now.score.as_drawn, now.score.total
        gap = drawn - total if drawn is not None and total is not None else 0.0
        self.agree.setVisible(gap >= _WORTH_AGREEING)
        if drawn is None or abs(gap) < _SHOWN_LEAST:
            show_text(self._drawn, "")
            return
        show_text(self._drawn, f"As drawn: {self._form.decimals(drawn)}")
        self._drawn.setToolTip(
            "What teams and seats alone are worth. The score above also counts links, practices, "
            "responsibilities and what the teams say of themselves."
        )

    def _show_line(self, now: Review, score: float | None, later: float | None) -> None:
        if score is None:
            show_text(self._line, "")
        elif later is not None and _changes(score, later):
            self._tells_change = True
            show_text(
                self._line, f"{self._form.decimals(score)} → {self._form.decimals(later)} with this change"
            )
            self._tone_line("good" if later > score else "problem", style=LABEL)
        elif self._tells_change:  # which was done, or is not previewed any more
            self._tells_change = False
            self._tone_line("second")
            show_text(self._line, render(message("{passed} passed", passed=_passed(now)), self._form))

    def _tone_line(self, tone: str, *, style: Style = SMALL) -> None:
        """A change of the total stands out from counts."""
        retone(self._line, tone)  # which gives back the font that the label had
        self._line.setFont(self._look.font(style))

    def _show_assumed(self, now: Review) -> None:
        assumed = [each.value for each in Assumption if each in now.scenario.assumed]
        self._assumed.setVisible(bool(assumed))
        named = render(message("{parts}", parts=listed(assumed)), self._form)
        self._assumed.setToolTip(f"The import guessed {named}. Click to confirm it, or change it above.")

    def _spoken(self, score: float | None, band: str) -> str:
        if score is None:
            return band
        return f"Guidance score {self._form.decimals(score)} of 100, {band.lower()}"

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addStretch(1)
        for text in (self._band, self._sentence, self._drawn, self._line):
            words.addWidget(text)
        for button in (self.agree, self._assumed):
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_4, SPACE_16, SPACE_12)
        row.setSpacing(SPACE_12)
        row.addWidget(self.gauge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _changes(score: float, later: float | None) -> bool:
    """Whether a previewed total reads differently."""
    return later is not None and abs(later - score) >= _SHOWN_LEAST


def _passed(now: Review) -> int:
    return sum(each.passed for each in now.score.rules)

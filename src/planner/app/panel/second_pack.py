"""The second pack below the guidance's findings: a gauge, bars and findings of its own, never mixed in."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.app.controls.labels import divider, label, retone, show_text
from planner.app.controls.shapes import MarksWidget, PaintsMarks
from planner.app.document import Document, Preview
from planner.app.panel.muted import MutedRules
from planner.app.panel.pack_findings import PackFindings
from planner.app.panel.rule_bars import RuleBars
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_2, SPACE_4, SPACE_8, SPACE_12, SPACE_16
from planner.drawing.gauge import Gauge, change_words, gauge_marks
from planner.errors import PlannerError
from planner.guidance import Fix, basics
from planner.guidance.basics import BasicsReview
from planner.messages import ENGLISH, Format, render
from planner.placement.measuring import Measure
from planner.typography.scale import BODY_STRONG, LABEL, SMALL

GAUGE_SIZE = 72


class SecondPack(QWidget):
    """What Org design basics says of the layout; hidden, and without any work, unless the plan has it on.

    Signals:
        place_wanted(object, str): select and show these subjects in the colour of a severity.
        mute_wanted(BasicsRule, QWidget): ask for the reason to mute this rule, beside a widget.
        rule_wanted(BasicsRule, QWidget): show why there is this rule, beside a widget.
        unmute_wanted(BasicsRule): let this rule count again.
    """

    place_wanted = Signal(object, str)
    mute_wanted = Signal(object, object)
    rule_wanted = Signal(object, object)
    unmute_wanted = Signal(object)

    def __init__(self, document: Document, look: Look, paints: PaintsMarks, form: Format = ENGLISH) -> None:
        super().__init__()
        self._document, self._form, self._fonts = document, form, look.fonts
        self._measure = Measure(look.fonts, partial(render, form=form))
        self._review: BasicsReview | None = None
        self._is_on = True  # shows with its parent until it hides itself
        self._gauge = MarksWidget(look, paints, QSize(GAUGE_SIZE, GAUGE_SIZE))
        self._title = label(look, document.pack.basics.name, BODY_STRONG, wraps=True)
        self._band = label(look, style=LABEL)
        self._line = label(look, style=SMALL, tone="second", wraps=True)
        self._bars = RuleBars(look, form)
        self._findings = PackFindings(look, paints, form)
        self._muted = MutedRules(look, form)
        self._lay_out()
        self._findings.place_wanted.connect(self.place_wanted)
        self._findings.fix_chosen.connect(self._apply)
        self._findings.mute_wanted.connect(self.mute_wanted)
        self._findings.rule_wanted.connect(self.rule_wanted)
        self._muted.unmute_wanted.connect(self.unmute_wanted)
        document.changed.connect(self._changed)
        document.scenario_switched.connect(self._changed)
        self.show_preview(None)

    @property
    def review(self) -> BasicsReview | None:
        """What is shown; None while the pack is off."""
        return self._review

    @property
    def muted(self) -> MutedRules:
        """The fold of its muted rules."""
        return self._muted

    @property
    def findings(self) -> PackFindings:
        """The fold of its findings."""
        return self._findings

    def show_preview(self, preview: Preview | None) -> None:
        """Show how things are and, while an edit is previewed, what it makes of them."""
        project = self._document.project
        if not basics.is_on(project):
            self._review = None
            self._turn(is_on=False)
            return
        if self._review is None or self._is_stale(self._review):
            self._review = basics.reviewed(project, self._document.scenario_id, self._document.pack.basics)
            self._findings.show_findings(self._review)
            self._muted.show_rules(basics.RULES, self._review.scenario)
        self._show(self._review, self._previewed(preview))
        self._turn(is_on=True)

    def _turn(self, *, is_on: bool) -> None:
        if is_on != self._is_on:
            self._is_on = is_on
            self.setVisible(is_on)

    def _changed(self) -> None:
        self.show_preview(None)

    def _is_stale(self, review: BasicsReview) -> bool:
        is_same = review.project is self._document.project
        return not is_same or review.scenario.id != self._document.scenario_id

    def _previewed(self, preview: Preview | None) -> BasicsReview | None:
        scenario = self._document.scenario_id
        if preview is None or scenario not in preview.edited.project.scenarios:
            return None
        return basics.reviewed(preview.edited.project, scenario, self._document.pack.basics)

    def _show(self, now: BasicsReview, then: BasicsReview | None) -> None:
        gauge = Gauge(now.score, then.score if then is not None else None)
        middle = (GAUGE_SIZE / 2, GAUGE_SIZE / 2)
        self._gauge.show_marks(
            gauge_marks(gauge, self._measure, self._fonts, centre=middle, diameter=GAUGE_SIZE - 2)
        )
        self._band.setText("Nothing to judge yet" if now.band is None else render(now.band.label, self._form))
        self._show_line(gauge)
        self._bars.show_scores(now.rules, then.rules if then is not None else None)
        self._gauge.setAccessibleName(self._spoken(now))

    def _show_line(self, gauge: Gauge) -> None:
        change = change_words(gauge)
        if change is None:
            retone(self._line, "second")
            show_text(self._line, "Not part of the guidance score.")
        else:
            retone(self._line, "good" if (gauge.preview or 0.0) > (gauge.total or 0.0) else "problem")
            show_text(self._line, render(change, self._form))

    def _spoken(self, now: BasicsReview) -> str:
        name = now.data.name
        if now.score is None:
            return f"{name}, nothing to judge yet"
        return f"{name} {self._form.decimals(now.score)} of 100, {self._band.text().lower()}"

    def _apply(self, fix: Fix) -> None:
        self._findings.take_focus()
        try:
            self._document.apply(fix.edit)
        except PlannerError:  # the plan changed since it was offered
            self._review = None
            self.show_preview(None)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_2)
        words.addStretch(1)
        for text in (self._title, self._band, self._line):
            words.addWidget(text)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_4)
        row.setSpacing(SPACE_12)
        row.addWidget(self._gauge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_12, 0, SPACE_16)
        column.setSpacing(SPACE_8 // 2)
        column.addWidget(divider())
        column.addLayout(row)
        column.addWidget(self._bars)
        column.addWidget(self._findings)
        column.addWidget(self._muted)

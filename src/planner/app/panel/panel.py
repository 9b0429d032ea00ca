"""The score panel scores the layout live: gauge, categories, findings, and what a previewed change does."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.advice.fixes import RankedFix
from planner.app.controls import Kind, make_button
from planner.app.controls.labels import divider, label, show_text
from planner.app.controls.shapes import PaintsMarks
from planner.app.document import Document, Preview
from planner.app.document.explainer import Explainer
from planner.app.panel.categories import CategoryBars, Tick
from planner.app.panel.counts import SeverityCounts
from planner.app.panel.findings import FindingList
from planner.app.panel.fix_finder import FixFinder
from planner.app.panel.floats import Floats
from planner.app.panel.muted import MutedRules
from planner.app.panel.next_move import MoveFinder, NextMoveRow
from planner.app.panel.passed import PassedChecks
from planner.app.panel.rows import finding_rows
from planner.app.panel.second_pack import SecondPack
from planner.app.panel.summary import ScoreSummary
from planner.app.panel.weights_line import WeightsLine
from planner.app.panel.wishes import Answers, AnyRule, Wishes
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16, TARGET_LEAST
from planner.domain import edits
from planner.errors import PlannerError
from planner.guidance import CATALOGUE, Finding, Review, Rule
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY_STRONG, PANEL_TITLE, SMALL

_LOW = 680
"""A panel lower than this has no room for everything above the findings."""


class ScorePanel(QWidget):
    """What the layout on the canvas is worth, why, and what would make it better.

    Signals:
        place_wanted(object, str): select and show these subjects in the colour of a severity.
        agreement_wanted(AgreementPlace): open the Agreements at this place.
        team_wanted(str): edit the fields of the team with this id.
        agreeing_wanted(): ask the questions that agree the basics.
    """

    place_wanted = Signal(object, str)
    agreement_wanted = Signal(object)
    team_wanted = Signal(str)
    agreeing_wanted = Signal()

    def __init__(
        self,
        document: Document,
        look: Look,
        paints: PaintsMarks,
        form: Format = ENGLISH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._look = document, look
        self._preview: Preview | None = None
        self._explainer = Explainer(self)
        wishes = Wishes(self)
        self._fix_finder = FixFinder(document, self)
        answers = Answers(
            fixes_for=self._fix_finder.look,
            reason_for_none=self._fix_finder.reason_for_none,
            team_name=lambda team: self._document.scenario.teams[team].name,
            settle=self._settle,
        )
        self._summary = ScoreSummary(look, paints, form)
        self._move = NextMoveRow(look, form)
        self._finder = MoveFinder(self)
        self._bars = CategoryBars(look, form)
        self._counts = SeverityCounts(look, paints, form)
        self._list = FindingList(look, paints, form, answers=answers, wishes=wishes)
        self._passed = PassedChecks(look, paints, form)
        self._muted = MutedRules(look, form)
        self._second = SecondPack(document, look, paints, form)
        self._floats = Floats(self, document, look, form)
        self._empty = label(look, style=SMALL, tone="second", wraps=True)
        self._middle = QWidget()
        self._filter = QWidget()
        self._filter_words = label(look, style=SMALL, tone="accent", wraps=True)
        self._lay_out(look)
        self._connect(wishes)
        self.refresh()

    @property
    def document(self) -> Document:
        """The document whose score is shown."""
        return self._document

    @property
    def findings(self) -> FindingList:
        """The list of findings."""
        return self._list

    @property
    def next_move(self) -> NextMoveRow:
        """The line with the best next move."""
        return self._move

    @property
    def is_looking(self) -> bool:
        """Whether the best next move is looked for, or will be in a moment."""
        return self._finder.is_looking

    @property
    def gauge(self) -> QWidget:
        """The ring with the total."""
        return self._summary.gauge

    @property
    def muted(self) -> MutedRules:
        """The fold of the muted rules."""
        return self._muted

    @property
    def second(self) -> SecondPack:
        """What the second pack says, while the plan has it on."""
        return self._second

    @property
    def floats(self) -> Floats:
        """What floats beside the panel when asked for."""
        return self._floats

    def show_preview(self, preview: Preview | None) -> None:
        """Show what a change would do, without reordering anything; None goes back to how things are."""
        if self._move.is_previewed:
            self._move.mark_previewed(is_previewed=False)
        self._show(preview)

    def refresh(self) -> None:
        """Show the document's review, and the previewed one beside it.

        In a large plan the findings come a moment later; those from before stay until all are at hand.
        """
        now = self._document.review
        then = self._preview.review if self._preview is not None else None
        self._summary.show_review(now, then)
        self._bars.show_scores(
            now.score.categories, then.score.categories if then is not None else None, self._ticks()
        )
        for part in (self._bars, self._below_bars):
            part.setVisible(self._bars.has_bars)
        self._passed.show_rules(now.score.rules)
        self._muted.show_rules(CATALOGUE, now.scenario)
        reviews = self._shown_reviews()
        if self._explainer.has(*reviews):
            self._show_findings(*reviews)
        elif then is not None and now.is_explained:
            self._show_findings(now)  # and what another change would do to them no more

    def _shown_reviews(self) -> tuple[Review, ...]:
        now, preview = self._document.review, self._preview
        return (now,) if preview is None else (now, preview.review)

    def _settle(self) -> None:
        """List the findings at once, if they are awaited."""
        if self._explainer.is_explaining:
            self._explainer.stop()
            self._list_findings()

    def _list_findings(self) -> None:
        self._show_findings(*self._shown_reviews())

    def _renew_open(self) -> None:
        self._settle()
        self._list.renew_open()

    def _show_findings(self, now: Review, then: Review | None = None) -> None:
        chosen = self._bars.filter
        rows = finding_rows(now, then, category=chosen)
        self._summary.show_count(now, then)
        self._counts.show_findings([each for each in now.findings if chosen in (None, each.rule.category)])
        self._list.show_rows(rows, is_preview=self._preview is not None)
        self._filter.setVisible(chosen is not None)
        self._filter_words.setText(f"Only {chosen}" if chosen is not None else "")
        self._show_empty(has_score=now.score.total is not None, is_empty=not rows)

    def open_finding(self, finding: Finding) -> None:
        """Open a finding of the present review, whatever category the list is narrowed to."""
        if self._bars.filter not in (None, finding.rule.category):
            self._bars.clear()
        self._list.open(finding.key)

    def next_finding(self) -> None:
        """Open the next finding and show its place."""
        self._list.step(1)

    def previous_finding(self) -> None:
        """Open the previous finding and show its place."""
        self._list.step(-1)

    def apply_first_fix(self) -> None:
        """Apply the best fix of the open finding as one step; open the first finding when none is open."""
        self._list.apply_first_fix()

    def show_account(self) -> None:
        """Show how the score is made."""
        self._floats.show_account(self._summary.gauge)

    def showEvent(self, event: QShowEvent) -> None:
        """Look for the best next move once it can be seen."""
        super().showEvent(event)
        self._finder.look(self._document.review)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the best next move now."""
        super().hideEvent(event)
        self._finder.pause()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window bars and best move scroll with the findings; the gauge always stays in sight."""
        super().resizeEvent(event)
        is_low = event.size().height() < self._look.px(_LOW)
        if is_low is self._list.isAncestorOf(self._middle):
            return
        focused = (
            self._middle.focusWidget() if self._middle.isAncestorOf(self.focusWidget() or self) else None
        )
        if is_low:
            self._list.add_above(self._middle)
        else:
            self._column.insertWidget(self._column.indexOf(self._list), self._middle)
        if focused is not None:
            focused.setFocus()

    def _show(self, preview: Preview | None) -> None:
        self._preview = preview
        if preview is not None:
            self._finder.pause()
            self._fix_finder.pause()
        elif self.isVisible():
            self._finder.resume()
            self._fix_finder.resume()
        self.refresh()
        self._second.show_preview(preview)

    def _preview_move(self) -> None:
        move = self._move.move_shown
        if move is None:
            return
        try:
            preview = self._document.preview(move.fix.edit)
        except PlannerError:
            self._move.show_move(None)
            return
        self._show(preview)
        self._move.mark_previewed(is_previewed=True)

    def _apply_move(self) -> None:
        move = self._move.move_shown
        if move is not None:
            self._document.apply(move.fix.edit)

    def _apply(self, fix: RankedFix) -> None:
        self._list.keep_focus()
        try:
            self._document.apply(fix.fix.edit)
        except PlannerError:  # the plan changed since it was offered
            self._list.renew_open()

    def _confirm(self) -> None:
        scenario = self._document.scenario_id
        self._document.apply(lambda project: edits.confirm_context(project, scenario))

    def _mute(self, rule: AnyRule, reason: str) -> None:
        if isinstance(rule, Rule):
            self._list.keep_focus()
        mute = partial(edits.mute_rule, scenario=self._document.scenario_id, rule=rule.id)
        self._document.apply(lambda project: mute(project, reason=reason, name=rule.name))

    def _unmute(self, rule: AnyRule) -> None:
        unmute = partial(edits.unmute_rule, scenario=self._document.scenario_id, rule=rule.id)
        self._document.apply(lambda project: unmute(project, name=rule.name))

    def _ticks(self) -> Mapping[str, Tick]:
        """The scores of the baseline, where another scenario is shown."""
        scenarios = self._document.project.scenarios
        baseline = next((each for each in scenarios if each.baseline), None)
        if baseline is None or baseline.id == self._document.scenario_id:
            return {}
        categories = self._document.review_of(baseline.id).score.categories
        return {each.name: Tick(baseline.name, each.score) for each in categories if each.score is not None}

    def _changed(self) -> None:
        self._preview = None
        self._floats.close()
        self._move.hide_stale()
        self.refresh()
        if self.isVisible():
            self._finder.look(self._document.review)

    def _show_empty(self, *, has_score: bool, is_empty: bool) -> None:
        passed = sum(each.passed for each in self._document.review.score.rules)
        if not is_empty:
            show_text(self._empty, "")
        elif has_score:
            show_text(self._empty, f"No findings. {passed} checks passed.")
        else:
            show_text(self._empty, "Findings appear here as soon as somebody holds a seat in an ML role.")

    def _connect(self, wishes: Wishes) -> None:
        self._explainer.explained.connect(self._list_findings)
        self._document.changed.connect(self._changed)
        self._document.scenario_switched.connect(self._changed)
        self._summary.confirm_wanted.connect(self._confirm)
        self._summary.account_wanted.connect(self.show_account)
        self._summary.agreeing_wanted.connect(self.agreeing_wanted)
        self._bars.chosen.connect(self.refresh)
        self._move.preview_wanted.connect(self._preview_move)
        self._move.apply_wanted.connect(self._apply_move)
        self._move.left.connect(lambda: self.show_preview(None))
        self._finder.rested.connect(self._renew_open)
        self._finder.found.connect(self._move.show_move)
        self._fix_finder.found.connect(self._list.take_fixes)
        self._muted.unmute_wanted.connect(self._unmute)
        self._floats.mute_wanted.connect(self._mute)
        self._second.place_wanted.connect(self.place_wanted)
        self._second.mute_wanted.connect(self._floats.ask_reason)
        self._second.rule_wanted.connect(self._floats.show_rule)
        self._second.unmute_wanted.connect(self._unmute)
        wishes.fix_chosen.connect(self._apply)
        wishes.place_wanted.connect(self.place_wanted)
        wishes.mute_wanted.connect(lambda finding, anchor: self._floats.ask_reason(finding.rule, anchor))
        wishes.rule_wanted.connect(lambda finding, anchor: self._floats.show_rule(finding.rule, anchor))
        wishes.agreement_wanted.connect(self.agreement_wanted)
        wishes.team_wanted.connect(self.team_wanted)

    def _lay_out(self, look: Look) -> None:
        title = label(look, "Guidance score", PANEL_TITLE)
        title.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_4)
        self._empty.setContentsMargins(SPACE_16, SPACE_4, SPACE_16, SPACE_4)
        self._lay_out_filter(look)
        self._lay_out_middle(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for widget in (title, self._summary, WeightsLine(self._document, look), self._middle):
            self._column.addWidget(widget)
        self._column.addWidget(self._list, 1)
        self._list.add_below(self._passed)
        self._list.add_below(self._muted)
        self._list.add_below(self._second)

    def _lay_out_middle(self, look: Look) -> None:
        """What stands between the gauge and the findings."""
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        move = QHBoxLayout()
        move.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        move.addWidget(self._move)
        column.addLayout(move)
        self._below_bars = divider()
        parts = (self._bars, self._below_bars, self._heading(look), self._filter, self._empty)
        for widget in (divider(), *parts):
            column.addWidget(widget)

    def _heading(self, look: Look) -> QWidget:
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        row.addWidget(label(look, "Findings", BODY_STRONG), 1)
        row.addWidget(self._counts)
        return heading

    def _lay_out_filter(self, look: Look) -> None:
        every = make_button(look, "Show all findings", Kind.WELL, icon="close", height=TARGET_LEAST)
        every.setFont(look.font(SMALL))
        every.clicked.connect(self._bars.clear)
        row = QHBoxLayout(self._filter)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_8)
        row.addWidget(self._filter_words, 1)
        row.addWidget(every)

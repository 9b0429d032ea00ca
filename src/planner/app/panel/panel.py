"""The score panel scores the layout live: gauge, categories, findings, and what a previewed change does."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.advice.fixes import RankedFix, ranked
from planner.app.controls.labels import divider, label, show_text
from planner.app.document import Document, Preview
from planner.app.panel.categories import CategoryBars
from planner.app.panel.findings import FindingList
from planner.app.panel.passed import PassedChecks
from planner.app.panel.rows import finding_rows
from planner.app.panel.shapes import PaintsMarks, SeverityShape
from planner.app.panel.summary import ScoreSummary
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_12, SPACE_16, TARGET_LEAST
from planner.domain import edits
from planner.guidance import Finding, Severity
from planner.messages import ENGLISH, Format
from planner.typography.scale import BODY_STRONG, LABEL, PANEL_TITLE, SMALL


class ScorePanel(QWidget):
    """What the layout on the canvas is worth, why, and what would make it better.

    Signals:
        place_wanted(object, str): select and show these subjects in the colour of a severity.
    """

    place_wanted = Signal(object, str)

    def __init__(self, document: Document, look: Look, paints: PaintsMarks, form: Format = ENGLISH) -> None:
        super().__init__()
        self.setProperty("part", "panel-right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._preview: Preview | None = None
        self._summary = ScoreSummary(look, paints, form)
        self._bars = CategoryBars(look, form)
        self._counts = SeverityCounts(look, paints, form)
        self._list = FindingList(look, paints, form, self._fixes_for)
        self._passed = PassedChecks(look, paints, form)
        self._empty = label(look, style=SMALL, tone="second", wraps=True)
        self._lay_out(look)
        self._connect()
        self.refresh()

    @property
    def findings(self) -> FindingList:
        """The list of findings."""
        return self._list

    def show_preview(self, preview: Preview | None) -> None:
        """Show what a change would do, without reordering anything; None goes back to how things are."""
        self._preview = preview
        self.refresh()

    def refresh(self) -> None:
        """Show the document's review, and the previewed one beside it."""
        now = self._document.review
        then = self._preview.review if self._preview is not None else None
        self._summary.show_review(now, then)
        self._bars.show_scores(now.score.categories, then.score.categories if then is not None else None)
        rows = finding_rows(now, then, category=self._bars.filter)
        self._counts.show_findings(now.findings)
        self._list.show_rows(rows, is_preview=then is not None)
        self._passed.show_rules(now.score.rules)
        self._show_empty(has_score=now.score.total is not None, is_empty=not rows)

    def next_finding(self) -> None:
        """Open the next finding and show its place."""
        self._list.step(1)

    def previous_finding(self) -> None:
        """Open the previous finding and show its place."""
        self._list.step(-1)

    def apply_first_fix(self) -> None:
        """Apply the best fix of the open finding as one step."""
        self._list.apply_first_fix()

    def _apply(self, fix: RankedFix) -> None:
        self._list.keep_focus()
        self._document.apply(fix.fix.edit)

    def _confirm(self) -> None:
        scenario = self._document.scenario_id
        self._document.apply(lambda project: edits.confirm_context(project, scenario))

    def _fixes_for(self, finding: Finding) -> Sequence[RankedFix]:
        return ranked(self._document.review, finding)

    def _changed(self) -> None:
        self._preview = None
        self.refresh()

    def _show_empty(self, *, has_score: bool, is_empty: bool) -> None:
        passed = sum(each.passed for each in self._document.review.score.rules)
        if not is_empty:
            show_text(self._empty, "")
        elif has_score:
            show_text(self._empty, f"No findings. {passed} checks passed.")
        else:
            show_text(self._empty, "Findings appear here as soon as somebody holds a seat in an ML role.")

    def _connect(self) -> None:
        self._document.changed.connect(self._changed)
        self._document.scenario_switched.connect(self._changed)
        self._summary.confirm_wanted.connect(self._confirm)
        self._bars.chosen.connect(self.refresh)
        self._list.fix_chosen.connect(self._apply)
        self._list.place_wanted.connect(self.place_wanted)

    def _lay_out(self, look: Look) -> None:
        title = label(look, style=PANEL_TITLE)
        title.setText("Guidance score")
        title.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_4)
        heading = QWidget()
        row = QHBoxLayout(heading)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        words = label(look, style=BODY_STRONG)
        words.setText("Findings")
        row.addWidget(words, 1)
        row.addWidget(self._counts)
        self._empty.setContentsMargins(SPACE_16, SPACE_4, SPACE_16, SPACE_4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (title, self._summary, divider(), self._bars, divider(), heading, self._empty):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        self._list.add_below(self._passed)


class SeverityCounts(QWidget):
    """How many findings there are of each severity."""

    def __init__(self, look: Look, paints: PaintsMarks, form: Format) -> None:
        super().__init__()
        self._form = form
        self._texts: dict[Severity, QLabel] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for severity in Severity:
            pill = QFrame()
            pill.setProperty("part", "count")
            pill.setFixedHeight(TARGET_LEAST)
            inside = QHBoxLayout(pill)
            inside.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
            inside.setSpacing(SPACE_4)
            shape = SeverityShape(look, paints, 14)
            shape.show_severity(severity)
            self._texts[severity] = label(look, style=LABEL)
            inside.addWidget(shape)
            inside.addWidget(self._texts[severity])
            row.addWidget(pill)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Count the findings by severity."""
        counts = Counter(finding.severity for finding in findings)
        for severity, text in self._texts.items():
            text.setText(self._form.integer(counts[severity]))
            text.setAccessibleName(f"{counts[severity]} of severity {severity}")

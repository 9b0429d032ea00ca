"""The findings of the second pack fold up behind their count; unfolded, each tells source, facts and fix."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.app.controls.labels import label, retone
from planner.app.controls.shapes import IconShape, PaintsMarks, SeverityShape
from planner.app.panel.details import EvidenceLine
from planner.app.panel.fold import Fold
from planner.app.theme import Look
from planner.app.theme.metrics import SELECTION_LINE, SPACE_2, SPACE_4, SPACE_8, SPACE_24
from planner.guidance.basics import BasicsFinding, BasicsReview
from planner.guidance.shown import losses_shown
from planner.messages import Format, Message, listed, message, render
from planner.typography import Style
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG, CAPTION, GUIDANCE, SMALL


class PackFindings(Fold):
    """A line with the number of findings, which unfolds to them.

    Signals:
        place_wanted(object, str): select and show these subjects in the colour of a severity.
        fix_chosen(Fix): apply this fix.
        mute_wanted(BasicsRule, QWidget): ask for the reason to mute this rule, beside a widget.
        rule_wanted(BasicsRule, QWidget): show why there is this rule, beside a widget.
    """

    place_wanted = Signal(object, str)
    fix_chosen = Signal(object)
    mute_wanted = Signal(object, object)
    rule_wanted = Signal(object, object)

    def __init__(self, look: Look, paints: PaintsMarks, form: Format) -> None:
        super().__init__(look, "Findings", IconShape(look, "info"))
        self._paints, self._form = paints, form
        self._findings: tuple[BasicsFinding, ...] = ()
        self._points: Mapping[tuple[str, ...], float] = {}
        self._shown: tuple[BasicsFinding, ...] = ()
        self._rows: list[QWidget] = []
        self.body.setContentsMargins(SPACE_4, SPACE_4, 0, SPACE_8)
        self.body.setSpacing(SPACE_8)

    def show_findings(self, review: BasicsReview) -> None:
        """Show the findings of a review; what an unfolded one tells is made only when it can be seen."""
        self._findings = findings = review.findings
        self._points = losses_shown(findings, review.score)
        self.show_count(len(findings), self._form.integer(len(findings)))
        if self.is_open:
            self._fill()

    def _folded(self, is_open: bool) -> None:  # noqa: FBT001  # the signature is Qt's
        super()._folded(is_open)
        if is_open:
            self._fill()

    def _fill(self) -> None:
        if self._findings == self._shown and _offers(self._findings) == _offers(self._shown):
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(row.isAncestorOf(focus) for row in self._rows)
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._shown = self._findings
        self._rows = [self._row(finding) for finding in self._findings]
        for row in self._rows:
            self.body.addWidget(row)
            row.show()
        if had_focus:
            self.take_focus()

    def _row(self, finding: BasicsFinding) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(self._line(finding))
        details = QVBoxLayout()
        details.setContentsMargins(SPACE_24, 0, 0, 0)
        details.setSpacing(SPACE_4)
        details.addWidget(self._text(self._said(finding.rule.says), GUIDANCE))
        works = listed([work.cited for work in finding.sources], at_most=len(finding.sources))
        source = self._said(message("After {works}", works=works))
        details.addWidget(self._text(source, CAPTION, tone="second"))
        details.addWidget(self._why(finding))
        for fact in finding.evidence:
            details.addWidget(self._link(self._said(fact.text), fact.subjects, finding))
        details.addWidget(self._mending(finding))
        details.addWidget(self._muting(finding))
        column.addLayout(details)
        return row

    def _line(self, finding: BasicsFinding) -> QHBoxLayout:
        shape = SeverityShape(self._look, self._paints)
        shape.show_severity(finding.severity.value)
        title = self._link(self._said(finding.title), finding.subjects, finding)
        title.setFont(self._look.font(BODY_MEDIUM))
        retone(title, "")
        points = self._points[finding.key]
        title.setAccessibleName(
            f"{finding.severity.value.capitalize()}, {title.text()}, "
            f"minus {self._form.decimals(points)} points, {self._said(finding.where)}"
        )
        words = QVBoxLayout()
        words.setSpacing(SPACE_2)
        words.addWidget(title)
        words.addWidget(self._text(self._said(finding.where), SMALL, tone="second"))
        lost = label(self._look, self._form.loss(points), BODY_STRONG, tone="second")
        line = QHBoxLayout()
        line.setSpacing(SPACE_8)
        line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        line.addWidget(lost, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _link(self, words: str, subjects: object, finding: BasicsFinding) -> EvidenceLine:
        line = EvidenceLine(self._look, words, is_link=bool(subjects))
        line.setIndent(0)
        line.clicked.connect(lambda: self.place_wanted.emit(subjects, finding.severity.value))
        return line

    def _text(self, words: str, style: Style, *, tone: str = "") -> QLabel:
        """Words that stand in line with those of links, which leave room for the ring of the focus."""
        made = label(self._look, words, style, tone=tone, wraps=True)
        made.setIndent(SELECTION_LINE)
        return made

    def _mending(self, finding: BasicsFinding) -> QWidget:
        """The first fix as a line to click, or why there is none."""
        if not finding.fixes:
            reason = self._said(finding.reason_for_no_fix)
            return self._text(reason, SMALL, tone="second")
        fix = finding.fixes[0]
        line = EvidenceLine(self._look, self._said(fix.label), is_link=True)
        line.setIndent(0)
        line.setObjectName("fix")
        line.setToolTip("Do this as one step")
        retone(line, "accent")
        line.clicked.connect(lambda: self.fix_chosen.emit(fix))
        return line

    def _muting(self, finding: BasicsFinding) -> QWidget:
        """A line to click that asks why the finding's rule should not count."""
        line = self._asking("Mute with reason…", "Set this rule aside in this scenario")
        line.setAccessibleName(f"Mute with reason: {self._said(finding.rule.name)}")
        line.clicked.connect(lambda: self.mute_wanted.emit(finding.rule, line))
        return line

    def _why(self, finding: BasicsFinding) -> QWidget:
        """A line to click that shows the page of the finding's rule."""
        line = self._asking("Why this rule", "What it looks for, why, and two examples")
        line.setAccessibleName(f"Why this rule: {self._said(finding.rule.name)}")
        line.clicked.connect(lambda: self.rule_wanted.emit(finding.rule, line))
        return line

    def _asking(self, words: str, tip: str) -> EvidenceLine:
        line = EvidenceLine(self._look, words, is_link=True)
        line.setIndent(0)
        line.setToolTip(tip)
        return line

    def _said(self, text: Message) -> str:
        return render(text, self._form)


def _offers(findings: Sequence[BasicsFinding]) -> list[Message | None]:
    """The words of the fix that each finding offers."""
    return [finding.fixes[0].label if finding.fixes else None for finding in findings]

"""The details of a finding: restated guidance, the evidence, and what would mend it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from planner.advice.fixes import RankedFix
from planner.app.agreements.places import place_of
from planner.app.controls import Kind, make_button, make_tool_button
from planner.app.controls.labels import label, show_text
from planner.app.panel.fix_button import FixButton
from planner.app.panel.wishes import Answers, Wishes
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT, SPACE_2, SPACE_4, SPACE_8, SPACE_24, TARGET_LEAST
from planner.guidance import Evidence, Finding, Origin
from planner.messages import Format, counted, message, render
from planner.typography.scale import CAPTION, GUIDANCE, SMALL

_RULE_WIDTH = 3
_BY_TEAM_FIELDS: Final = frozenset(
    {"core/budget", "core/defined-function", "squad/focus", "venture/independent"}
)
"""Rules whose findings a team's own fields mend."""
ORIGINS: Final = {
    Origin.ARTICLE: "from the article",
    Origin.INFERRED: "inferred from the article",
    Origin.PLANNER: "plain arithmetic of this planner",
}
"""Whose word a rule is, in a few words."""


class FindingDetails(QWidget):
    """Everything about one finding below its line."""

    def __init__(
        self,
        look: Look,
        form: Format,
        finding: Finding,
        *,
        fixes: Sequence[RankedFix] | None,
        answers: Answers,
        wishes: Wishes,
    ) -> None:
        super().__init__()
        self._look, self._form, self._wishes = look, form, wishes
        self._answers = answers
        self._finding = finding
        self._is_looking = fixes is None
        self._fixes = tuple(fixes or ())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fix_button: FixButton | None = None
        self._promise = label(look, style=SMALL, tone="second", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_4, 0, SPACE_4)
        column.setSpacing(SPACE_8)
        column.addLayout(self._guidance(finding))
        if finding.evidence:
            column.addLayout(self._evidence(finding))
        column.addLayout(self._buttons())
        column.addWidget(self._promise)
        elsewhere = self._elsewhere(finding, answers)
        if elsewhere is not None:
            column.addWidget(elsewhere, 0, Qt.AlignmentFlag.AlignLeft)
        self._say_promise()

    @property
    def finding(self) -> Finding:
        """The finding that is told."""
        return self._finding

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click into the details does not fold the finding."""
        event.accept()

    def apply_first(self) -> None:
        """Apply the best fix, when there is one."""
        if self._fixes:
            self._wishes.fix_chosen.emit(self._fixes[0])

    def renew(self, finding: Finding, fixes: Sequence[RankedFix]) -> bool:
        """Tell the same finding of a later review; False when other words are needed for it."""
        same_words = finding == self._finding and [each.fix.label for each in fixes] == [
            each.fix.label for each in self._fixes
        ]
        self._is_looking = False
        if same_words and [each.gain for each in fixes[1:]] == [each.gain for each in self._fixes[1:]]:
            self._finding, self._fixes = finding, tuple(fixes)
            self._say_promise()
            return True
        return False

    def _guidance(self, finding: Finding) -> QHBoxLayout:
        text = label(self._look, style=GUIDANCE, wraps=True)
        text.setText(render(finding.guidance.text, self._form))
        source = label(self._look, style=CAPTION, tone="second", wraps=True)
        section = render(finding.guidance.section, self._form)
        source.setText(f"Guidance: {section} · {ORIGINS[finding.rule.source]}")
        why = self._link("Why this rule")
        why.clicked.connect(lambda: self._wishes.rule_wanted.emit(self._finding, why))
        words = QVBoxLayout()
        words.setSpacing(SPACE_2)
        words.addWidget(text)
        words.addWidget(source)
        words.addWidget(why, 0, Qt.AlignmentFlag.AlignLeft)
        rule = QFrame()
        rule.setProperty("part", "accent-rule")
        rule.setFixedWidth(_RULE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(rule)
        row.addLayout(words, 1)
        return row

    def _link(self, words: str) -> QPushButton:
        link = make_button(self._look, words, Kind.LINK)
        link.setFont(self._look.font(SMALL))
        link.setMinimumHeight(TARGET_LEAST)
        return link

    def _evidence(self, finding: Finding) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        for line in finding.evidence:
            column.addLayout(self._evidence_line(line))
        return column

    def _evidence_line(self, line: Evidence) -> QHBoxLayout:
        text = EvidenceLine(self._look, render(line.text, self._form), is_link=bool(line.subjects))
        text.clicked.connect(lambda: self._show(line.subjects))
        bullet = label(self._look, "•", SMALL, tone="second")
        bullet.setContentsMargins(0, SPACE_2 if line.subjects else 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(SPACE_4 if line.subjects else SPACE_4 + SPACE_2)  # a link has a border of 2 px
        row.addWidget(bullet, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return row

    def _show(self, subjects: object) -> None:
        self._wishes.place_wanted.emit(subjects, self._finding.severity.value)

    def _buttons(self) -> QBoxLayout:
        show = self._tool("target", "Show on the chart")
        show.clicked.connect(lambda: self._show(self._finding.subjects))
        tools = QHBoxLayout()
        tools.setSpacing(SPACE_8)
        for tool in (show, self._more()):
            tools.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        tools.addStretch(1)
        if self._fixes:
            words = render(self._fixes[0].fix.label, self._form)
            self._fix_button = FixButton(self._look, words, self.apply_first)
            self._row.addWidget(self._fix_button)
        self._row.setSpacing(SPACE_8)
        self._row.addLayout(tools, 1)
        return self._row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below a fix whose words leave no room beside it."""
        super().resizeEvent(event)
        if self._fix_button is not None:
            tools = 2 * (CONTROL_HEIGHT + SPACE_8)
            fits = self._fix_button.sizeHint().width() + tools <= self.width() - SPACE_24
            way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
            self._row.setDirection(way)

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = make_tool_button(self._look, icon=icon, name=name)
        button.setProperty("kind", Kind.PLAIN.value)
        return button

    def _more(self) -> QToolButton:
        button = self._tool("more", "More for this finding")
        button.setObjectName("more")
        menu = QMenu(button)
        for at, fix in enumerate(self._fixes[1:], start=1):
            self._entry(menu, self._described(fix)).triggered.connect(
                lambda _checked=False, at=at: self._wishes.fix_chosen.emit(self._fixes[at])
            )
        if len(self._fixes) > 1:
            menu.addSeparator()
        wishes = self._wishes
        self._entry(menu, "Mute with reason…").triggered.connect(
            lambda: wishes.mute_wanted.emit(self._finding, button)
        )
        self._entry(menu, "Why this rule").triggered.connect(
            lambda: wishes.rule_wanted.emit(self._finding, button)
        )
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _entry(self, menu: QMenu, words: str) -> QAction:
        action = QAction(words.replace("&", "&&"), menu)
        action.setMenuRole(QAction.MenuRole.NoRole)
        menu.addAction(action)
        return action

    def _described(self, fix: RankedFix) -> str:
        return f"{render(fix.fix.label, self._form)}   {self._form.gain(fix.gain)}"

    def _elsewhere(self, finding: Finding, answers: Answers) -> QPushButton | None:
        """The link to where the finding is mended by hand: the Agreements, or the fields of its one team."""
        place = place_of(finding)
        if place is not None:
            return self._linked("Open Agreements", lambda: self._wishes.agreement_wanted.emit(place))
        teams = [each.id for each in finding.subjects if each.kind == "team"]
        if finding.rule.id not in _BY_TEAM_FIELDS or len(teams) != 1:
            return None
        (team,) = teams
        return self._linked(f"Edit {answers.team_name(team)}…", lambda: self._wishes.team_wanted.emit(team))

    def _linked(self, words: str, on_click: Callable[[], None]) -> QPushButton:
        link = self._link(words)
        link.setObjectName("elsewhere")
        link.clicked.connect(on_click)
        return link

    def _say_promise(self) -> None:
        if self._fixes:
            show_text(self._promise, self._promised(self._fixes[0]))
        elif self._is_looking:
            show_text(self._promise, "Looking for fixes…")
        else:
            show_text(self._promise, render(self._answers.reason_for_none(self._finding), self._form))

    def _promised(self, best: RankedFix) -> str:
        gain = self._form.gain(best.gain)
        if not best.also_resolves:
            return render(message("{gain} to the score", gain=gain), self._form)
        more = counted(
            "{gain}, also resolves {count} more finding",
            "{gain}, also resolves {count} more findings",
            best.also_resolves,
            gain=gain,
        )
        return render(more, self._form)


class EvidenceLine(QLabel):
    """One fact behind a finding; one that names things selects them when clicked, or by Enter.

    Signals:
        clicked(): show what the line names.
    """

    clicked = Signal()

    def __init__(self, look: Look, text: str, *, is_link: bool) -> None:
        super().__init__()
        self._is_link = is_link
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(look.font(SMALL))
        self.setWordWrap(True)
        self.setProperty("tone", "second")
        if is_link:
            self.setProperty("part", "evidence-link")
            self.setIndent(0)  # within a border words would be set in
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip("Show on the chart")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows what the line names, and does not fold the finding."""
        event.accept()
        if self._is_link and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space show it too."""
        if self._is_link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

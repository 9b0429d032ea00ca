"""The details of a finding: restated guidance, the evidence, and what would mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import (
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
from planner.app.controls import Kind, make_button, make_tool_button
from planner.app.controls.labels import label
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_24
from planner.guidance import Evidence, Finding
from planner.messages import Format, counted, render
from planner.typography.scale import CAPTION, GUIDANCE, SMALL

_RULE_WIDTH = 3


class FindingDetails(QWidget):
    """Everything about one finding below its line.

    Signals:
        fix_chosen(RankedFix): apply this fix.
        place_wanted(object, str): select and show these subjects in the colour of a severity.
    """

    fix_chosen = Signal(object)
    place_wanted = Signal(object, str)

    def __init__(self, look: Look, form: Format, finding: Finding, fixes: Sequence[RankedFix]) -> None:
        super().__init__()
        self._look = look
        self._form = form
        self._fixes = tuple(fixes)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_4, 0, SPACE_4)
        column.setSpacing(SPACE_8)
        column.addLayout(self._guidance(finding))
        column.addLayout(self._evidence(finding))
        column.addLayout(self._buttons(finding))
        if self._fixes:
            column.addWidget(self._promise(self._fixes[0]))
        elif finding.no_fix is not None:
            reason = label(look, style=SMALL, tone="second", wraps=True)
            reason.setText(render(finding.no_fix, form))
            column.addWidget(reason)

    def apply_first(self) -> None:
        """Apply the best fix, when there is one."""
        if self._fixes:
            self.fix_chosen.emit(self._fixes[0])

    def _guidance(self, finding: Finding) -> QHBoxLayout:
        text = label(self._look, style=GUIDANCE, wraps=True)
        text.setText(render(finding.guidance.text, self._form))
        source = label(self._look, style=CAPTION, tone="second", wraps=True)
        source.setText(f"Guidance: {render(finding.guidance.section, self._form)}")
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(text)
        words.addWidget(source)
        rule = QFrame()
        rule.setProperty("part", "accent-rule")
        rule.setFixedWidth(_RULE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(rule)
        row.addLayout(words, 1)
        return row

    def _evidence(self, finding: Finding) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        for line in finding.evidence:
            column.addLayout(self._evidence_line(line, finding.severity.value))
        return column

    def _evidence_line(self, line: Evidence, severity: str) -> QHBoxLayout:
        text = EvidenceLine(self._look, render(line.text, self._form), is_link=bool(line.subjects))
        text.clicked.connect(lambda: self.place_wanted.emit(line.subjects, severity))
        bullet = label(self._look, "•", SMALL, tone="second")
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(bullet, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        return row

    def _buttons(self, finding: Finding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        if self._fixes:
            row.addWidget(self._fix_button(self._fixes[0]))
        show = self._tool("target", "Show on the chart")
        show.clicked.connect(lambda: self.place_wanted.emit(finding.subjects, finding.severity.value))
        row.addWidget(show)
        if len(self._fixes) > 1:
            row.addWidget(self._other_fixes())
        row.addStretch(1)
        return row

    def _fix_button(self, best: RankedFix) -> QPushButton:
        words = render(best.fix.label, self._form)
        button = make_button(self._look, words, Kind.PRIMARY, icon="wand", on_click=self.apply_first)
        button.setObjectName("first fix")
        button.setToolTip(words)
        return button

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = make_tool_button(self._look, icon=icon, name=name)
        button.setProperty("kind", Kind.PLAIN.value)
        return button

    def _other_fixes(self) -> QToolButton:
        button = self._tool("more", "Other fixes")
        menu = QMenu(button)
        for fix in self._fixes[1:]:
            action = QAction(self._described(fix).replace("&", "&&"), menu)
            action.setMenuRole(QAction.MenuRole.NoRole)
            action.triggered.connect(lambda _checked=False, fix=fix: self.fix_chosen.emit(fix))
            menu.addAction(action)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _described(self, fix: RankedFix) -> str:
        return f"{render(fix.fix.label, self._form)}   {self._form.gain(fix.gain)}"

    def _promise(self, best: RankedFix) -> QLabel:
        text = label(self._look, style=SMALL, tone="second", wraps=True)
        gain = self._form.gain(best.gain)
        if best.also_resolves:
            more = counted(
                "{gain}, also resolves {count} more finding",
                "{gain}, also resolves {count} more findings",
                best.also_resolves,
                gain=gain,
            )
            text.setText(render(more, self._form))
        else:
            text.setText(gain)
        return text


class EvidenceLine(QLabel):
    """One fact behind a finding; one that names things selects them when clicked.

    Signals:
        clicked(): show what the line names.
    """

    clicked = Signal()

    def __init__(self, look: Look, text: str, *, is_link: bool) -> None:
        super().__init__(text)
        self._is_link = is_link
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(SMALL))
        self.setWordWrap(True)
        self.setProperty("tone", "second")
        if is_link:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip("Show on the chart")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click shows what the line names, and does not fold the finding."""
        event.accept()
        if self._is_link and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

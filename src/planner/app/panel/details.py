"""The details of a finding: restated guidance, the evidence, and what would mend it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from planner.advice.fixes import RankedFix
from planner.app.panel.texts import Text
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT, SPACE_4, SPACE_8, SPACE_24
from planner.guidance import Evidence, Finding
from planner.messages import Format, counted, render
from planner.typography.scale import CAPTION, GUIDANCE, SMALL

_RULE_WIDTH = 3


class FindingDetails(QWidget):
    """Everything about one finding below its line.

    Signals:
        fix_chosen(RankedFix): apply this fix.
        place_wanted(object): select and show these subjects.
    """

    fix_chosen = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, look: Look, form: Format, finding: Finding, fixes: Sequence[RankedFix]) -> None:
        super().__init__()
        self._look = look
        self._form = form
        self._fixes = tuple(fixes)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_4, 0, SPACE_4)
        column.setSpacing(SPACE_8)
        column.addLayout(self._guidance(finding))
        column.addLayout(self._evidence(finding.evidence))
        column.addLayout(self._buttons(finding))
        if self._fixes:
            column.addWidget(self._promise(self._fixes[0]))
        elif finding.no_fix is not None:
            reason = Text(look, SMALL, "second", wraps=True)
            reason.setText(render(finding.no_fix, form))
            column.addWidget(reason)

    def apply_first(self) -> None:
        """Apply the best fix, when there is one."""
        if self._fixes:
            self.fix_chosen.emit(self._fixes[0])

    def _guidance(self, finding: Finding) -> QHBoxLayout:
        text = Text(self._look, GUIDANCE, wraps=True)
        text.setText(render(finding.guidance.text, self._form))
        source = Text(self._look, CAPTION, "second", wraps=True)
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

    def _evidence(self, lines: Sequence[Evidence]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_4)
        for line in lines:
            column.addWidget(self._evidence_line(line))
        return column

    def _evidence_line(self, line: Evidence) -> QWidget:
        text = Text(self._look, SMALL, "second", wraps=True)
        text.setText(f"•  {render(line.text, self._form)}")
        if line.subjects:
            text.setCursor(Qt.CursorShape.PointingHandCursor)
            text.setToolTip("Show on the chart")
            text.mousePressEvent = lambda _event: self.place_wanted.emit(line.subjects)  # type: ignore[method-assign]
        return text

    def _buttons(self, finding: Finding) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        if self._fixes:
            row.addWidget(self._fix_button(self._fixes[0]))
        row.addWidget(
            self._tool("target", "Show on the chart", lambda: self.place_wanted.emit(finding.subjects))
        )
        if len(self._fixes) > 1:
            row.addWidget(self._other_fixes())
        row.addStretch(1)
        return row

    def _fix_button(self, best: RankedFix) -> QPushButton:
        button = QPushButton(render(best.fix.label, self._form).replace("&", "&&"))
        button.setProperty("kind", "primary")
        button.setIcon(self._look.icon("wand", "accent-text"))
        button.setFixedHeight(CONTROL_HEIGHT)
        button.setObjectName("first fix")
        button.setToolTip(render(best.fix.label, self._form))
        button.clicked.connect(self.apply_first)
        return button

    def _tool(self, icon: str, name: str, act) -> QToolButton:  # type: ignore[no-untyped-def]  # any callable
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setIcon(self._look.icon(icon, "ink"))
        button.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        button.setAccessibleName(name)
        button.setToolTip(name)
        if act is not None:
            button.clicked.connect(act)
        return button

    def _other_fixes(self) -> QToolButton:
        button = self._tool("more", "Other fixes", None)
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

    def _promise(self, best: RankedFix) -> Text:
        text = Text(self._look, SMALL, "second", wraps=True)
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

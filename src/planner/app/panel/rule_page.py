"""The page of a rule: what it looks for, why, what is better, whose word it is, and two examples."""

from typing import Final

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.app.controls.labels import label
from planner.app.panel.details import ORIGINS
from planner.app.panel.floating import Floating
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_2, SPACE_4, SPACE_8
from planner.guidance import Needs, Rule
from planner.messages import Format, Message, render
from planner.typography.scale import BODY, CAPTION, GUIDANCE, LABEL, SMALL

_WIDTH: Final = 440
_RULE_WIDTH: Final = 3
NEEDS: Final = {
    Needs.CHART: "needs teams and seats only",
    Needs.AGREEMENTS: "needs links, practices, responsibilities or team fields too",
}


class RulePage(Floating):
    """Why there is a rule."""

    def __init__(self, look: Look, window: QWidget, rule: Rule, *, weight: float, form: Format) -> None:
        super().__init__(look, window, width=_WIDTH, title=render(rule.name, form))
        self._look, self._form = look, form
        facts = (rule.category.value, f"weight {weight:g}", ORIGINS[rule.source], NEEDS[rule.needs])
        self.body.addWidget(label(look, " · ".join(facts), SMALL, tone="second", wraps=True))
        self.body.addLayout(self._guidance(rule))
        for heading, text in (
            ("Applies to", rule.applies_to),
            ("What it looks for", rule.looks_for),
            ("Why it matters", rule.why),
            ("What is better", rule.better),
        ):
            self._section(heading, self._text(text))
        self._section("A layout that breaks it", self._example(rule.breaking))
        self._section("The same, mended", self._example(rule.mended))

    def _section(self, heading: str, widget: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(SPACE_2)
        column.addWidget(label(self._look, heading, LABEL))
        column.addWidget(widget)
        self.body.addLayout(column)

    def _text(self, text: Message) -> QLabel:
        return label(self._look, render(text, self._form), BODY, wraps=True)

    def _guidance(self, rule: Rule) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(label(self._look, render(rule.says, self._form), GUIDANCE, wraps=True))
        source = f"Guidance: {render(rule.section, self._form)}"
        words.addWidget(label(self._look, source, CAPTION, tone="second", wraps=True))
        bar = QFrame()
        bar.setProperty("part", "accent-rule")
        bar.setFixedWidth(_RULE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(bar)
        row.addLayout(words, 1)
        return row

    def _example(self, outline: str) -> QLabel:
        text = label(self._look, outline.strip("\n"), SMALL, wraps=True)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(text.font().pointSizeF())
        text.setFont(font)
        text.setProperty("part", "example")
        return text

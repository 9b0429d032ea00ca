"""The page of a rule: what it looks for, why, what is better, whose word it is, and two examples."""

from typing import Final

from msgspec import Struct
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.app.controls.labels import label
from planner.app.panel.details import ORIGINS
from planner.app.panel.floating import Floating
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_2, SPACE_4, SPACE_8
from planner.guidance import Needs, Rule
from planner.guidance.basics import Basics, BasicsRule
from planner.messages import Format, Message, listed, message, render
from planner.typography.scale import BODY, CAPTION, GUIDANCE, LABEL, SMALL

_WIDTH: Final = 440
_RULE_WIDTH: Final = 3
NEEDS: Final = {
    Needs.CHART: "needs teams and seats only",
    Needs.AGREEMENTS: "needs links, practices, responsibilities or team fields too",
}


class RuleText(Struct, frozen=True):
    """What a page tells of a rule of any pack."""

    name: Message
    facts: tuple[str, ...]
    """What there is to know in a few words each, such as the weight."""
    says: Message
    source: Message
    """On whose word it rests."""
    sections: tuple[tuple[str, tuple[Message, ...]], ...]
    """Headings, each with the sentences under it."""
    breaking: str
    mended: str


def of_guidance(rule: Rule, weight: float) -> RuleText:
    """The page of a rule of the guidance."""
    return RuleText(
        name=rule.name,
        facts=(rule.category.value, f"weight {weight:g}", ORIGINS[rule.source], NEEDS[rule.needs]),
        says=rule.says,
        source=message("Guidance: {section}", section=rule.section),
        sections=(
            ("Applies to", (rule.applies_to,)),
            ("What it looks for", (rule.looks_for,)),
            ("Why it matters", (rule.why,)),
            ("What is better", (rule.better,)),
        ),
        breaking=rule.breaking,
        mended=rule.mended,
    )


def of_basics(rule: BasicsRule, data: Basics) -> RuleText:
    """The page of a rule of the second pack."""
    works, bounds = data.sources[rule.id], data.bounds_of(rule.id)
    cited = listed([work.cited for work in works], at_most=len(works))
    return RuleText(
        name=rule.name,
        facts=(data.name, f"weight {data.weights[rule.id]:g}", "no part of the guidance score"),
        says=rule.says,
        source=message("After {works}", works=cited),
        sections=(
            ("Applies to", (rule.applies_to,)),
            ("What it looks for", (rule.looks_for, *((bounds,) if bounds is not None else ()))),
            ("Why it matters", (rule.why,)),
        ),
        breaking=rule.breaking,
        mended=rule.mended,
    )


class RulePage(Floating):
    """Why there is a rule."""

    def __init__(self, look: Look, window: QWidget, told: RuleText, form: Format) -> None:
        super().__init__(look, window, width=_WIDTH, title=render(told.name, form))
        self._look, self._form = look, form
        self.body.addWidget(label(look, " · ".join(told.facts), SMALL, tone="second", wraps=True))
        self.body.addLayout(self._guidance(told))
        for heading, sentences in told.sections:
            words = " ".join(render(each, form) for each in sentences)
            self._section(heading, label(look, words, BODY, wraps=True))
        if told.breaking:
            self._section("A layout that breaks it", self._example(told.breaking))
            self._section("The same, mended", self._example(told.mended))

    def _section(self, heading: str, widget: QWidget) -> None:
        column = QVBoxLayout()
        column.setSpacing(SPACE_2)
        column.addWidget(label(self._look, heading, LABEL))
        column.addWidget(widget)
        self.body.addLayout(column)

    def _guidance(self, told: RuleText) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(label(self._look, render(told.says, self._form), GUIDANCE, wraps=True))
        source = render(told.source, self._form)
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

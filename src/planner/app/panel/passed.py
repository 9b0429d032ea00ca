"""Passed checks fold up at the end of the panel: what the layout already does right."""

from collections.abc import Sequence

from planner.app.controls.labels import label
from planner.app.controls.shapes import PaintsMarks, SeverityShape
from planner.app.panel.fold import Fold
from planner.app.theme import Look
from planner.guidance import RuleScore
from planner.messages import Format, render
from planner.typography.scale import SMALL


class PassedChecks(Fold):
    """A line with the number of passed checks, which unfolds to their names."""

    def __init__(self, look: Look, paints: PaintsMarks, form: Format) -> None:
        tick = SeverityShape(look, paints)
        tick.show_severity("good")
        super().__init__(look, "Passed checks", tick)
        self._form = form
        self._rules: list[object] = []
        self._names = label(look, style=SMALL, tone="second", wraps=True)
        self.body.addWidget(self._names)

    def show_rules(self, rules: Sequence[RuleScore]) -> None:
        """Show the rules that count and lose nothing."""
        passed = [each.rule for each in rules if each.passed]
        self.show_count(len(passed), self._form.integer(len(passed)))
        if passed != self._rules:
            self._rules = list(passed)
            self._names.setText("\n".join(render(rule.name, self._form) for rule in passed))

"""Muted rules fold up after the passed checks: which they are, why, and a click to let them count again."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.controls import Kind, make_button
from planner.app.controls.labels import label
from planner.app.controls.shapes import IconShape
from planner.app.panel.fold import Fold
from planner.app.panel.wishes import AnyRule
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_2, TARGET_LEAST
from planner.domain import Scenario
from planner.messages import Format, render
from planner.typography.scale import BODY_MEDIUM, SMALL


class MutedRules(Fold):
    """A line with the number of muted rules, which unfolds to their names and reasons.

    Signals:
        unmute_wanted(AnyRule): let this rule count again.
    """

    unmute_wanted = Signal(object)

    def __init__(self, look: Look, form: Format) -> None:
        super().__init__(look, "Muted", IconShape(look, "mute"))
        self._form = form
        self._shown: tuple[tuple[str, str], ...] = ()
        self._rows: list[QWidget] = []

    def show_rules(self, rules: Sequence[AnyRule], scenario: Scenario) -> None:
        """Show those of a pack's rules that the scenario mutes, in the order of the pack."""
        rules = [rule for rule in rules if rule.id in scenario.muted]
        reasons = {rule.id: scenario.muted[rule.id].reason for rule in rules}
        self.show_count(len(rules), self._form.integer(len(rules)))
        if tuple(reasons.items()) != self._shown:
            self._shown = tuple(reasons.items())
            self._fill(rules, reasons)

    def _fill(self, rules: Iterable[AnyRule], reasons: dict[str, str]) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(rule, reasons[rule.id]) for rule in rules]
        for row in self._rows:
            self.body.addWidget(row)

    def _row(self, rule: AnyRule, reason: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        name = render(rule.name, self._form)
        column.addWidget(label(self._look, name, BODY_MEDIUM, wraps=True))
        column.addWidget(label(self._look, reason or "No reason given", SMALL, tone="second", wraps=True))
        unmute = make_button(self._look, "Unmute", Kind.LINK)
        unmute.setFont(self._look.font(SMALL))
        unmute.setMinimumHeight(TARGET_LEAST)
        unmute.setAccessibleName(f"Unmute {name}")
        unmute.clicked.connect(lambda: self._unmute(rule))
        column.addWidget(unmute, 0, Qt.AlignmentFlag.AlignLeft)
        return row

    def _unmute(self, rule: AnyRule) -> None:
        self.take_focus()  # the button goes with its row
        self.unmute_wanted.emit(rule)

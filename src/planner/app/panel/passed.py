"""Passed checks fold up at the end of the panel: what the layout already does right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.app.controls.labels import label
from planner.app.panel.shapes import PaintsMarks, SeverityShape
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_8, SPACE_16, TARGET_LEAST
from planner.guidance import RuleScore
from planner.messages import Format, render
from planner.typography.scale import BODY_MEDIUM, SMALL


class PassedChecks(QWidget):
    """A line with the number of passed checks, which unfolds to their names."""

    def __init__(self, look: Look, paints: PaintsMarks, form: Format) -> None:
        super().__init__()
        self._look, self._form = look, form
        self._fold = QToolButton()
        self._fold.setProperty("kind", "quiet")
        self._fold.setCheckable(True)
        self._fold.setFixedSize(TARGET_LEAST, TARGET_LEAST)
        self._fold.setIconSize(look.icon_size())
        self._fold.setStyleSheet("padding: 0")
        self._fold.setAccessibleName("Passed checks")
        self._fold.toggled.connect(self._folded)
        self._tick = SeverityShape(look, paints)
        self._tick.show_severity("good")
        self._count = label(look, style=BODY_MEDIUM, tone="second")
        self._names = label(look, style=SMALL, tone="second", wraps=True)
        self._names.setVisible(False)
        look.changed.connect(self._draw_fold)
        self._draw_fold()
        self._lay_out()

    def show_rules(self, rules: Sequence[RuleScore]) -> None:
        """Show the rules that count and lose nothing."""
        passed = [each.rule for each in rules if each.passed]
        self._count.setText(self._form.integer(len(passed)))
        self._names.setText("\n".join(render(rule.name, self._form) for rule in passed))
        self.setVisible(bool(passed))

    def _folded(self, is_open: bool) -> None:  # noqa: FBT001  # the signature is Qt's
        self._names.setVisible(is_open)
        self._draw_fold()

    def _draw_fold(self) -> None:
        name = "chevron-down" if self._fold.isChecked() else "chevron-right"
        self._fold.setIcon(self._look.icon(name))

    def _lay_out(self) -> None:
        title = label(self._look, style=BODY_MEDIUM)
        title.setText("Passed checks")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_8)
        line.addWidget(self._fold)
        line.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(title, 1)
        line.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_8, SPACE_8, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_4)
        column.addLayout(line)
        column.addWidget(self._names)
        self._names.setContentsMargins(SPACE_8 * 7, 0, 0, 0)

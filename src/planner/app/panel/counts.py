"""Counts say how many findings there are of each severity."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from planner.app.controls.labels import label
from planner.app.controls.shapes import PaintsMarks, SeverityShape
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import SPACE_4, SPACE_8, TARGET_LEAST
from planner.guidance import Finding, Severity
from planner.messages import Format
from planner.typography.scale import LABEL


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
            keep_height(look, pill, TARGET_LEAST)
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
            number = self._form.integer(counts[severity])
            if text.text() != number:
                text.setText(number)
                text.setAccessibleName(f"{number} of severity {severity}")

"""The weights line names the weights of the user's own that the score is made by."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app.controls.labels import label, show_text
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_4, SPACE_16
from planner.typography.scale import SMALL


class WeightsLine(QWidget):
    """``Weights: Acme``; hidden while the default weights are in force."""

    def __init__(self, document: Document, look: Look) -> None:
        super().__init__()
        self._document = document
        self._is_on = True  # shows with its parent until it hides itself
        self._text = label(look, style=SMALL, tone="second", wraps=True)
        self._text.setToolTip("The plan has weights of its own. Plan ▸ Guidance ▸ Use the default weights")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_4)
        column.addWidget(self._text)
        document.changed.connect(self.refresh)
        self.refresh()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._text.text()

    def refresh(self) -> None:
        """Show the name of the plan's own weights."""
        own = self._document.project.rule_pack
        show_text(self._text, f"Weights: {' '.join(own.name.split())}" if own is not None else "")
        if self._is_on != (own is not None):
            self._is_on = own is not None
            self.setVisible(self._is_on)

"""A refusal says, where something was given, why it was not taken: to the eye, and at once to the ear."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from planner.app.controls.speaking import announce
from planner.app.theme import Look
from planner.typography.scale import SMALL


class Refusal(QLabel):
    """The reason in plain text; hidden while there is none."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(SMALL))
        self.setWordWrap(True)
        self.setProperty("tone", "problem")
        self.hide()

    def show_reason(self, words: str) -> None:
        """Show a reason and let screen readers interrupt with it; none hides the line."""
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words, at_once=True)

    def forget(self) -> None:
        """Show no reason any more."""
        self.show_reason("")

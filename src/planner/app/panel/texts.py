"""Texts are the labels of the panel: plain text, in a style of the type scale and a tone of the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from planner.app.theme import Look
from planner.typography import Style


class Text(QLabel):
    """A label that shows plain text only, wraps where asked to, and follows the theme."""

    def __init__(self, look: Look, style: Style, tone: str = "", *, wraps: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font(style))
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._tone = ""
        self.set_tone(tone)

    def set_tone(self, tone: str) -> None:
        """Colour the text by a tone of the style sheet; an empty one is the ink."""
        if tone != self._tone:
            self._tone = tone
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_text(self, text: str) -> None:
        """Show a text, or hide the label when there is none."""
        self.setText(text)
        self.setVisible(bool(text))

    def strike(self, *, out: bool) -> None:
        """Strike the text out, or stop doing so."""
        font = self.font()
        font.setStrikeOut(out)
        self.setFont(font)

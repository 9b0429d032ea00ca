"""How large the desktop sets text, against the type scale; layouts with fixed columns ask for it."""

from PySide6.QtGui import QFontInfo

from planner.app.theme import Look
from planner.typography.scale import BODY


def text_factor(look: Look) -> float:
    """1 for text as designed, 2 at a text size of 200%."""
    return QFontInfo(look.font(BODY)).pixelSize() / BODY.size

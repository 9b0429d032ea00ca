"""Labels show text in a style of the type scale, always as plain text, in a tone that follows the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from planner.app.theme import Look
from planner.typography import Style
from planner.typography.scale import BODY


def label(look: Look, text: str = "", style: Style = BODY, *, tone: str = "", wraps: bool = False) -> QLabel:
    """Make a label; ``tone`` is one of second, third, good, warning, problem, accent, or none for ink."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(look.font(style))
    made.setText(text)
    made.setWordWrap(wraps)
    if tone:
        made.setProperty("tone", tone)
    return made


class _Picture(QLabel):
    """Draws its icon again when theme or text size change."""

    def __init__(self, look: Look, icon: str, use: str, size: int) -> None:
        super().__init__()
        self._look, self._icon, self._use, self._size = look, icon, use, size
        look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = self._look.icon_side(self._size)
        self.setPixmap(self._look.pixmap(self._icon, self._use, side, self.devicePixelRatioF()))


def picture(look: Look, icon: str, use: str = "ink-2", *, size: int = 16) -> QLabel:
    """Make a label that shows an icon beside words; it grows half as much as they do."""
    return _Picture(look, icon, use, size)


def plain_tip(text: str) -> str:
    """A tool tip that reads as it is written: names with ``<`` would be taken for markup."""
    if "<" not in text:
        return text
    from html import escape

    return f"<p>{escape(text)}</p>".replace("\n", "<br>")


def show_text(made: QLabel, text: str) -> None:
    """Show other words, or hide the label when there are none."""
    made.setText(text)
    made.setVisible(bool(text))


def retone(made: QLabel, tone: str) -> None:
    """Give a label another tone."""
    if made.property("tone") != tone:
        made.setProperty("tone", tone)
        made.style().unpolish(made)
        made.style().polish(made)


def divider(*, vertical: bool = False, strong: bool = False, length: int = 0) -> QFrame:
    """Make a hairline across, or upright; ``length`` fixes the other side."""
    line = QFrame()
    line.setProperty("part", "divider-strong" if strong else "divider")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    if length:
        line.setFixedSize(*((1, length) if vertical else (length, 1)))
    return line


def name_for_readers(widget: QWidget, name: str, description: str = "") -> None:
    """Say to screen readers what a widget is, as a sentence, and how it is used."""
    widget.setAccessibleName(name)
    if description:
        widget.setAccessibleDescription(description)

"""Pills are small rounded words: a score with its band's colour, a key of the keyboard, a state."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.drawing.tokens import OUTLINE
from planner.typography import Style
from planner.typography.scale import CAPTION, LABEL, SHARE

_TONES: Final = {
    "good": ("good", "good-tint"),
    "warning": ("warning", "warning-tint"),
    "problem": ("problem", "problem-tint"),
    "accent": ("accent-ink", "accent-bg"),
    "none": ("ink-2", "sunken"),
}
"""Text and ground of each tone."""


class Pill(QWidget):
    """Rounded words on the tint of their tone: good, warning, problem, accent, or none."""

    def __init__(
        self, look: Look, text: str = "", tone: str = "none", *, style: Style = LABEL, height: int = 20
    ) -> None:
        super().__init__()
        self._look, self._text, self._tone, self._style = look, text, tone, style
        keep_height(look, self, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._text

    @property
    def tone(self) -> str:
        """The tone they are shown in."""
        return self._tone

    def show_text(self, text: str, tone: str) -> None:
        """Show other words, or another tone."""
        if (text, tone) != (self._text, self._tone):
            self._text, self._tone = text, tone
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as the words, with half its height less 3 px at both ends."""
        metrics = QFontMetricsF(self._look.font(self._style))
        return QSize(
            max(self.height(), round(metrics.horizontalAdvance(self._text)) + self.height() - 6),
            self.height(),
        )

    def minimumSizeHint(self) -> QSize:
        """Words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and words."""
        ink, ground = _TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(ground))
        box = QRectF(self.rect())
        border = self._look.theme.outline_of(ground)
        if border is not None:
            painter.setPen(QPen(self._look.colour(border), OUTLINE))
            box.adjust(OUTLINE / 2, OUTLINE / 2, -OUTLINE / 2, -OUTLINE / 2)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._look.colour(ink))
        painter.setFont(self._look.font(self._style))
        painter.drawText(self.words_box(), Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()

    def words_box(self) -> QRectF:
        """Where the words stand."""
        return QRectF(self.rect())


class ScorePill(Pill):
    """A total without decimals in the colour of its band; a dash while there is nothing to score."""

    def __init__(self, look: Look, *, height: int = 20) -> None:
        super().__init__(look, "–", "none", height=height)

    def show_score(self, total: float | None, judgement: str | None) -> None:
        """Show a total from 0 to 100 with its band's judgement: problem, warning or good."""
        if total is None or judgement is None:
            self.show_text("–", "none")
        else:
            self.show_text(str(round(total)), judgement)


class KeyCap(QWidget):
    """The name of a key, drawn as a key."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__()
        self._look, self._key = look, key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as the name, with 5 px at both ends."""
        metrics = QFontMetricsF(self._look.font(SHARE))
        return QSize(max(16, round(metrics.horizontalAdvance(self._key)) + 10), self._look.grown(17))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("line-2"), 1))
        painter.setBrush(self._look.colour("surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._look.colour("ink-2"))
        painter.setFont(self._look.font(SHARE if len(self._key) > 1 else CAPTION))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

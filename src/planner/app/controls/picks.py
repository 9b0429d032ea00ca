"""Pick buttons show what is picked, and open a list to pick from."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from planner.app.controls.buttons import Kind, press_by_enter
from planner.app.controls.choosing import paint_chevron
from planner.app.controls.labels import plain_tip
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import CONTROL_HEIGHT
from planner.typography.scale import BODY, SMALL

_LOW: Final = 26
_CHEVRON_ROOM: Final = 24


class PickButton(QPushButton):
    """The words that are picked, with a chevron; what does not fit is in the tool tip.

    ``is_field`` makes it as high as a field, with the edge of one.
    """

    def __init__(self, look: Look, *, is_field: bool = False) -> None:
        super().__init__()
        self._look, self._words, self._is_field = look, "", is_field
        self._shorter: tuple[str, ...] = ()
        self.setProperty("kind", (Kind.PLAIN if is_field else Kind.WELL).value)
        self.setFont(look.font(BODY if is_field else SMALL))
        keep_height(look, self, CONTROL_HEIGHT if is_field else _LOW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(not is_field)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What is picked, in full."""
        return self._words

    def show_words(self, words: str, *, name: str, tip: str = "", shorter: Sequence[str] = ()) -> None:
        """Show what is picked, or the first of ``shorter`` that fits; ``name`` says it to screen readers."""
        self._words, self._shorter = words, tuple(shorter)
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(tip or words))
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as its layout gives it."""
        return QSize(100, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, whatever that gives elsewhere in a dialog."""
        if not press_by_enter(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the chevron that says it opens."""
        super().paintEvent(event)
        paint_chevron(self, self._look, margin=10 if self._is_field else 6)

    def _dress(self) -> None:
        """The edge of a field is that of boxes to choose from, but for the ring of the keyboard."""
        left = 10 if self._is_field else 8
        words = f"QPushButton {{text-align: left; padding: 0 {self._chevron}px 0 {left}px}}"
        edge = self._look.colour("edge").name()
        ring = f" QPushButton:!focus {{border-color: {edge}}}" if self._is_field else ""
        self.setStyleSheet(words + ring)

    @property
    def _chevron(self) -> int:
        return self._look.icon_side(_CHEVRON_ROOM)

    def _fit(self) -> None:
        room = float(self.width() - self._chevron - 12)
        metrics = QFontMetricsF(self.font())
        ways = (self._words, *self._shorter)
        words = next((each for each in ways if metrics.horizontalAdvance(each) <= room), ways[-1])
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))

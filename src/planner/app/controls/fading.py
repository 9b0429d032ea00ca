"""Fades a popover in and out: a picture of what was seen before lies over its place and vanishes.

What lies below is the real thing from the first frame, so nothing waits: keys and clicks go to it at once.
"""

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

FADE_IN: Final = 110
FADE_OUT: Final = 70


class Moves(Protocol):
    """What knows how long things move, and whether they move at all."""

    @property
    def reduced(self) -> bool:
        """Whether motion is to be reduced."""

    def run(
        self, owner: QObject, milliseconds: int, step: Callable[[float], None], done: Callable[[], None]
    ) -> object:
        """Call ``step`` with 0 to 1, then ``done``."""


class Fade(QWidget):
    """A picture of a part of a window that fades away and is gone."""

    def __init__(self, host: QWidget, place: QRect) -> None:
        """Take the picture; `vanish` shows it over what has changed since."""
        super().__init__(host)
        self._picture: QPixmap = host.grab(place)
        self._shown = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(place)

    def vanish(self, motion: Moves, milliseconds: int, done: Callable[[], None]) -> None:
        """Fade away over what is there now; who is told that it is ``done`` ends it."""
        self.raise_()
        self.show()
        motion.run(self, milliseconds, self._fade, done)

    def end(self) -> None:
        """Be gone."""
        self.hide()
        self.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is left of the picture."""
        painter = QPainter(self)
        painter.setOpacity(self._shown)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def _fade(self, part: float) -> None:
        self._shown = 1.0 - part
        self.update()

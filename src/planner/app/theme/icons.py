"""Draws the bundled line icons in a theme's colours, since Qt paints their ``currentColor`` black.

An icon is a square SVG of 24 units below ``resources/icons``; code names it without its ending.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_Cache = dict[tuple[str, str, int, float], QPixmap]
_TRANSPARENT: Final = Qt.GlobalColor.transparent


class IconPainter:
    """Renders icons as pixmaps and keeps what it rendered; ``read_text`` gets ``icons/<name>.svg``."""

    def __init__(self, read_text: Callable[[str], str]) -> None:
        self._read_text = read_text
        self._rendered: _Cache = {}
        self._texts: dict[str, str] = {}

    def pixmap(self, name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
        """Render an icon ``size`` logical pixels wide; FileNotFoundError for a name that does not exist."""
        key = (name, colour.name(), size, ratio)
        if key not in self._rendered:
            self._rendered[key] = self._render(name, colour, size, ratio)
        return self._rendered[key]

    def _render(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        if name not in self._texts:
            self._texts[name] = self._read_text(f"icons/{name}.svg")
        text = self._texts[name].replace("currentColor", colour.name())
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(_TRANSPARENT)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

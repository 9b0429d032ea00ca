"""Keeps pixmaps of cards and team frames: what looks alike at one scale is painted once."""

from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from planner.drawing.marks import Group

_BUDGET: Final = 24_000_000
"""Device pixels that are kept, about 100 MB."""
BLEED: Final = 4
"""Room around a group's bounds, in px on screen, for lines that lie on the edge and halos."""


class Pixmaps:
    """Pixmaps of groups by their marks, scale and theme; those not used for longest go first."""

    def __init__(self, paint: Callable[[QPainter, Group], None], budget: int = _BUDGET) -> None:
        self._paint = paint
        self._budget = budget
        self._used = 0
        self._kept: OrderedDict[object, QPixmap] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def clear(self) -> None:
        """Forget all, as when the theme changes."""
        self._kept.clear()
        self._used = 0

    def of(self, group: Group, scale: float, ratio: float) -> QPixmap:
        """The group painted ``scale`` times its size, with ``BLEED`` px of room on all sides."""
        key = (group.marks, group.bounds.width, group.bounds.height, scale, ratio)
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        made = self._painted(group, scale, ratio)
        self._kept[key] = made
        self._used += made.width() * made.height()
        while self._used > self._budget and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._used -= oldest.width() * oldest.height()
        return made

    def _painted(self, group: Group, scale: float, ratio: float) -> QPixmap:
        width = ceil((group.bounds.width * scale + 2 * BLEED) * ratio)
        height = ceil((group.bounds.height * scale + 2 * BLEED) * ratio)
        pixmap = QPixmap(width, height)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.translate(BLEED, BLEED)
        painter.scale(scale, scale)
        self._paint(painter, group)
        painter.end()
        return pixmap

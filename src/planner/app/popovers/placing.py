"""Where a popover stands: beside what it is about, never over it as long as there is room."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize

MARGIN: Final = 4
_GAP: Final = 2
_FROM_TOP: Final = 72
"""Where a popover about nothing that is seen begins: below the toolbar."""
_DOWN: Final = 18
"""How far above the thing a popover at its side begins, so that their first lines stand level."""


def place_beside(areas: Sequence[QRect], size: QSize, host: QSize) -> QPoint:
    """Where a popover of a size goes: at the right of an area, at its left, below it or above it.

    ``areas`` are what should stay in sight, the whole first, then what matters most of it. Where no place
    leaves the whole free, one is taken that leaves what matters free and covers least of the whole.
    """
    if not areas:
        return _inside(QPoint((host.width() - size.width()) // 2, _FROM_TOP), size, host)
    places = [_inside(place, size, host) for area in areas for place in _around(area, size)]
    for area in areas:
        free = [place for place in places if not covers(place, size, area)]
        if free:
            return min(free, key=lambda place: _covered(place, size, areas[0]))
    return min(places, key=lambda place: _covered(place, size, areas[-1]))


def covers(corner: QPoint, size: QSize, area: QRect) -> bool:
    """Whether a popover at a corner lies over an area."""
    return _covered(corner, size, area) > 0


def _around(area: QRect, size: QSize) -> tuple[QPoint, ...]:
    top = area.top() - _DOWN
    return (
        QPoint(area.right() + _GAP, top),
        QPoint(area.left() - size.width() - _GAP + 1, top),
        QPoint(area.left(), area.bottom() + _GAP),
        QPoint(area.left(), area.top() - size.height() - _GAP + 1),
    )


def _inside(place: QPoint, size: QSize, host: QSize) -> QPoint:
    most_x, most_y = host.width() - size.width() - MARGIN, host.height() - size.height() - MARGIN
    return QPoint(max(MARGIN, min(place.x(), most_x)), max(MARGIN, min(place.y(), most_y)))


def _covered(corner: QPoint, size: QSize, area: QRect) -> int:
    over = QRect(corner, size).intersected(area)
    return over.width() * over.height() if over.isValid() else 0

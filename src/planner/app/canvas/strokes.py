"""Strokes are connectors ready to be painted: wide and mostly empty, so that a pixmap would hold little."""

from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPicture

from planner.drawing.marks import Group, Line, Mark

_TOGETHER: Final = 12
"""So many marks are recorded as one piece: a team above hundreds has as many lines, few of them seen."""
_AROUND: Final = 8.0
"""How far marks reach beyond their points, in px of the chart: half a line's width, arrow heads."""


class Strokes:
    """A group's marks at one scale, recorded in pieces by place, of which those are painted that are seen."""

    def __init__(self, group: Group, scale: float, paint: Callable[[QPainter, Group], None]) -> None:
        marks = group.marks
        cut = [marks[start : start + _TOGETHER] for start in range(0, len(marks), _TOGETHER)]
        self._pieces = [(_room(part, group, scale), _recorded(part, group, scale, paint)) for part in cut]

    def __len__(self) -> int:
        return len(self._pieces)

    def paint(self, painter: QPainter, at: QPointF, seen: QRectF) -> int:
        """Paint what meets ``seen`` with the group's left top corner ``at``; tells how many pieces did."""
        area = seen.translated(-at)
        met = [picture for room, picture in self._pieces if room.intersects(area)]
        for picture in met:
            painter.drawPicture(at, picture)
        return len(met)


def _room(marks: Sequence[Mark], group: Group, scale: float) -> QRectF:
    """The room that marks take up, in px on the screen from the group's corner; all of it for words."""
    points = [point for mark in marks if isinstance(mark, Line) for point in mark.points]
    if any(not isinstance(mark, Line) for mark in marks):
        points += [(0.0, 0.0), (group.bounds.width, group.bounds.height)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs), min(ys)
    room = QRectF(left, top, max(xs) - left, max(ys) - top)
    room.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return QRectF(room.x() * scale, room.y() * scale, room.width() * scale, room.height() * scale)


def _recorded(
    marks: Sequence[Mark], group: Group, scale: float, paint: Callable[[QPainter, Group], None]
) -> QPicture:
    picture = QPicture()
    painter = QPainter(picture)
    painter.scale(scale, scale)
    paint(painter, replace(group, marks=tuple(marks)))
    painter.end()
    return picture

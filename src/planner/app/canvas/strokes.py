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
PaintGroup = Callable[[QPainter, Group], None]


class Strokes:
    """A group's marks in pieces by place; those that are seen are recorded, at one scale, and painted."""

    def __init__(self, group: Group, paint: PaintGroup, scale: float = 1.0) -> None:
        self.group, self._paint, self._scale = group, paint, scale
        marks = group.marks
        self._cut = [marks[start : start + _TOGETHER] for start in range(0, len(marks), _TOGETHER)]
        self._rooms = [_room(part, group) for part in self._cut]
        self._recorded: dict[int, QPicture] = {}

    def __len__(self) -> int:
        return len(self._cut)

    def at_scale(self, scale: float) -> "Strokes":
        """The same group at another scale."""
        other: Strokes = Strokes.__new__(Strokes)
        other.group, other._paint, other._scale = self.group, self._paint, scale
        other._cut, other._rooms = self._cut, self._rooms
        other._recorded = {}
        return other

    def paint(self, painter: QPainter, at: QPointF, seen: QRectF) -> int:
        """Paint what meets ``seen`` with the group's left top corner ``at``; tells how many pieces did."""
        scale = self._scale
        area = QRectF(
            (seen.x() - at.x()) / scale,
            (seen.y() - at.y()) / scale,
            seen.width() / scale,
            seen.height() / scale,
        )
        met = [place for place, room in enumerate(self._rooms) if room.intersects(area)]
        for place in met:
            painter.drawPicture(at, self._picture(place))
        return len(met)

    def _picture(self, place: int) -> QPicture:
        known = self._recorded.get(place)
        if known is None:
            known = self._recorded[place] = QPicture()
            painter = QPainter(known)
            painter.scale(self._scale, self._scale)
            self._paint(painter, replace(self.group, marks=self._cut[place]))
            painter.end()
        return known


def _room(marks: Sequence[Mark], group: Group) -> QRectF:
    """The room that marks take up, in px of the chart from the group's corner; all of it for words."""
    points = [point for mark in marks if isinstance(mark, Line) for point in mark.points]
    if any(not isinstance(mark, Line) for mark in marks):
        points += [(0.0, 0.0), (group.bounds.width, group.bounds.height)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top = min(xs), min(ys)
    room = QRectF(left, top, max(xs) - left, max(ys) - top)
    return room.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

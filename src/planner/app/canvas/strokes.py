"""Strokes are connectors ready to be painted: wide and mostly empty, so that a pixmap would hold little."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from planner.app.canvas.ink import Ink
from planner.drawing.marks import Dash, Group, Line, Mark
from planner.render.painter import Trace

_TOGETHER: Final = 12
"""So many lines are one piece: a team above hundreds has as many, few of them seen."""
_AROUND: Final = 8.0
"""How far lines reach beyond their points, in px of the chart: half a line's width, arrow heads."""
_Piece = tuple[QRectF, Trace | tuple[Mark, ...]]


class Strokes:
    """A group's marks in pieces by place, for any scale; those that are seen are painted."""

    def __init__(self, group: Group, ink: Ink) -> None:
        self.group, self._ink = group, ink
        self._pieces = list(_pieces(group))

    def __len__(self) -> int:
        return len(self._pieces)

    def paint(self, painter: QPainter, at: QPointF, scale: float, seen: QRectF) -> int:
        """Paint what meets ``seen``, the group's left top corner ``at``; tells how many pieces did."""
        area = QRectF(
            (seen.x() - at.x()) / scale,
            (seen.y() - at.y()) / scale,
            seen.width() / scale,
            seen.height() / scale,
        )
        met = [drawn for room, drawn in self._pieces if room.intersects(area)]
        if not met:
            return 0
        painter.save()
        painter.translate(at)
        painter.scale(scale, scale)
        for drawn in met:
            if isinstance(drawn, Trace):
                self._ink.trace(painter, drawn)
            else:
                self._ink.marks(painter, drawn)
        painter.restore()
        return len(met)


def _pieces(group: Group) -> Iterator[_Piece]:
    """Lines that look alike a few together, in their order; everything else in the room of it all."""
    whole = QRectF(0.0, 0.0, group.bounds.width, group.bounds.height)
    for look, run in groupby(group.marks, key=_look):
        marks = tuple(run)
        if look is None:
            yield _around(whole), marks
            continue
        lines = [mark for mark in marks if isinstance(mark, Line)]
        for start in range(0, len(lines), _TOGETHER):
            together = lines[start : start + _TOGETHER]
            yield _room(point for line in together for point in line.points), Trace.of(together)


def _look(mark: Mark) -> tuple[str, float] | None:
    """What lines of one trace have in common; None for what is painted by itself."""
    if not isinstance(mark, Line) or mark.dots or mark.dash is not Dash.SOLID:
        return None
    return mark.colour, mark.width


def _room(points: Iterable[tuple[float, float]]) -> QRectF:
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    return _around(QRectF(left, top, max(xs) - left, max(ys) - top))


def _around(room: QRectF) -> QRectF:
    return room.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

"""Turns a line mark into a path with rounded corners and an arrow head, the same on every device."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
from typing import Final

from msgspec.structs import replace

from planner.drawing.marks import Badge, Dash, Line
from planner.drawing.path_data import Point, Step
from planner.typography import Style
from planner.typography.scale import CHIP

DASHES: Final = {Dash.SOLID: (), Dash.DASHED: (3.0, 2.5), Dash.DOTTED: (0.01, 3.0)}
"""Lengths of strokes and gaps in px; dots are short strokes with round ends."""
ICON_LINE: Final = 2.0  # the strokes of icons, in their square of 24
DOT: Final = 3.0
_ARROW: Final = 7.0
_ARROW_HALF: Final = 3.6


def rounded(line: Line) -> tuple[Point, list[Step]]:
    """Where a line starts and the steps after it; an arrowed line ends inside its head."""
    points = list(line.points)
    if line.arrow:
        points[-1] = towards(points[-1], points[-2], _ARROW - 1.0)
    steps: list[Step] = []
    last = len(points) - 3
    for place, ((before, corner), (_, after)) in enumerate(pairwise(pairwise(points))):
        into, out = _length(before, corner), _length(corner, after)
        cut = min(line.radius, into if place == 0 else into / 2, out if place == last else out / 2)
        start, end = towards(corner, before, cut), towards(corner, after, cut)
        # The control points of a quarter circle stand at 0.5523 of its radius.
        steps += [(start,), (towards(start, corner, cut * 0.5523), towards(end, corner, cut * 0.5523), end)]
    steps.append((points[-1],))
    return points[0], steps


def arrow_head(line: Line) -> tuple[Point, Point, Point]:
    """The triangle at a line's end."""
    tip, before = line.points[-1], line.points[-2]
    length = _length(before, tip) or 1.0
    ux, uy = (tip[0] - before[0]) / length, (tip[1] - before[1]) / length
    base = (tip[0] - ux * _ARROW, tip[1] - uy * _ARROW)
    aside = (-uy * _ARROW_HALF, ux * _ARROW_HALF)
    return tip, (base[0] + aside[0], base[1] + aside[1]), (base[0] - aside[0], base[1] - aside[1])


def badge_number(badge: Badge) -> Style:
    """How a badge's number is set."""
    size = badge.size * (0.58 if len(badge.number) == 1 else 0.46)
    if badge.severity == "warning":
        size *= 0.96
    return replace(CHIP, size=size, line_height=size * 1.3)


def towards(start: Sequence[float], end: Sequence[float], distance: float) -> Point:
    """The point so far from the start on the way to the end."""
    length = _length(start, end)
    part = min(distance / length, 1.0) if length else 0.0
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _length(start: Sequence[float], end: Sequence[float]) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])

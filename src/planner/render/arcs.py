"""Turns a part of a ring into curves, for devices that know no arcs."""

from math import ceil, cos, radians, sin, tan

from planner.drawing.marks import Arc
from planner.drawing.path_data import Point, Step


def ring(arc: Arc) -> tuple[Point, list[Step]]:
    """Where an arc starts and the curves that follow it, none longer than a quarter of the ring."""
    pieces = max(ceil(abs(arc.sweep) / 90.0), 1)
    step = radians(arc.sweep) / pieces
    reach = arc.radius * 4 / 3 * tan(step / 4)
    steps: list[Step] = []
    angle = radians(arc.start)
    for _ in range(pieces):
        following = angle + step
        start, end = _at(arc, angle), _at(arc, following)
        steps.append(
            (
                (start[0] + reach * cos(angle), start[1] + reach * sin(angle)),
                (end[0] - reach * cos(following), end[1] - reach * sin(following)),
                end,
            )
        )
        angle = following
    return _at(arc, radians(arc.start)), steps


def _at(arc: Arc, angle: float) -> Point:
    """A point on the ring; angles grow clockwise from twelve o'clock."""
    return arc.x + arc.radius * sin(angle), arc.y - arc.radius * cos(angle)

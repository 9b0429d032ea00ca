"""Severity shapes: octagon, triangle, disc and tick, which differ without colour, as outlines and strokes."""

from typing import Final

from msgspec import Struct

Point = tuple[float, float]


class Shape(Struct, frozen=True):
    """A severity's sign in a square of side 1: its corners (none for a disc) and the strokes inside.

    ``colour`` is the token of its fill; a stroke of one point is a dot. ``number_at`` is where the middle of
    a number stands that takes the place of the strokes.
    """

    colour: str
    corners: tuple[Point, ...]
    strokes: tuple[tuple[Point, ...], ...]
    number_at: Point = (0.5, 0.5)


STROKE: Final = 0.115  # the width of a sign's strokes
_CUT: Final = 0.293  # how much of its side an octagon's corner takes
_OCTAGON: Final = (
    *((_CUT, 0.0), (1 - _CUT, 0.0), (1.0, _CUT), (1.0, 1 - _CUT)),
    *((1 - _CUT, 1.0), (_CUT, 1.0), (0.0, 1 - _CUT), (0.0, _CUT)),
)
_TRIANGLE: Final = ((0.5, 0.07), (0.98, 0.93), (0.02, 0.93))

SHAPES: Final = {
    "problem": Shape("problem", _OCTAGON, (((0.5, 0.26), (0.5, 0.54)), ((0.5, 0.74),))),
    "warning": Shape("warning-icon", _TRIANGLE, (((0.5, 0.4), (0.5, 0.62)), ((0.5, 0.78),)), (0.5, 0.64)),
    "note": Shape("note", (), (((0.5, 0.28),), ((0.5, 0.47), (0.5, 0.73)))),
    "good": Shape("good", (), (((0.29, 0.52), (0.44, 0.67), (0.72, 0.36)),)),
}

"""Connectors as marks: elbow lines, the arrow and word of a bundle, the dots of a collaboration."""

from collections.abc import Iterator, Sequence

from planner.drawing.lines import DOT, towards
from planner.drawing.marks import Align, Dash, Group, Label, Line, Mark, Rect
from planner.placement.routes import RADIUS, Point, Route, RouteKind
from planner.typography import Fonts
from planner.typography.scale import CAPTION

WIDTH = 1.5


def connector(route: Route, fonts: Fonts, *, words: str, show_word: bool = True) -> Group:
    """The marks of a route; ``words`` is what a serving bundle says, once."""
    points = [point for piece in route.pieces for point in piece.points]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    if route.word:
        left, right = min(left, route.word.x), max(right, route.word.right)
        top, bottom = min(top, route.word.y), max(bottom, route.word.bottom)
    dash = Dash.DOTTED if route.kind is RouteKind.DOTTED else Dash.SOLID
    marks: list[Mark] = [
        Line(
            tuple((x - left, y - top) for x, y in _ends_clear(piece.points, route.kind)),
            "connector",
            WIDTH,
            RADIUS,
            dash,
            arrow=piece.arrow,
            dots=route.kind is RouteKind.COLLABORATES,
        )
        for piece in route.pieces
    ]
    if route.word and not show_word:
        marks.extend(
            Line(tuple((x - left, y - top) for x, y in run), "connector", WIDTH, 0.0, dash)
            for run in _through(route, route.word)
        )
    elif route.word:
        x, y = route.word.centre
        baseline = y - top + fonts.cap_baseline(CAPTION, 0.0)
        marks.append(Label(x - left, baseline, words, CAPTION, "ink-2", Align.MIDDLE))
    return Group(route.key, Rect(left, top, right - left, bottom - top), tuple(marks))


def _through(route: Route, word: Rect) -> Iterator[tuple[Point, ...]]:
    """Lines from every end that stops at the word's room to its middle, for when no word stands there."""
    middle, y = word.centre
    room = word.grown(0.5)
    for piece in route.pieces:
        for end in (piece.points[0], piece.points[-1]):
            if room.x <= end[0] <= room.right and room.y <= end[1] <= room.bottom:
                yield end, (end[0], y), (middle, y)


def _ends_clear(points: Sequence[Point], kind: RouteKind) -> list[Point]:
    """Points whose ends leave room for the dots of a collaboration, so that these stand beside the boxes."""
    run = list(points)
    if kind is RouteKind.COLLABORATES:
        run[0], run[-1] = towards(run[0], run[1], DOT), towards(run[-1], run[-2], DOT)
    return run

"""Lines of a reporting chart: members on their lead, groups on the one above, dashed to further seats."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from planner.placement.geometry import Rect
from planner.placement.lanes import Lanes
from planner.placement.people.boxes import BELOW_HEAD, INDENT, GroupBox, Stack
from planner.placement.routes import Piece, Point, Route, RouteKind

TRUNK: Final = INDENT / 2
"""Where the line under a head runs, from the left edge of its box."""
_APART: Final = 12.0


def member_lines(box: GroupBox, at: Point) -> Iterator[Route]:
    """From a head to the members of its teams: a line down each column, a short one to each card."""
    for stack in box.stacks:
        if not stack.columns:
            continue
        pieces = [_moved(piece, at) for piece in _stack_lines(box, stack)]
        yield Route(RouteKind.PARENT, f"members of {stack.team}", (), tuple(pieces))


def _stack_lines(box: GroupBox, stack: Stack) -> Iterator[Piece]:
    bus = stack.cards[stack.columns[0][0]].y - BELOW_HEAD / 2
    for column, (start, end) in enumerate(stack.columns):
        x = stack.cards[start].x - INDENT + TRUNK
        foot = stack.cards[end - 1].centre[1]
        if column == 0:
            yield Piece(((TRUNK, box.head.bottom), (TRUNK, foot), (stack.cards[start].x, foot)))
        else:
            yield Piece(((TRUNK, bus), (x, bus), (x, foot), (stack.cards[start].x, foot)))
        for card in stack.cards[start : end - 1]:
            yield Piece(((x, card.centre[1]), (card.x, card.centre[1])))


def group_lines(
    team: str,
    box: GroupBox,
    rect: Rect,
    rows: Sequence[Sequence[tuple[str, Rect, float]]],
    *,
    gutter: float,
    gap: float,
) -> Route:
    """From a group to those under it, in one row or several; each is a team, its box and where it is met."""
    trunk = rect.x + TRUNK
    start = rect.y + (box.head.bottom if not _has_members(box) else _foot(box))
    pieces: list[Piece] = []
    for number, row in enumerate(rows):
        bus = row[0][1].y - gap / 2
        begin: tuple[Point, ...] = ((trunk, start),)
        if number:
            first = rows[0][0][1].y - gap / 2
            begin = ((trunk, start), (trunk, first), (gutter, first))
        for _, below, x in row:
            pieces.append(Piece((*begin, (begin[-1][0], bus), (x, bus), (x, below.y))))
    targets = tuple(name for row in rows for name, _, _ in row)
    return Route(RouteKind.PARENT, team, targets, tuple(_straight(piece) for piece in pieces))


class End(NamedTuple):
    """An end of a dashed line: the box of its group, the x where it meets it, and perhaps a card in it."""

    name: str
    box: Rect
    x: float
    card: Rect | None = None


def dashed(ends: Iterable[tuple[End, End]], boxes: Sequence[Rect], bounds: Rect) -> list[Route]:
    """Dashed lines from box to box, the second of which lead on beside the column to a card."""
    lanes = Lanes(boxes, bounds)
    routes = []
    used: dict[str, int] = {}
    for number, (start, goal) in enumerate(ends):
        turn = used.get(start.name, 0)
        used[start.name] = turn + 1
        out = start.x - (turn * _APART) % max(start.x - start.box.x - _APART, 1.0)
        points = lanes.path(start.box, goal.box, ports=(out, goal.x), lane=number)
        if not points:
            continue
        if goal.card is not None:
            middle = goal.card.centre[1]
            points = [*points[:-1], (goal.x, middle), (goal.card.right, middle)]
        routes.append(Route(RouteKind.DOTTED, start.name, (goal.name,), (Piece(tuple(points)),)))
    return routes


def _has_members(box: GroupBox) -> bool:
    return any(stack.columns for stack in box.stacks)


def _foot(box: GroupBox) -> float:
    """Where the line down the first column ends: those under the group hang on from there."""
    stack = next(each for each in reversed(box.stacks) if each.columns)
    return stack.cards[stack.columns[0][1] - 1].centre[1]


def _moved(piece: Piece, at: Point) -> Piece:
    return Piece(tuple((x + at[0], y + at[1]) for x, y in piece.points), piece.arrow)


def _straight(piece: Piece) -> Piece:
    """Without points that stand on the one before."""
    points = [piece.points[0]]
    points.extend(point for point in piece.points[1:] if point != points[-1])
    return Piece(tuple(points), piece.arrow)

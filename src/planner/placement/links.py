"""Routes the links that no bundle shows: collaborations, dotted lines, and service by several cores."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from planner.domain import Link, LinkKind
from planner.placement.geometry import Rect
from planner.placement.lanes import CLEAR, Lanes
from planner.placement.routes import WORD_HEIGHT, Piece, Point, Route, RouteKind

_KINDS = {
    LinkKind.SERVES: RouteKind.SERVES,
    LinkKind.COLLABORATES: RouteKind.COLLABORATES,
    LinkKind.DOTTED: RouteKind.DOTTED,
}
_PORT = 22.0
_PORT_STEP = 14.0


def free_links(
    links: Sequence[Link],
    boxes: Mapping[str, Rect],
    bounds: Rect,
    *,
    words: Sequence[Rect],
    word_width: float,
) -> list[Route]:
    """Routes through the gaps, around teams and the ``words`` of bundles.

    A word of their own stands once for all that a team serves this way.
    """
    lanes = Lanes([*boxes.values(), *(word.grown(-CLEAR + 2.0) for word in words)], bounds)
    used: dict[tuple[str, bool], int] = {}
    said: set[str] = set()
    routes: list[Route] = []
    for lane, link in enumerate(links):
        source, target = boxes[link.source], boxes[link.target]
        ports = (_port(link.source, source, target, used), _port(link.target, target, source, used))
        points = lanes.path(source, target, ports=ports, lane=lane)
        if not points:
            continue
        word = None
        if link.kind is LinkKind.SERVES and link.source not in said:
            word = _word(points, boxes, word_width)
            if word:
                said.add(link.source)
        pieces = (Piece(tuple(points), arrow=link.kind is LinkKind.SERVES),)
        routes.append(Route(_KINDS[link.kind], link.source, (link.target,), pieces, word))
    return routes


def _port(team: str, box: Rect, other: Rect, used: dict[tuple[str, bool], int]) -> float:
    """Where on its edge a team's next link starts: towards the other team, clear of the middle."""
    right = other.centre[0] >= box.centre[0]
    step = _PORT + _PORT_STEP * used.get((team, right), 0)
    used[team, right] = used.get((team, right), 0) + 1
    step = _PORT + (step - _PORT) % max(box.width / 2 - 2 * _PORT, 1.0)
    return box.right - step if right else box.x + step


def _word(points: Sequence[Point], boxes: Mapping[str, Rect], width: float) -> Rect | None:
    """Room for the word on the longest level piece of a line that has it."""
    level = [(abs(end[0] - start[0]), start, end) for start, end in pairwise(points) if start[1] == end[1]]
    for length, start, end in sorted(level, reverse=True):
        rect = Rect((start[0] + end[0] - width) / 2, start[1] - WORD_HEIGHT / 2, width, WORD_HEIGHT)
        if length >= width + 8 and not any(rect.meets(box) for box in boxes.values()):
            return rect
    return None

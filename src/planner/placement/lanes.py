"""Finds a way for a link between any two teams through the free lanes, so that it never crosses a card.

The plane is cut into bands at every upper and lower edge of a box; in each band the gaps between boxes are
free intervals. A shortest path from interval to touching interval (Dijkstra, "A note on two problems in
connexion with graphs", 1959) becomes a line of horizontal and vertical pieces.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Final, NamedTuple

from planner.placement.geometry import Rect
from planner.placement.routes import Point

CLEAR: Final = 5.0  # what a link keeps away from any box
_TURN: Final = 30.0  # what one more bend may cost in px of detour

_Node = tuple[int, int]


class _Interval(NamedTuple):
    left: float
    right: float


class _Port(NamedTuple):
    """Where a link may start: on a box's edge, and the interval outside it."""

    x: float
    edge: float
    node: _Node


class Lanes:
    """The free space between boxes, inside bounds."""

    def __init__(self, boxes: Sequence[Rect], bounds: Rect) -> None:
        grown = sorted((box.grown(CLEAR) for box in boxes), key=lambda box: box.y)
        edges = {bounds.y, bounds.bottom, *(box.y for box in grown), *(box.bottom for box in grown)}
        self._edges = sorted(edges)
        self._bands = list(self._cut(grown, bounds))

    def _cut(self, boxes: Sequence[Rect], bounds: Rect) -> Iterator[list[_Interval]]:
        waiting = 0
        inside: list[Rect] = []
        for top in self._edges[:-1]:
            inside = [box for box in inside if box.bottom > top]
            while waiting < len(boxes) and boxes[waiting].y <= top:
                inside.append(boxes[waiting])
                waiting += 1
            yield list(_free(sorted(inside), bounds))

    def path(self, source: Rect, target: Rect, *, ports: tuple[float, float], lane: int) -> list[Point]:
        """Points from edge to edge of two boxes; ``ports`` are the x of both ends, ``lane`` parts links.

        Empty where there is no way.
        """
        goals = {port.node: port for port in self._ports(target, ports[1])}
        best: dict[_Node, float] = {}
        came: dict[_Node, tuple[_Node | None, float]] = {}
        queue: list[tuple[float, float, _Node, _Node | None, float]] = []
        starts = {port.node: port for port in self._ports(source, ports[0])}
        for port in starts.values():
            heappush(queue, (0.0, port.x, port.node, None, port.x))
        while queue:
            cost, x, node, before, entered = heappop(queue)
            if node in best:
                continue
            best[node] = cost
            came[node] = (before, entered)
            if node in goals:
                return self._drawn(node, came, starts, goals[node], lane)
            for other, at in self._beside(node, x):
                if other not in best:
                    height = self._edges[other[0] + 1] - self._edges[other[0]]
                    turn = _TURN if abs(at - x) > 0.5 else 0.0
                    extra = abs(goals[other].x - at) if other in goals else 0.0
                    heappush(queue, (cost + abs(at - x) + height + turn + extra, at, other, node, at))
        return []

    def _ports(self, box: Rect, x: float) -> Iterator[_Port]:
        below = bisect_left(self._edges, box.bottom + CLEAR)
        above = bisect_left(self._edges, box.y - CLEAR) - 1
        for band, edge in ((below, box.bottom), (above, box.y)):
            if 0 <= band < len(self._bands):
                place = self._at(band, x)
                if place is not None:
                    yield _Port(x, edge, (band, place))

    def _at(self, band: int, x: float) -> int | None:
        intervals = self._bands[band]
        place = bisect_right(intervals, (x, float("inf"))) - 1
        return place if place >= 0 and intervals[place].right >= x else None

    def _beside(self, node: _Node, x: float) -> Iterator[tuple[_Node, float]]:
        """The intervals of the next bands that touch this one, and where to cross into each."""
        here = self._bands[node[0]][node[1]]
        for band in (node[0] - 1, node[0] + 1):
            if not 0 <= band < len(self._bands):
                continue
            intervals = self._bands[band]
            place = max(bisect_right(intervals, (here.left, float("inf"))) - 1, 0)
            while place < len(intervals) and intervals[place].left <= here.right:
                low = max(here.left, intervals[place].left)
                high = min(here.right, intervals[place].right)
                if low <= high:
                    yield (band, place), min(max(x, low), high)
                place += 1

    def _drawn(
        self,
        end: _Node,
        came: dict[_Node, tuple[_Node | None, float]],
        starts: dict[_Node, _Port],
        goal: _Port,
        lane: int,
    ) -> list[Point]:
        nodes = [(end, came[end][1])]
        before = came[end][0]
        while before is not None:
            nodes.append((before, came[before][1]))
            before = came[before][0]
        nodes.reverse()
        start = starts[nodes[0][0]]
        points: list[Point] = [(start.x, start.edge)]
        x, from_y = start.x, start.edge
        for (node, _), to in zip(nodes, [*(at for _, at in nodes[1:]), goal.x], strict=True):
            if abs(to - x) > 0.5:
                y = self._turn_y(node[0], from_y, lane)
                points += [(x, y), (to, y)]
                x = to
            from_y = (self._edges[node[0]] + self._edges[node[0] + 1]) / 2
        points.append((goal.x, goal.edge))
        return points

    def _turn_y(self, band: int, from_y: float, lane: int) -> float:
        top, bottom = self._edges[band], self._edges[band + 1]
        step = min((bottom - top) / 2, 3.0 + 4.0 * (lane % 3))
        return top + step if from_y <= top else bottom - step


def _free(boxes: Iterable[Rect], bounds: Rect) -> Iterator[_Interval]:
    x = bounds.x
    for box in boxes:
        if box.x >= x:
            yield _Interval(x, box.x)
        x = max(x, box.right)
    if x <= bounds.right:
        yield _Interval(x, bounds.right)

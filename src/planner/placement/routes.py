"""Routes are the connectors between teams: elbow lines in the gaps, a bundle from a team to all below it."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.placement.geometry import Rect
from planner.placement.trees import Subtree

Point = tuple[float, float]

RADIUS: Final = 8.0
WORD_HEIGHT: Final = 16.0


class RouteKind(StrEnum):
    """What a connector says."""

    PARENT = "parent"
    SERVES = "serves"
    COLLABORATES = "collaborates"
    DOTTED = "dotted"

    __hash__ = str.__hash__


class Piece(Struct, frozen=True):
    """One line through points, its corners rounded by ``RADIUS`` at most; ``arrow`` at its end."""

    points: tuple[Point, ...]
    arrow: bool = False

    def moved(self, dx: float, dy: float) -> "Piece":
        """The same somewhere else."""
        return Piece(tuple([(x + dx, y + dy) for x, y in self.points]), self.arrow)


class Route(Struct, frozen=True):
    """A connector from a team to one or more others; ``word`` is where it says what it is."""

    kind: RouteKind
    source: str
    targets: tuple[str, ...]
    pieces: tuple[Piece, ...]
    word: Rect | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Names the connector in a drawing: ("link", source, targets and kind)."""
        return ("link", f"{self.source} {self.kind.value} {' '.join(self.targets)}")

    def moved(self, dx: float, dy: float) -> "Route":
        """The same somewhere else."""
        word = self.word.moved(dx, dy) if self.word is not None else None
        pieces = tuple([piece.moved(dx, dy) for piece in self.pieces])
        return Route(self.kind, self.source, self.targets, pieces, word)


class Below(Struct, frozen=True):
    """A team that stands below another: its box, and whether the other serves it."""

    team: str
    rect: Rect
    served: bool


class Way(Struct, frozen=True):
    """How a bundle runs: the gap between levels, the room of its word, its line to the lower of several rows.

    ``gutter`` is the x of that line. ``sideways`` exchanges x and y of what comes out; what goes in is
    exchanged already.
    """

    gap: float
    word: tuple[float, float]
    gutter: float
    sideways: bool = False


class Bundled(Struct, frozen=True):
    """The connectors from a team to all below it, and what they were drawn from."""

    subtree: Subtree
    place: Point
    served: list[bool]
    routes: tuple[Route, ...]

    def standing_at(self, place: Point) -> "Bundled":
        """The same where the tree stands now, to the bit: all lengths are halves of a px."""
        dx, dy = place[0] - self.place[0], place[1] - self.place[1]
        if not dx and not dy:
            return self
        return replace(self, place=place, routes=tuple([route.moved(dx, dy) for route in self.routes]))


def bundle(source: str, box: Rect, rows: Sequence[Sequence[Below]], way: Way) -> list[Route]:
    """The connectors from a team to all below it, in one row or several."""
    routes = _bundle(source, box, rows, way)
    return [_turned(route) for route in routes] if way.sideways else routes


def _bundle(source: str, box: Rect, rows: Sequence[Sequence[Below]], way: Way) -> list[Route]:
    everyone = [below for row in rows for below in row]
    served = tuple(below.team for below in everyone if below.served)
    plain = tuple(below.team for below in everyone if not below.served)
    half = way.gap / 2
    trunk_x, top = box.centre[0], box.bottom + half
    width, height = way.word
    word = Rect(trunk_x - width / 2, top - height / 2, width, height) if served else None
    if len(everyone) == 1 and not served:
        return [_only_child(source, box, everyone[0], half)]
    shared = [_trunk(box, word, top), *_spine(rows, trunk_x, top, way, word)]
    drops: dict[bool, list[Piece]] = {True: [], False: []}
    for place, row in enumerate(rows):
        start = trunk_x if place == 0 else way.gutter
        hole = word if place == 0 else None
        y = row[0].rect.y - half
        shared.extend(_bus(row, start, y, hole))
        for below in row:
            drops[below.served].append(_drop(below, start, y, hole))
    if served and plain:
        return [
            Route(RouteKind.SERVES, source, served, (*shared, *drops[True]), word),
            Route(RouteKind.PARENT, source, plain, tuple(drops[False])),
        ]
    kind = RouteKind.SERVES if served else RouteKind.PARENT
    return [Route(kind, source, served or plain, (*shared, *drops[bool(served)]), word)]


def _turned(route: Route) -> Route:
    """A route with x and y exchanged."""
    pieces = tuple(Piece(tuple((y, x) for x, y in piece.points), arrow=piece.arrow) for piece in route.pieces)
    return replace(route, pieces=pieces, word=route.word.turned() if route.word else None)


def _trunk(box: Rect, word: Rect | None, bus: float) -> Piece:
    x = box.centre[0]
    return Piece(((x, box.bottom), (x, word.y + 1 if word else bus)))


def _only_child(source: str, box: Rect, below: Below, half: float) -> Route:
    """One line from box to box, both corners round."""
    x, bus = box.centre[0], box.bottom + half
    end, top = below.rect.centre[0], below.rect.y
    if abs(end - x) < 1:
        points: tuple[Point, ...] = ((x, box.bottom), (x, top))
    else:
        points = ((x, box.bottom), (x, bus), (end, bus), (end, top))
    return Route(RouteKind.PARENT, source, (below.team,), (Piece(points),))


def _spine(
    rows: Sequence[Sequence[Below]], trunk_x: float, top: float, way: Way, word: Rect | None
) -> Iterator[Piece]:
    if len(rows) == 1:
        return
    gutter = way.gutter
    last = rows[-1][0]
    start = word.x if word else trunk_x
    y = last.rect.y - way.gap / 2
    yield Piece(((start, top), (gutter, top), (gutter, y), (gutter + 2 * RADIUS, y)))


def _bus(row: Sequence[Below], start: float, y: float, hole: Rect | None) -> Iterator[Piece]:
    """The straight line above a row, up to where its outermost elbows begin."""
    xs = [below.rect.centre[0] for below in row]
    left, right = (hole.x, hole.right) if hole else (start, start)
    if max(xs) - RADIUS > right:
        yield Piece(((right, y), (max(xs) - RADIUS, y)))
    if min(xs) + RADIUS < left:
        yield Piece(((left, y), (min(xs) + RADIUS, y)))


def _drop(below: Below, start: float, y: float, hole: Rect | None) -> Piece:
    """The last piece down into a team: an elbow off the bus, or straight where the bus starts above it."""
    x, top = below.rect.centre[0], below.rect.y
    points: tuple[Point, ...]
    if hole and hole.x - RADIUS < x < hole.right + RADIUS:
        points = ((x, hole.bottom - 1), (x, top))
    elif abs(x - start) < 1:
        points = ((x, y), (x, top))
    else:
        turn = RADIUS if x > start else -RADIUS
        points = ((x - turn, y), (x, y), (x, top))
    return Piece(points, below.served)

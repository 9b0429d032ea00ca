"""Contours are the left and right outlines of a subtree, by which subtrees slide together without overlap.

A contour is a chain of cells from top to bottom: how far its edge stands from the edge above it, how much
lower it ends, and the next cell. All steps are relative, so that moving a whole subtree touches one cell, and
no cell is ever changed, so that an edit shares all contours but those of the changed team's ancestors.

The algorithm is the non-layered tidy tree, for boxes of any size in linear time: A. van der Ploeg, "Drawing
non-layered tidy trees in linear time", Software: Practice and Experience 44 (2014) 1467-1484. The paper
threads contours through the nodes; here they are chains of their own, joined at the cost of the shorter one.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple


class Cell(NamedTuple):
    """A piece of a contour: its x and its lower end, relative to the piece above, and the next."""

    dx: float
    drop: float
    below: "Cell | None"

    def moved(self, dx: float, drop: float) -> "Cell":
        """The same contour elsewhere."""
        return Cell(self.dx + dx, self.drop + drop, self.below)


class Outline(NamedTuple):
    """What a subtree or a row of subtrees takes up: both contours, its extent, and its depth.

    x is 0 at the left edge of the topmost (first) box, y at the top.
    """

    left: Cell
    right: Cell
    least: float
    most: float
    depth: float


class Conflict(NamedTuple):
    """How far an earlier sibling (by its place) pushed a subtree beyond where its neighbours left it."""

    sibling: int
    push: float


class _Rest(NamedTuple):
    """The part of the longer contour below the end of the shorter one: its x, its first end, what follows."""

    x: float
    bottom: float
    below: Cell | None


def block(width: float, height: float, left: float = 0.0) -> Outline:
    """The outline of a plain rectangle."""
    return Outline(Cell(left, height, None), Cell(left + width, height, None), left, left + width, height)


def row(parts: Sequence[Outline], gap: float) -> tuple[list[float], Outline]:
    """Slide subtrees together from left to right: the x of each, the first at 0, and their outline.

    What a deep subtree is pushed away by one further left is shared out among those between them.
    """
    first = parts[0]
    if len(parts) == 1:
        return [0.0], first
    if all(part.left.below is None and part.right.below is None for part in parts):
        return _row_of_blocks(parts, gap)
    left, right, depth = first.left, first.right, first.depth
    places = [0.0]
    shifts, changes = [0.0] * len(parts), [0.0] * len(parts)
    # Which sibling the right contour shows at which depth: (its lower end, its place), lowest first.
    lows: list[tuple[float, int]] = [(depth, 0)]
    for place in range(1, len(parts)):
        part = parts[place]
        x, conflicts, rest_right, rest_left = _pushed(right, part.left, gap, lows)
        places.append(x)
        for sibling, push in conflicts:
            _share_out(shifts, changes, sibling, place, push)
        own_right = part.right.moved(x, 0.0)
        right = _joined(own_right, rest_right) if rest_right else own_right
        if rest_left:
            left = _joined(left, _Rest(rest_left.x + x, rest_left.bottom, rest_left.below))
        depth = max(depth, part.depth)
        while lows and lows[-1][0] <= part.depth:
            lows.pop()
        lows.append((part.depth, place))
    _spread(places, shifts, changes)
    least = min(x + part.least for x, part in zip(places, parts, strict=True))
    most = max(x + part.most for x, part in zip(places, parts, strict=True))
    return places, Outline(left, right, least, most, depth)


def _row_of_blocks(parts: Sequence[Outline], gap: float) -> tuple[list[float], Outline]:
    """The same for plain rectangles, which most children are: none can push another further down."""
    places = [0.0]
    for before, part in pairwise(parts):
        places.append(places[-1] + before.right.dx - part.left.dx + gap)
    lefts = [x + part.left.dx for x, part in zip(places, parts, strict=True)]
    rights = [x + part.right.dx for x, part in zip(places, parts, strict=True)]
    depths = [part.depth for part in parts]
    left = _stairs(lefts, depths)
    right = _stairs(rights[::-1], depths[::-1])
    places = [float(int(x + 1e-6)) for x in places]
    least = min([x + part.least for x, part in zip(places, parts, strict=True)])
    most = max([x + part.most for x, part in zip(places, parts, strict=True)])
    return places, Outline(left, right, least, most, max(depths))


def _stairs(edges: Sequence[float], depths: Sequence[float]) -> Cell:
    """The contour of rectangles seen from one side: each that ends lower than those before it."""
    steps: list[tuple[float, float]] = []
    reached = -1.0
    for edge, depth in zip(edges, depths, strict=True):
        if depth > reached:
            steps.append((edge, depth))
            reached = depth
    cell: Cell | None = None
    for place in range(len(steps) - 1, 0, -1):
        (x, depth), (before, above) = steps[place], steps[place - 1]
        cell = Cell(x - before, depth - above, cell)
    return Cell(*steps[0], cell)


def under(width: float, height: float, dx: float, gap: float, below: Outline) -> Outline:
    """The outline of a box with a row of subtrees ``gap`` below it, the row's x moved by ``dx``."""
    return Outline(
        Cell(0.0, height, below.left.moved(dx, gap)),
        Cell(width, height, below.right.moved(dx - width, gap)),
        min(0.0, dx + below.least),
        max(width, dx + below.most),
        height + gap + below.depth,
    )


def _pushed(
    right: Cell, left: Cell, gap: float, lows: list[tuple[float, int]]
) -> tuple[float, list[Conflict], _Rest | None, _Rest | None]:
    """Walk down a right and a left contour; say where the second must stand, and what is left over."""
    conflicts: list[Conflict] = []
    who = len(lows) - 1
    right_x, right_end, left_x, left_end = right.dx, right.drop, left.dx, left.drop
    over: Cell | None = right
    own: Cell | None = left
    x = right_x - left_x + gap
    while over and own:
        push = right_x - left_x + gap - x
        if push > 0:
            while lows[who][0] < right_end:
                who -= 1
            conflicts.append(Conflict(lows[who][1], push))
            x += push
        ends = right_end, left_end
        if ends[0] <= ends[1]:
            over = over.below
            if over:
                right_x, right_end = right_x + over.dx, right_end + over.drop
        if ends[1] <= ends[0]:
            own = own.below
            if own:
                left_x, left_end = left_x + own.dx, left_end + own.drop
    rest_right = _Rest(right_x, right_end, over.below) if over else None
    rest_left = _Rest(left_x, left_end, own.below) if own else None
    return x, conflicts, rest_right, rest_left


def _joined(upper: Cell, rest: _Rest) -> Cell:
    """A contour that goes on as the rest of another below its own end."""
    cells: list[Cell] = []
    x = bottom = 0.0
    cell: Cell | None = upper
    while cell:
        cells.append(cell)
        x, bottom = x + cell.dx, bottom + cell.drop
        cell = cell.below
    tail = Cell(rest.x - x, rest.bottom - bottom, rest.below)
    for cell in reversed(cells):
        tail = Cell(cell.dx, cell.drop, tail)
    return tail


def _share_out(shifts: list[float], changes: list[float], sibling: int, place: int, push: float) -> None:
    between = place - sibling
    if between > 1:
        shifts[sibling + 1] += push / between
        shifts[place] -= push / between
        changes[place] -= push - push / between


def _spread(places: list[float], shifts: list[float], changes: list[float]) -> None:
    """Move those between by what was shared out; whole pixels, so that boxes stay crisp."""
    step = moved = 0.0
    for place, (shift, change) in enumerate(zip(shifts, changes, strict=True)):
        step += shift
        moved += step + change
        places[place] = float(int(places[place] + moved + 1e-6))

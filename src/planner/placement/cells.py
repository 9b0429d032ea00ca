"""Cells are the places of cards in the columns and rows of a team's box."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from planner.domain import Seat
from planner.placement import settings as size
from planner.placement.geometry import Rect

Cell = tuple[int, int]


class Grid(NamedTuple):
    """Columns of cards: their width and count, the space around and between them.

    ``height`` is that of a card with one line of name and one of role. Cards run ``down`` column by column,
    else row by row; ``both`` parts ML roles from partner functions.
    """

    card: float
    columns: int
    padding: float
    between: float
    down: bool = False
    both: bool = False
    height: float = size.CARD_HEIGHT

    @property
    def width(self) -> float:
        """The width of the whole box."""
        return 2 * self.padding + self.columns * self.card + (self.columns - 1) * self.between

    def x(self, column: int) -> float:
        """The left edge of a column."""
        return self.padding + column * (self.card + self.between)


class Rows(NamedTuple):
    """The (column, row) of every seat in hand-set order, that of the next seat, and the reading order."""

    cells: tuple[Cell, ...]
    following: Cell
    rows: int
    order: tuple[int, ...]


class Body(NamedTuple):
    """Cards in reading order, the place for one more, whole columns, and where it all ends."""

    slots: tuple[Rect, ...]
    following: Rect
    columns: tuple[Rect, ...]
    end: float


def rows_of(seats: Sequence[Seat], grid: Grid) -> Rows:
    """Give every seat its cell."""
    if not grid.both:
        return _regular(len(seats), grid.columns, down=grid.down)
    used = [0, 0]
    cells: list[Cell] = []
    for seat in seats:
        column = 0 if seat.function.is_role else 1
        cells.append((column, used[column]))
        used[column] += 1
    order = sorted(range(len(cells)), key=cells.__getitem__)
    return Rows(tuple(cells), (0, used[0]), max(used), tuple(order))


@lru_cache(maxsize=1024)
def _regular(count: int, columns: int, *, down: bool) -> Rows:
    rows = ceil(count / columns)
    order = tuple(range(count))
    if not down:
        cells = tuple((place % columns, place // columns) for place in order)
        return Rows(cells, (count % columns, count // columns), rows, order)
    cells = tuple(divmod(place, rows) for place in order)
    following = divmod(count, rows) if rows else (0, 0)
    return Rows(cells, following if following[0] < columns else (0, rows), rows, order)


@lru_cache(maxsize=4096)
def laid(grid: Grid, rows: Rows, top: float, heights: tuple[float, ...]) -> Body:
    """Put cards into their cells; ``heights`` of the rows where they are not all alike.

    Remembered, because most teams of a plan have the same few shapes.
    """
    tops = [top]
    for height in heights or (grid.height,) * rows.rows:
        tops.append(tops[-1] + height + size.CARD_GAP)
    xs = [grid.x(column) for column in range(grid.columns)]
    end = tops[-1] - size.CARD_GAP if rows.rows else top
    slots: list[Rect] = []
    for place in rows.order:
        column, row = rows.cells[place]
        slots.append(Rect(xs[column], tops[row], grid.card, heights[row] if heights else grid.height))
    column, row = rows.following
    following = Rect(xs[column], tops[row], grid.card, grid.height)
    if 0 < rows.rows <= row:  # below the box, where lines to other teams run
        following = Rect(xs[column], end + size.ADD_ROW_GAP, grid.card, size.ADD_ROW_HEIGHT)
    return Body(
        tuple(slots),
        following,
        tuple(Rect(x, top, grid.card, end - top) for x in xs),
        end,
    )

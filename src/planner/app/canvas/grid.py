"""A grid tells what stands where, so that painting and pointing look at a few things, not at all of them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from math import floor
from typing import Generic, Protocol, TypeVar

CELL = 256.0
"""The side of a cell, in the chart's pixels: a team is some cells large, a card touches one to four."""


class Area(Protocol):
    """A rectangle by its left top corner and size."""

    @property
    def x(self) -> float: ...  # noqa: D102
    @property
    def y(self) -> float: ...  # noqa: D102
    @property
    def width(self) -> float: ...  # noqa: D102
    @property
    def height(self) -> float: ...  # noqa: D102


KeyT = TypeVar("KeyT", bound=Hashable)
Cell = tuple[int, int]


class Grid(Generic[KeyT]):
    """Rectangles by key, found by what they touch; adding, moving and removing one costs its cells only."""

    def __init__(self, cell: float = CELL) -> None:
        self._cell = cell
        self._rects: dict[KeyT, Area] = {}
        self._cells: dict[Cell, set[KeyT]] = {}

    def __len__(self) -> int:
        return len(self._rects)

    def __contains__(self, key: object) -> bool:
        return key in self._rects

    @property
    def rects(self) -> Mapping[KeyT, Area]:
        """The rectangle of every key."""
        return self._rects

    def put(self, key: KeyT, rect: Area) -> None:
        """Add a rectangle, or move the one under its key."""
        known = self._rects.get(key)
        if known == rect:
            return
        if known is not None:
            self.remove(key)
        self._rects[key] = rect
        for cell in self._touched(rect):
            self._cells.setdefault(cell, set()).add(key)

    def remove(self, key: KeyT) -> None:
        """Take a rectangle out; nothing happens when there is none."""
        rect = self._rects.pop(key, None)
        if rect is None:
            return
        for cell in self._touched(rect):
            inside = self._cells[cell]
            inside.discard(key)
            if not inside:
                del self._cells[cell]

    def touching(self, area: Area) -> set[KeyT]:
        """The keys of all rectangles that share a point with an area."""
        columns = floor((area.x + area.width) / self._cell) - floor(area.x / self._cell) + 1
        rows = floor((area.y + area.height) / self._cell) - floor(area.y / self._cell) + 1
        cells: Iterable[Cell] = self._touched(area)
        if columns * rows > len(self._cells):
            cells = self._cells.keys() & set(self._touched(area)) if columns * rows < 4096 else self._cells
        candidates: set[KeyT] = set()
        for cell in cells:
            candidates |= self._cells.get(cell, set())
        return {key for key in candidates if _meet(self._rects[key], area)}

    def at(self, x: float, y: float) -> list[KeyT]:
        """The keys of all rectangles that hold a point."""
        inside = self._cells.get((floor(x / self._cell), floor(y / self._cell)), ())
        return [key for key in inside if _holds(self._rects[key], x, y)]

    def _touched(self, area: Area) -> Iterator[Cell]:
        first_row, last_row = floor(area.y / self._cell), floor((area.y + area.height) / self._cell)
        first, last = floor(area.x / self._cell), floor((area.x + area.width) / self._cell)
        for column in range(first, last + 1):
            for row in range(first_row, last_row + 1):
                yield column, row


def _meet(one: Area, other: Area) -> bool:
    return (
        one.x <= other.x + other.width
        and other.x <= one.x + one.width
        and one.y <= other.y + other.height
        and other.y <= one.y + one.height
    )


def _holds(rect: Area, x: float, y: float) -> bool:
    return rect.x <= x < rect.x + rect.width and rect.y <= y < rect.y + rect.height

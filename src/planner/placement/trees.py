"""Trees of boxes: where each box stands under its parent, in one row of children or in several."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from planner.placement import contours
from planner.placement.contours import Outline
from planner.placement.settings import GUTTER, LEVEL_GAP, ROOT_GAP, TEAM_GAP, Settings


@dataclass(frozen=True, slots=True, eq=False)
class Children:
    """Subtrees side by side, each at its (x, y) from the left top corner, in rows.

    ``rows`` holds the place of each row's first subtree. ``width`` is that of the children without the
    gutter that several rows have on their left.
    """

    subtrees: tuple["Subtree", ...]
    places: tuple[tuple[float, float], ...]
    rows: tuple[int, ...]
    outline: Outline
    centre: float

    @property
    def width(self) -> float:
        """From the leftmost to the rightmost box below, without the gutter."""
        return self.outline.most - self.outline.least - (GUTTER if len(self.rows) > 1 else 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Subtree:
    """A team's box with all that stands below it; children's places are relative to the box's corner."""

    team: str
    width: float
    height: float
    outline: Outline
    children: Children | None = None
    dx: float = 0.0

    @property
    def below(self) -> float:
        """How far its children stand below its upper edge."""
        return self.height + LEVEL_GAP


def subtree(team: str, width: float, height: float, children: Children | None) -> Subtree:
    """Put a box in the middle above its children."""
    if children is None:
        return Subtree(team, width, height, contours.block(width, height))
    dx = float(int(width / 2 - children.centre))
    outline = contours.under(width, height, dx, LEVEL_GAP, children.outline)
    return Subtree(team, width, height, outline, children, dx)


def arranged(subtrees: Sequence[Subtree], settings: Settings, *, roots: bool = False) -> Children:
    """Put subtrees in one row, or in several where one would be too wide."""
    gap = ROOT_GAP if roots else TEAM_GAP
    outlines = [each.outline for each in subtrees]
    xs, outline = contours.row(outlines, gap)
    limit = _limit(outlines, gap, settings)
    if len(subtrees) == 1 or outline.most - outline.least <= limit:
        first, last = subtrees[0], subtrees[-1]
        centre = (first.width / 2 + xs[-1] + last.width / 2) / 2
        return Children(tuple(subtrees), tuple((x, 0.0) for x in xs), (0,), outline, centre)
    return _rows(tuple(subtrees), outlines, gap, limit)


def _rows(subtrees: tuple[Subtree, ...], outlines: list[Outline], gap: float, limit: float) -> Children:
    starts = _breaks([each.most - each.least + gap for each in outlines], limit)
    places: list[tuple[float, float]] = []
    y = width = 0.0
    for start, end in zip(starts, [*starts[1:], len(subtrees)], strict=True):
        xs, outline = contours.row(outlines[start:end], gap)
        places.extend((x - outline.least, y) for x in xs)
        width = max(width, outline.most - outline.least)
        y += outline.depth + LEVEL_GAP
    whole = contours.block(width + GUTTER, y - LEVEL_GAP, left=-GUTTER)
    return Children(subtrees, tuple(places), tuple(starts), whole, width / 2)


def _limit(outlines: Sequence[Outline], gap: float, settings: Settings) -> float:
    """How wide a row may be, so that what has to be broken comes near the wanted shape."""
    area = sum((each.most - each.least + gap) * (each.depth + LEVEL_GAP) for each in outlines)
    return max(settings.row_width, sqrt(area * settings.aspect))


def _breaks(widths: Sequence[float], limit: float) -> list[int]:
    """The first places of rows no wider than the limit, the rows about equally wide."""
    rows = len(_greedy(widths, limit))
    narrow, wide = max(*widths, sum(widths) / rows), limit
    for _ in range(8):
        middle = (narrow + wide) / 2
        if len(_greedy(widths, middle)) <= rows:
            wide = middle
        else:
            narrow = middle
    return _greedy(widths, ceil(wide))


def _greedy(widths: Sequence[float], limit: float) -> list[int]:
    starts, used = [0], 0.0
    for place, width in enumerate(widths):
        if used and used + width > limit:
            starts.append(place)
            used = 0.0
        used += width
    return starts

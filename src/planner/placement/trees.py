"""Trees of boxes: where each box stands under its parent, in one row of children or in several.

Trees grow downwards here; a layout whose levels stand side by side is this with x and y exchanged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from planner.placement import contours
from planner.placement.contours import Outline
from planner.placement.settings import GUTTER, ROOT_GAP, TEAM_GAP, Settings


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


@dataclass(slots=True, eq=False)
class Subtree:
    """A team's box with all that stands below it; children's places are relative to the box's corner."""

    team: str
    width: float
    height: float
    outline: Outline
    children: Children | None = None
    dx: float = 0.0
    below: float = 0.0
    """How far its children stand below its upper edge."""


def subtree(team: str, width: float, height: float, children: Children | None, *, gap: float) -> Subtree:
    """Put a box in the middle above its children, which stand ``gap`` below it."""
    if children is None:
        return Subtree(team, width, height, contours.block(width, height))
    outline = children.outline
    if abs(width - children.width) < 1.0:
        dx = -outline.least - (GUTTER if len(children.rows) > 1 else 0.0)  # a core as wide as what it serves
    else:
        dx = float(int(width / 2 - children.centre))
    outline = contours.under(width, height, dx, gap, children.outline)
    return Subtree(team, width, height, outline, children, dx, height + gap)


def arranged(subtrees: Sequence[Subtree], settings: Settings, *, roots: bool = False) -> Children:
    """Put subtrees in one row, or in several where one would be too wide."""
    gap = ROOT_GAP if roots else TEAM_GAP
    outlines = [each.outline for each in subtrees]
    least = sum([each.width + gap for each in subtrees]) - gap
    if least > settings.row and len(subtrees) > 1:
        several = _in_several(subtrees, outlines, gap, settings)
        if _page(several.outline, settings) < least:
            return several  # whatever the one row would be
    xs, outline = contours.row(outlines, gap)
    first, last = subtrees[0], subtrees[-1]
    centre = (first.width / 2 + xs[-1] + last.width / 2) / 2
    one = Children(tuple(subtrees), tuple((x, 0.0) for x in xs), (0,), outline, centre)
    if len(subtrees) == 1 or outline.most - outline.least <= settings.row:
        return one
    several = _in_several(subtrees, outlines, gap, settings)
    return min(one, several, key=lambda way: _page(way.outline, settings))


def _in_several(
    subtrees: Sequence[Subtree], outlines: list[Outline], gap: float, settings: Settings
) -> Children:
    way = _best_way(outlines, gap, settings)
    return _in_rows(tuple(subtrees), outlines, (gap, settings.level_gap), way)


def _best_way(outlines: Sequence[Outline], gap: float, settings: Settings) -> list[int]:
    """The breaks that come nearest to a page, judged by the subtrees' plain rectangles, which is cheap."""
    widths = [each.most - each.least + gap for each in outlines]
    depths = [each.depth for each in outlines]
    below, page_shape = settings.level_gap, settings.page

    def page(starts: list[int]) -> float:
        ends = [*starts[1:], len(widths)]
        width = max(sum(widths[start:end]) for start, end in zip(starts, ends, strict=True))
        depth = sum(max(depths[start:end]) + below for start, end in zip(starts, ends, strict=True))
        return max(width, depth * page_shape)

    return min(_ways_to_break(widths, depths, settings), key=page)


def _page(outline: Outline, settings: Settings) -> float:
    """The width of the smallest page of the wanted shape that holds an arrangement."""
    return max(outline.most - outline.least, outline.depth * settings.page)


def _in_rows(
    subtrees: tuple[Subtree, ...], outlines: list[Outline], gaps: tuple[float, float], starts: list[int]
) -> Children:
    beside, below = gaps
    places: list[tuple[float, float]] = []
    y = width = 0.0
    for start, end in zip(starts, [*starts[1:], len(subtrees)], strict=True):
        xs, outline = contours.row(outlines[start:end], beside)
        places.extend((x - outline.least, y) for x in xs)
        width = max(width, outline.most - outline.least)
        y += outline.depth + below
    whole = contours.block(width + GUTTER, y - below, left=-GUTTER)
    return Children(subtrees, tuple(places), tuple(starts), whole, width / 2)


def _ways_to_break(widths: Sequence[float], depths: Sequence[float], settings: Settings) -> list[list[int]]:
    """The first places of rows about equally wide, for a few numbers of rows near the likely best."""
    total, widest = sum(widths), max(widths)
    depth = sum(depths) / len(depths) + settings.level_gap
    likely = round(sqrt(total / (settings.page * depth)))
    most = min(len(widths), max(ceil(total / settings.row), 2))
    rows = range(max(min(likely - 2, most), 2), max(min(likely + 2, most), 2) + 1)
    limits = [max(widest, slack * total / count) + 1.0 for count in rows for slack in (1.0, 1.15)]
    ways = dict.fromkeys(tuple(_greedy(widths, limit)) for limit in limits)
    return [list(way) for way in ways]


def _greedy(widths: Sequence[float], limit: float) -> list[int]:
    starts, used = [0], 0.0
    for place, width in enumerate(widths):
        if used and used + width > limit:
            starts.append(place)
            used = 0.0
        used += width
    return starts

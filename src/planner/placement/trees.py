"""Trees of boxes: where each box stands under its parent, in one row of children or in several.

Trees grow downwards here; a layout whose levels stand side by side is this with x and y exchanged.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import ceil, inf, sqrt
from operator import is_

from msgspec import Struct

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
    sizes: "_Sizes" = field(repr=False)
    lines: dict[int, "_Line"] = field(default_factory=dict, repr=False)
    """Every row of several, by the place of its first subtree."""

    @property
    def width(self) -> float:
        """From the leftmost to the rightmost box below, without the gutter."""
        return self.outline.most - self.outline.least - (GUTTER if len(self.rows) > 1 else 0.0)


class Subtree(Struct, eq=False):
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


def arranged(
    subtrees: Sequence[Subtree],
    settings: Settings,
    *,
    roots: bool = False,
    before: Children | None = None,
) -> Children:
    """Put subtrees in one row, or in several where one would be too wide.

    Rows that hold the very subtrees that they held ``before`` are taken over from there.
    """
    gap = ROOT_GAP if roots else TEAM_GAP
    subtrees = tuple(subtrees)
    sizes = _Sizes.of(subtrees, gap, before)
    if sizes.boxes > settings.row and len(subtrees) > 1:
        several = _in_several(subtrees, sizes, gap, settings, before)
        if _page(several.outline, settings) < sizes.boxes:
            return several  # whatever the one row would be
    xs, outline = contours.row(sizes.outlines, gap)
    first, last = subtrees[0], subtrees[-1]
    centre = (first.width / 2 + xs[-1] + last.width / 2) / 2
    one = Children(subtrees, tuple([(x, 0.0) for x in xs]), (0,), outline, centre, sizes)
    if len(subtrees) == 1 or outline.most - outline.least <= settings.row:
        return one
    several = _in_several(subtrees, sizes, gap, settings, before)
    return min(one, several, key=lambda way: _page(way.outline, settings))


@dataclass(frozen=True, slots=True, eq=False)
class _Sizes:
    """What of subtrees tells where rows break: their outlines, their widths with a gap, their depths.

    ``boxes`` is how long the boxes on top are side by side.
    """

    outlines: list[Outline]
    widths: list[float]
    depths: list[float]
    boxes: float

    @classmethod
    def of(cls, subtrees: tuple["Subtree", ...], gap: float, before: Children | None) -> "_Sizes":
        """Look at each subtree, or only at those that are not the very ones of ``before``."""
        if before is None or len(before.subtrees) != len(subtrees):
            outlines = [each.outline for each in subtrees]
            widths = [each.most - each.least + gap for each in outlines]
            depths = [each.depth for each in outlines]
            return cls(outlines, widths, depths, sum([each.width + gap for each in subtrees]) - gap)
        known = before.sizes
        outlines, widths, depths, boxes = known.outlines[:], known.widths[:], known.depths[:], known.boxes
        for place in _places_of_others(subtrees, before.subtrees):
            outline = outlines[place] = subtrees[place].outline
            widths[place] = outline.most - outline.least + gap
            depths[place] = outline.depth
            boxes += subtrees[place].width - before.subtrees[place].width  # halves of a px: exact
        return cls(outlines, widths, depths, boxes)


def _places_of_others(subtrees: Sequence["Subtree"], known: Sequence["Subtree"]) -> Iterator[int]:
    """Where a subtree is not the very one that stood there."""
    same, place = [*map(is_, subtrees, known)], -1
    for _ in range(same.count(False)):
        place = same.index(False, place + 1)
        yield place


def _in_several(
    subtrees: tuple["Subtree", ...], sizes: _Sizes, gap: float, settings: Settings, before: Children | None
) -> Children:
    way = _best_way(sizes, settings)
    return _in_rows(subtrees, sizes, (gap, settings.level_gap), way, before)


def _best_way(sizes: _Sizes, settings: Settings) -> list[int]:
    """The breaks that come nearest to a page, judged by the subtrees' plain rectangles, which is cheap."""
    widths, depths = sizes.widths, sizes.depths
    reached = [0.0, *accumulate(widths)]
    below, page_shape = settings.level_gap, settings.page
    best, least = [0], inf
    for starts in _ways_to_break(reached, widths, depths, settings):
        ends = [*starts[1:], len(widths)]
        width = max([reached[end] - reached[start] for start, end in zip(starts, ends, strict=True)])
        if width >= least:
            continue
        depth = sum([max(depths[start:end]) + below for start, end in zip(starts, ends, strict=True)])
        page = max(width, depth * page_shape)
        if page < least:
            best, least = starts, page
    return best


def _page(outline: Outline, settings: Settings) -> float:
    """The width of the smallest page of the wanted shape that holds an arrangement."""
    return max(outline.most - outline.least, outline.depth * settings.page)


def _in_rows(
    subtrees: tuple[Subtree, ...],
    sizes: _Sizes,
    gaps: tuple[float, float],
    starts: list[int],
    before: Children | None,
) -> Children:
    beside, below = gaps
    known, stood = (before.lines, before.places) if before is not None else ({}, ())
    places: list[tuple[float, float]] = []
    lines: dict[int, _Line] = {}
    y = width = 0.0
    for start, end in zip(starts, [*starts[1:], len(subtrees)], strict=True):
        mine, line = subtrees[start:end], known.get(start)
        is_known = line is not None and are_same(line.subtrees, mine)
        if line is None or not is_known:
            line = _Line(mine, *contours.row(sizes.outlines[start:end], beside))
        lines[start] = line
        least = line.outline.least
        if is_known and stood[start][1] == y:
            places.extend(stood[start:end])
        else:
            places.extend([(x - least, y) for x in line.places])
        width = max(width, line.outline.most - least)
        y += line.outline.depth + below
    whole = contours.block(width + GUTTER, y - below, left=-GUTTER)
    return Children(subtrees, tuple(places), tuple(starts), whole, width / 2, sizes, lines)


class _Line(Struct, frozen=True, eq=False):
    """One row of several: its subtrees, the x of each, and their outline."""

    subtrees: tuple[Subtree, ...]
    places: list[float]
    outline: Outline


def are_same(some: Sequence[Subtree], others: Sequence[Subtree]) -> bool:
    """Whether these are the very same subtrees."""
    return len(some) == len(others) and all(map(is_, some, others))


def _ways_to_break(
    reached: Sequence[float], widths: Sequence[float], depths: Sequence[float], settings: Settings
) -> list[list[int]]:
    """The first places of rows about equally wide, for a few numbers of rows near the likely best."""
    total, widest = reached[-1], max(widths)
    depth = sum(depths) / len(depths) + settings.level_gap
    likely = round(sqrt(total / (settings.page * depth)))
    most = min(len(widths), max(ceil(total / settings.row), 2))
    rows = range(max(min(likely - 2, most), 2), max(min(likely + 2, most), 2) + 1)
    limits = [max(widest, slack * total / count) + 1.0 for count in rows for slack in (1.0, 1.15)]
    ways = dict.fromkeys(tuple(_greedy(reached, limit)) for limit in limits)
    return [list(way) for way in ways]


def _greedy(reached: Sequence[float], limit: float) -> list[int]:
    """The first places of rows no wider than a limit; ``reached`` is how far each place is from the first.

    All lengths are halves of a px, so that their sums and differences are exact.
    """
    starts, last = [0], len(reached) - 1
    while True:
        end = max(bisect_right(reached, reached[starts[-1]] + limit) - 1, starts[-1] + 1)
        if end >= last:
            return starts
        starts.append(end)

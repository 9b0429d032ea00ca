"""The overview on the canvas: which tile stands where, for painting, pointing and walking."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from msgspec.structs import replace

from planner.app.canvas.grid import Grid
from planner.app.canvas.selection import Key
from planner.domain import Difference
from planner.drawing.chart import Chart
from planner.drawing.colouring import ColourBy
from planner.drawing.looks import LOOKS, State
from planner.drawing.marks import Box, Group
from planner.drawing.overview import OverviewChart
from planner.placement import Overview, Rect
from planner.placement.packing import Packing

_CELL: Final = 1024.0
"""The side of a cell of the grids, in px of the chart: about as large as a tile."""


class _Index(NamedTuple):
    """Where lines run in a packing, and which is before which."""

    packing: Packing
    lines: Grid[Key]
    order: dict[Key, int]


class PackedScene:
    """An overview with an index by place, made when first asked for; ``before`` gives what stays of it."""

    def __init__(
        self, chart: Chart, packed: Overview, by: ColourBy, before: "PackedScene | None" = None
    ) -> None:
        self._by = by
        self.chart: OverviewChart = OverviewChart(chart, packed, by, before.chart if before else None)
        self._former: _Index | None = before._newest if before else None

    def after(self, chart: Chart, by: ColourBy, difference: Difference | None) -> "PackedScene":
        """The overview of another chart, made by a difference where there is one."""
        packed = self.chart.overview
        if chart.placement is not packed.placement:
            packed = packed.after(chart.placement, difference)
        return PackedScene(chart, packed, by, self)

    def as_wide(self, width: float) -> "PackedScene":
        """The same for another width in px on the screen."""
        packed = self.chart.overview.as_wide(width)
        if packed is self.chart.overview:
            return self
        return PackedScene(self.chart.chart, packed, self._by, self)

    @cached_property
    def _index(self) -> "_Index":
        packed = self.chart.overview
        if self._former is not None and self._former.packing is packed.packing:
            return self._former
        lines: Grid[Key] = Grid(_CELL)
        for line in packed.lines:
            lines.put(line.key, line.bounds)
        return _Index(packed.packing, lines, {line: place for place, line in enumerate(lines.rects)})

    @property
    def _newest(self) -> "_Index | None":
        known: _Index | None = self.__dict__.get("_index", self._former)
        return known

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of it all."""
        return self.chart.overview.size

    def keys_in(self, area: Rect) -> Iterator[Key]:
        """What meets an area, back to front."""
        index = self._index
        yield from sorted(index.lines.touching(area), key=index.order.__getitem__)
        for team in self.chart.overview.teams_in(area):
            yield ("team", team)

    def teams_in(self, area: Rect) -> set[str]:
        """The teams whose tiles meet an area."""
        return set(self.chart.overview.teams_in(area))

    def at(self, x: float, y: float) -> str | None:
        """The innermost tile at a point."""
        packed = self.chart.overview
        found = [team for team in packed.teams_in(Rect(x, y, 0.0, 0.0)) if packed.rect(team).holds(x, y)]
        return found[-1] if found else None

    def rect_of(self, key: Key) -> Rect | None:
        """A team's tile or a seat's block."""
        kind, name = key
        if kind == "seat":
            return self.chart.overview.seat(name)
        return self.chart.overview.rect(name) if name in self.chart.overview.tiles else None

    def head_of(self, team: str) -> Rect:
        """The row with the name of a team's tile."""
        tile = self.chart.overview.tiles[team]
        return Rect(tile.rect.x, tile.rect.y, tile.rect.width, tile.head)

    def outline(self, key: Key, state: State) -> Group | None:
        """The border of a tile or a block in a state."""
        rect = self.rect_of(key)
        if rect is None or key[0] == "team":
            return self.chart.outline(key[1], state) if rect is not None else None
        look = replace(LOOKS[state], fill=None)
        colour = look.border if look.ring is None else look.ring[0]
        unit = self.chart.overview.unit
        around = Rect(0.0, 0.0, rect.width, rect.height).grown(2.0 * unit)
        return Group(key, rect, (Box(around, 4.0 * unit, None, colour, 1.5 * unit, look.dash),))

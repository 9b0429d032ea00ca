"""The overview on the canvas: which tile stands where, for painting, pointing and walking."""

from collections.abc import Iterator
from dataclasses import replace

from planner.app.canvas.grid import Grid
from planner.app.canvas.selection import Key
from planner.drawing.chart import Chart
from planner.drawing.colouring import ColourBy
from planner.drawing.looks import LOOKS, State
from planner.drawing.marks import Box, Group
from planner.drawing.overview import OverviewChart
from planner.placement import Rect, overview
from planner.placement.overview import UNIT


class PackedScene:
    """An overview with an index by place."""

    def __init__(self, chart: Chart, width: float, by: ColourBy) -> None:
        self.chart = OverviewChart(chart, overview(chart.placement, width), by)
        self._grid: Grid[str] = Grid(1024.0)
        self._order = {team: place for place, team in enumerate(self.chart.overview.tiles)}
        for team, tile in self.chart.overview.tiles.items():
            self._grid.put(team, tile.rect)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of it all."""
        return self.chart.overview.size

    def keys_in(self, area: Rect) -> Iterator[Key]:
        """What meets an area, back to front."""
        for line in self.chart.overview.lines:
            xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
            if min(xs) <= area.right and max(xs) >= area.x and min(ys) <= area.bottom and max(ys) >= area.y:
                yield line.key
        for team in sorted(self._grid.touching(area), key=self._order.__getitem__):
            yield ("team", team)

    def teams_in(self, area: Rect) -> set[str]:
        """The teams whose tiles meet an area."""
        return self._grid.touching(area)

    def at(self, x: float, y: float) -> str | None:
        """The innermost tile at a point."""
        found = self._grid.at(x, y)
        return max(found, key=self._order.__getitem__) if found else None

    def rect_of(self, key: Key) -> Rect | None:
        """A team's tile or a seat's block."""
        kind, name = key
        if kind == "seat":
            return self.chart.overview.seat(name)
        return self.chart.overview.rect(name) if name in self.chart.overview.tiles else None

    def outline(self, key: Key, state: State) -> Group | None:
        """The border of a tile or a block in a state."""
        rect = self.rect_of(key)
        if rect is None or key[0] == "team":
            return self.chart.outline(key[1], state) if rect is not None else None
        look = replace(LOOKS[state], fill=None)
        colour = look.border if look.ring is None else look.ring[0]
        around = Rect(0.0, 0.0, rect.width, rect.height).grown(2.0 * UNIT)
        return Group(key, rect, (Box(around, 4.0 * UNIT, None, colour, 1.5 * UNIT, look.dash),))

"""The overview as marks: a tile for each team with a block for each seat, frames with totals around them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from planner.domain import Kind
from planner.drawing.chart import Chart, Key
from planner.drawing.colouring import ColourBy, Colouring
from planner.drawing.connectors import WIDTH
from planner.drawing.looks import LOOKS, State
from planner.drawing.marks import Align, Badge, Box, Group, IconMark, Label, Line, Mark, Rect
from planner.drawing.team_frames import KIND_ICONS
from planner.drawing.worst import worst_of
from planner.placement import Overview, Tile
from planner.placement.overview import BLOCK, UNIT
from planner.placement.overview import Line as Connector
from planner.typography.scale import CARD_NAME, LABEL, OVERVIEW

TILE_RADIUS: Final = 4.0 * UNIT
_ICON: Final = 11.0 * UNIT
_LARGE_ICON: Final = 14.0 * UNIT
_PAD: Final = 4.0 * UNIT
_LARGE_PAD: Final = 8.0 * UNIT
_BORDERS: Final = {"problem": "problem", "warning": "warning-icon"}
_TITLE: Final = LABEL.scaled(UNIT)
_NAME: Final = OVERVIEW.scaled(UNIT)
_TOTAL: Final = CARD_NAME.scaled(UNIT)


class OverviewChart:
    """An overview as groups: ("team", id) and ("link", …). A value, like the chart that it is made from."""

    def __init__(self, chart: Chart, overview: Overview, by: ColourBy) -> None:
        self.chart, self.overview = chart, overview
        self._colouring = Colouring(by, chart.placement, chart.worst)

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every group's key, back to front."""
        return (*self._lines, *(("team", team) for team in self.overview.tiles))

    def group(self, key: Key) -> Group:
        """The marks of a team's tile or a connector; KeyError for what is not there."""
        kind, name = key
        if kind == "link":
            return self._connector(self._lines[key])
        tile = self.overview.tiles[name]
        return Group(key, tile.rect, tuple(self._tile(tile)))

    def outline(self, team: str, state: State) -> Group:
        """The border of a tile in a state, with lines as wide on the screen as those of a card."""
        rect, look = self.overview.rect(team), LOOKS[state]
        whole = Rect(0.0, 0.0, rect.width, rect.height)
        marks: list[Mark] = []
        if look.ring:
            colour, gap, width = look.ring
            out = (gap + width) * UNIT
            marks.append(Box(whole.grown(out), TILE_RADIUS + out, border=colour, line=width * UNIT))
        if look.border and state is not State.FOCUS:
            marks.append(Box(whole, TILE_RADIUS, None, look.border, max(look.line, 1.5) * UNIT, look.dash))
        return Group(("team", team), rect, tuple(marks))

    @cached_property
    def _lines(self) -> dict[Key, Connector]:
        return {line.key: line for line in self.overview.lines}

    def _connector(self, line: Connector) -> Group:
        xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
        left, top = min(xs), min(ys)
        points = tuple((x - left, y - top) for x, y in line.points)
        bounds = Rect(left, top, max(xs) - left, max(ys) - top)
        return Group(line.key, bounds, (Line(points, "connector", WIDTH * UNIT, 6.0 * UNIT),))

    def _tile(self, tile: Tile) -> Iterator[Mark]:
        severity = self.chart.worst.telling.get(tile.team)
        is_large = tile.head > 20.0 * UNIT
        team = self.chart.scenario.teams[tile.team]
        whole = Rect(0.0, 0.0, tile.rect.width, tile.rect.height)
        border, line = "line-2" if is_large else "line", UNIT
        if severity in _BORDERS and not tile.framed:
            border, line = _BORDERS[severity], 1.5 * UNIT
        fill = "panel" if tile.framed or team.kind is Kind.GROUP else "surface"
        yield Box(whole, TILE_RADIUS * (2.0 if is_large else 1.0), fill, border, line)
        yield from self._large_head(tile) if is_large else self._head(tile, severity)
        seats, shade = self.chart.scenario.seats, self._colouring.shade
        x, y = tile.rect.x, tile.rect.y
        for place, seat_id in enumerate(tile.seats):
            seat = seats[seat_id]
            colour, hollow = shade(seat)
            rect = tile.block(place).moved(-x, -y)
            radius = BLOCK * (0.26 if seat.function.is_role else 0.5)
            if hollow:
                yield Box(rect, radius, border=colour, line=1.5 * UNIT)
            else:
                yield Box(rect, radius, colour)

    def _head(self, tile: Tile, severity: str | None) -> Iterator[Mark]:
        fonts, width = self.chart.fonts, tile.rect.width
        end = _PAD
        if severity is not None:
            end += _ICON
            yield Badge(width - end, (tile.head - _ICON) / 2, _ICON, severity)
            end += _PAD / 2
        name = fonts.elided(self.chart.scenario.teams[tile.team].name, _NAME, width - _PAD - end)
        yield Label(_PAD, fonts.cap_baseline(_NAME, tile.head), name, _NAME, "ink")

    def _large_head(self, tile: Tile) -> Iterator[Mark]:
        """A frame's or the central team's name with all its seats, and how many teams have findings."""
        fonts, width = self.chart.fonts, tile.rect.width
        team = self.chart.scenario.teams[tile.team]
        x, end = _LARGE_PAD, width - _LARGE_PAD
        yield IconMark(x, (tile.head - _LARGE_ICON) / 2, _LARGE_ICON, KIND_ICONS[team.kind], "ink-2")
        x += _LARGE_ICON + 5.0 * UNIT
        baseline = fonts.cap_baseline(_TOTAL, tile.head)
        teams = self.overview.teams_below(tile.team) if tile.framed else (tile.team,)
        telling = self.chart.worst.telling
        found = worst_of(telling[each] for each in teams if each in telling)
        if found is not None:
            severity, count = found
            if count > 1:
                yield Label(end, baseline, str(count), _TOTAL, "ink-2", Align.END)
                end -= fonts.width(str(count), _TOTAL) + 3.0 * UNIT
            end -= _LARGE_ICON
            yield Badge(end, (tile.head - _LARGE_ICON) / 2, _LARGE_ICON, severity)
            end -= 6.0 * UNIT
        total = str(tile.total)
        yield Label(end, baseline, total, _TOTAL, "ink-2", Align.END)
        end -= fonts.width(total, _TOTAL) + 6.0 * UNIT
        name = fonts.elided(team.name, _TITLE, max(end - x, 4.0 * UNIT))
        yield Label(x, fonts.cap_baseline(_TITLE, tile.head), name, _TITLE, "ink")

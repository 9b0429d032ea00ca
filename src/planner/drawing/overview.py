"""The overview as marks: a tile for each team with a block for each seat, frames with totals around them."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from planner.domain import Kind, Team
from planner.drawing.chart import Chart, Key
from planner.drawing.colouring import ColourBy, Colouring, Shade
from planner.drawing.connectors import WIDTH
from planner.drawing.looks import LOOKS, State
from planner.drawing.marks import Align, Badge, Box, Group, IconMark, Label, Line, Mark, Rect
from planner.drawing.short_names import fitted, shorter_team
from planner.drawing.team_frames import KIND_ICONS
from planner.drawing.worst import worst_of
from planner.messages import message
from planner.placement import Overview, Tile
from planner.placement.overview import Line as Connector
from planner.placement.packing import BLOCK
from planner.typography.scale import CARD_NAME, LABEL, OVERVIEW

TILE_RADIUS: Final = 4.0
"""Lengths are px on the screen at a text size of 100%."""
_LARGE: Final = 20.0
"""Heads higher than this are those of frames and of what leads to all others."""
_ICON: Final = 11.0
_LARGE_ICON: Final = 14.0
_PAD: Final = 4.0
_LARGE_PAD: Final = 8.0
_BORDERS: Final = {"problem": "problem", "warning": "warning-icon"}


class _Looks(NamedTuple):
    """All that a tile's marks are made of: two that have the same look the same."""

    tile: Tile
    team: Team
    severity: str | None
    worst: tuple[str, int] | None
    blocks: tuple[tuple[Shade, bool], ...]
    """The shade of each seat, and whether it is in one of the six roles."""


class OverviewChart:
    """An overview as groups: ("team", id) and ("link", …). A value, like the chart that it is made from.

    Tiles that look as they did in the one ``before`` are taken over from there.
    """

    def __init__(
        self, chart: Chart, overview: Overview, by: ColourBy, before: "OverviewChart | None" = None
    ) -> None:
        self.chart, self.overview = chart, overview
        self._colouring = Colouring(by, chart.placement, chart.worst)
        self._drawn: dict[Key, tuple[_Looks, Group]] = {}
        self._known: dict[Key, tuple[_Looks, Group]] = {}
        if before is not None:
            self._known = before._drawn or before._known

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every group's key, back to front."""
        return (*self._lines, *(("team", team) for team in self.overview.tiles))

    def group(self, key: Key) -> Group:
        """The marks of a team's tile or a connector; KeyError for what is not there."""
        kind, name = key
        if kind == "link":
            return self._connector(self._lines[key])
        looks = self._looks(self.overview.tiles[name])
        known = self._known.get(key)
        if known is None or known[0] != looks:
            known = looks, Group(key, looks.tile.rect, tuple(self._tile(looks)))
        self._drawn[key] = known
        return known[1]

    def outline(self, team: str, state: State) -> Group:
        """The border of a tile in a state, with lines as wide on the screen as those of a card."""
        rect, look = self.overview.rect(team), LOOKS[state]
        whole = Rect(0.0, 0.0, rect.width, rect.height)
        marks: list[Mark] = []
        unit = self.overview.unit
        radius = TILE_RADIUS * unit
        if look.ring:
            colour, gap, width = look.ring
            out = (gap + width) * unit
            marks.append(Box(whole.grown(out), radius + out, border=colour, line=width * unit))
        if look.border and state is not State.FOCUS:
            marks.append(Box(whole, radius, None, look.border, max(look.line, 1.5) * unit, look.dash))
        return Group(("team", team), rect, tuple(marks))

    @cached_property
    def _lines(self) -> dict[Key, Connector]:
        return {line.key: line for line in self.overview.lines}

    def _connector(self, line: Connector) -> Group:
        unit = self.overview.unit
        bounds = line.bounds
        points = tuple((x - bounds.x, y - bounds.y) for x, y in line.points)
        return Group(line.key, bounds, (Line(points, "connector", WIDTH * unit, 6.0 * unit),))

    def _looks(self, tile: Tile) -> _Looks:
        scenario, telling = self.chart.scenario, self.chart.worst.telling
        worst = None
        if tile.head > _LARGE * tile.unit:
            teams = self.overview.teams_below(tile.team) if tile.framed else (tile.team,)
            worst = worst_of(telling[each] for each in teams if each in telling)
        shade = self._colouring.shade
        blocks = tuple([(shade(seat), seat.function.is_role) for seat in scenario.seats.pick(tile.seats)])
        return _Looks(tile, scenario.teams[tile.team], telling.get(tile.team), worst, blocks)

    def _tile(self, looks: _Looks) -> Iterator[Mark]:
        tile, team, severity = looks.tile, looks.team, looks.severity
        unit = tile.unit
        is_large = tile.head > _LARGE * unit
        whole = Rect(0.0, 0.0, tile.rect.width, tile.rect.height)
        border, line = "line-2" if is_large else "line", unit
        if severity in _BORDERS and not tile.framed:
            border, line = _BORDERS[severity], 1.5 * unit
        fill = "panel" if tile.framed or team.kind is Kind.GROUP else "surface"
        yield Box(whole, TILE_RADIUS * unit * (2.0 if is_large else 1.0), fill, border, line)
        yield from self._large_head(looks) if is_large else self._head(tile, severity)
        x, y = tile.rect.x, tile.rect.y
        for place, ((colour, hollow), is_role) in enumerate(looks.blocks):
            rect = tile.block(place).moved(-x, -y)
            radius = BLOCK * unit * (0.26 if is_role else 0.5)
            if hollow:
                yield Box(rect, radius, border=colour, line=1.5 * unit)
            else:
                yield Box(rect, radius, colour)

    def _head(self, tile: Tile, severity: str | None) -> Iterator[Mark]:
        fonts, width, style = self.chart.fonts, tile.rect.width, OVERVIEW.scaled(tile.unit)
        pad, icon = _PAD * tile.unit, _ICON * tile.unit
        end = pad
        if severity is not None:
            end += icon
            yield Badge(width - end, (tile.head - icon) / 2, icon, severity)
            end += pad / 2
        whole = self.chart.scenario.teams[tile.team].name
        name, style = fitted(whole, (style,), width - pad - end, fonts, shorter_team)
        yield Label(pad, fonts.cap_baseline(style, tile.head), name, style, "ink")

    def _large_head(self, looks: _Looks) -> Iterator[Mark]:
        """A frame's or the central team's name with all its seats, and how many teams have findings."""
        tile, team = looks.tile, looks.team
        fonts, width, unit = self.chart.fonts, tile.rect.width, tile.unit
        number, title, icon = CARD_NAME.scaled(unit), LABEL.scaled(unit), _LARGE_ICON * unit
        x, end = _LARGE_PAD * unit, width - _LARGE_PAD * unit
        yield IconMark(x, (tile.head - icon) / 2, icon, KIND_ICONS[team.kind], "ink-2")
        x += icon + 5.0 * unit
        baseline = fonts.cap_baseline(number, tile.head)
        if looks.worst is not None:
            severity, findings = looks.worst
            if findings > 1:
                count = self._number(findings)
                yield Label(end, baseline, count, number, "ink-2", Align.END)
                end -= fonts.width(count, number) + 3.0 * unit
            end -= icon
            yield Badge(end, (tile.head - icon) / 2, icon, severity)
            end -= 6.0 * unit
        total = self._number(tile.total if tile.framed or team.kind is Kind.GROUP else len(tile.seats))
        yield Label(end, baseline, total, number, "ink-2", Align.END)
        end -= fonts.width(total, number) + 6.0 * unit
        name, title = fitted(team.name, (title,), max(end - x, 4.0 * unit), fonts, shorter_team)
        yield Label(x, fonts.cap_baseline(title, tile.head), name, title, "ink")

    def _number(self, number: int) -> str:
        return self.chart.placement.measure.say(message("{number}", number=number))

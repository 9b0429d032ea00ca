"""A thumbnail shows a whole layout in a small area: its teams in their nesting, one block for each seat."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from planner.domain import DISPLAY_ORDER, Kind, Scenario, Seat
from planner.drawing.marks import Box, Label, Line, Mark, Rect
from planner.placement.hierarchy import hierarchy
from planner.placement.packing import BLOCK, FRAME_HEAD, HEAD, PITCH, Packed, Packing, Tiles, packed_forest
from planner.typography import Fonts
from planner.typography.scale import OVERVIEW

_WIDTHS: Final = (0.55, 0.7, 0.85, 1.0, 1.2, 1.5, 1.9, 2.4, 3.0, 4.0, 5.5, 8.0)
"""Widths to pack to, as parts of the area's own: the largest picture is taken."""
_MOST: Final = 1.2
_NEARLY: Final = 0.9
"""A picture so large is taken before the largest where fewer shelves hold its teams: lines lead to one."""
_ACROSS: Final = (8, 6, 5, 4)
"""How many blocks may stand beside each other in a small team; many have no room for names."""
_FEW: Final = 24
_NAMED: Final = 96.0
_NAME: Final = OVERVIEW
_NAME_ROOM: Final = 11.5
"""A name needs so much of its tile's head."""
_PAD: Final = 4.0
_NAMELESS: Final = 4.0
"""The head of a tile without a name."""
_CORNER: Final = 4.0
_ORDER: Final = {function: place for place, function in enumerate(DISPLAY_ORDER)}


class _Part(NamedTuple):
    """A tile with its left top corner, in px of the packing."""

    x: float
    y: float
    tile: Packed


def thumbnail(scenario: Scenario, fonts: Fonts, area: Rect) -> tuple[Mark, ...]:
    """Draw a layout as large as it fits into an area, in its middle."""
    if not len(scenario.teams):
        return ()
    packing, is_named = _Cutting(scenario, fonts, area).packed()
    scale = _scale(packing, area)
    left = area.x + (area.width - packing.width * scale) / 2
    top = area.y + (area.height - packing.height * scale) / 2
    seats = _seats(scenario)
    parts = list(_parts(packing))
    marks: list[Mark] = [
        Line(tuple((left + x * scale, top + y * scale) for x, y in points), "connector", 1.2, 5.0)
        for points in _lines(packing, {part.tile.team: part for part in parts})
    ]
    for part in parts:
        origin = (left + part.x * scale, top + part.y * scale)
        marks.extend(
            _tile(part.tile, origin, scale, scenario, seats[part.tile.team], fonts if is_named else None)
        )
    return tuple(marks)


def _scale(packing: Packing, area: Rect) -> float:
    if not packing.width or not packing.height:
        return 1.0
    return min(_MOST, area.width / packing.width, area.height / packing.height)


class _Cutting(Struct, frozen=True):
    """Packs the teams of a layout into an area in several ways."""

    scenario: Scenario
    fonts: Fonts
    area: Rect

    def packed(self) -> tuple[Packing, bool]:
        """The largest picture that there is room for, and whether it has names.

        Names keep their size when all else shrinks; where that leaves too little, they are left out.
        """
        if len(self.scenario.teams) > _FEW:
            return self._largest(0.0), False
        first = self._largest(1.0)
        scale = _scale(first, self.area)
        if scale >= 1.0:
            return first, True
        second = self._largest(1.12 / scale)
        if _scale(second, self.area) * HEAD >= _NAME_ROOM:
            return second, True
        if scale * HEAD >= _NAME_ROOM:
            return first, True
        return self._largest(0.0), False

    def _largest(self, larger: float) -> Packing:
        """The largest picture with names so much larger than the rest, without them for 0."""
        scenario, most = self.scenario, _NAMED * larger
        below = hierarchy(scenario.teams, scenario.links).children
        counts = {team: len(seats) for team, seats in _seats(scenario).items()}
        cores = {team.id for team in scenario.teams if team.kind is Kind.CORE}
        names = {team.id: self._name(team.name, larger, most) for team in scenario.teams}
        is_small = len(counts) <= _FEW
        tried = [
            packed_forest(below, counts, names, cores, self.area.width * part, _tiles(across, most))
            for across in (_ACROSS if is_small else _ACROSS[:1])
            for part in (_WIDTHS if is_small else _WIDTHS[::2])
        ]
        scales = [_scale(packing, self.area) for packing in tried]
        large = [
            (len(packing.shelves), -scale, place)
            for place, (packing, scale) in enumerate(zip(tried, scales, strict=True))
            if scale >= _NEARLY * max(scales)
        ]
        return tried[min(large)[-1]]

    def _name(self, name: str, larger: float, most: float) -> float:
        return min(self.fonts.width(name, _NAME) * larger, most) + 4.0


def _tiles(across: int, named: float) -> Tiles:
    if named:
        return Tiles(across, 12.0, named, even=True)
    return Tiles(across, 12.0, even=True, head=_NAMELESS, frame_head=_NAMELESS + 2.0)


def _seats(scenario: Scenario) -> Mapping[str, list[Seat]]:
    """Every team's seats in the fixed order of functions."""
    found: dict[str, list[Seat]] = {team.id: [] for team in scenario.teams}
    for seat in scenario.seats:
        found[seat.team].append(seat)
    for seats in found.values():
        seats.sort(key=lambda seat: (_ORDER[seat.function], not seat.is_filled))
    return found


def _parts(packing: Packing) -> Iterator[_Part]:
    """All tiles, each before those inside."""
    waiting = [_Part(x, y, tile) for (x, y), tile in reversed(packing.parts)]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(_Part(part.x + x, part.y + y, tile) for (x, y), tile in reversed(part.tile.inside))


def _lines(packing: Packing, parts: Mapping[str, _Part]) -> Iterator[Sequence[tuple[float, float]]]:
    """From trunk to trunk, and from the last one to the tiles of the first shelf."""
    above: _Part | None = None
    for trunk in packing.trunks:
        part = parts[trunk.team]
        if above is not None:
            x = above.x + above.tile.width / 2
            yield (x, above.y + above.tile.height), (x, part.y)
        above = part
    if above is None or not packing.shelves:
        return
    x, foot = above.x + above.tile.width / 2, above.y + above.tile.height
    for team in packing.shelves[0]:
        part = parts[team]
        to, bend = part.x + part.tile.width / 2, (foot + part.y) / 2
        yield (
            ((x, foot), (x, bend), (to, bend), (to, part.y)) if abs(to - x) > 1 else ((x, foot), (x, part.y))
        )


def _tile(
    tile: Packed,
    origin: tuple[float, float],
    scale: float,
    scenario: Scenario,
    seats: Sequence[Seat],
    fonts: Fonts | None,
) -> Iterator[Mark]:
    x, y = origin
    team = scenario.teams[tile.team]
    is_frame = bool(tile.inside) or team.kind is Kind.GROUP
    rect = Rect(x, y, tile.width * scale, tile.height * scale)
    yield Box(rect, _CORNER, "panel" if is_frame else "surface", "line-2")
    head = (FRAME_HEAD if tile.large else HEAD) * scale
    if fonts is not None:
        name = fonts.elided(team.name, _NAME, rect.width - 2 * _PAD)
        yield Label(x + _PAD + 1.0, y + fonts.cap_baseline(_NAME, head), name, _NAME, "ink")
    side, across = BLOCK * scale, max(tile.across, 1)
    for place, seat in enumerate(seats):
        row, column = divmod(place, across)
        block = Rect(
            x + (tile.blocks[0] + column * PITCH) * scale,
            y + (tile.blocks[1] + row * PITCH) * scale,
            side,
            side,
        )
        yield _block(seat, block)


def _block(seat: Seat, rect: Rect) -> Box:
    """A seat: a rounded square for roles, a circle for partner functions, hollow while vacant."""
    colour = f"chip:{seat.function.value}"
    if seat.function.is_role:
        radius = rect.width * 0.26
        return Box(rect, radius, colour) if seat.is_filled else Box(rect, radius, None, colour, 1.3)
    fill = f"{colour}/40" if seat.is_filled else None
    return Box(rect, rect.width / 2, fill, colour, 1.0)

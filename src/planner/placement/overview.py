"""The overview packs all teams of a large plan as tiles with one block for each seat, in reading order.

Tiles are of a constant size on the screen: lengths here are `UNIT` px of the chart for one on the screen.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final

from msgspec import Struct

from planner.domain import DISPLAY_ORDER, Difference, Kind, Seat, Table
from planner.placement.geometry import Rect
from planner.placement.hierarchy import stands_under
from planner.placement.packing import BLOCK, FRAME_HEAD, HEAD, PITCH, Packed, Packing, packed_forest
from planner.placement.placing import Placement
from planner.placement.settings import MARGIN
from planner.typography.scale import LABEL

UNIT: Final = 5.0
_WIDTH_STEP: Final = 20.0
_LEAST_WIDTH: Final = 440.0
_STRUCTURE: Final = {Table.TEAMS, Table.LINKS}
_ORDER: Final = {function: place for place, function in enumerate(DISPLAY_ORDER)}

Point = tuple[float, float]
_Stood = dict[str, tuple[float, float, Packed]]
"""Where each team's part stands in the packing."""


class Tile(Struct, frozen=True):
    """A team in the overview: its box, its blocks ``across`` in a row from ``blocks``, all seats below it.

    ``head`` is the height of the row with its name; a ``framed`` tile holds those of other teams. ``unit`` is
    one px on the screen at a text size of 100%.
    """

    team: str
    rect: Rect
    head: float
    seats: tuple[str, ...]
    blocks: Point
    across: int
    total: int
    framed: bool
    unit: float = UNIT

    def block(self, place: int) -> Rect:
        """Where the block of a seat stands, by its place in ``seats``."""
        row, column = divmod(place, self.across)
        pitch, side = PITCH * self.unit, BLOCK * self.unit
        return Rect(self.blocks[0] + column * pitch, self.blocks[1] + row * pitch, side, side)


class Line(Struct, frozen=True):
    """A connector between tiles, by the team that it leads from and a number."""

    source: str
    number: int
    points: tuple[Point, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Names the connector in a drawing."""
        return ("link", f"{self.source} {self.number}")

    @property
    def bounds(self) -> Rect:
        """The room from its leftmost to its rightmost point and from its highest to its lowest."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        left, top = min(xs), min(ys)
        return Rect(left, top, max(xs) - left, max(ys) - top)


@dataclass(frozen=True, eq=False)
class Overview:
    """All tiles of a placement, packed to a width in px on the screen. A value, worked out when asked for.

    Tiles and their names are ``text`` times as large as at a text size of 100%; the width is told for that.

    Made by `overview`; `after` gives the next one.
    """

    placement: Placement
    width: float
    text: float = 1.0
    _before: Packing | None = field(default=None, repr=False)
    """How much the same teams were packed, to take over what did not change."""

    def after(self, placement: Placement, difference: Difference | None = None) -> "Overview":
        """The overview of the placement after a difference; only tiles that changed are worked out.

        Without a difference anything may be otherwise; frames that are as they were are still taken over.
        """
        new = Overview(placement, self.width, self.text, self.__dict__.get("packing", self._before))
        old_tree, tree = self.placement.hierarchy, placement.hierarchy
        if difference is None or "_seats" not in self.__dict__ or old_tree.folded != tree.folded:
            return new
        changes = list(difference.of_scenario(placement.scenario_id))
        if any(
            change.table is Table.SCENARIOS and None in (change.before, change.after) for change in changes
        ):
            return new
        teams = {
            tree.shown(row.team)
            for change in changes
            for row in (change.before, change.after)
            if isinstance(row, Seat)
        }
        known, names = self._seats, self._names
        if placement.order != self.placement.order or any(change.table in _STRUCTURE for change in changes):
            new.__dict__["_seats"] = {
                team: known[team] if team in known and team not in teams else new.seats_of(team)
                for team in placement.order
            }
            rows = {str(change.key) for change in changes if change.table is Table.TEAMS}
            new.__dict__["_names"] = {
                team: names[team] if team in names and team not in rows else new._name(team)
                for team in placement.order
            }
            return new
        self._hand_over(new, {team: new.seats_of(team) for team in teams})
        return new

    def as_wide(self, width: float) -> "Overview":
        """The overview of the same placement for another width; frames stay as they are cut."""
        new = Overview(
            self.placement, _stepped(width / self.text), self.text, self.__dict__.get("packing", self._before)
        )
        if new.width == self.width:
            return self
        for name in ("_below", "_names", "_seats"):
            if name in self.__dict__:
                new.__dict__[name] = self.__dict__[name]
        return new

    def _hand_over(self, other: "Overview", changed: Mapping[str, tuple[str, ...]]) -> None:
        """Give what holds for another overview as well, of the same teams with other seats in some."""
        shared = other.__dict__
        shared["_below"], shared["_seats"] = self._below, {**self._seats, **changed}
        shared["_names"] = self._names
        if any(len(self._seats[team]) != len(seats) for team, seats in changed.items()):
            return
        shared["packing"] = self.packing
        for name in ("_stood", "_edges", "lines"):
            if name in self.__dict__:
                shared[name] = self.__dict__[name]
        if "tiles" in self.__dict__:
            shared["tiles"] = _Tiles(self._stood, other._seats, self.unit, self.tiles.known_but(changed))

    @cached_property
    def tiles(self) -> "_Tiles":
        """Every team's tile, frames before what they hold, in reading order; made when first asked for."""
        return _Tiles(self._stood, self._seats, self.unit, {})

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The connectors from the head down to the frames."""
        above = None
        found: list[Line] = []
        for trunk in self.packing.trunks:
            if above is not None:
                found.append(self._straight(above, trunk.team))
            above = trunk.team
        if above is not None and self.packing.shelves:
            found.extend(self._branches(above))
        return tuple(found)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of it all, with the margin around it."""
        return self.packing.width * self.unit + 2 * MARGIN, self.packing.height * self.unit + 2 * MARGIN

    @property
    def unit(self) -> float:
        """The length on the chart of one px on the screen at a text size of 100%."""
        return UNIT * self.text

    def rect(self, team: str) -> Rect:
        """A team's tile; KeyError for a team that is not shown."""
        return self.tiles[team].rect

    def teams_in(self, area: Rect) -> Iterator[str]:
        """The teams whose tiles share a point with an area in reading order, frames before what they hold."""
        unit, parts = self.unit, self.packing.parts
        tops, bottoms = self._edges
        some = parts[bisect_left(bottoms, area.y) : bisect_right(tops, area.bottom)]
        waiting = [(*place, part) for place, part in reversed(some)]
        while waiting:
            x, y, part = waiting.pop()
            left, top = x * unit + MARGIN, y * unit + MARGIN
            if (
                left <= area.right
                and area.x <= left + part.width * unit
                and top <= area.bottom
                and area.y <= top + part.height * unit
            ):
                yield part.team
                waiting.extend((x + dx, y + dy, inner) for (dx, dy), inner in reversed(part.inside))

    def seat(self, seat: str) -> Rect | None:
        """A seat's block."""
        row = self.placement.scenario.seats.get(seat)
        tile = self.tiles.get(self.placement.hierarchy.shown(row.team)) if row is not None else None
        return tile.block(tile.seats.index(seat)) if tile is not None else None

    def teams_below(self, team: str) -> Iterator[str]:
        """A team and all teams in its frame, or below it on top."""
        waiting = [team]
        while waiting:
            each = waiting.pop()
            yield each
            waiting.extend(reversed(self._below.get(each, ())))

    def seats_below(self, team: str) -> list[str]:
        """The seats of a team and of all teams in its frame, or below it on top."""
        return [*chain.from_iterable(map(self._seats.__getitem__, self.teams_below(team)))]

    @cached_property
    def packing(self) -> Packing:
        """How the teams are packed; the same object as long as no tile stands otherwise."""
        teams = self.placement.scenario.teams.pick(self.placement.order)
        cores = {team.id for team in teams if team.kind is Kind.CORE}
        counts = {team: len(seats) for team, seats in self._seats.items()}
        return packed_forest(self._below, counts, self._names, cores, self.width, before=self._before)

    @cached_property
    def _names(self) -> dict[str, float]:
        """How wide the teams' names are."""
        return {team: self._name(team) for team in self.placement.order}

    def _name(self, team: str) -> float:
        return self.placement.measure.width(self.placement.scenario.teams[team].name, LABEL)

    @cached_property
    def _below(self) -> dict[str | None, list[str]]:
        """What stands in what: as on the chart, but squads stay in their group though a core serves them."""
        tree, teams = self.placement.hierarchy, self.placement.scenario.teams
        above = tree.above.copy()
        for squad in tree.served:
            core, group = tree.above[squad], teams[squad].parent
            if core is None or group is None or group not in above or teams[group].kind is not Kind.GROUP:
                continue
            if not stands_under(core, group, above) and not stands_under(group, squad, above):
                above[squad] = group
        below: dict[str | None, list[str]] = {}
        for team in self.placement.order:
            below.setdefault(above[team], []).append(team)
        return below

    @cached_property
    def _seats(self) -> dict[str, tuple[str, ...]]:
        return {team: self.seats_of(team) for team in self.placement.order}

    def seats_of(self, team: str) -> tuple[str, ...]:
        """A team's seats in the fixed order of functions; a collapsed team's with those of all below it."""
        placement = self.placement
        by_team, folded = placement.holdings.by_team, placement.hierarchy.folded.get(team, ())
        mine = by_team.get(team, ())
        if folded:
            mine = tuple(seat for each in (team, *folded) for seat in by_team.get(each, ()))
        own = placement.scenario.seats.pick(mine)
        own.sort(key=lambda seat: (_ORDER[seat.function], seat.person is None))
        return tuple([seat.id for seat in own])

    @cached_property
    def _stood(self) -> _Stood:
        """Where each team's part stands in the packing, each before those inside."""
        stood: _Stood = {}
        waiting = [(*place, part) for place, part in reversed(self.packing.parts)]
        while waiting:
            x, y, part = stands = waiting.pop()
            stood[part.team] = stands
            waiting.extend((x + dx, y + dy, inner) for (dx, dy), inner in reversed(part.inside))
        return stood

    @cached_property
    def _edges(self) -> tuple[list[float], list[float]]:
        """Upper and lower edges of what stands in no frame, on the chart: neither ever goes up again."""
        tops = [y * self.unit + MARGIN for (_, y), _ in self.packing.parts]
        parts = zip(tops, self.packing.parts, strict=True)
        return tops, [top + part.height * self.unit for top, (_, part) in parts]

    def _straight(self, upper: str, lower: str) -> Line:
        above, below = self.rect(upper), self.rect(lower)
        x = below.centre[0]
        return Line(upper, 0, ((x, above.bottom), (x, below.y)))

    def _branches(self, trunk: str) -> Iterator[Line]:
        """From the last trunk to the frames of the first shelf; lower ones seem to hang behind these."""
        box = self.rect(trunk)
        first, *lower = self.packing.shelves
        bus = (box.bottom + self.rect(first[0]).y) / 2
        for number, team in enumerate(first):
            rect = self.rect(team)
            x = rect.centre[0]
            points = ((box.centre[0], box.bottom), (box.centre[0], bus), (x, bus), (x, rect.y))
            yield Line(trunk, number + 1, points if abs(x - box.centre[0]) > 1 else (points[0], (x, rect.y)))
        above = first
        for shelf in lower:
            yield from self._stubs(above, shelf)
            above = shelf

    def _stubs(self, above: Sequence[str], shelf: Sequence[str]) -> Iterator[Line]:
        over = [self.rect(team) for team in above]
        for team in shelf:
            rect = self.rect(team)
            x = rect.centre[0]
            hung = next((each for each in over if each.x < x < each.right), None)
            if hung is not None:
                yield Line(team, 0, ((x, hung.bottom), (x, rect.y)))


class _Tiles(Mapping[str, Tile]):
    """The tiles of an overview, made when asked for: of most teams nobody does before the next edit."""

    def __init__(
        self, stood: _Stood, seats: Mapping[str, tuple[str, ...]], unit: float, known: dict[str, Tile]
    ) -> None:
        self._stood, self._seats, self._unit, self._known = stood, seats, unit, known

    def __getitem__(self, team: str) -> Tile:
        known = self._known.get(team)
        if known is None:
            known = self._known[team] = self._made(team)
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._stood)

    def __len__(self) -> int:
        return len(self._stood)

    def __contains__(self, team: object) -> bool:
        return team in self._stood

    def _made(self, team: str) -> Tile:
        x, y, part = self._stood[team]
        unit = self._unit
        left, top = x * unit + MARGIN, y * unit + MARGIN
        return Tile(
            part.team,
            Rect(left, top, part.width * unit, part.height * unit),
            (FRAME_HEAD if part.large else HEAD) * unit,
            self._seats[part.team],
            (left + part.blocks[0] * unit, top + part.blocks[1] * unit),
            part.across,
            part.total,
            bool(part.inside),
            unit,
        )

    def known_but(self, teams: Mapping[str, object]) -> dict[str, Tile]:
        """The tiles that were made, without those of some teams."""
        return {team: tile for team, tile in self._known.items() if team not in teams}


def overview(placement: Placement, width: float, text: float = 1.0) -> Overview:
    """Pack a placement's teams for a width in px on the screen; widths of much the same size pack alike.

    ``text`` is the text size, 1.0 for 100%.
    """
    return Overview(placement, _stepped(width / text), text)


def _stepped(width: float) -> float:
    return max(_LEAST_WIDTH, width // _WIDTH_STEP * _WIDTH_STEP)

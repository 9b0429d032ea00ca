"""The overview packs all teams of a large plan as tiles with one block for each seat, in reading order.

Tiles are of a constant size on the screen: lengths here are `UNIT` px of the chart for one on the screen.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

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
        known = self._seats
        if placement.order != self.placement.order or any(change.table in _STRUCTURE for change in changes):
            new.__dict__["_seats"] = {
                team: known[team] if team in known and team not in teams else new.seats_of(team)
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
        for name in ("_below", "_seats"):
            if name in self.__dict__:
                new.__dict__[name] = self.__dict__[name]
        return new

    def _hand_over(self, other: "Overview", changed: Mapping[str, tuple[str, ...]]) -> None:
        """Give what holds for another overview as well, of the same teams with other seats in some."""
        shared = other.__dict__
        shared["_below"], shared["_seats"] = self._below, {**self._seats, **changed}
        if any(len(self._seats[team]) != len(seats) for team, seats in changed.items()):
            return
        shared["packing"] = self.packing
        if "tiles" in self.__dict__:
            own = {team: replace(self.tiles[team], seats=seats) for team, seats in changed.items()}
            shared["tiles"] = {**self.tiles, **own}
        if "lines" in self.__dict__:
            shared["lines"] = self.lines

    @cached_property
    def tiles(self) -> Mapping[str, Tile]:
        """Every team's tile, frames before what they hold, in reading order."""
        return {tile.team: tile for tile in self._stood()}

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
        placement, teams = self.placement, self.placement.scenario.teams
        names = {team: placement.measure.width(teams[team].name, LABEL) for team in placement.order}
        cores = {team for team in placement.order if teams[team].kind is Kind.CORE}
        counts = {team: len(seats) for team, seats in self._seats.items()}
        return packed_forest(self._below, counts, names, cores, self.width, before=self._before)

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

    def _stood(self) -> list[Tile]:
        """Tiles with their places on the chart, each before those inside."""
        packing, tiles = self.packing, []
        waiting: list[tuple[float, float, Packed]] = [(*place, part) for place, part in packing.parts][::-1]
        while waiting:
            x, y, part = waiting.pop()
            tiles.append(self._tile(x, y, part))
            waiting.extend((x + dx, y + dy, inner) for (dx, dy), inner in reversed(part.inside))
        return tiles

    def _tile(self, x: float, y: float, part: Packed) -> Tile:
        unit = self.unit
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


def overview(placement: Placement, width: float, text: float = 1.0) -> Overview:
    """Pack a placement's teams for a width in px on the screen; widths of much the same size pack alike.

    ``text`` is the text size, 1.0 for 100%.
    """
    return Overview(placement, _stepped(width / text), text)


def _stepped(width: float) -> float:
    return max(_LEAST_WIDTH, width // _WIDTH_STEP * _WIDTH_STEP)

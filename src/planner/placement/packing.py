"""Packs tiles into frames and frames into shelves; lengths are px on the screen.

A tile stands after the one before it in its shelf, else in the next shelf: the order is never changed, so
that eyes find a team where they expect it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import Final, NamedTuple

BLOCK: Final = 9.0
PITCH: Final = 10.5
HEAD: Final = 17.0
FRAME_HEAD: Final = 25.0
_PAD: Final = 4.0
_FRAME_PAD: Final = 6.0
_GAP: Final = 5.0
_SHELF_GAP: Final = 8.0
_TRUNK_GAP: Final = 14.0
_BRANCH_GAP: Final = 26.0
_WIDE_FROM: Final = 27
"""Tiles of so many seats or more are wider than the others."""
_WIDE: Final = 2.5
_MOST_COLUMNS: Final = 12
_SAMPLE: Final = 24
"""So many frames tell how many tiles beside each other suit all."""

Place = tuple[float, float]
Below = Mapping[str | None, Sequence[str]]


class Tiles(NamedTuple):
    """How tiles are cut: blocks ``across`` in a small team's, room at the ``end`` of a frame's name.

    A tile is as wide as its name up to ``named``, where its blocks need less. ``even`` rows of blocks are
    about as long as each other. ``head`` and ``frame_head`` are the rows of the names.
    """

    across: int = 8
    end: float = 90.0  # total and finding
    named: float = 0.0
    even: bool = False
    head: float = HEAD
    frame_head: float = FRAME_HEAD


class Packed(NamedTuple):
    """A team's tile by its size, with those inside; ``blocks`` is where its own blocks begin."""

    team: str
    width: float
    height: float
    blocks: Place
    across: int
    total: int
    inside: tuple[tuple[Place, "Packed"], ...] = ()
    large: bool = False


@dataclass(frozen=True, slots=True)
class Packing:
    """Everything with its place; ``trunks`` stand above each other in the middle, ``shelves`` below them."""

    parts: tuple[tuple[Place, Packed], ...]
    trunks: tuple[Packed, ...]
    shelves: tuple[tuple[str, ...], ...]
    width: float
    height: float
    work: "_Work" = field(repr=False, compare=False)


def packed_forest(
    below: Below,
    seats: Mapping[str, int],
    names: Mapping[str, float],
    cores: set[str],
    width: float,
    tiles: Tiles = Tiles(),  # noqa: B008 - a value
    before: Packing | None = None,
) -> Packing:
    """Pack all teams: what leads to all others on top, the rest in shelves no wider than ``width``.

    ``seats`` counts each team's own, ``names`` are the widths of their names, ``cores`` those that others
    stand below though they are siblings. What is as it was ``before`` is taken over from there.
    """
    chain, rest = _trunk_of(below, cores)
    work = _Work(below, seats, names, tiles)
    if before is not None:
        work.take_over(before.work)
    tops = [work.trunk(team, width) for team in chain]
    some = rest[:_SAMPLE]
    columns = min(range(1, _MOST_COLUMNS), key=lambda columns: work.waste(some, width, columns))
    shelved = work.shelves(rest, width, columns)
    whole = max([shelved.width, *(top.width for top in tops)], default=0.0)
    parts: list[tuple[Place, Packed]] = []
    y = 0.0
    for place, top in enumerate(tops):
        parts.append((((whole - top.width) / 2, y), top))
        y += top.height + (_TRUNK_GAP if place < len(tops) - 1 else _BRANCH_GAP)
    left = (whole - shelved.width) / 2
    rows: dict[float, list[str]] = {}
    for (x, down), part in shelved.parts:
        parts.append(((left + x, y + down), part))
        rows.setdefault(down, []).append(part.team)
    height = y + shelved.height if rest else max(y - _BRANCH_GAP, 0.0)
    return Packing(tuple(parts), tuple(tops), tuple(map(tuple, rows.values())), whole, height, work)


def _trunk_of(below: Below, cores: set[str]) -> tuple[list[str], list[str]]:
    """The teams that lead to all others, from the top, and those right below them."""
    chain: list[str] = []
    rest = list(below.get(None, ()))
    while rest:
        leads = [team for team in rest if team in cores]
        if len(rest) == 1 and below.get(rest[0]):
            leader = rest[0]
        elif chain and len(leads) == 1 and len(rest) > 1 and leads[0] not in chain:
            leader = leads[0]
        else:
            break
        chain.append(leader)
        rest = [*below.get(leader, ()), *(team for team in rest if team != leader)]
    return chain, rest


class _Shelved(NamedTuple):
    parts: tuple[tuple[Place, Packed], ...]
    width: float
    height: float


class _Work:
    def __init__(
        self, below: Below, seats: Mapping[str, int], names: Mapping[str, float], tiles: Tiles
    ) -> None:
        self._below, self._seats, self._names, self._tiles = below, seats, names, tiles
        self._leaves: dict[str, Packed] = {}
        self._frames: dict[tuple[str, int], Packed] = {}

    def take_over(self, before: "_Work") -> None:
        """Keep what was packed for teams that changed neither themselves nor below."""
        if before._tiles != self._tiles:
            return
        changed = self._changed(before)
        self._leaves = {team: leaf for team, leaf in before._leaves.items() if team not in changed}
        self._frames = {key: frame for key, frame in before._frames.items() if key[0] not in changed}

    def _changed(self, before: "_Work") -> set[str]:
        """Teams with other seats, names or teams below them than before, those above them, and those gone."""
        above = {team: over for over, teams in self._below.items() for team in teams}
        changed = before._seats.keys() - self._seats.keys()
        for team, count in self._seats.items():
            if (
                before._seats.get(team) != count
                or before._names[team] != self._names[team]
                or before._below.get(team) != self._below.get(team)
            ):
                over: str | None = team
                while over is not None and over not in changed:
                    changed.add(over)
                    over = above[over]
        return changed

    def trunk(self, team: str, width: float) -> Packed:
        """A box on top with all its seats in few long rows."""
        seats = self._seats[team]
        most = max(int((width - 2 * _FRAME_PAD) / PITCH), 1)
        across = max(ceil(seats / max(ceil(seats / most), 1)), 1)
        rows = ceil(seats / across)
        named = self._names[team] + self._tiles.end
        wide = max(2 * _FRAME_PAD + across * PITCH, min(named, width))
        head = self._tiles.frame_head
        high = head + (rows * PITCH + _FRAME_PAD if rows else 0.0)
        blocks = ((wide - across * PITCH) / 2 + (PITCH - BLOCK) / 2, head)
        return Packed(team, wide, high, blocks, across, self._total(team), large=True)

    def waste(self, teams: Sequence[str], width: float, columns: int) -> tuple[float, float]:
        """What speaks against so many tiles beside each other: what is too wide, and the height."""
        way = self.shelves(teams, width, columns)
        return max(way.width - width, 0.0), way.height

    def shelves(self, teams: Sequence[str], width: float, columns: int) -> _Shelved:
        """Teams in shelves, those that hold others with so many tiles beside each other."""
        ready: dict[str, Packed] = {}
        waiting = [(team, False) for team in reversed(teams)]
        while waiting:
            team, is_ready = waiting.pop()
            inside, frame = self._below.get(team, ()), self._frames.get((team, columns))
            if not inside:
                ready[team] = self._leaf(team)
            elif frame is not None:
                ready[team] = frame
            elif not is_ready:
                waiting.append((team, True))
                waiting.extend((each, False) for each in inside)
            else:
                frame = self._frame(team, [ready[each] for each in inside], columns)
                ready[team] = self._frames[team, columns] = frame
        return _shelved([ready[team] for team in teams], width, _SHELF_GAP)

    def _leaf(self, team: str) -> Packed:
        known = self._leaves.get(team)
        if known is not None:
            return known
        seats = self._seats[team]
        across = self._tiles.across if seats < _WIDE_FROM else ceil(sqrt(_WIDE * seats))
        rows = ceil(seats / across)
        if self._tiles.even and rows:
            across = ceil(seats / rows)
        width = 2 * _PAD + across * PITCH - (PITCH - BLOCK)
        width = max(width, min(self._names[team] + 2 * _PAD, self._tiles.named))
        head = self._tiles.head
        leaf = Packed(team, width, head + rows * PITCH + _PAD, (_PAD, head), across, seats)
        self._leaves[team] = leaf
        return leaf

    def _frame(self, team: str, inside: Sequence[Packed], columns: int) -> Packed:
        widest = max(part.width for part in inside)
        row = columns * (widest + _GAP)
        if any(part.inside for part in inside):
            row = max(row, sqrt(1.2 * sum(part.width * part.height for part in inside)))
        shelved = _shelved(inside, row, _GAP)
        width = max(shelved.width + 2 * _FRAME_PAD, min(self._names[team] + self._tiles.end, 240.0))
        seats, top = self._seats[team], self._tiles.frame_head
        across = max(int((width - 2 * _FRAME_PAD + PITCH - BLOCK) / PITCH), 1)
        if seats:
            top += ceil(seats / across) * PITCH + _GAP
        placed = tuple(((x + _FRAME_PAD, y + top), part) for (x, y), part in shelved.parts)
        total = seats + sum(part.total for part in inside)
        high = top + shelved.height + _FRAME_PAD
        return Packed(
            team, width, high, (_FRAME_PAD, self._tiles.frame_head), across, total, placed, large=True
        )

    def _total(self, team: str) -> int:
        total, waiting = 0, [team]
        while waiting:
            each = waiting.pop()
            total += self._seats[each]
            waiting.extend(self._below.get(each, ()))
        return total


def _shelved(parts: Sequence[Packed], width: float, gap: float) -> _Shelved:
    """Parts from left to right in shelves, all of a shelf as high as its highest."""
    if not parts:
        return _Shelved((), 0.0, 0.0)
    placed: list[tuple[Place, Packed]] = []
    y = most = 0.0
    for shelf in _cut(parts, width, gap):
        high = max(part.height for part in shelf)
        x = 0.0
        for part in shelf:
            placed.append(((x, y), part._replace(height=high)))
            x += part.width + gap
        most = max(most, x - gap)
        y += high + gap
    return _Shelved(tuple(placed), most, max(y - gap, 0.0))


def _cut(parts: Sequence[Packed], width: float, gap: float) -> list[list[Packed]]:
    shelves: list[list[Packed]] = [[]]
    used = 0.0
    for part in parts:
        if shelves[-1] and used + part.width > width:
            shelves.append([])
            used = 0.0
        shelves[-1].append(part)
        used += part.width + gap
    return shelves

"""Shapes are team boxes before they have a place: header, columns of cards, room for one more."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from planner.domain import Kind
from planner.messages import Message
from planner.placement import settings as size
from planner.placement.geometry import Rect
from planner.placement.measuring import Measure, Roster, card_text
from planner.placement.settings import Settings
from planner.placement.wording import (
    ML_ROLES,
    PARTNER_FUNCTIONS,
    filled_of_all,
    header_lines,
    is_head_box,
)
from planner.typography.scale import BODY_MEDIUM, CARD_NAME, CARD_ROLE, SMALL, TEAM

_LINE_ROOM = 190.0  # how far a purpose may widen the cards of a team before it wraps
_ALONE_CARD = 264.0
_PER_COLUMN = 8
_LONG_COLUMN = 12


class Heading(NamedTuple):
    """The words above a column of cards."""

    text: Message
    rect: Rect


@dataclass(frozen=True, slots=True)
class TeamShape:
    """A team's box by its size, all places relative to its left top corner.

    ``head`` marks a head box. ``slots`` are the cards of ``seat_ids``, which stand in reading order. ``name``
    and ``lines`` are the header's texts as they are broken.
    """

    width: float
    height: float
    header: Rect
    name: tuple[str, ...]
    lines: tuple[str, ...]
    count: str
    seat_ids: tuple[str, ...]
    slots: tuple[Rect, ...]
    columns: tuple[Rect, ...]
    add_row: Rect
    headings: tuple[Heading, ...] = ()
    head: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Needs:
    """What a team asks for, measured once: widths of its cards and of its header."""

    cards: tuple[float, ...]
    card: float
    name: float
    line: float
    count: str
    header_end: float


def needs(roster: Roster, measure: Measure, settings: Settings) -> Needs:
    """Measure a team's texts."""
    get, over, card = roster.people.get, roster.over, measure.card
    cards = tuple([card(seat, get(seat.person), over=seat.person in over) for seat in roster.seats])
    filled = sum(1 for seat in roster.seats if seat.person is not None)
    count = measure.say(filled_of_all(filled, len(cards), paper=settings.paper)) if cards else ""
    end = size.HEADER_END + (measure.width(count, BODY_MEDIUM) if count else 0.0)
    if not settings.paper:
        end += size.HEADER_ICON + 6.0
    lines = [measure.say(line) for line in header_lines(roster.team, roster.people, paper=settings.paper)]
    return Needs(
        cards,
        max(cards, default=0.0),
        measure.fonts.width(roster.team.name, TEAM),
        max((measure.fonts.width(line, CARD_ROLE) for line in lines), default=0.0),
        count,
        end,
    )


def shaped(roster: Roster, need: Needs, measure: Measure, settings: Settings, wish: float = 0.0) -> TeamShape:
    """Give a team its box; a core with children comes as near to the ``wish``ed width as its cards allow."""
    if is_head_box(roster.team, len(roster.seats)):
        return _head_box(roster, need, measure, settings)
    both = roster.alone and _both_sides(roster)
    columns = 2 if both else _columns(roster.team.kind, len(roster.seats), settings)
    padding = 8.0 if columns == 1 else 10.0
    between = 12.0 if both else size.COLUMN_GAP
    card = _card_width(need, columns, padding, between)
    if both:
        card = max(card, _ALONE_CARD)
    elif wish and roster.team.kind is Kind.CORE and roster.seats:
        columns, card = _stretched(need, len(roster.seats), columns, card, padding, wish)
    width = 2 * padding + columns * card + (columns - 1) * between
    return _box(roster, need, measure, settings, _Grid(width, card, columns, padding, between, both))


class _Grid(NamedTuple):
    width: float
    card: float
    columns: int
    padding: float
    between: float
    both: bool

    def x(self, column: int) -> float:
        return self.padding + column * (self.card + self.between)


def _columns(kind: Kind, seats: int, settings: Settings) -> int:
    """How many columns a team's cards stand in, before they are evened out."""
    if kind is Kind.CORE:
        wanted = settings.core_columns if seats <= 5 * settings.core_columns else size.MOST_COLUMNS
    elif kind in (Kind.SQUAD, Kind.VENTURE):
        wanted = settings.squad_columns
        if seats > _LONG_COLUMN * wanted:
            wanted = ceil(seats / _LONG_COLUMN)
    else:
        wanted = ceil(seats / _PER_COLUMN)
    return _even(seats, min(wanted, size.MOST_COLUMNS))


def _even(seats: int, columns: int) -> int:
    """As few columns as keep the number of rows."""
    return ceil(seats / ceil(seats / columns)) if seats else 1


def _card_width(need: Needs, columns: int, padding: float, between: float) -> float:
    header = size.HEADER_TEXT + need.name + 8.0 + need.header_end
    line = size.HEADER_TEXT + need.line + size.HEADER_END
    around = 2 * padding + (columns - 1) * between
    wanted = max(need.card, (header - around) / columns, min((line - around) / columns, _LINE_ROOM))
    return float(ceil(min(max(wanted, size.CARD_LEAST), size.CARD_MOST)))


def _stretched(
    need: Needs, seats: int, columns: int, card: float, padding: float, wish: float
) -> tuple[int, float]:
    """More columns or wider cards, so that a core is as wide as what it serves."""
    padding = 10.0
    least = max(ceil(min(need.card, size.CARD_MOST)), size.CARD_LEAST)
    for more in range(min(size.MOST_COLUMNS, seats), columns - 1, -1):
        each = (wish - 2 * padding - (more - 1) * size.COLUMN_GAP) / more
        if each >= least and (more == columns or _even(seats, more) == more):
            return more, min(each, size.CARD_MOST)
    return columns, card


def _both_sides(roster: Roster) -> bool:
    roles = sum(1 for seat in roster.seats if seat.function.is_role)
    return 0 < roles < len(roster.seats)


def _cells(roster: Roster, grid: _Grid) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """The (column, row) of every seat, and of the next one."""
    count = len(roster.seats)
    if grid.both:
        used = [0, 0]
        cells: list[tuple[int, int]] = []
        for seat in roster.seats:
            column = 0 if seat.function.is_role else 1
            cells.append((column, used[column]))
            used[column] += 1
        return cells, (0, used[0])
    if roster.team.kind in (Kind.SQUAD, Kind.VENTURE):
        rows = ceil(count / grid.columns) or 1
        following = divmod(count, rows)
        if following[0] >= grid.columns:
            following = (0, rows)
        return [divmod(place, rows) for place in range(count)], following
    cells = [(place % grid.columns, place // grid.columns) for place in range(count)]
    return cells, (count % grid.columns, count // grid.columns)


def _box(roster: Roster, need: Needs, measure: Measure, settings: Settings, grid: _Grid) -> TeamShape:
    name, lines, header = _header(roster, need, measure, settings, grid.width)
    cells, following = _cells(roster, grid)
    top = header + (size.HEADING if grid.both else 0.0)
    heights = _row_heights(roster, need, measure, cells, grid.card)
    tops = [top]
    for height in heights:
        tops.append(tops[-1] + height + size.CARD_GAP)
    slots = [Rect(grid.x(column), tops[row], grid.card, heights[row]) for column, row in cells]
    column, row = following
    add_row = Rect(grid.x(column), tops[row], grid.card, size.CARD_HEIGHT)
    end = tops[-1] - size.CARD_GAP if heights else header
    if not heights:
        end += 0.0 if settings.paper else size.CARD_HEIGHT
    bottom = end + (size.BOTTOM if heights or not settings.paper else 0.0)
    ids, ordered = _in_reading_order(roster, slots, grid)
    return TeamShape(
        width=grid.width,
        height=bottom,
        header=Rect(0.0, 0.0, grid.width, header),
        name=name,
        lines=lines,
        count=need.count,
        seat_ids=ids,
        slots=ordered,
        columns=tuple(Rect(grid.x(each), top, grid.card, end - top) for each in range(grid.columns)),
        add_row=add_row,
        headings=_headings(grid, header) if grid.both else (),
    )


def _in_reading_order(
    roster: Roster, slots: Sequence[Rect], grid: _Grid
) -> tuple[tuple[str, ...], tuple[Rect, ...]]:
    ids = [seat.id for seat in roster.seats]
    if not grid.both:
        return tuple(ids), tuple(slots)
    order = sorted(range(len(ids)), key=lambda place: (slots[place].x, slots[place].y))
    return tuple(ids[place] for place in order), tuple(slots[place] for place in order)


def _row_heights(
    roster: Roster, need: Needs, measure: Measure, cells: Sequence[tuple[int, int]], card: float
) -> list[float]:
    rows = 1 + max((row for _, row in cells), default=-1)
    heights = [size.CARD_HEIGHT] * rows
    if need.card <= card:
        return heights
    for seat, wanted, (_, row) in zip(roster.seats, need.cards, cells, strict=True):
        if wanted > card:
            over = roster.is_over(seat)
            text = card_text(measure, seat, roster.holder(seat), over=over, width=card)
            height = card_height(len(text.name), len(text.role))
            heights[row] = max(heights[row], height)
    return heights


def card_height(name_lines: int, role_lines: int) -> float:
    """How high a card is that shows so many lines of name and role."""
    more = (name_lines - 1) * (CARD_NAME.line_height - 2) + (role_lines - 1) * CARD_ROLE.line_height
    return size.CARD_HEIGHT + more


def _header(
    roster: Roster, need: Needs, measure: Measure, settings: Settings, width: float
) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    room = width - size.HEADER_TEXT - need.header_end - 8.0
    name = tuple(measure.fonts.lines(roster.team.name, TEAM, max(room, 60.0)))
    lines = _lines(roster, measure, settings, width - size.HEADER_TEXT - size.HEADER_END)
    more = (len(name) - 1) * TEAM.line_height + max(len(lines) - 1, 0) * CARD_ROLE.line_height
    return name, lines, size.HEADER + more


def _lines(roster: Roster, measure: Measure, settings: Settings, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for text in header_lines(roster.team, roster.people, paper=settings.paper):
        said = measure.say(text)
        broken = measure.fonts.lines(said, CARD_ROLE, room)
        if not settings.paper and len(broken) > 2:
            # The window shows the rest in the team's popover.
            rest = said[len(broken[0]) :].lstrip() if said.startswith(broken[0]) else " ".join(broken[1:])
            broken = [broken[0], measure.fonts.elided(rest, CARD_ROLE, room)]
        lines.extend(broken)
    return tuple(lines)


def _headings(grid: _Grid, header: float) -> tuple[Heading, ...]:
    texts = (ML_ROLES, PARTNER_FUNCTIONS)
    return tuple(
        Heading(text, Rect(grid.x(column), header - 4.0, grid.card, size.HEADING))
        for column, text in enumerate(texts)
    )


def _head_box(roster: Roster, need: Needs, measure: Measure, settings: Settings) -> TeamShape:
    lines = [measure.say(line) for line in header_lines(roster.team, roster.people, paper=settings.paper)]
    widest = max([need.name, *(measure.fonts.width(line, SMALL) for line in lines)])
    width = float(ceil(min(max(size.HEAD_WIDTH, size.HEAD_TEXT + widest + 14.0), size.CARD_MOST)))
    room = width - size.HEAD_TEXT - 14.0
    name = tuple(measure.fonts.lines(roster.team.name, TEAM, room))
    broken = tuple(part for line in lines for part in measure.fonts.lines(line, SMALL, room))
    more = (len(name) - 1) * TEAM.line_height + max(len(broken) - 1, 0) * SMALL.line_height
    height = size.HEAD_HEIGHT + more
    whole = Rect(0.0, 0.0, width, height)
    add_row = Rect(10.0, height + 4.0, width - 20.0, size.CARD_HEIGHT)
    return TeamShape(width, height, whole, name, broken, "", (), (), (), add_row, head=True)

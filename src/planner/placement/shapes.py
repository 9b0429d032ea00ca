"""Shapes are team boxes before they have a place: header, columns of cards, room for one more."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from planner.domain import Kind
from planner.messages import Message
from planner.placement import settings as size
from planner.placement.cells import Grid, Rows, laid, rows_of
from planner.placement.geometry import Rect
from planner.placement.measuring import Measure, Roster, card_text
from planner.placement.settings import Settings
from planner.placement.wording import (
    ML_ROLES,
    PARTNER_FUNCTIONS,
    header_lines,
    is_head_box,
    teams_hidden,
)
from planner.typography.scale import BODY_MEDIUM, CARD_NAME, CARD_ROLE, SMALL, TEAM

_LINE_ROOM = 190.0  # how far a purpose may widen the cards of a team before it wraps
_ALONE_CARD = 264.0
_LONG_COLUMN = 12
_MOST_LINES = 4  # of a purpose in the window: a sentence is whole, an essay is not
_NARROW = 0.7
"""A core so much wider than what it serves would push its neighbours out of sight: fewer columns do."""
_FEW, _FEW_ROWS = 3, 4
_STEP = 4.0  # widths of cards grow in steps, so that teams look alike
NAME_STEP = CARD_NAME.line_height - 2.0  # from line to line of a name that wraps


class Heading(NamedTuple):
    """The words above a column of cards."""

    text: Message
    rect: Rect


class TeamShape(NamedTuple):
    """A team's box by its size, all places relative to its left top corner.

    ``head`` marks a head box. ``slots`` are the cards of ``seat_ids``, which stand in reading order. ``name``
    and ``lines`` are the header's texts as they are broken. A ``folded`` team shows its header alone.
    """

    width: float
    height: float
    header: Rect
    name: tuple[str, ...]
    lines: tuple[str, ...]
    tally: str
    seat_ids: tuple[str, ...]
    slots: tuple[Rect, ...]
    columns: tuple[Rect, ...]
    add_row: Rect
    headings: tuple[Heading, ...] = ()
    head: bool = False
    folded: bool = False


class Needs(NamedTuple):
    """What a team asks for, measured once: widths of its cards and of its header."""

    seat_ids: tuple[str, ...]
    cards: tuple[float, ...]
    card: float
    name: float
    line: float
    says: tuple[str, ...]
    tally: str
    header_end: float


def needs(roster: Roster, measure: Measure, settings: Settings) -> Needs:
    """Measure a team's texts."""
    cards = measure.cards(roster.seats, roster.people, roster.over)
    filled = sum([seat.person is not None for seat in roster.seats])
    seats, folded = len(cards), roster.folded
    if folded is not None:
        filled, seats = folded.filled, folded.seats
    count = measure.count(filled, seats, paper=settings.paper) if seats else ""
    end = size.HEADER_END + (measure.width(count, BODY_MEDIUM) if count else 0.0)
    if not settings.paper:
        end += size.HEADER_ICON + 6.0
    says = header_lines(roster.team, roster.people, measure.say, paper=settings.paper)
    if folded is not None and folded.teams:
        says = [measure.say(teams_hidden(folded.teams))]
    return Needs(
        tuple([seat.id for seat in roster.seats]),
        cards,
        max(cards, default=0.0),
        measure.width(roster.team.name, TEAM),
        max([measure.width(line, CARD_ROLE) for line in says], default=0.0),
        tuple(says),
        count,
        end,
    )


def shaped(roster: Roster, need: Needs, measure: Measure, settings: Settings, wish: float = 0.0) -> TeamShape:
    """Give a team its box; a core with children comes as near to the ``wish``ed width as its cards allow."""
    if roster.folded is None and is_head_box(roster.team, len(roster.seats)):
        return _head_box(roster, need, measure, settings)
    grid = _grid(roster, need, settings, wish)._replace(height=settings.card_height)
    name, lines, header = _header(roster, need, measure, settings, grid.width)
    rows = rows_of(roster.seats, grid)
    top = header + (size.HEADING if grid.both else 0.0)
    body = laid(grid, rows, top, _row_heights(roster, need, measure, rows, grid))
    bare = settings.paper or roster.folded is not None
    empty_end = header + (0.0 if bare else grid.height + size.BOTTOM)
    return TeamShape(
        width=grid.width,
        height=body.end + size.BOTTOM if roster.seats else empty_end,
        header=Rect(0.0, 0.0, grid.width, header),
        name=name,
        lines=lines,
        tally=need.tally,
        seat_ids=tuple([roster.seats[place].id for place in rows.order] if grid.both else need.seat_ids),
        slots=body.slots,
        columns=body.columns,
        add_row=body.following,
        headings=_headings(grid, header) if grid.both else (),
        folded=roster.folded is not None,
    )


def _grid(roster: Roster, need: Needs, settings: Settings, wish: float) -> Grid:
    kind, seats = roster.team.kind, len(roster.seats)
    down = kind in (Kind.SQUAD, Kind.VENTURE)
    if roster.alone and _both_sides(roster):
        card = max(_card_width(need, 2, 10.0, 12.0), _ALONE_CARD)
        return Grid(card, 2, 10.0, 12.0, down=True, both=True)
    columns = _columns(kind, seats, settings)
    padding = 8.0 if columns == 1 else 10.0
    card = _card_width(need, columns, padding, size.COLUMN_GAP)
    if wish and kind is Kind.CORE and seats:
        return _stretched(need, seats, Grid(card, columns, padding, size.COLUMN_GAP), wish)
    return Grid(card, columns, padding, size.COLUMN_GAP, down=down)


def _columns(kind: Kind, seats: int, settings: Settings) -> int:
    """How many columns a team's cards stand in."""
    if kind is Kind.CORE:
        wanted = settings.core_columns if seats <= 5 * settings.core_columns else size.MOST_COLUMNS
    elif kind in (Kind.SQUAD, Kind.VENTURE):
        wanted = settings.squad_columns
        if seats > _LONG_COLUMN * wanted:
            wanted = ceil(seats / _LONG_COLUMN)
    else:
        wanted = ceil(seats / settings.column_length)
    return _even(seats, min(wanted, size.MOST_COLUMNS))


def _even(seats: int, columns: int) -> int:
    """As few columns as keep the number of rows."""
    return ceil(seats / ceil(seats / columns)) if seats else 1


def _card_width(need: Needs, columns: int, padding: float, between: float) -> float:
    header = size.HEADER_TEXT + need.name + 8.0 + need.header_end
    line = size.HEADER_TEXT + need.line + size.HEADER_END
    around = 2 * padding + (columns - 1) * between
    wanted = max(need.card, (header - around) / columns, min((line - around) / columns, _LINE_ROOM))
    return min(max(ceil(wanted / _STEP) * _STEP, size.CARD_LEAST), size.CARD_MOST)


def _stretched(need: Needs, seats: int, grid: Grid, wish: float) -> Grid:
    """More columns or wider cards, so that a core is as wide as what it serves; fewer above little."""
    least = max(ceil(min(need.card, size.CARD_MOST)), size.CARD_LEAST)
    if wish < _NARROW * grid.width and grid.columns > _FEW < seats <= _FEW * _FEW_ROWS:
        columns = _even(seats, _FEW)
        return grid._replace(
            card=max(grid.card, _card_width(need, columns, 10.0, size.COLUMN_GAP)), columns=columns
        )
    for columns in range(min(size.MOST_COLUMNS, seats), grid.columns - 1, -1):
        gaps = (columns - 1) * size.COLUMN_GAP
        card = float(int((wish - 20.0 - gaps) / columns))
        if card >= least and _even(seats, columns) == columns:
            card = min(card, size.CARD_MOST)
            rest = wish - gaps - columns * card
            return grid._replace(card=card, columns=columns, padding=rest / 2 if rest < 40.0 else 10.0)
    return grid


def _both_sides(roster: Roster) -> bool:
    roles = sum(1 for seat in roster.seats if seat.function.is_role)
    return 0 < roles < len(roster.seats)


def _row_heights(roster: Roster, need: Needs, measure: Measure, rows: Rows, grid: Grid) -> tuple[float, ...]:
    """The height of every row of cards; none where all are alike."""
    card = grid.card
    if need.card <= card:
        return ()
    heights = [grid.height] * rows.rows
    for seat, wanted, (_, row) in zip(roster.seats, need.cards, rows.cells, strict=True):
        if wanted > card:
            over = roster.is_over(seat)
            text = card_text(measure, seat, roster.holder(seat), over=over, width=card)
            heights[row] = max(heights[row], card_height(len(text.name), len(text.role), grid.height))
    return tuple(heights)


def card_height(name_lines: int, role_lines: int, usual: float = size.CARD_HEIGHT) -> float:
    """How high a card is that shows so many lines of name and role; ``usual`` with one of each."""
    more = (name_lines - 1) * NAME_STEP + (role_lines - 1) * CARD_ROLE.line_height
    return usual + more


def _header(
    roster: Roster, need: Needs, measure: Measure, settings: Settings, width: float
) -> tuple[tuple[str, ...], tuple[str, ...], float]:
    room = width - size.HEADER_TEXT - need.header_end - 8.0
    name = measure.lines(roster.team.name, TEAM, need.name, max(room, 60.0))
    lines: tuple[str, ...] = ()
    if need.says:
        line_room = width - size.HEADER_TEXT - size.HEADER_END
        fits = need.line <= line_room and len(need.says) == 1
        lines = need.says if fits else _lines(need.says, measure, settings, line_room)
    more = (len(name) - 1) * TEAM.line_height + max(len(lines) - 1, 0) * CARD_ROLE.line_height
    return name, lines, size.HEADER + more


def _lines(says: Sequence[str], measure: Measure, settings: Settings, room: float) -> tuple[str, ...]:
    lines: list[str] = []
    for said in says:
        broken = measure.fonts.lines(said, CARD_ROLE, room)
        if not settings.paper and len(broken) > _MOST_LINES:
            # The window shows the rest in the team's popover.
            rest = " ".join(broken[_MOST_LINES - 1 :])
            broken = [*broken[: _MOST_LINES - 1], measure.fonts.elided(rest, CARD_ROLE, room)]
        lines.extend(broken)
    return tuple(lines)


def _headings(grid: Grid, header: float) -> tuple[Heading, ...]:
    texts = (ML_ROLES, PARTNER_FUNCTIONS)
    return tuple(
        Heading(text, Rect(grid.x(column), header - 4.0, grid.card, size.HEADING))
        for column, text in enumerate(texts)
    )


def _head_box(roster: Roster, need: Needs, measure: Measure, settings: Settings) -> TeamShape:
    widest = max([need.name, *(measure.fonts.width(line, SMALL) for line in need.says)])
    end = 14.0 if settings.paper else size.HEAD_END
    width = float(ceil(min(max(size.HEAD_WIDTH, size.HEAD_TEXT + widest + end), size.CARD_MOST)))
    room = width - size.HEAD_TEXT - end
    name = tuple(measure.fonts.lines(roster.team.name, TEAM, room))
    broken = tuple(part for line in need.says for part in measure.fonts.lines(line, SMALL, room))
    more = (len(name) - 1) * TEAM.line_height + max(len(broken) - 1, 0) * SMALL.line_height
    height = size.HEAD_HEIGHT + more
    whole = Rect(0.0, 0.0, width, height)
    add_row = Rect(10.0, height + 4.0, width - 20.0, size.CARD_HEIGHT)
    return TeamShape(width, height, whole, name, broken, "", (), (), (), add_row, head=True)

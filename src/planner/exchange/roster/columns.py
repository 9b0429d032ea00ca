"""Says which column of a roster holds what: by its heading, or by the word of the user."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from planner.errors import PlannerError
from planner.exchange.roster.headings import book, known_headings, means, words_of
from planner.exchange.roster.tables import Roster, Row
from planner.messages import Listed, listed

IGNORED = "ignore"
"""The field of a column that the user wants left alone."""

FIELDS = (
    "id",
    "name",
    "first-name",
    "last-name",
    "title",
    "roles",
    "team",
    "manager",
    "manager-id",
    "manager-email",
    "manager-name",
    "email",
    "location",
    "capacity",
    "skills",
    "cost",
)
"""The fields that a column may hold, as ``--map COLUMN=FIELD`` names them."""

Wishes = Mapping[str | int, str]
"""Which columns, by their heading or their place from 0, hold which field; these override the guess."""

_HEADING_WITHIN = 10
_PLAIN_LIST = ("name", "title", "capacity")
_LOOKED_AT = 50
_SAMPLES = 3


class NoNamesError(PlannerError):
    """No column of a roster holds names, as far as its headings tell."""

    def __init__(self, roster: Roster, headings: tuple[str, ...]) -> None:
        super().__init__(
            "No column of {roster} holds names; its headings are {headings}.",
            roster=roster.name or "the list",
            headings=_listed(headings),
        )


class Columns(Struct, frozen=True):
    """Where each field stands: its column's place, and the headings as written."""

    places: Mapping[str, int]
    headings: tuple[str, ...]

    def heading(self, field: str) -> str:
        """The heading of a field's column."""
        return self.headings[self.places[field]]

    def without(self, field: str) -> "Columns":
        """The same columns but for one that is of no use."""
        return Columns({name: place for name, place in self.places.items() if name != field}, self.headings)

    def cell(self, row: Row, field: str) -> str:
        """What a row has in a field; empty where the roster has no such column or nothing in it."""
        place = self.places.get(field)
        text = row.cells[place] if place is not None and place < len(row.cells) else ""
        return "" if means(text, "nothing") else text

    @property
    def hold_names(self) -> bool:
        """Whether some column says how people are called."""
        return bool(self.places.keys() & {"name", "first-name", "last-name"})

    @property
    def unread(self) -> tuple[str, ...]:
        """The headings of the columns that hold no field."""
        read = set(self.places.values())
        return tuple(heading for place, heading in enumerate(self.headings) if heading and place not in read)


class Column(Struct, frozen=True):
    """A column as somebody says what it holds: its heading, a few cells, and the field it is read as."""

    place: int
    heading: str
    samples: tuple[str, ...]
    field: str | None


def columns_of(roster: Roster, wishes: Wishes | None = None) -> tuple[Column, ...]:
    """Every column with a heading or a cell, in the roster's order; raises as ``find_columns`` does."""
    found, rows = find_columns(roster, wishes)
    fields = {place: field for field, place in found.places.items()}
    width = max((len(row.cells) for row in rows), default=0)
    headings = (*found.headings, *("" for _ in range(len(found.headings), width)))
    every = (
        Column(place, heading, _samples(rows, place), fields.get(place))
        for place, heading in enumerate(headings)
    )
    return tuple(column for column in every if column.heading or column.samples)


def find_columns(roster: Roster, wishes: Wishes | None = None) -> tuple[Columns, tuple[Row, ...]]:
    """Which column is which, and the rows below the heading.

    Raises PlannerError where the wishes name a heading or a field that there is not.
    """
    wishes = wishes or {}
    start = _heading_row(roster, wishes)
    if start is None:
        rows = roster.rows
        headings = tuple(f"Column {number}" for number in range(1, _width(rows) + 1))
        guess = _PLAIN_LIST if len(headings) <= len(_PLAIN_LIST) else ()
        guesses: dict[str, tuple[int, ...]] = {
            field: (place,) for place, field in enumerate(guess[: len(headings)])
        }
    else:
        rows = roster.rows[start + 1 :]
        headings = roster.rows[start].cells
        guesses = _guesses(headings)
    places = _wished(headings, wishes)
    taken = {*places.values(), *_ignored(headings, wishes)}
    for field, candidates in guesses.items():
        free = next((place for place in candidates if place not in taken), None)
        if free is not None and field not in places:
            places[field] = free
            taken.add(free)
    return Columns(places, headings), rows


def _guesses(headings: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The columns that may hold each field, the likeliest first."""
    spelled = [words_of(heading) for heading in headings]
    return {
        field: tuple(spelled.index(words) for words in known if words in spelled)
        for field, known in book().headings.items()
    }


def _heading_row(roster: Roster, wishes: Wishes) -> int | None:
    """The place of the row with the most headings known; a title or a note may stand above it.

    None where there is no heading: in a plain list, which has a person a line with title and free share at
    most, and where the first row is one of many alike.
    """
    wished = {words_of(heading) for heading in wishes if isinstance(heading, str)}

    def worth(place: int) -> int:
        cells = roster.rows[place].cells
        return known_headings(cells) + len(wished & {words_of(cell) for cell in cells})

    best = max(range(min(_HEADING_WITHIN, len(roster.rows))), key=worth)
    if worth(best):
        return best
    return None if _width(roster.rows) <= len(_PLAIN_LIST) or _begins_with_data(roster.rows) else best


def _begins_with_data(rows: Sequence[Row]) -> bool:
    """Whether the first row is a person and no heading: it has an address, or cells that come again below."""
    first, below = rows[0].cells, rows[1:_LOOKED_AT]
    again = (
        cell and any(cell in row.cells[place : place + 1] for row in below)
        for place, cell in enumerate(first)
    )
    return any("@" in cell for cell in first) or any(again)


def _wished(headings: tuple[str, ...], wishes: Wishes) -> dict[str, int]:
    places: dict[str, int] = {}
    for column, field in wishes.items():
        if field not in (*FIELDS, IGNORED):
            raise PlannerError(
                "There is no field {field}; a column may be {fields} or ignore.",
                field=field,
                fields=listed(FIELDS, at_most=len(FIELDS)),
            )
        if field != IGNORED:
            places[field] = _place(headings, column)
    return places


def _ignored(headings: tuple[str, ...], wishes: Wishes) -> Iterator[int]:
    return (_place(headings, column) for column, field in wishes.items() if field == IGNORED)


def _place(headings: tuple[str, ...], wished: str | int) -> int:
    if isinstance(wished, int):
        return wished
    for place, heading in enumerate(headings):
        if heading == wished:
            return place
    for place, heading in enumerate(headings):
        if words_of(heading) == words_of(wished):
            return place
    raise PlannerError(
        "The roster has no column {column}; its headings are {headings}.",
        column=wished,
        headings=_listed(headings),
    )


def _width(rows: Sequence[Row]) -> int:
    return max((len(row.cells) for row in rows), default=0)


def _samples(rows: Sequence[Row], place: int) -> tuple[str, ...]:
    """The first few cells of a column that differ."""
    filled = (row.cells[place] for row in rows[:_LOOKED_AT] if place < len(row.cells) and row.cells[place])
    return tuple(dict.fromkeys(filled))[:_SAMPLES]


def _listed(headings: tuple[str, ...]) -> Listed:
    return listed([heading or "(none)" for heading in headings], at_most=12)

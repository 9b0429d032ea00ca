"""Says which column of a roster holds what, by its heading or by the word of the user."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from unicodedata import normalize

from planner import resources
from planner.errors import PlannerError
from planner.exchange.roster.tables import Roster, Row
from planner.messages import listed

IGNORED = "ignore"
"""The field of a column that the user wants left alone."""

_HEADING_WITHIN = 10
_PLAIN_LIST = ("name", "title", "capacity")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Book:
    """What ``resources/roster/columns.toml`` says of headings, and of words in cells."""

    headings: Mapping[str, tuple[str, ...]]
    words: Mapping[str, frozenset[str]]


@cache
def book() -> Book:
    """The headings and words that ship with the program."""
    read = tomllib.loads(resources.read_text("roster/columns.toml"))
    return Book(
        {field: tuple(map(_words, headings)) for field, headings in read["fields"].items()},
        {name: frozenset(words) for name, words in read["words"].items()},
    )


def means(cell: str, word: str) -> bool:
    """Whether a cell says ``vacant``, ``undisclosed``, ``nothing`` or ``no-manager`` in one of their ways."""
    return cell.casefold() in book().words[word]


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


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each field stands: its column's place, and its heading as written."""

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


def find_columns(roster: Roster, wishes: Mapping[str, str] | None = None) -> tuple[Columns, tuple[Row, ...]]:
    """Which column is which, and the rows below the heading.

    ``wishes`` maps headings to fields and overrides the guess. Raises PlannerError for a heading or a field
    that there is not, and where no column holds names.
    """
    wishes = wishes or {}
    start = _heading_row(roster, wishes)
    if start is None:
        return Columns({field: place for place, field in enumerate(_PLAIN_LIST)}, _PLAIN_LIST), roster.rows
    headings = roster.rows[start].cells
    places = _wished(headings, wishes)
    taken = {*places.values(), *_ignored(headings, wishes)}
    spelled = [_words(heading) for heading in headings]
    for field, known in book().headings.items():
        if field in places:
            continue
        found = [spelled.index(words) for words in known if words in spelled]
        free = next((place for place in found if place not in taken), None)
        if free is not None:
            places[field] = free
            taken.add(free)
    places = {field: place for field, place in places.items() if field != IGNORED}
    if not places.keys() & {"name", "first-name", "last-name"}:
        raise PlannerError(
            "No column of {roster} holds names; its headings are {headings}. Say which with COLUMN=name.",
            roster=roster.name or "the list",
            headings=listed([heading or "(none)" for heading in headings], at_most=12),
        )
    return Columns(places, headings), roster.rows[start + 1 :]


def _heading_row(roster: Roster, wishes: Mapping[str, str]) -> int | None:
    """The place of the row with the most headings known; a title or a note may stand above it.

    None for a plain list, which has no heading: a person a line, with title and free share at most.
    """
    known = {words for headings in book().headings.values() for words in headings} | set(map(_words, wishes))

    def worth(place: int) -> int:
        return len(known & {_words(cell) for cell in roster.rows[place].cells})

    best = max(range(min(_HEADING_WITHIN, len(roster.rows))), key=worth)
    plain = not worth(best) and all(len(row.cells) <= len(_PLAIN_LIST) for row in roster.rows)
    return None if plain else best


def _wished(headings: tuple[str, ...], wishes: Mapping[str, str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for heading, field in wishes.items():
        if field not in (*FIELDS, IGNORED):
            raise PlannerError(
                "There is no field {field}; a column may be {fields} or ignore.",
                field=field,
                fields=listed(FIELDS, at_most=len(FIELDS)),
            )
        if field != IGNORED:
            places[field] = _place(headings, heading)
    return places


def _ignored(headings: tuple[str, ...], wishes: Mapping[str, str]) -> set[int]:
    return {_place(headings, heading) for heading, field in wishes.items() if field == IGNORED}


def _place(headings: tuple[str, ...], wished: str) -> int:
    for place, heading in enumerate(headings):
        if heading == wished:
            return place
    for place, heading in enumerate(headings):
        if _words(heading) == _words(wished):
            return place
    raise PlannerError(
        "The roster has no column {column}; its headings are {headings}.",
        column=wished,
        headings=listed([heading or "(none)" for heading in headings], at_most=12),
    )


def _words(heading: str) -> str:
    """A heading as words in lower case: both ``managerEmail`` and ``Manager email`` are ``manager email``."""
    return _NO_WORD.sub(" ", _CAMEL.sub(" ", normalize("NFKC", heading))).strip().casefold()

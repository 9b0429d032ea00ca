"""Turns the rows of a roster into entries: one a post, with a person or vacant, and who it reports to."""

import re
from collections.abc import Iterable
from math import isfinite

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Function, Person
from planner.exchange.roster.columns import Columns
from planner.exchange.roster.headings import means
from planner.exchange.roster.report import Notes
from planner.exchange.roster.roles import by_roles, names_several, read_roles
from planner.exchange.roster.tables import Row
from planner.exchange.roster.titles import Suggestion, suggest
from planner.messages import Message, message

LONGEST_ID = 150
"""A longer id is not kept, since ids of teams and seats, of at most 200 characters, are made from it."""

MANAGER_FIELDS = ("manager-id", "manager-email", "manager", "manager-name")

_LIST_MARKS = re.compile(r"[;,|]")
_NO_NUMBER = re.compile(r"[^\d.,%-]")


class Entry(Struct, frozen=True, kw_only=True):
    """A post of the roster. ``key`` is its id there, or empty; ``managers`` are texts by field.

    ``kept`` is false for a row without a name, which stands in the hierarchy only to pass it on.
    """

    row: int
    person: Person
    key: str
    team: str
    suggestion: Suggestion
    managers: tuple[tuple[str, str], ...]
    vacant: bool = False
    kept: bool = True
    undisclosed: bool = False


def read_entries(rows: Iterable[Row], columns: Columns, notes: Notes) -> list[Entry]:
    """The entries of a roster in its order; rows without a name and second rows of one id are left out."""
    entries: list[Entry] = []
    rows_by_id: dict[str, tuple[int, str]] = {}
    for row in rows:
        entry = _entry(row, columns, notes)
        known = rows_by_id.get(entry.person.id)
        if known is not None and (entry.key or known[1] == entry.person.name):
            said = message(
                "Row {row} has the id {id} of row {first} and was left out.",
                row=row.number,
                id=entry.person.id,
                first=known[0],
            )
            notes.skip(row.number, said)
            continue
        if known is not None:
            entry = _with_id(entry, f"row {row.number}")
        rows_by_id[entry.person.id] = (row.number, entry.person.name)
        if not entry.kept:
            notes.skip(row.number, message("Row {row} has no name and was left out.", row=row.number))
        entries.append(entry)
    return entries


def _entry(row: Row, columns: Columns, notes: Notes) -> Entry:
    key = columns.cell(row, "id")
    email = _email(row, columns, notes)
    name = _name(row, columns)
    title = columns.cell(row, "title")
    undisclosed = means(name, "undisclosed")
    vacant = means(name, "vacant")
    suggestion, roles = _roles(row, columns, notes)
    person = Person(
        id=_id(row, key, email, notes),
        name=_shown_name(name, key, row, undisclosed=undisclosed) or "?",
        title=title,
        email=email,
        location=columns.cell(row, "location"),
        capacity=_capacity(row, columns, notes),
        cost=_cost(row, columns, notes),
        skills=_skills(columns.cell(row, "skills")),
        roles=roles,
    )
    return Entry(
        row=row.number,
        person=person,
        key=key,
        team=columns.cell(row, "team"),
        suggestion=suggestion,
        managers=_managers(row, columns),
        vacant=vacant,
        kept=bool(name),
        undisclosed=undisclosed,
    )


def _roles(row: Row, columns: Columns, notes: Notes) -> tuple[Suggestion, tuple[Function, ...]]:
    """What somebody does, with the reason: by the column of roles, else by the title."""
    title, cell = columns.cell(row, "title"), columns.cell(row, "roles")
    if not cell and names_several(title):
        cell = title
    found = read_roles(cell)
    if cell != title:
        for part in found.left:
            said = _bad(row, columns.heading("roles"), part, message("it was left out"))
            notes.note([row.number], said)
    if found.functions:
        return by_roles(cell, found), found.functions
    suggestion = suggest(title)
    return suggestion, () if suggestion.function is None else (suggestion.function,)


def _with_id(entry: Entry, key: str) -> Entry:
    return replace(entry, person=replace(entry.person, id=key))


def _name(row: Row, columns: Columns) -> str:
    whole = columns.cell(row, "name")
    first = columns.cell(row, "first-name") or whole
    last = columns.cell(row, "last-name")
    if whole and columns.cell(row, "first-name"):
        return whole
    return first if last and first.casefold().endswith(last.casefold()) else f"{first} {last}".strip()


def _shown_name(name: str, key: str, row: Row, *, undisclosed: bool) -> str:
    if not undisclosed:
        return name
    return f"Post {key} (not disclosed)" if key else f"Row {row.number} (not disclosed)"


def _id(row: Row, key: str, email: str, notes: Notes) -> str:
    given = key or email.casefold()
    if len(given) > LONGEST_ID:
        said = message("The id in row {row} is too long to be kept.", row=row.number)
        notes.note([row.number], said)
        given = ""
    return given or f"row {row.number}"


def _email(row: Row, columns: Columns, notes: Notes) -> str:
    """An address; a column of that name may hold logins, which are none."""
    cell = columns.cell(row, "email")
    if not cell or "@" in cell:
        return cell
    notes.note([row.number], _bad(row, columns.heading("email"), cell, message("no e-mail was kept")))
    return ""


def _managers(row: Row, columns: Columns) -> tuple[tuple[str, str], ...]:
    given = ((field, columns.cell(row, field)) for field in MANAGER_FIELDS)
    return tuple((field, text) for field, text in given if text and not means(text, "no-manager"))


def _skills(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _LIST_MARKS.split(cell) if part.strip())


def _capacity(row: Row, columns: Columns, notes: Notes) -> float:
    """The FTE in a row, as 0.8, 0,8, 80% or 80; a full one where there is none or none to be understood."""
    cell = columns.cell(row, "capacity")
    if means(cell, "full-time"):
        return 1.0
    number = 0.5 if means(cell, "half-time") else _number(cell)
    if number is not None and ("%" in cell or number >= 5):
        number /= 100
    if number is not None and 0 < number <= 1:
        return round(number, 6)
    if cell:
        notes.note([row.number], _bad(row, columns.heading("capacity"), cell, message("100% was taken")))
    return 1.0


def _cost(row: Row, columns: Columns, notes: Notes) -> float | None:
    cell = columns.cell(row, "cost")
    number = _number(cell)
    if number is not None and number >= 0:
        return number
    if cell:
        notes.note([row.number], _bad(row, columns.heading("cost"), cell, message("no cost was taken")))
    return None


def _bad(row: Row, heading: str, cell: str, instead: Message) -> Message:
    return message(
        "Row {row}: {heading} “{cell}” was not understood, so {instead}.",
        row=row.number,
        heading=heading,
        cell=cell[:40],
        instead=instead,
    )


def _number(cell: str) -> float | None:
    """A number as people write it: 1,200.50 or 1.200,50, with a currency or a percent sign beside it."""
    digits = _NO_NUMBER.sub("", cell).rstrip("%")
    comma, point = digits.rfind(","), digits.rfind(".")
    decimal = "," if comma > point else "."
    if decimal == "," and digits.count(",") == 1 and len(digits) - comma == 4 and point < 0:
        decimal = "."  # 120,000 is a hundred and twenty thousand
    digits = digits.replace("." if decimal == "," else ",", "").replace(",", ".")
    try:
        number = float(digits)
    except ValueError:
        return None
    return number if isfinite(number) else None

"""Keeps rows in their order without renumbering those behind: places at work have wide gaps between them.

A file has places 0, 1, 2 …; the database at work has multiples of ``GAP``, so that a row which comes between
two others, or goes, is one row written. ``dense`` makes the one of the other.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from operator import itemgetter

from sqlalchemy import and_, bindparam, func, literal_column, select, update

from planner.store.digest import Cell, TableRows
from planner.store.tables import METADATA
from planner.store.working.statements import Statement, statements_of, text_of

GAP = 1 << 40
HIGHEST = 1 << 62
ORDERED: Mapping[str, str | None] = {
    "person": None,
    "scenario": None,
    "team": "scenario",
    "seat": "scenario",
    "link": "scenario",
    "practice": "scenario",
    "responsibility": "scenario",
    "muted": "scenario",
}
"""The tables whose rows stand in an order set by hand, and the column within whose value they do."""

_Row = tuple[Cell, ...]


def spaced(rows: TableRows) -> TableRows:
    """The same rows with gaps between their places, for the database at work."""
    return {name: list(_spaced(name, table)) for name, table in rows.items()}


def dense(rows: TableRows) -> TableRows:
    """The same rows with places from 0 without a gap, as a project file has them."""
    return {name: list(_dense(name, table)) for name, table in rows.items()}


def place_column(table: str) -> int:
    """Which cell of a row is its place."""
    return list(METADATA.tables[table].columns.keys()).index("place")


class Places:
    """The places of the rows of one connection, read from a table when it is first asked about.

    ``clear`` is due when a transaction was rolled back.
    """

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._known: dict[tuple[str, str | None], list[int]] = {}

    def clear(self) -> None:
        """Forget what was read."""
        self._known.clear()

    def forget(self, scenario: str) -> None:
        """Forget the places in a scenario that came or went whole."""
        self._known = {key: places for key, places in self._known.items() if key[1] != scenario}

    def take(self, table: str, scenario: str | None, index: int | None) -> int:
        """Make room at an index of the order, at the end without one, and give the new row's place there."""
        places = self._of(table, scenario)
        index = len(places) if index is None else index
        found = _between(places, index)
        if found is None:
            self._renumber(table, scenario)
            places = self._of(table, scenario)
            found = _between(places, index)
        if found is None:
            raise OverflowError(f"there are too many rows in {table}")
        places.insert(index, found)
        return found

    def leave(self, table: str, scenario: str | None, index: int) -> None:
        """Note that the row at an index goes."""
        del self._of(table, scenario)[index]

    def _of(self, table: str, scenario: str | None) -> list[int]:
        known = self._known.get((table, scenario))
        if known is None:
            found = self._raw.execute(*_places_in(table, scenario)).fetchall()
            known = self._known[table, scenario] = [place for (place,) in found]
        return known

    def _renumber(self, table: str, scenario: str | None) -> None:
        """Space the rows anew; rare, for a gap bears some forty rows put into the same spot."""
        counted = {place: index for index, place in enumerate(self._of(table, scenario))}
        rows = self._raw.execute(*_rows_in(table, scenario)).fetchall()
        cell = place_column(table)
        _move(table).run_all(
            self._raw,
            [_placed(row, cell, (counted[row[cell]] + 1) * GAP) for row in rows if row[cell] in counted],
        )
        self._known[table, scenario] = [(index + 1) * GAP for index in range(len(counted))]


def put_in_file_order(raw: sqlite3.Connection) -> None:
    """Make the places in a database dense: one statement for each table, which SQLite runs by itself."""
    for table in ORDERED:
        raw.execute(_numbering(table))


def _move(table: str) -> Statement:
    move = statements_of(table).move
    if move is None:
        raise LookupError(f"the rows of {table} have no order")
    return move


def _between(places: list[int], index: int) -> int | None:
    """A place before that of the row at an index and behind the one before it, None when there is none."""
    below = places[index - 1] if index else 0
    if index == len(places):
        return below + GAP if below + GAP < HIGHEST else None
    middle = (below + places[index]) // 2
    return middle if below < middle else None


def _spaced(name: str, rows: Iterable[_Row]) -> Iterator[_Row]:
    if name not in ORDERED:
        return iter(rows)
    cell = place_column(name)
    return (_placed(row, cell, (int(row[cell] or 0) + 1) * GAP) for row in rows)


def _dense(name: str, rows: Iterable[_Row]) -> Iterable[_Row]:
    if name not in ORDERED:
        return rows
    cell, within = place_column(name), ORDERED[name]
    groups: dict[Cell, list[_Row]] = defaultdict(list)
    listed = list(rows)
    for row in listed:
        groups[row[0] if within else None].append(row)
    numbers = {
        (group, row[cell]): number
        for group, members in groups.items()
        for number, row in enumerate(sorted(members, key=itemgetter(cell)))
    }
    return [_placed(row, cell, numbers[row[0] if within else None, row[cell]]) for row in listed]


def _placed(row: _Row, cell: int, place: int) -> _Row:
    return (*row[:cell], place, *row[cell + 1 :])


def _places_in(table: str, scenario: str | None) -> tuple[str, tuple[str, ...]]:
    return _select(table, "place"), () if scenario is None else (scenario,)


def _rows_in(table: str, scenario: str | None) -> tuple[str, tuple[str, ...]]:
    return _select(table, "*"), () if scenario is None else (scenario,)


@cache
def _select(table: str, what: str) -> str:
    columns = METADATA.tables[table].columns
    query = select(METADATA.tables[table] if what == "*" else columns[what]).order_by(columns["place"])
    within = ORDERED[table]
    if within is not None:
        query = query.where(columns[within] == bindparam("within"))
    return text_of(query)


@cache
def _numbering(table: str) -> str:
    """The statement that gives every row of a table the number that it has in its order."""
    rows, within = METADATA.tables[table], ORDERED[table]
    order = func.row_number().over(
        partition_by=rows.columns[within] if within else None, order_by=rows.columns["place"]
    )
    numbered = select(*rows.primary_key, (order - literal_column("1")).label("number")).subquery("numbered")
    is_the_row = and_(*(column == numbered.columns[column.name] for column in rows.primary_key))
    return text_of(update(rows).where(is_the_row).values(place=numbered.columns["number"]))

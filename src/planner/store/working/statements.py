"""The statements that change one row, written by SQLAlchemy once for each table and run by sqlite3.

Running each through SQLAlchemy takes three times as long: docs/decisions/0016-database-at-work.md.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from sqlalchemy import Table, and_, bindparam, delete, insert, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import ClauseElement
from sqlalchemy.sql.dml import UpdateBase

from planner.store.digest import Cell
from planner.store.tables import METADATA

Row = Sequence[Cell]
_OLD, _NEW = "old_", "new_"


class Statement(Struct, frozen=True):
    """SQL text, and which cells of a whole row of the table it binds."""

    text: str
    cells: tuple[int, ...]

    def run(self, raw: sqlite3.Connection, row: Row) -> int:
        """Run it for one row; gives the number of rows that it changed."""
        return raw.execute(self.text, [row[cell] for cell in self.cells]).rowcount

    def run_all(self, raw: sqlite3.Connection, rows: Iterable[Row]) -> None:
        """Run it for several rows."""
        raw.executemany(self.text, ([row[cell] for cell in self.cells] for row in rows))


class Statements(Struct, frozen=True):
    """All that is ever done to one row of a table; ``fields`` leaves its place as it is."""

    insert: Statement
    fields: Statement | None
    move: Statement | None
    delete: Statement


@cache
def statements_of(name: str) -> Statements:
    """The statements of a table of the plan."""
    table = METADATA.tables[name]
    keys = {column.name for column in table.primary_key}
    fields = [column.name for column in table.columns if column.name not in {"place", *keys}]
    has_place = "place" in table.columns and "place" not in keys
    return Statements(
        insert=_compiled(table, insert(table)),
        fields=_update(table, fields) if fields else None,
        move=_update(table, ["place"]) if has_place else None,
        delete=_compiled(table, delete(table).where(_is_the_row(table))),
    )


@cache
def update_of(name: str, *fields: str) -> Statement:
    """The statement that sets some columns of one row."""
    return _update(METADATA.tables[name], fields)


@cache
def delete_where(name: str, column: str) -> str:
    """The statement that deletes the rows with one value in a column, which it binds."""
    table = METADATA.tables[name]
    return text_of(delete(table).where(table.columns[column] == bindparam(_OLD + column)))


def text_of(statement: ClauseElement) -> str:
    """A statement as SQLite takes it, with a question mark for each value."""
    return str(statement.compile(dialect=_DIALECT))


def _update(table: Table, fields: Sequence[str]) -> Statement:
    values: dict[str, Any] = {name: bindparam(_NEW + name) for name in fields}
    return _compiled(table, update(table).where(_is_the_row(table)).values(values))


def _is_the_row(table: Table) -> Any:
    return and_(*(column == bindparam(_OLD + column.name) for column in table.primary_key))


def _compiled(table: Table, statement: UpdateBase) -> Statement:
    compiled = statement.compile(dialect=_DIALECT)
    names = [column.name for column in table.columns]
    bound = [name.removeprefix(_OLD).removeprefix(_NEW) for name in compiled.positiontup or ()]
    return Statement(str(compiled), tuple(names.index(name) for name in bound))


_DIALECT = sqlite.dialect()

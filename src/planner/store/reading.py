"""Reads the rows of every table and checks what type each cell has, without SQLAlchemy.

Opening a file needs nothing else of SQLAlchemy, and importing that takes longer than reading 10,000 people.
No statement is written by hand either: SQLite tells the columns of the tables that the frozen DDL makes.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from math import isfinite
from typing import Any, NamedTuple

from planner.messages import message
from planner.store import schema
from planner.store.digest import Cell, TableRows
from planner.store.faults import OddContentError
from planner.store.rows import TEXT_MOST

ROWS_MOST = 2_000_000
_TYPES: dict[str, type] = {"TEXT": str, "INTEGER": int, "REAL": float}


class ReadColumn(NamedTuple):
    """A column by its name, the type that its cells have, and whether they may be empty."""

    name: str
    type: type
    may_be_empty: bool


class ReadTable(NamedTuple):
    """A table by its name, its columns in order, and the statement that reads it by its primary key."""

    name: str
    columns: tuple[ReadColumn, ...]
    statement: str


@cache
def tables_of(statements: str) -> tuple[ReadTable, ...]:
    """The tables that a DDL makes, in its order."""
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(statements)
        names = raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid").fetchall()
        return tuple(_table(raw, name) for (name,) in names)


def select_rows(raw: sqlite3.Connection, *, statements: str | None = None) -> tuple[TableRows, str, str]:
    """The rows of every table, typed and bounded, and the seal: save id and digest.

    ``statements`` are the DDL of the file's version, unless it is the newest.
    """
    tables = tables_of(schema.ddl() if statements is None else statements)
    rows = _content(raw, tables)
    seals = [_typed(table, raw.execute(table.statement).fetchall()) for table in tables if _is_seal(table)]
    if len(seals) != 1 or len(seals[0]) != 1:
        raise OddContentError(message("it is not sealed"))
    _, save_id, digest = seals[0][0]
    return rows, str(save_id), str(digest)


def select_content(raw: sqlite3.Connection) -> TableRows:
    """The rows of every table of the plan, typed and bounded, in the order of their primary keys."""
    return _content(raw, tables_of(schema.ddl()))


def _content(raw: sqlite3.Connection, tables: tuple[ReadTable, ...]) -> TableRows:
    count = sum(raw.execute(_counting(tables)).fetchone())
    if count > ROWS_MOST:
        raise OddContentError(message("it holds {count} rows, more than any plan", count=count))
    return {
        table.name: _typed(table, raw.execute(table.statement).fetchall())
        for table in tables
        if not _is_seal(table)
    }


def _is_seal(table: ReadTable) -> bool:
    return table.name == "seal"


@cache
def _counting(tables: tuple[ReadTable, ...]) -> str:
    """One statement that counts the rows of every table."""
    return "SELECT " + ", ".join(f"(SELECT count(*) FROM {_quoted(table.name)})" for table in tables)  # noqa: S608


def _table(raw: sqlite3.Connection, name: str) -> ReadTable:
    found = raw.execute('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,)).fetchall()
    columns = tuple(ReadColumn(column, _TYPES[kind], not notnull) for column, kind, notnull, _ in found)
    keys = [column for _, column in sorted((place, column) for column, _, _, place in found if place)]
    read, by = (", ".join(map(_quoted, each)) for each in ((column.name for column in columns), keys))
    return ReadTable(name, columns, f"SELECT {read} FROM {_quoted(name)} ORDER BY {by}")  # noqa: S608


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _typed(table: ReadTable, rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The same rows, whose cells are of their columns' types: text not too long, numbers finite."""
    for column, cells in zip(table.columns, zip(*rows, strict=True), strict=False):
        if not _fits(column, cells):
            raise OddContentError(
                message("{column} of {table} is not what it should be", column=column.name, table=table.name)
            )
    return rows


def _fits(column: ReadColumn, cells: Sequence[Any]) -> bool:
    types = set(map(type, cells))
    if column.may_be_empty and type(None) in types:
        types.discard(type(None))
        cells = [cell for cell in cells if cell is not None]
    if not types <= {column.type}:
        return False
    if column.type is str:
        # All of them together are seldom as long as one may be, and that is told faster.
        return len("".join(cells)) <= TEXT_MOST or max(map(len, cells)) <= TEXT_MOST
    return column.type is int or all(map(isfinite, cells))

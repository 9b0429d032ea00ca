"""Moves rows between a database and memory with SQLAlchemy Core, and checks what type each cell has.

Imports SQLAlchemy: load it where rows are read or written.
"""

import sqlite3
from collections.abc import Sequence
from functools import cache
from math import isfinite
from typing import Any

from sqlalchemy import REAL, TEXT, Column, Connection, MetaData, func, insert, select
from sqlalchemy import Table as SqlTable
from sqlalchemy.dialects import sqlite

from planner.messages import message
from planner.store.digest import Cell, TableRows
from planner.store.faults import OddContentError
from planner.store.rows import TEXT_MOST
from planner.store.tables import CONTENT, METADATA, core

ROWS_MOST = 2_000_000
_SEAL = METADATA.tables["seal"]


def insert_rows(raw: sqlite3.Connection, rows: TableRows, *, save_id: str, digest: str) -> None:
    """Fill the empty tables of a database, and seal it with the digest of the rows."""
    with core(raw) as connection:
        for table in CONTENT:  # parents first
            if rows[table.name]:
                # Positional, the statement compiled once: named values would be sorted again for each row.
                statement = str(insert(table).compile(dialect=connection.dialect))
                connection.exec_driver_sql(statement, list(rows[table.name]))
        connection.commit()
    seal(raw, save_id=save_id, digest=digest)


def seal(raw: sqlite3.Connection, *, save_id: str, digest: str) -> None:
    """Put the seal on a database that has none."""
    with core(raw) as connection:
        connection.execute(insert(_SEAL), {"id": 1, "save_id": save_id, "digest": digest})
        connection.commit()


def select_rows(
    raw: sqlite3.Connection, *, at_most: int = ROWS_MOST, tables: MetaData = METADATA
) -> tuple[TableRows, str, str]:
    """The rows of every table, typed and bounded, and the seal: save id and digest."""
    seal = tables.tables["seal"]
    with core(raw) as connection:
        rows = select_content(connection, at_most=at_most, tables=tables)
        seals = _typed(seal, _all_rows(connection, seal))
    if len(seals) != 1:
        raise OddContentError(message("it is not sealed"))
    _, save_id, digest = seals[0]
    return rows, str(save_id), str(digest)


def select_content(
    connection: Connection, *, at_most: int = ROWS_MOST, tables: MetaData = METADATA
) -> TableRows:
    """The rows of every table of the plan, typed and bounded, in the order of their primary keys."""
    content = [table for table in tables.tables.values() if table.name != "seal"]
    count = sum(connection.exec_driver_sql(_counting(tables)).one())
    if count > at_most:
        raise OddContentError(message("it holds {count} rows, more than any plan", count=count))
    return {table.name: _typed(table, _all_rows(connection, table)) for table in content}


@cache
def _counting(tables: MetaData) -> str:
    """One statement that counts the rows of every table; compiled once, as is the one below."""
    counts = (select(func.count()).select_from(table).scalar_subquery() for table in tables.tables.values())
    return str(select(*counts).compile(dialect=sqlite.dialect()))


@cache
def _ordered(table: SqlTable) -> str:
    return str(select(table).order_by(*table.primary_key.columns).compile(dialect=sqlite.dialect()))


def _all_rows(connection: Connection, table: SqlTable) -> list[tuple[Cell, ...]]:
    cursor = connection.exec_driver_sql(_ordered(table)).cursor
    # The driver's own tuples: SQLAlchemy's rows would be taken apart again, for twice the time.
    return list(cursor.fetchall()) if cursor is not None else []


def _typed(table: SqlTable, rows: list[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The same rows, whose cells are of their columns' types: text not too long, numbers finite."""
    for column, cells in zip(table.columns, zip(*rows, strict=True), strict=False):
        if not _fits(column, cells):
            raise OddContentError(
                message("{column} of {table} is not what it should be", column=column.name, table=table.name)
            )
    return rows


def _fits(column: Column[Any], cells: Sequence[Any]) -> bool:
    expected = str if isinstance(column.type, TEXT) else float if isinstance(column.type, REAL) else int
    types = set(map(type, cells))
    if column.nullable and type(None) in types:
        types.discard(type(None))
        cells = [cell for cell in cells if cell is not None]
    if not types <= {expected}:
        return False
    if expected is str:
        # All of them together are seldom as long as one may be, and that is told faster.
        return len("".join(cells)) <= TEXT_MOST or max(map(len, cells)) <= TEXT_MOST
    return expected is int or all(map(isfinite, cells))

"""Fills a database with the rows of a plan by SQLAlchemy Core; ``reading`` gets them out again.

Imports SQLAlchemy: load it where rows are written.
"""

import sqlite3

from sqlalchemy import insert

from planner.store.digest import TableRows
from planner.store.tables import CONTENT, METADATA, core

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

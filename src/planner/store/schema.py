"""Which layout of tables a project file has: the frozen DDL of each released version.

The DDL is text under ``resources/schema``; a file is opened only when its schema equals that text.
"""

import sqlite3
from contextlib import closing
from functools import cache

from planner import resources

APPLICATION_ID = 0x54504C4E
"""``TPLN`` in the header of every project file."""
VERSION = 1
"""The version written; older ones are read, newer ones refused."""

Objects = list[tuple[str, str, str, str | None]]
"""Schema objects in the order of their names: name, type, table, SQL text."""


@cache
def ddl(version: int = VERSION) -> str:
    """The statements that make the tables of a version."""
    return resources.read_text(f"schema/v{version}.sql")


def expected_objects(version: int) -> Objects:
    """The objects that the DDL of a version makes."""
    return objects_made_by(ddl(version))


@cache
def objects_made_by(statements: str) -> Objects:
    """The objects that a DDL makes."""
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(statements)
        return objects_of(raw)


def objects_of(raw: sqlite3.Connection) -> Objects:
    """The objects that a database has, as its schema table tells them."""
    return raw.execute("SELECT name, type, tbl_name, sql FROM sqlite_schema ORDER BY name, type").fetchall()

import hashlib
import sqlite3
from contextlib import closing

from sqlalchemy import inspect
from sqlalchemy.schema import Table
from tests.store.conftest import whole_project

from planner.store import schema
from planner.store.rows import rows_of
from planner.store.tables import CONTENT, METADATA, core


def _columns(table: Table):
    keys = [column.name for column in table.primary_key.columns]
    return [
        (
            column.name,
            str(column.type),
            column.nullable,
            keys.index(column.name) + 1 if column.name in keys else 0,
        )
        for column in table.columns
    ]


def _references(table: Table):
    return sorted(
        (tuple(key.column_keys), key.referred_table.name, tuple(one.column.name for one in key.elements))
        for key in table.foreign_key_constraints
    )


def test_sqlalchemy_knows_the_tables_just_as_the_ddl_makes_them():
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(schema.ddl())
        with core(raw) as connection:
            made = inspect(connection)
            assert sorted(made.get_table_names()) == sorted(METADATA.tables)
            for name, table in METADATA.tables.items():
                columns = [
                    (one["name"], str(one["type"]), one["nullable"], one["primary_key"])
                    for one in made.get_columns(name)
                ]
                references = sorted(
                    (tuple(one["constrained_columns"]), one["referred_table"], tuple(one["referred_columns"]))
                    for one in made.get_foreign_keys(name)
                )
                assert columns == _columns(table), name
                assert references == _references(table), name


def test_every_table_is_strict_and_every_object_is_a_table():
    for name, kind, _, sql in schema.expected_objects(1):
        assert kind == "table", name
        assert sql is not None
        assert "STRICT" in sql, name


def test_a_project_is_taken_apart_into_exactly_the_tables_and_their_columns():
    rows = rows_of(whole_project())
    assert rows.keys() == {table.name for table in CONTENT}
    for table in CONTENT:
        assert {len(row) for row in rows[table.name]} == {len(table.columns)}, table.name


def test_the_frozen_ddl_of_version_1_has_not_changed():
    digest = hashlib.sha256(schema.ddl(1).encode()).hexdigest()
    assert digest == "9cff8a85c83c4ea86adcc36f0011a9361300ea79d5fe03e9c9e80946234f3731"

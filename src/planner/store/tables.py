"""The tables of the project file for SQLAlchemy Core, which makes every statement that writes rows.

A test holds them to the DDL. Importing this module imports SQLAlchemy, which takes longer than reading a
large file: import it where rows are written, not at the top of a module that a front door loads.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import (
    INTEGER,
    REAL,
    TEXT,
    Column,
    Connection,
    ForeignKey,
    ForeignKeyConstraint,
    MetaData,
    Table,
    create_engine,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

METADATA = MetaData()


def _text(name: str, *, null: bool = False, key: bool = False, to: str = "") -> Column[str]:
    reference = (ForeignKey(to),) if to else ()
    return Column(name, TEXT, *reference, nullable=null, primary_key=key)


def _whole(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, INTEGER, nullable=False, primary_key=key)


def _number(name: str, *, null: bool = False) -> Column[float]:
    return Column(name, REAL, nullable=null)


def _scenario() -> Column[str]:
    return _text("scenario", key=True, to="scenario.id")


def _team(*columns: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["scenario", *columns], ["team.scenario", "team.id"])


Table(
    "project",
    METADATA,
    _whole("id", key=True),
    _text("name"),
    _text("currency"),
    _text("notes"),
    _text("rule_pack", null=True),
)
Table("own_weight", METADATA, _text("rule", key=True), _whole("place"), _number("weight"))
Table("extra_pack", METADATA, _whole("place", key=True), _text("name"))
Table(
    "person",
    METADATA,
    _text("id", key=True),
    _whole("place"),
    _text("name"),
    _text("title"),
    _text("email"),
    _text("location"),
    _number("capacity"),
    _number("cost", null=True),
    _text("notes"),
)
Table(
    "person_role",
    METADATA,
    _text("person", key=True, to="person.id"),
    _whole("place", key=True),
    _text("function"),
)
Table(
    "person_skill",
    METADATA,
    _text("person", key=True, to="person.id"),
    _whole("place", key=True),
    _text("skill"),
)
Table(
    "scenario",
    METADATA,
    _text("id", key=True),
    _whole("place"),
    _text("name"),
    _text("stage"),
    _text("aim"),
    _whole("use_cases"),
    _text("structure"),
    _text("chooser", null=True),
    _whole("stage_assumed"),
    _whole("aim_assumed"),
    _whole("structure_assumed"),
    _whole("baseline"),
    _text("notes"),
)
Table(
    "team",
    METADATA,
    _scenario(),
    _text("id", key=True),
    _whole("place"),
    _text("name"),
    _text("kind"),
    _text("parent", null=True),
    _text("lead", null=True, to="person.id"),
    _text("purpose"),
    _text("focus", null=True),
    _text("product"),
    _whole("own_budget"),
    _number("experiment_share"),
    _whole("locked"),
    _team("parent"),
)
Table(
    "seat",
    METADATA,
    _scenario(),
    _text("id", key=True),
    _whole("place"),
    _text("team"),
    _text("function"),
    _text("title"),
    _number("demand"),
    _text("person", null=True, to="person.id"),
    _number("share", null=True),
    _team("team"),
)
Table(
    "link",
    METADATA,
    _scenario(),
    _text("source", key=True),
    _text("target", key=True),
    _text("kind", key=True),
    _whole("place"),
    _team("source"),
    _team("target"),
)
Table(
    "practice",
    METADATA,
    _scenario(),
    _text("id", key=True),
    _whole("place"),
    _text("kind"),
    _text("owner_team", null=True),
    _text("owner_person", null=True, to="person.id"),
    _team("owner_team"),
)
Table(
    "practice_team",
    METADATA,
    _text("scenario", key=True),
    _text("practice", key=True),
    _text("team", key=True),
    _whole("place"),
    ForeignKeyConstraint(["scenario", "practice"], ["practice.scenario", "practice.id"]),
    _team("team"),
)
Table(
    "responsibility",
    METADATA,
    _scenario(),
    _text("activity", key=True),
    _text("team", key=True),
    _whole("place"),
    _text("level"),
    _team("team"),
)
Table("muted", METADATA, _scenario(), _text("rule", key=True), _whole("place"), _text("reason"))
Table("seal", METADATA, _whole("id", key=True), _text("save_id"), _text("digest"))

CONTENT = tuple(table for table in METADATA.tables.values() if table.name != "seal")
"""Every table that holds a part of the plan, parents first."""


@contextmanager
def core(raw: sqlite3.Connection) -> Iterator[Connection]:
    """A SQLAlchemy connection over an open sqlite3 one, which stays open; SQLite's errors come as its own."""
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            yield connection
    except DBAPIError as error:
        if isinstance(error.orig, Exception):
            raise error.orig from None
        raise

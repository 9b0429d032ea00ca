"""Writes what an edit changed, row by row, into the database at work: never more than the rows it touched."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import cast

from planner.domain import Change, Difference, Practice, Row, Scenario, Table
from planner.store.digest import Cell
from planner.store.rows import layout_of, owner_of, parts_of, row_of
from planner.store.tables import CONTENT
from planner.store.working.places import ORDERED, Places, spaced
from planner.store.working.statements import delete_where, statements_of, update_of

_TABLE_NAMES: Mapping[Table, str] = {
    Table.PROJECT: "project",
    Table.PEOPLE: "person",
    Table.SCENARIOS: "scenario",
    Table.TEAMS: "team",
    Table.SEATS: "seat",
    Table.LINKS: "link",
    Table.PRACTICES: "practice",
    Table.RESPONSIBILITIES: "responsibility",
    Table.MUTED: "muted",
}
_LAYOUT_TABLES = tuple(table.name for table in CONTENT if "scenario" in table.columns)
_IS_TEAM = "SELECT 1 FROM team WHERE scenario = ? AND id = ?"


def write_changes(raw: sqlite3.Connection, places: Places, difference: Difference) -> None:
    """Make every change of a difference in the open transaction, whose references are checked at its end."""
    owned: dict[tuple[str, str], Practice | None] = {}
    for change in difference:
        _write(raw, places, change)
        if change.table is Table.PRACTICES and change.scenario is not None:
            owned[change.scenario, str(change.key)] = cast("Practice | None", change.after)
    for (scenario, _), practice in owned.items():
        if practice is not None:
            _write_owner(raw, scenario, practice)


def _write(raw: sqlite3.Connection, places: Places, change: Change) -> None:
    name, before, after = _TABLE_NAMES[change.table], change.before, change.after
    place = _new_place(places, name, change)
    if after is None:
        _delete(raw, places, change)
    elif before is None:
        statements_of(name).insert.run(raw, row_of(change.table, change.scenario, place or 0, after))
        _write_parts(raw, change)
        _write_layout(raw, places, after)
    else:
        _update(raw, name, change, place)
        _write_parts(raw, change)


def _new_place(places: Places, name: str, change: Change) -> int | None:
    """The place that the row of a change gets; None when it keeps the one it has, or goes."""
    if name not in ORDERED:
        return None
    within = change.scenario if ORDERED[name] else None
    if change.was_at is not None:
        places.leave(name, within, change.was_at)
    if change.now_at is None and (change.before is not None or change.after is None):
        return None
    return places.take(name, within, change.now_at)


def _update(raw: sqlite3.Connection, name: str, change: Change, place: int | None) -> None:
    statements = statements_of(name)
    row = row_of(change.table, change.scenario, place or 0, change.after)
    found = 1
    if statements.fields is not None:
        found = statements.fields.run(raw, row)
    if place is not None and statements.move is not None:
        found = statements.move.run(raw, row)
    _expect_one(found, change)


def _delete(raw: sqlite3.Connection, places: Places, change: Change) -> None:
    before = cast("Row", change.before)
    if isinstance(before, Scenario):
        for table in reversed(_LAYOUT_TABLES):
            raw.execute(delete_where(table, "scenario"), (before.id,))
        places.forget(before.id)
    for table, rows in parts_of(change.table, change.scenario, before).items():
        statements_of(table).delete.run_all(raw, rows)
    name = _TABLE_NAMES[change.table]
    found = statements_of(name).delete.run(raw, row_of(change.table, change.scenario, 0, before))
    _expect_one(found, change)


def _write_parts(raw: sqlite3.Connection, change: Change) -> None:
    """Roles, skills, weights and teams that take part: few, so all of one value are written anew."""
    after = parts_of(change.table, change.scenario, change.after)
    before = {} if change.before is None else parts_of(change.table, change.scenario, change.before)
    for table, rows in after.items():
        gone: Sequence[Sequence[Cell]] = before.get(table, ())
        if rows != gone:
            statements_of(table).delete.run_all(raw, gone)
            statements_of(table).insert.run_all(raw, rows)


def _write_layout(raw: sqlite3.Connection, places: Places, value: Row) -> None:
    """The layout of a scenario that came whole."""
    if isinstance(value, Scenario):
        for table, rows in spaced(layout_of(value)).items():
            statements_of(table).insert.run_all(raw, rows)
        places.forget(value.id)


def _write_owner(raw: sqlite3.Connection, scenario: str, practice: Practice) -> None:
    """A team of the scenario or a person: told apart once all rows of the step are there."""
    is_team = raw.execute(_IS_TEAM, (scenario, practice.owner)).fetchone() is not None
    row = row_of(Table.PRACTICES, scenario, 0, practice)
    owned = (*row[:4], *owner_of(practice, is_team=is_team))
    update_of("practice", "owner_team", "owner_person").run(raw, owned)


def _expect_one(found: int, change: Change) -> None:
    if found != 1:
        raise LookupError(f"the row {change.key!r} of {change.table} is not in the database at work")

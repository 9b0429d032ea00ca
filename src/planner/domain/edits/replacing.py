"""Replaces all of a project by another value of it, as one step that can be undone."""

from typing import Any, Final

from planner.domain.difference import Table
from planner.domain.drafts import Draft, Edited
from planner.domain.projects import Project
from planner.domain.rows import Rows
from planner.messages import Message

_LAYOUT: Final = (
    Table.TEAMS,
    Table.SEATS,
    Table.LINKS,
    Table.PRACTICES,
    Table.RESPONSIBILITIES,
    Table.MUTED,
)
"""In this order nothing stands before what it refers to."""


def replace_project(project: Project, *, wanted: Project, label: Message) -> Edited:
    """Make the project what is wanted, as when a document is read again; what is alike stays untouched."""
    draft = Draft(project)
    draft.set_project(wanted)
    _put_all(draft, Table.PEOPLE, wanted.people)
    _remove_others(draft, Table.SCENARIOS, wanted.scenarios)
    _put_all(draft, Table.SCENARIOS, wanted.scenarios)
    for scenario in wanted.scenarios:
        layout = Draft(draft.project, scenario.id)
        for table in reversed(_LAYOUT):
            _remove_others(layout, table, getattr(scenario, table.value))
        for table in _LAYOUT:
            _put_all(layout, table, getattr(scenario, table.value))
        draft.include(layout.edited(label))
    _remove_others(draft, Table.PEOPLE, wanted.people)
    return draft.edited(label)


def _remove_others(draft: Draft, table: Table, wanted: Rows[Any]) -> None:
    for key in reversed(draft.rows(table).order):
        if key not in wanted:
            draft.remove(table, key)


def _put_all(draft: Draft, table: Table, wanted: Rows[Any]) -> None:
    """Put rows in their order; those that are to go may still stand behind them."""
    for place, row in enumerate(wanted):
        order = draft.rows(table).order
        is_there = place < len(order) and order[place] == row.key
        draft.put(table, row, at=None if is_there else place)

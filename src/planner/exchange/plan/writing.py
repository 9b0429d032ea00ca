"""Writes a plan so that two versions of it differ exactly where they differ."""

import json
from collections.abc import Sequence
from typing import Any

from planner.domain import Person, Project, Scenario
from planner.exchange.plan.reading import FORMAT, VERSION, practice_key
from planner.exchange.plan.shapes import CONTEXT, LAYOUT, OWN_WEIGHTS, PERSON, SETTINGS, Field


def write(project: Project) -> str:
    """The plan of a project: fixed order of fields, two-space indent, a final newline.

    People and muted rules stand by id, links, practices and responsibilities by key; the rest in its order.
    """
    return json.dumps(_plan(project), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _plan(project: Project) -> dict[str, Any]:
    pack = project.rule_pack
    return {
        "format": FORMAT,
        "version": VERSION,
        **_fields(project, SETTINGS),
        "rule_pack": None if pack is None else _fields(pack, OWN_WEIGHTS.fields),
        "people": [_fields(person, PERSON.fields) for person in sorted(project.people, key=_id)],
        "scenarios": [_scenario(scenario) for scenario in project.scenarios],
    }


def _id(person: Person) -> str:
    return person.id


def _scenario(scenario: Scenario) -> dict[str, Any]:
    rows = {
        "teams": scenario.teams,
        "seats": scenario.seats,
        "links": sorted(scenario.links, key=lambda link: link.key),
        "practices": sorted(scenario.practices, key=practice_key),
        "responsibilities": sorted(scenario.responsibilities, key=lambda duty: duty.key),
        "muted": sorted(scenario.muted, key=lambda mute: mute.rule),
    }
    layout = {
        table: [_fields(row, shape.fields) for row in rows[table]]  # type: ignore[attr-defined]
        for table, shape in LAYOUT.items()
    }
    return _fields(scenario, CONTEXT) | layout


def _fields(value: object, fields: Sequence[Field]) -> dict[str, Any]:
    return {field.name: field.write(getattr(value, field.kept_as)) for field in fields}

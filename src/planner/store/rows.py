"""Takes a project apart into the rows of the tables; the reading side puts it together again.

Columns stand in the order of the DDL. Every number that a column holds as REAL is a plain float here.
"""

from collections.abc import Callable, Iterator
from typing import Any

from planner.domain import (
    Assumption,
    Link,
    Mute,
    Person,
    Practice,
    Project,
    Responsibility,
    Scenario,
    Seat,
    Table,
    Team,
)
from planner.store.digest import Cell, TableRows

TEXT_MOST = 1024 * 1024
"""Characters that one text may have."""

_Row = tuple[Cell, ...]


def rows_of(project: Project) -> TableRows:
    """The rows of every table, in the order of their primary keys."""
    people = project.people
    rows: dict[str, list[_Row]] = {
        "project": [_project("", 0, project)],
        "own_weight": list(_own_weights(project)),
        "extra_pack": list(_extra_packs(project)),
        "person": [_person("", place, person) for place, person in enumerate(people)],
        "person_role": [row for one in people for row in _roles("", one)],
        "person_skill": [row for one in people for row in _skills("", one)],
        "scenario": [_scenario("", place, scenario) for place, scenario in enumerate(project.scenarios)],
    }
    for name, layout in _LAYOUT.items():
        rows[name] = [row for scenario in project.scenarios for row in layout(scenario)]
    for name, key in _KEYS.items():
        rows[name].sort(key=key)
    return rows


def row_of(table: Table, scenario: str | None, place: int, value: Any) -> _Row:
    """The row of one value at a place; the owner of a practice is left open (``owner_of`` tells it)."""
    return _ROW_OF[table](scenario or "", place, value)


def parts_of(table: Table, scenario: str | None, value: Any) -> TableRows:
    """The rows in other tables that belong to one value alone, by their table."""
    return {name: list(rows(scenario or "", value)) for name, rows in _PARTS_OF.get(table, {}).items()}


def layout_of(scenario: Scenario) -> TableRows:
    """The rows of one scenario's whole layout, parents first."""
    return {name: list(rows(scenario)) for name, rows in _LAYOUT.items()}


def owner_of(practice: Practice, *, is_team: bool) -> tuple[str | None, str | None]:
    """The owner of a practice as its columns have it: a team's id, a person's id."""
    return (practice.owner, None) if is_team else (None, practice.owner)


def _project(_: str, __: int, project: Project) -> _Row:
    return (1, project.name, project.currency, project.notes, _pack_name(project))


def _pack_name(project: Project) -> str | None:
    return project.rule_pack.name if project.rule_pack is not None else None


def _own_weights(project: Project) -> Iterator[_Row]:
    weights = project.rule_pack.weights if project.rule_pack is not None else ()
    return ((rule, place, _real(weight)) for place, (rule, weight) in enumerate(weights))


def _extra_packs(project: Project) -> Iterator[_Row]:
    return enumerate(project.extra_packs)


def _roles(_: str, person: Person) -> Iterator[_Row]:
    return ((person.id, place, role.value) for place, role in enumerate(person.roles))


def _skills(_: str, person: Person) -> Iterator[_Row]:
    return ((person.id, place, skill) for place, skill in enumerate(person.skills))


def _person(_: str, place: int, person: Person) -> _Row:
    return (
        person.id,
        place,
        person.name,
        person.title,
        person.email,
        person.location,
        _real(person.capacity),
        None if person.cost is None else _real(person.cost),
        person.notes,
    )


def _scenario(_: str, place: int, scenario: Scenario) -> _Row:
    return (
        scenario.id,
        place,
        scenario.name,
        scenario.stage.value,
        scenario.aim.value,
        scenario.use_cases,
        scenario.structure.value,
        None if scenario.chooser is None else scenario.chooser.value,
        int(Assumption.STAGE in scenario.assumed),
        int(Assumption.AIM in scenario.assumed),
        int(Assumption.STRUCTURE in scenario.assumed),
        int(scenario.baseline),
        scenario.notes,
    )


def _teams(scenario: Scenario) -> Iterator[_Row]:
    return (_team(scenario.id, place, team) for place, team in enumerate(scenario.teams))


def _team(scenario: str, place: int, team: Team) -> _Row:
    return (
        scenario,
        team.id,
        place,
        team.name,
        team.kind.value,
        team.parent,
        team.lead,
        team.purpose,
        None if team.focus is None else team.focus.value,
        team.product,
        int(team.own_budget),
        _real(team.experiment_share),
        int(team.locked),
    )


def _seats(scenario: Scenario) -> Iterator[_Row]:
    return (_seat(scenario.id, place, seat) for place, seat in enumerate(scenario.seats))


def _seat(scenario: str, place: int, seat: Seat) -> _Row:
    return (
        scenario,
        seat.id,
        place,
        seat.team,
        seat.function.value,
        seat.title,
        _real(seat.demand),
        seat.person,
        None if seat.share is None else _real(seat.share),
    )


def _links(scenario: Scenario) -> Iterator[_Row]:
    return (_link(scenario.id, place, link) for place, link in enumerate(scenario.links))


def _link(scenario: str, place: int, link: Link) -> _Row:
    return (scenario, link.source, link.target, link.kind.value, place)


def _practices(scenario: Scenario) -> Iterator[_Row]:
    for place, practice in enumerate(scenario.practices):
        is_team = practice.owner in scenario.teams
        yield (*_practice(scenario.id, place, practice)[:4], *owner_of(practice, is_team=is_team))


def _practice(scenario: str, place: int, practice: Practice) -> _Row:
    return (scenario, practice.id, place, practice.kind.value, None, None)


def _practice_teams(scenario: Scenario) -> Iterator[_Row]:
    return (row for practice in scenario.practices for row in _taking_part(scenario.id, practice))


def _taking_part(scenario: str, practice: Practice) -> Iterator[_Row]:
    return ((scenario, practice.id, team, place) for place, team in enumerate(practice.teams))


def _responsibilities(scenario: Scenario) -> Iterator[_Row]:
    return (_duty(scenario.id, place, duty) for place, duty in enumerate(scenario.responsibilities))


def _duty(scenario: str, place: int, duty: Responsibility) -> _Row:
    return (scenario, duty.activity.value, duty.team, place, duty.level.value)


def _muted(scenario: Scenario) -> Iterator[_Row]:
    return (_mute(scenario.id, place, mute) for place, mute in enumerate(scenario.muted))


def _mute(scenario: str, place: int, mute: Mute) -> _Row:
    return (scenario, mute.rule, place, mute.reason)


def _real(number: float) -> float:
    """A plain float; a minus before zero goes, for SQLite does not keep it."""
    return float(number) + 0.0


_LAYOUT = {
    "team": _teams,
    "seat": _seats,
    "link": _links,
    "practice": _practices,
    "practice_team": _practice_teams,
    "responsibility": _responsibilities,
    "muted": _muted,
}
_ROW_OF: dict[Table, Callable[[str, int, Any], _Row]] = {
    Table.PROJECT: _project,
    Table.PEOPLE: _person,
    Table.SCENARIOS: _scenario,
    Table.TEAMS: _team,
    Table.SEATS: _seat,
    Table.LINKS: _link,
    Table.PRACTICES: _practice,
    Table.RESPONSIBILITIES: _duty,
    Table.MUTED: _mute,
}
_PARTS_OF: dict[Table, dict[str, Callable[[str, Any], Iterator[_Row]]]] = {
    Table.PROJECT: {
        "own_weight": lambda _, project: _own_weights(project),
        "extra_pack": lambda _, project: _extra_packs(project),
    },
    Table.PEOPLE: {"person_role": _roles, "person_skill": _skills},
    Table.PRACTICES: {"practice_team": _taking_part},
}
_KEYS = {
    "own_weight": lambda row: row[0],
    "person": lambda row: row[0],
    "person_role": lambda row: row[:2],
    "person_skill": lambda row: row[:2],
    "scenario": lambda row: row[0],
    "team": lambda row: row[:2],
    "seat": lambda row: row[:2],
    "link": lambda row: row[:4],
    "practice": lambda row: row[:2],
    "practice_team": lambda row: row[:3],
    "responsibility": lambda row: row[:3],
    "muted": lambda row: row[:2],
}
"""How the rows of a table are sorted: by their primary key, whose texts SQLite compares as bytes of UTF-8."""

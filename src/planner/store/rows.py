"""Takes a project apart into the rows of the tables; the reading side puts it together again.

Columns stand in the order of the DDL. Every number that a column holds as REAL is a plain float here.
"""

from collections.abc import Iterator

from planner.domain import Assumption, Person, Practice, Project, Scenario, Seat, Team
from planner.store.digest import Cell, TableRows

TEXT_MOST = 1024 * 1024
"""Characters that one text may have."""

_Row = tuple[Cell, ...]


def rows_of(project: Project) -> TableRows:
    """The rows of every table, in the order of their primary keys."""
    people = project.people
    rows: dict[str, list[_Row]] = {
        "project": [(1, project.name, project.currency, project.notes, _pack_name(project))],
        "own_weight": list(_own_weights(project)),
        "extra_pack": list(enumerate(project.extra_packs)),
        "person": [_person(place, person) for place, person in enumerate(people)],
        "person_role": [
            (one.id, place, role.value) for one in people for place, role in enumerate(one.roles)
        ],
        "person_skill": [(one.id, place, skill) for one in people for place, skill in enumerate(one.skills)],
        "scenario": [_scenario(place, scenario) for place, scenario in enumerate(project.scenarios)],
    }
    for name, layout_rows in _LAYOUT.items():
        rows[name] = [row for scenario in project.scenarios for row in layout_rows(scenario)]
    for name, key in _KEYS.items():
        rows[name].sort(key=key)
    return rows


def _pack_name(project: Project) -> str | None:
    return project.rule_pack.name if project.rule_pack is not None else None


def _own_weights(project: Project) -> Iterator[_Row]:
    weights = project.rule_pack.weights if project.rule_pack is not None else ()
    return ((rule, place, _real(weight)) for place, (rule, weight) in enumerate(weights))


def _person(place: int, person: Person) -> _Row:
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


def _scenario(place: int, scenario: Scenario) -> _Row:
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
    return (
        (scenario.id, link.source, link.target, link.kind.value, place)
        for place, link in enumerate(scenario.links)
    )


def _practices(scenario: Scenario) -> Iterator[_Row]:
    return (_practice(scenario, place, practice) for place, practice in enumerate(scenario.practices))


def _practice(scenario: Scenario, place: int, practice: Practice) -> _Row:
    owner = practice.owner
    is_team = owner is not None and owner in scenario.teams
    return (
        scenario.id,
        practice.id,
        place,
        practice.kind.value,
        owner if is_team else None,
        None if is_team else owner,
    )


def _practice_teams(scenario: Scenario) -> Iterator[_Row]:
    return (
        (scenario.id, practice.id, team, place)
        for practice in scenario.practices
        for place, team in enumerate(practice.teams)
    )


def _responsibilities(scenario: Scenario) -> Iterator[_Row]:
    return (
        (scenario.id, duty.activity.value, duty.team, place, duty.level.value)
        for place, duty in enumerate(scenario.responsibilities)
    )


def _muted(scenario: Scenario) -> Iterator[_Row]:
    return ((scenario.id, mute.rule, place, mute.reason) for place, mute in enumerate(scenario.muted))


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

"""What must be true of every project, checked without using anything of the edits."""

from collections.abc import Iterator
from math import isfinite

from planner.domain import LinkKind, Project, Rows, Scenario


def violations(project: Project) -> list[str]:
    """Everything that is wrong with a project, in words; empty when it is sound."""
    return [*_of_the_project(project), *(said for one in project.scenarios for said in _of(project, one))]


def _of_the_project(project: Project) -> Iterator[str]:
    yield from _of_rows(project.people)
    yield from _of_rows(project.scenarios)
    if not project.name.strip():
        yield "the project has no name"
    if sum(scenario.baseline for scenario in project.scenarios) > 1:
        yield "two scenarios are the baseline"
    for person in project.people:
        if not person.name.strip():
            yield f"{person.id} has no name"
        if not 0 < person.capacity <= 1:
            yield f"{person.id} has a capacity of {person.capacity}"
        if person.cost is not None and not (isfinite(person.cost) and person.cost >= 0):
            yield f"{person.id} costs {person.cost}"


def _of(project: Project, scenario: Scenario) -> Iterator[str]:
    for rows in (scenario.teams, scenario.seats, scenario.links, scenario.practices):
        yield from _of_rows(rows)
    yield from _of_rows(scenario.responsibilities)
    yield from _of_rows(scenario.muted)
    if not scenario.name.strip():
        yield f"{scenario.id} has no name"
    if not 0 <= scenario.use_cases <= 1_000_000:
        yield f"{scenario.id} has {scenario.use_cases} use cases"
    yield from _of_teams(project, scenario)
    yield from _of_seats(project, scenario)
    yield from _of_agreements(project, scenario)


def _of_rows(rows: Rows) -> Iterator[str]:
    keys = [row.key for row in rows]
    if len(set(keys)) != len(keys):
        yield f"a key stands twice in {keys}"
    if tuple(keys) != rows.order or set(rows.keys()) != set(keys) or len(rows) != len(keys):
        yield f"order and index disagree in {keys}"


def _of_teams(project: Project, scenario: Scenario) -> Iterator[str]:
    parents = {team.id: team.parent for team in scenario.teams}
    for team in scenario.teams:
        if not team.name.strip():
            yield f"team {team.id} has no name"
        if team.lead is not None and team.lead not in project.people:
            yield f"team {team.id} is led by nobody known"
        if not 0 <= team.experiment_share <= 1:
            yield f"team {team.id} keeps {team.experiment_share} for experiments"
        above, seen = team.parent, {team.id}
        while above is not None:
            if above in seen or above not in parents:
                yield f"team {team.id} stands in a circle or under nothing"
                break
            seen.add(above)
            above = parents[above]


def _of_seats(project: Project, scenario: Scenario) -> Iterator[str]:
    for seat in scenario.seats:
        if seat.team not in scenario.teams:
            yield f"seat {seat.id} stands in no team"
        if not 0 < seat.demand <= 1:
            yield f"seat {seat.id} asks for {seat.demand}"
        if (seat.person is None) != (seat.share is None):
            yield f"seat {seat.id} has a person or a share alone"
        if seat.person is not None and seat.person not in project.people:
            yield f"seat {seat.id} is held by nobody known"
        if seat.share is not None and not 0 < seat.share <= 1:
            yield f"seat {seat.id} gets {seat.share}"


def _of_agreements(project: Project, scenario: Scenario) -> Iterator[str]:
    met = set()
    for link in scenario.links:
        ends = (link.source, link.target)
        pair = frozenset(ends) if link.kind is LinkKind.COLLABORATES else ends
        if link.source == link.target or not set(ends) <= scenario.teams.keys():
            yield f"{ends} is no pair of teams"
        if (pair, link.kind) in met:
            yield f"{ends} are linked twice"
        met.add((pair, link.kind))
    for practice in scenario.practices:
        known = practice.owner in scenario.teams or practice.owner in project.people
        if practice.owner is not None and not known:
            yield f"practice {practice.id} is owned by nobody known"
        if (
            len(set(practice.teams)) != len(practice.teams)
            or not set(practice.teams) <= scenario.teams.keys()
        ):
            yield f"practice {practice.id} has teams {practice.teams}"
    for duty in scenario.responsibilities:
        if duty.team not in scenario.teams:
            yield f"{duty.activity} belongs to no team"

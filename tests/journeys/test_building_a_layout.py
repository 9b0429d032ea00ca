"""The layout of the enterprise sample is built from an empty plan: once by mouse, and once by keys."""

import pytest
from tests.journeys.hands import ByKeys, ByMouse, Hands

from planner import resources
from planner.domain import Project, Scenario
from planner.exchange.plan.reading import read

EMPTY = """
plan Halden Mutual
scenario First layout: enterprise, product, hybrid, 4 use cases
"""
CORE, PUT_FIRST = "ML Platform", "Tomasz Zieliński"


@pytest.fixture(scope="module")
def sample() -> Project:
    return read(resources.read_text("samples/enterprise.plan.json"))


def wanted_of(sample: Project) -> Scenario:
    (found,) = [each for each in sample.scenarios if each.name == "Hybrid 2026"]
    return found


def described(project: Project, scenario: Scenario) -> dict[str, object]:
    """A layout in names: its people, teams, seats in their order, and links."""
    people, teams = project.people, scenario.teams
    names = {person.id: person.name for person in people}
    return {
        "people": sorted((person.name, person.roles, person.capacity) for person in people),
        "context": (scenario.name, scenario.stage, scenario.aim, scenario.structure),
        "teams": [
            (
                team.name,
                team.kind,
                teams[team.parent].name if team.parent else None,
                names.get(team.lead or ""),
                team.purpose,
                team.product,
                team.own_budget,
            )
            for team in teams
        ],
        "seats": {
            team.name: [
                (seat.function, names.get(seat.person or ""), seat.share, seat.demand)
                for seat in scenario.seats
                if seat.team == team.id
            ]
            for team in teams
        },
        "links": {(teams[link.source].name, teams[link.target].name, link.kind) for link in scenario.links},
    }


def build(somebody: Hands, sample: Project, wanted: Scenario) -> None:
    """Do it all: 42 people, six teams, four links and 44 seats."""
    for person in sorted(sample.people, key=lambda one: (one.roles[:1], len(one.roles), -one.capacity)):
        somebody.adds_person(person)
    somebody.names_scenario(wanted.name)
    for team in wanted.teams:
        somebody.adds_team(team.kind, team.name)
    for team in wanted.teams:
        somebody.describes(team, sample.people[team.lead].name if team.lead else None)
    for link in wanted.links:
        somebody.links(wanted.teams[link.source].name, wanted.teams[link.target].name)
    fill(somebody, sample, wanted)
    somebody.seats(PUT_FIRST, CORE)
    somebody.puts_first(PUT_FIRST, CORE)


def fill(somebody: Hands, sample: Project, wanted: Scenario) -> None:
    """Fill the teams seat by seat, all but the one that is put in its place at the end."""
    free = {person.id: person.capacity for person in sample.people}
    for seat in wanted.seats:
        team = wanted.teams[seat.team].name
        if seat.person is None:
            somebody.adds_vacant(team, seat.function)
            continue
        person, share = sample.people[seat.person], seat.share or 0.0
        if (person.name, team) == (PUT_FIRST, CORE):
            continue
        somebody.seats(person.name, team)
        if abs(free[person.id] - share) > 0.001:
            somebody.shares(person.name, team, share)
        free[person.id] -= share


# Windows without a screen cannot raise a menu, and say so.
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("hands", [ByMouse, ByKeys])
def test_a_layout_is_built_from_an_empty_plan(planner, sample, hands):
    planner.opens(EMPTY)
    wanted = wanted_of(sample)
    build(hands(planner), sample, wanted)
    built, meant = (
        described(planner.document.project, planner.document.scenario),
        described(sample, wanted),
    )
    for part, value in meant.items():
        assert built[part] == value, part

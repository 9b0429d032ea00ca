"""Two layouts compared on the command line."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from planner import store
from planner.domain import edits
from planner.domain.outline import parse

LAYOUT = """
plan Acme
person Bo Sand: data-engineer
scenario Today: large-startup, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Novak
  squad Fraud Shield, product "Fraud Shield"
    DS Karin Voss
    SD vacant
ML Platform serves Fraud Shield
"""


@pytest.fixture
def two(tmp_path) -> Path:
    """A plan with a second layout: one person moved to a vacant seat, one team more, with a newcomer."""
    project = parse(LAYOUT)
    seats = {seat.person: seat.id for seat in project.scenarios["Today"].seats if seat.person}
    vacant = next(seat.id for seat in project.scenarios["Today"].seats if not seat.is_filled)
    steps = [
        partial(edits.duplicate_scenario, scenario="Today", copy="later", name="Next year"),
        partial(edits.move_to_seat, scenario="later", source=seats["Tomasz Novak"], target=vacant),
    ]
    for step in steps:
        project = step(project).project
    later = project.scenarios["later"]
    new = parse("squad Churn Radar\n  DE Bo Sand").scenarios
    extra = next(iter(new))
    teams, rows = later.teams, later.seats
    for team in extra.teams:
        teams = teams.put(team)
    for seat in extra.seats:
        rows = rows.put(seat)
    scenarios = project.scenarios.put(replace(later, teams=teams, seats=rows))
    path = tmp_path / "acme.teamplan"
    store.save(replace(project, scenarios=scenarios), path)
    return path


def test_two_layouts_are_compared_in_prose(planner, two):
    answer = planner("compare", two, "--scenarios", "Today", "Next year")
    assert (answer.code, answer.err) == (1, "")
    lines = answer.out.splitlines()
    assert lines[0] == "Acme: Next year compared with Today"
    assert lines[2].startswith("Guidance score: ")
    assert "New teams: Churn Radar" in lines
    assert "2 people sit elsewhere:" in lines
    assert "  Bo Sand: bench → Churn Radar (data engineer)" in lines
    assert "  Tomasz Novak: ML Platform (MLOps engineer) → Fraud Shield (software developer)" in lines
    assert lines[-1].startswith("The structure is ")


def test_a_change_is_what_a_reader_works_out_from_the_two_figures(planner, two):
    lines = planner("compare", two, "--scenarios", "Today", "Next year").out.splitlines()
    changed = [re.fullmatch(r"[\w ]+: ([\d.]+) → ([\d.]+) \(([+−])([\d.]+)\)", line) for line in lines]
    found = [match.groups() for match in changed if match is not None]
    assert found
    for old, new, sign, change in found:
        told = float(change) if sign == "+" else -float(change)
        assert told == pytest.approx(float(new) - float(old))


def test_the_other_way_round_teams_go_and_people_go_to_the_bench(planner, two):
    answer = planner("compare", two, "--scenarios", "Next year", "Today")
    assert "Teams that are gone: Churn Radar" in answer.out
    assert "  Bo Sand: Churn Radar (data engineer) → bench" in answer.out


def test_a_layout_is_the_same_as_itself(planner, two):
    answer = planner("compare", two, "--scenarios", "Today", "Today")
    assert answer.code == 0
    assert "Nobody sits elsewhere." in answer.out


def test_the_object_for_a_machine_has_both_sides_and_what_changed(planner, two):
    answer = planner("compare", two, "--scenarios", "Today", "later", "--json")
    assert (answer.code, answer.err, answer.out.count("\n")) == (1, "", 1)
    compared = json.loads(answer.out)
    assert list(compared) == ["before", "after", "change", "teams", "findings", "moves", "in_short"]
    before, after = compared["before"], compared["after"]
    assert before["scenario"] == {"id": "Today", "name": "Today"}
    assert after["scenario"] == {"id": "later", "name": "Next year"}
    assert compared["change"]["score"] == pytest.approx(after["score"] - before["score"])
    scored = json.loads(planner("score", two, "--scenario", "later", "--json").out)
    assert (after["score"], after["as_drawn"]) == (scored["score"], scored["as_drawn"])
    assert sum(after["findings"].values()) == len(scored["findings"])
    assert after["roles"]["data-engineer"] == 1
    assert [team["name"] for team in compared["teams"]["added"]] == ["Churn Radar"]
    assert compared["moves"][0] == {
        "person": {"id": "Bo Sand", "name": "Bo Sand"},
        "left": [],
        "taken": [{"team": "Churn Radar", "function": "data-engineer"}],
        "stays": False,
    }


def test_what_is_resolved_and_what_is_new_makes_up_the_difference_of_the_findings(planner, two):
    compared = json.loads(planner("compare", two, "--scenarios", "Today", "later", "--json").out)
    counts = [sum(compared[side]["findings"].values()) for side in ("before", "after")]
    found = compared["findings"]
    assert counts[1] - counts[0] == len(found["new"]) - len(found["resolved"])


def test_an_unknown_scenario_is_refused_with_those_that_there_are(planner, two):
    answer = planner("compare", two, "--scenarios", "Today", "Someday")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == "planner: acme.teamplan has no scenario Someday: it has Today and Next year.\n"


def test_where_nobody_fills_a_role_the_comparison_says_so(planner, tmp_path):
    store.save(parse("scenario Bare\nsquad Empty"), tmp_path / "bare.teamplan")
    answer = planner("compare", tmp_path / "bare.teamplan", "--scenarios", "Bare", "Bare")
    assert "Guidance score: nothing to score in both" in answer.out

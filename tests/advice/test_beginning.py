"""An empty layout begins with what suits the company, for the people there are."""

from itertools import count

import pytest

from planner import resources
from planner.advice.beginning import begin, recommended_for
from planner.domain import Kind, Structure, outline
from planner.errors import PlannerError
from planner.guidance import load_pack

EMPTY = """
plan Halden
person Karin Voss: product
person Grace Mwangi: data-engineer
person Tomasz Zieliński: mlops-engineer
person Kwame Boateng: data-scientist
person Adam Novak: software-developer
scenario Today: enterprise, product, hybrid, 1 use cases
"""


def begun(text: str, structure: Structure):
    project, numbers = outline.parse(text), count(1)
    scenario = next(iter(project.scenarios)).id
    edited = begin(project, scenario, structure, new_id=lambda: f"new-{next(numbers)}")
    return project, edited, edited.project.scenarios[scenario]


def test_there_is_an_ml_seat_for_everybody_who_does_ml_and_all_are_vacant():
    _, _, scenario = begun(EMPTY, Structure.HYBRID)
    assert sum(seat.function.is_role for seat in scenario.seats) == 4
    assert not any(seat.is_filled for seat in scenario.seats)
    assert {team.kind for team in scenario.teams} == {Kind.GROUP, Kind.CORE, Kind.SQUAD}


def test_the_structure_is_declared_and_one_step_takes_all_back():
    project, edited, scenario = begun(EMPTY, Structure.CENTRALIZED)
    assert scenario.structure is Structure.CENTRALIZED
    assert str(edited.difference.label) == "Start From Centralized"
    assert edited.difference.inverse().applied(edited.project) == project


def test_teams_that_there_are_are_not_laid_over():
    with pytest.raises(PlannerError):
        begun(f"{EMPTY}squad Churn Radar\n  DE vacant\n", Structure.HYBRID)


def test_a_declared_structure_that_is_among_the_best_stays():
    scenario = next(iter(outline.parse(EMPTY).scenarios))
    pack = load_pack(resources.read_text)
    assert recommended_for(pack, scenario) is Structure.HYBRID

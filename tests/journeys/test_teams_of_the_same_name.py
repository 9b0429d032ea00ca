"""Teams of the same name in several parts of a company are told apart in lists."""

import pytest
from PySide6.QtCore import Qt
from tests.journeys.conftest import Planner

LAYOUT = """
plan Acme
person Karin Voss: data-scientist
scenario Today: enterprise, product, hybrid, 4 use cases
group Payments
  squad Refunds
    DS vacant
  squad Disputes
    DE Dan
group Claims
  squad Refunds 2
    DS vacant
"""


@pytest.fixture
def planner_with_twins(planner: Planner) -> Planner:
    planner.opens(LAYOUT)
    twin = next(team for team in planner.document.scenario.teams if team.name == "Refunds 2")
    planner.bench.commands.rename_to(("team", twin.id), "Refunds")
    assert [team.name for team in planner.document.scenario.teams].count("Refunds") == 2
    return planner


def offered(planner: Planner) -> list[str]:
    return [option.name for option in planner.bench.move_list.list.options]


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_L])
def test_move_under_and_link_to_name_the_team_above(planner_with_twins, key):
    planner_with_twins.focuses_the_canvas(("team", "Disputes"))
    planner_with_twins.presses(key)
    names = offered(planner_with_twins)
    assert {"Refunds in Payments", "Refunds in Claims", "Claims"} <= set(names)
    assert "Refunds" not in names
    planner_with_twins.types("claims refunds")
    assert {name for name in offered(planner_with_twins) if "Refunds" in name} == {"Refunds in Claims"}
    planner_with_twins.presses(Qt.Key.Key_Escape)


def test_seats_name_it_too_and_the_one_that_was_chosen_is_taken(planner_with_twins):
    planner = planner_with_twins
    planner.clicks("Karin Voss")
    planner.presses(Qt.Key.Key_M)
    planner.types("refunds claims")
    planner.presses(Qt.Key.Key_Return)
    (seat,) = [seat for seat in planner.document.scenario.seats if seat.person == "Karin Voss"]
    assert planner.document.scenario.teams[seat.team].parent == "Claims"

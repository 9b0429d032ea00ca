"""The icon of a vacant seat asks who is to take it; the menu button stands beside it."""

import pytest
from PySide6.QtCore import Qt

LAYOUT = """
plan Halden
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
squad Churn Radar
  PR Jakob Frei
  DE vacant
squad Old Desk, locked
  DS vacant
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def vacant(planner, team: str) -> str:
    scenario = planner.document.scenario
    return next(
        seat.id for seat in scenario.seats if not seat.is_filled and scenario.teams[seat.team].name == team
    )


def icon(planner, seat: str):
    canvas = planner.bench.canvas
    place = canvas.overlays.fill_place(("seat", seat))
    return planner.window.mapFromGlobal(canvas.to_screen(place).center())


def test_a_click_on_the_icon_lists_people_and_enter_assigns_the_best(planner):
    seat = vacant(planner, "Churn Radar")
    planner.hovers(seat)
    planner.clicks(icon(planner, seat))
    assert planner.bench.candidates.isVisible()
    planner.presses(Qt.Key.Key_Return)
    assert planner.holder(seat) == "Mateo Silva"


def test_a_locked_team_says_why_not(planner):
    planner.clicks(icon(planner, vacant(planner, "Old Desk")))
    assert not planner.bench.candidates.isVisible()
    assert planner.status == "Old Desk is locked. Unlock it to change it."


def test_the_menu_button_of_a_vacant_seat_leaves_its_icon_free(planner):
    canvas = planner.bench.canvas
    key = ("seat", vacant(planner, "Churn Radar"))
    menu, fills = canvas.menu_place(key), canvas.overlays.fill_place(key)
    assert menu.right <= fills.x
    assert min(menu.width, menu.height, fills.width, fills.height) >= 24


def test_a_filled_seat_has_no_such_icon(planner):
    filled = next(seat.id for seat in planner.document.scenario.seats if seat.is_filled)
    assert planner.bench.canvas.overlays.fill_place(("seat", filled)) is None

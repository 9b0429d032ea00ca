"""Handles of what the pointer lies on: they hide nothing, and go once the chart moved away below it."""

from PySide6.QtCore import Qt
from tests.journeys.conftest import Planner

SQUADS = """
plan Acme
squad Churn Radar
  DS Ada
  SD Ben
squad Pricing
  DA Cleo
"""


def test_nothing_is_hovered_once_the_chart_is_presented(planner: Planner):
    planner.opens(SQUADS).hovers("Churn Radar/DS")
    situation = planner.bench.canvas.situation
    assert (situation.hover, situation.open_team) == (("seat", "Churn Radar/DS"), "Churn Radar")
    planner.presses(Qt.Key.Key_F5)
    assert planner.bench.canvas.situation.hover is None
    planner.hovers("Churn Radar/SD")
    planner.presses(Qt.Key.Key_Right)
    situation = planner.bench.canvas.situation
    assert (situation.hover, situation.open_team) == (None, None)
    planner.presses(Qt.Key.Key_Escape)


def test_arrow_keys_take_the_handles_away_from_what_the_pointer_lies_on(planner: Planner):
    planner.opens(SQUADS).clicks("Churn Radar/DS")
    planner.hovers("Churn Radar/DS")
    planner.presses(Qt.Key.Key_Down)
    canvas = planner.bench.canvas
    assert canvas.selection.focus == ("seat", "Churn Radar/SD")
    assert (canvas.situation.hover, canvas.situation.open_team) == (None, None)
    assert canvas.shows_menu(("seat", "Churn Radar/SD"))
    assert not canvas.shows_menu(("seat", "Churn Radar/DS"))


NARROW = """
plan Acme
squad Churn Radar
  DS Ada
  RS vacant
  PR vacant
squad Pricing
  DA Cleo
"""


def test_the_menu_button_of_a_narrow_vacant_card_leaves_its_role_whole(planner: Planner):
    canvas, asked = planner.opens(NARROW).bench.canvas, []
    planner.bench.pointer.menu_asked.disconnect()
    planner.bench.pointer.menu_asked.connect(lambda key, _at: asked.append(key))
    for seat, is_beside_the_first_line in (("RS", True), ("PR", False)):
        key = ("seat", f"Churn Radar/{seat}")
        card, button, fills = (
            canvas.scene.rect_of(key),
            canvas.menu_place(key),
            canvas.overlays.fill_place(key),
        )
        assert (button.width, button.height) == (24, 24)
        assert button.right <= fills.x
        assert (button.y < fills.y) is is_beside_the_first_line
        assert card.y <= button.y
        planner.hovers(key[1])
        planner.clicks(planner.window.mapFromGlobal(canvas.to_screen(button).center()))
        assert asked.pop() == key

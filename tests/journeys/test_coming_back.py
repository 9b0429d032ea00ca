"""The chart comes back to what was seen: after Esc in a list or a carry, and after undo in any scenario."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from tests.journeys.conftest import CTRL, SHIFT, Planner

from planner.domain import edits
from planner.drawing.levels import Level

LAYOUT = """
plan Acme
person Karin Voss: product, marketing
person Hannah: product
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz
  PR vacant
squad Fraud Shield
  PR Nina
  DS Kwame
squad Churn Radar
  PR Jakob
  DS Sana
squad Pricing
  PR Hannah
  DS Viktor
"""
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def seen(planner: Planner) -> Planner:
    planner.opens(LAYOUT, size=(1280, 720))
    planner.bench.canvas.zoom_to(1.0)
    planner.bench.canvas.reveal(("seat", "Pricing/PR"))
    return planner


def test_esc_in_move_to_brings_back_what_was_seen_before(seen):
    canvas = seen.bench.canvas
    seen.clicks("Pricing/PR")
    before = canvas.view
    seen.presses(Qt.Key.Key_M)
    seen.presses(Qt.Key.Key_Down)
    canvas.pan(-40, 0)  # as targets beside the list do
    seen.presses(Qt.Key.Key_Escape)
    assert canvas.view == before
    assert canvas.viewport().rect().contains(canvas.to_viewport(canvas.scene.rect_of(("seat", "Pricing/PR"))))


def test_esc_in_a_carry_by_keys_brings_it_back_as_well(seen):
    canvas = seen.bench.canvas
    seen.clicks("Pricing/PR")
    before = canvas.view
    seen.presses(Qt.Key.Key_Space)
    seen.presses(Qt.Key.Key_Left)
    canvas.pan(-40, 0)
    seen.presses(Qt.Key.Key_Escape)
    assert canvas.view == before


def test_a_move_that_is_made_stays_where_it_leads(seen):
    canvas = seen.bench.canvas
    seen.clicks("Pricing/PR")
    seen.presses(Qt.Key.Key_M)
    seen.types("ML Platform")
    seen.presses(Qt.Key.Key_Return)
    assert seen.holder("ML Platform/PR") == "Hannah"
    there = canvas.to_viewport(canvas.scene.rect_of(("seat", "ML Platform/PR")))
    assert canvas.viewport().rect().contains(there)


def test_after_a_move_that_was_seen_from_there_the_chart_stands_where_it_stood(seen):
    canvas = seen.bench.canvas
    canvas.zoom_to_fit()
    seen.clicks("Pricing/PR")
    before = canvas.view
    seen.presses(Qt.Key.Key_M)
    seen.types("ML Platform")
    assert canvas.view != before  # the list took the room of the target
    seen.presses(Qt.Key.Key_Return)
    assert seen.holder("ML Platform/PR") == "Hannah"
    assert canvas.view == before


def test_a_click_on_a_row_lets_it_stand_there_too(seen):
    canvas, places = seen.bench.canvas, seen.bench.move_list.list
    canvas.zoom_to_fit()
    seen.clicks("Pricing/PR")
    before = canvas.view
    seen.presses(Qt.Key.Key_M)
    seen.types("ML Platform")
    row = places.rect_of(places.options[0])
    at = places.viewport().mapTo(seen.window, QPoint(40, round(row.y + row.height / 2)))
    seen.clicks(at)
    assert seen.holder("ML Platform/PR") == "Hannah"
    assert canvas.view == before


def test_undoing_a_new_team_shows_what_was_seen_when_it_was_made(seen):
    canvas = seen.bench.canvas
    before = canvas.view
    drag = seen.drag("Pricing/DS")
    drag.over("empty canvas").drop()
    seen.presses(Qt.Key.Key_Escape)
    canvas.pan(-200, -120)  # as it flew to the new team
    seen.undoes()
    assert canvas.view == before


def test_undo_from_another_scenario_shows_the_one_that_it_changes(seen):
    seen.drag("Karin Voss").over("ML Platform/PR").drop()
    today = seen.document.scenario_id
    seen.presses(Qt.Key.Key_N, CTRL | SHIFT)
    assert seen.document.scenario_id != today
    seen.bench.commands.remove_seat(next(iter(seen.document.scenario.seats)))
    copy = seen.document.scenario_id
    seen.presses(Qt.Key.Key_1, ALT)
    assert seen.document.scenario_id == today
    seen.undoes()
    assert seen.document.scenario_id == copy
    assert seen.status.startswith("Undone: Remove Seat")
    seen.presses(Qt.Key.Key_1, ALT)
    seen.redoes()
    assert seen.document.scenario_id == copy


def test_undoing_a_removed_scenario_shows_it_again(seen):
    today = seen.document.scenario_id
    seen.presses(Qt.Key.Key_N, CTRL | SHIFT)
    copy = seen.document.scenario_id
    seen.document.show_scenario(today)
    seen.document.apply(partial(edits.remove_scenario, scenario=copy))
    seen.undoes()
    assert seen.document.scenario_id == copy


def test_undoing_a_name_of_another_scenario_leaves_what_is_shown(seen):
    today = seen.document.scenario_id
    seen.presses(Qt.Key.Key_N, CTRL | SHIFT)
    seen.document.apply(partial(edits.edit_context, scenario=today, name="Yesterday"))
    copy = seen.document.scenario_id
    seen.undoes()
    assert (seen.document.scenario_id, seen.document.project.scenarios[today].name) == (copy, "Today")


def test_the_whole_chart_has_the_same_detail_wherever_one_comes_from(seen):
    canvas = seen.bench.canvas
    scale = 31.0 / canvas.scene.settings.card_height
    levels = set()
    for start in (1.0, 0.5):
        canvas.zoom_to(start, QPoint(100, 100))
        canvas.fly_to(type(canvas.view)(scale, 0, 0))
        levels.add(canvas.level)
    assert levels == {Level.FULL}

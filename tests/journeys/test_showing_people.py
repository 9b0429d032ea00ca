"""The reporting chart in the whole window: another picture of the same layout, with the same hands."""

import pytest
from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
person Ingrid Solheim: other
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation, lead Ingrid Solheim
  core ML Platform, lead Tomasz, purpose "Shared platform"
    MO Tomasz
    DE Grace Mwangi
    PR vacant
  squad Fraud Shield, purpose "Score card fraud"
    DE Ravi Kulkarni 60%
    DS Grace Mwangi 20%
    MO vacant
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    planner.presses(Qt.Key.Key_2, CTRL)


def test_everybody_stands_once_and_the_teams_come_back(planner):
    scene = planner.bench.canvas.scene
    assert scene.rect_of(("seat", "Fraud Shield/DS")) == scene.rect_of(("seat", "ML Platform/DE"))
    planner.presses(Qt.Key.Key_1, CTRL)
    assert scene.rect_of(("seat", "Fraud Shield/DS")) != scene.rect_of(("seat", "ML Platform/DE"))


def test_it_is_remembered_for_the_scenario_and_ticked_in_the_menu(planner):
    actions = planner.window.actions_table
    assert actions["view.people"].isChecked()
    planner.presses(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert actions["view.teams"].isChecked()
    planner.presses(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert actions["view.people"].isChecked()
    assert planner.bench.canvas.scene.settings.people


def test_a_person_dragged_onto_a_person_swaps_their_seats(planner):
    drag = planner.drag("Fraud Shield/DE").over("ML Platform/DE")
    assert drag.badge.startswith("Swap with Grace Mwangi")
    drag.drop()
    assert planner.holder("ML Platform/DE") == "Ravi Kulkarni"


def test_a_person_dropped_on_a_vacant_seat_or_a_lead_does_as_among_teams(planner):
    drag = planner.drag("Karin Voss").over("ML Platform/PR")
    assert drag.badge.startswith("Assign as product")
    drag.drop()
    assert planner.holder("ML Platform/PR") == "Karin Voss"
    drag = planner.drag("Fraud Shield/DE").over("ML Platform")
    assert drag.badge.startswith("Add a data engineer seat")
    drag.escape()


def test_arrows_and_keys_work_as_among_teams(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(Qt.Key.Key_Down)
    assert planner.bench.selection.items == (("seat", "ML Platform/PR"),)
    planner.presses(Qt.Key.Key_Up)
    planner.presses(Qt.Key.Key_Delete)
    assert planner.holder("ML Platform/DE") is None
    planner.undoes()
    assert planner.holder("ML Platform/DE") == "Grace Mwangi"


def test_a_screen_reader_finds_leads_where_they_are_shown(planner):
    from planner.app.canvas.reading import CanvasTree

    tree = CanvasTree(planner.bench.canvas, planner.bench.keyboard)
    for team in tree.accessible_children(None):
        assert tree.accessible_node(team) is not None
        for seat in tree.accessible_children(team):
            assert tree.accessible_parent(seat) == team
            assert tree.accessible_node(seat).name
    assert "seat 2 of 3" in tree.accessible_node(("seat", "ML Platform/DE")).name

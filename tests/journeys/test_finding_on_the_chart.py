"""Ctrl+F finds on the chart: the rest pales, Enter goes from match to match, Esc leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

LAYOUT = """
plan Halden
person Karin Voss: product, marketing; 100%; skills sql
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  PR vacant
squad Fraud Shield
  DS Kwame Boateng
  DE Ravi Kulkarni
squad Churn Radar
  SD Adam Novak
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    planner.focuses_the_canvas(("team", "ML Platform"))


def finds(planner, text: str = ""):
    planner.presses(Qt.Key.Key_F, CTRL)
    find = planner.window.owners.by_name["find"].find
    assert find.bar.field.hasFocus()
    planner.types(text)
    return find


def selected(planner) -> list[str]:
    return [name for _, name in planner.bench.selection.items]


def test_what_does_not_match_pales_and_the_matches_are_counted(planner):
    find = finds(planner, "data engineer")
    assert find.bar.count.text() == "2 found"
    scene = planner.bench.canvas.scene
    teams, cards = find.veil.covered()
    assert teams == [scene.rect_of(("team", "Churn Radar"))]
    assert set(cards) == {scene.rect_of(("seat", key)) for key in ("ML Platform/PR", "Fraud Shield/DS")}


def test_enter_goes_to_the_next_match_and_shift_enter_back_round_the_ends(planner):
    find = finds(planner, "data engineer")
    seen = []
    for held in (0, 0, 0, SHIFT):
        planner.presses(Qt.Key.Key_Return, held or Qt.KeyboardModifier.NoModifier)
        seen.append((find.bar.count.text(), selected(planner)))
    first, second = ("1 of 2", ["ML Platform/DE"]), ("2 of 2", ["Fraud Shield/DE"])
    assert seen == [first, second, first, second]


def test_escape_brings_back_view_selection_and_focus(planner):
    planner.clicks("Churn Radar/SD")
    view = planner.bench.canvas.view
    find = finds(planner, "grace")
    planner.presses(Qt.Key.Key_Escape)
    assert not find.bar.isVisible()
    assert not find.veil.isVisible()
    assert selected(planner) == ["Churn Radar/SD"]
    assert planner.bench.canvas.view == view
    assert planner.bench.canvas.hasFocus()


def test_a_match_that_was_gone_to_stays_selected_ready_to_be_moved(planner):
    finds(planner, "grace")
    planner.presses(Qt.Key.Key_Return)
    planner.presses(Qt.Key.Key_Escape)
    assert selected(planner) == ["ML Platform/DE"]
    planner.presses(Qt.Key.Key_M)
    assert planner.bench.move_list.isVisible()


def test_escape_on_the_chart_leaves_the_search_first_and_then_clears_the_selection(planner):
    find = finds(planner, "grace")
    planner.presses(Qt.Key.Key_Return)
    planner.clicks("ML Platform/DE")
    planner.presses(Qt.Key.Key_Escape)
    assert not find.is_open
    assert selected(planner) == ["ML Platform/DE"]
    planner.presses(Qt.Key.Key_Escape)
    assert selected(planner) == []


def test_somebody_on_the_bench_is_found_there(planner):
    finds(planner, "karin")
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.selection.items == (("person", "Karin Voss"),)


def test_nobody_by_a_name_can_be_added_by_enter(planner):
    find = finds(planner, "mat")
    assert find.bar.none.text() == "No person called 'mat'. Press Enter to add one."
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.bench.add.name.text() == "mat"
    assert planner.bench.bench.add.name.hasFocus()


def test_matches_follow_a_change_of_the_plan(planner):
    find = finds(planner, "data engineer")
    planner.presses(Qt.Key.Key_Return)
    planner.document.undo()
    planner.bench.commands.remove_seat(planner.document.scenario.seats["Fraud Shield/DE"])
    assert find.bar.count.text() == "1 of 1"
    planner.document.undo()
    assert find.bar.count.text() == "1 of 2"


def test_a_collapsed_team_opens_for_what_is_found_in_it(planner):
    canvas = planner.bench.canvas
    canvas.fold(frozenset({"Fraud Shield"}))
    finds(planner, "ravi")
    planner.presses(Qt.Key.Key_Return)
    assert not canvas.scene.collapsed
    assert selected(planner) == ["Fraud Shield/DE"]


def test_the_bench_is_filtered_by_its_own_field(planner):
    planner.presses(Qt.Key.Key_F, CTRL | SHIFT)
    assert QApplication.focusWidget() is planner.bench.bench.field

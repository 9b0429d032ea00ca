"""Edit ▸ History lists what was done and undone, and goes to any of it in one jump."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.app.history.model import STATE
from planner.domain import edits

LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
squad Fraud Shield
  DS Kwame Boateng
"""
NAMES = ("One", "Two", "Three", "Four")


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    for name in NAMES:
        rename = partial(edits.rename_team, scenario="Today", team="Fraud Shield", name=name)
        planner.document.apply(rename)
    planner.focuses_the_canvas(("team", "Fraud Shield"))


def opens(planner):
    planner.window.actions_table["edit.history"].trigger()
    popover = planner.window.owners.by_name["history"].popover
    assert popover.list.hasFocus()
    return popover


def rows(popover) -> list[str]:
    model = popover.model
    return [f"{model.index(row).data()} {model.index(row).data(STATE)}" for row in range(model.rowCount())]


def team(planner) -> str:
    return planner.document.scenario.teams["Fraud Shield"].name


def test_steps_stand_in_order_with_the_present_marked(planner):
    planner.document.undo()
    assert rows(opens(planner)) == [
        "Start done",
        "Rename Team to One done",
        "Rename Team to Two done",
        "Rename Team to Three now",
        "Rename Team to Four undone",
    ]


def test_a_click_goes_there_and_the_list_stays(planner):
    popover = opens(planner)
    place = popover.list.visualRect(popover.model.index(1)).center()
    QTest.mouseClick(popover.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert team(planner) == "One"
    assert popover.isVisible()
    assert popover.model.present == 1
    place = popover.list.visualRect(popover.model.index(4)).center()
    QTest.mouseClick(popover.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert team(planner) == "Four"


def test_arrows_choose_a_step_and_enter_goes_there(planner):
    popover = opens(planner)
    for _ in range(3):
        planner.presses(Qt.Key.Key_Up)
    assert team(planner) == "Four"
    planner.presses(Qt.Key.Key_Return)
    assert team(planner) == "One"
    planner.presses(Qt.Key.Key_Home)
    planner.presses(Qt.Key.Key_Return)
    assert team(planner) == "Fraud Shield"
    planner.presses(Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert planner.bench.canvas.hasFocus()


def test_undo_while_it_is_open_moves_the_mark(planner):
    popover = opens(planner)
    planner.document.undo()
    assert popover.model.present == 3


def test_each_step_is_a_sentence_for_those_who_hear_it(planner):
    popover = opens(planner)
    model = popover.model
    said = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(4).data(said) == "Rename Team to Four, the plan is here"
    assert model.index(2).data(said) == "Rename Team to Two, done"


def test_a_long_history_opens_at_the_present(planner):
    for number in range(30):
        rename = partial(edits.rename_team, scenario="Today", team="Fraud Shield", name=f"Team {number}")
        planner.document.apply(rename)
    popover = opens(planner)
    present = popover.list.visualRect(popover.model.index(popover.model.present))
    assert popover.list.viewport().rect().contains(present.center())


def test_a_jump_says_how_many_steps_it_went(planner):
    popover = opens(planner)
    popover.go_to(0)
    assert planner.status == "4 steps undone."
    popover.go_to(3)
    assert planner.status == "3 steps done again."
    popover.go_to(2)
    assert planner.status.startswith("Undone: ")

"""Scenarios: made, named, put in order, compared with a baseline, and removed, by mouse and by keys."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from planner.app.scenarios.menus import new_menu, other_tab_menu, tab_menu
from planner.domain import edits

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)

LAYOUT = """
plan Halden
person Karin Voss: data-scientist
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
squad Fraud Shield
  DS Kwame Boateng
"""
BEFORE = "Duplicate Later"
"""The last step that the fixture did."""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    for source, name in (("Today", "Later"), ("Later", "Much later")):
        copy = partial(edits.duplicate_scenario, scenario=source, copy=name, name=name)
        planner.document.apply(copy)
    QApplication.processEvents()


def names(planner) -> list[str]:
    return [scenario.name for scenario in planner.document.project.scenarios]


def tabs(planner):
    return planner.window.page.toolbar.tabs


def does(planner, action: str) -> None:
    planner.window.actions_table[action].trigger()


def place(planner, name: str) -> QPoint:
    """The middle of a scenario's tab in the window."""
    (tab,) = [tab for tab in tabs(planner).tabs if tab.accessibleName().startswith(f"Scenario {name},")]
    return tab.mapTo(planner.window, tab.rect().center())


def double_clicks(planner, at: QPoint) -> None:
    QTest.mouseClick(planner.handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(planner.handle, Qt.MouseButton.LeftButton, pos=at)


def test_the_field_for_a_name_is_whole_even_on_the_only_tab(planner):
    planner.opens("scenario First")
    double_clicks(planner, place(planner, "First"))
    field = tabs(planner).name_field
    assert tabs(planner).rect().contains(field.geometry())


def test_a_double_click_on_a_tab_renames_it_in_place(planner):
    double_clicks(planner, place(planner, "Later"))
    assert tabs(planner).name_field.isVisible()
    planner.types("Next year")
    planner.presses(Qt.Key.Key_Return)
    assert names(planner) == ["Today", "Next year", "Much later"]
    assert planner.undo_name == "Rename Scenario"
    planner.undoes()
    assert names(planner) == ["Today", "Later", "Much later"]


def test_f2_on_a_tab_renames_it_and_escape_keeps_the_name(planner):
    tabs(planner).tabs[0].setFocus(Qt.FocusReason.TabFocusReason)
    planner.presses(Qt.Key.Key_F2)
    planner.types("Other")
    planner.presses(Qt.Key.Key_Escape)
    assert names(planner)[0] == "Today"
    assert tabs(planner).tabs[0].hasFocus()


def test_an_empty_name_is_not_kept(planner):
    does(planner, "scenario.rename")
    planner.presses(Qt.Key.Key_Delete)
    planner.presses(Qt.Key.Key_Return)
    assert names(planner)[0] == "Today"
    assert planner.undo_name == BEFORE


def test_a_name_is_kept_when_the_focus_goes_elsewhere(planner):
    does(planner, "scenario.rename")
    planner.types("Now")
    planner.bench.canvas.setFocus()
    assert names(planner)[0] == "Now"


def drags(planner, name: str, to: QPoint, *, let_go: bool = True) -> None:
    start = place(planner, name)
    QTest.mousePress(planner.handle, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(planner.handle, start + (to - start) * part)
    if let_go:
        QTest.mouseRelease(planner.handle, Qt.MouseButton.LeftButton, pos=to)


@pytest.mark.parametrize(
    ("name", "beside", "by", "order"),
    [
        ("Today", "Later", 30, ["Later", "Today", "Much later"]),
        ("Today", "Much later", 200, ["Later", "Much later", "Today"]),
        ("Much later", "Today", -30, ["Much later", "Today", "Later"]),
        ("Later", "Later", 20, ["Today", "Later", "Much later"]),
    ],
)
def test_a_tab_is_dragged_to_its_place_in_the_order(planner, name, beside, by, order):
    drags(planner, name, place(planner, beside) + QPoint(by, 0))
    assert names(planner) == order
    assert planner.document.scenario.name == "Today"
    moved = order != ["Today", "Later", "Much later"]
    assert planner.undo_name == (f"Move {name}" if moved else BEFORE)


def test_escape_ends_the_drag_of_a_tab(planner):
    tabs(planner).tabs[0].setFocus()
    end = place(planner, "Much later")
    drags(planner, "Today", end, let_go=False)
    planner.presses(Qt.Key.Key_Escape)
    QTest.mouseRelease(planner.handle, Qt.MouseButton.LeftButton, pos=end)
    assert names(planner) == ["Today", "Later", "Much later"]


def test_alt_and_arrows_move_the_tab_in_focus_which_keeps_it(planner):
    tabs(planner).tabs[0].setFocus(Qt.FocusReason.TabFocusReason)
    planner.presses(Qt.Key.Key_Right, ALT)
    planner.presses(Qt.Key.Key_Right, ALT)
    planner.presses(Qt.Key.Key_Right, ALT)
    assert names(planner) == ["Later", "Much later", "Today"]
    assert tabs(planner).tabs[2].hasFocus()
    planner.presses(Qt.Key.Key_Left, ALT)
    assert names(planner) == ["Later", "Today", "Much later"]


def test_arrows_go_from_tab_to_tab_and_the_ends_by_home_and_end(planner):
    tabs(planner).tabs[0].setFocus(Qt.FocusReason.TabFocusReason)
    shown = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        planner.presses(key)
        shown.append(planner.document.scenario.name)
    assert shown == ["Later", "Today", "Much later", "Today"]


def test_a_removed_scenario_makes_room_for_its_neighbour_and_undo_brings_it_back(planner):
    planner.presses(Qt.Key.Key_2, ALT)
    tabs(planner).tabs[1].setFocus(Qt.FocusReason.TabFocusReason)
    planner.presses(Qt.Key.Key_Delete)
    assert names(planner) == ["Today", "Much later"]
    assert planner.document.scenario.name == "Much later"
    assert planner.status == "Later is removed."
    planner.undoes()
    assert names(planner) == ["Today", "Later", "Much later"]


def test_the_last_scenario_cannot_be_removed(planner):
    for _ in range(2):
        does(planner, "scenario.remove")
    assert not planner.window.actions_table["scenario.remove"].isEnabled()
    tabs(planner).removal_asked.emit(planner.document.scenario_id)
    assert len(names(planner)) == 1
    assert "only scenario" in planner.window.page.notices.text


def test_one_scenario_is_the_baseline(planner):
    does(planner, "scenario.baseline")
    assert [scenario.baseline for scenario in planner.document.project.scenarios] == [True, False, False]
    assert tabs(planner).tabs[0].accessibleName().endswith(", baseline")
    assert tabs(planner).tabs[0].toolTip() == "Today, baseline (Alt+1)"
    planner.presses(Qt.Key.Key_2, ALT)
    does(planner, "scenario.baseline")
    assert [scenario.baseline for scenario in planner.document.project.scenarios] == [False, True, False]
    does(planner, "scenario.baseline")
    assert not any(scenario.baseline for scenario in planner.document.project.scenarios)


def test_a_copy_of_a_copy_has_the_next_number(planner):
    for _ in range(2):
        planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    assert names(planner) == ["Today", "Today 2", "Today 3", "Later", "Much later"]


def test_an_empty_scenario_has_the_context_of_the_one_shown_and_stands_behind_it(planner):
    does(planner, "scenario.new-empty")
    assert names(planner) == ["Today", "New scenario", "Later", "Much later"]
    made = planner.document.scenario
    assert (made.name, made.use_cases, len(made.teams)) == ("New scenario", 4, 0)
    planner.undoes()
    assert names(planner) == ["Today", "Later", "Much later"]


def test_a_scenario_can_start_from_a_structure(planner):
    does(planner, "scenario.new-decentralized")
    made = planner.document.scenario
    assert made.name == "Decentralized"
    assert {team.kind.value for team in made.teams} == {"group", "squad"}
    assert all(not seat.is_filled for seat in made.seats)
    does(planner, "scenario.new-decentralized")
    assert planner.document.scenario.name == "Decentralized 2"


def test_the_menus_of_a_tab_and_of_the_plus_offer_the_commands(planner):
    window = planner.window
    texts = [action.text() for action in tab_menu(window, window.actions_table).actions() if action.text()]
    assert texts[:4] == ["Rename scenario", "Duplicate scenario", "Move scenario left", "Move scenario right"]
    new = [action.text() for action in new_menu(window, window.actions_table).actions() if action.text()]
    assert new[:2] == ["Duplicate scenario", "Empty scenario"]


def test_the_menu_of_another_tab_opens_below_it_and_shows_nothing_yet(planner, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda _menu, at: opened.append(at))
    tab, reason = tabs(planner).tabs[1], QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(tab, QContextMenuEvent(reason, QPoint(), QPoint()))
    assert planner.document.scenario.name == "Today"
    assert opened == [tab.mapToGlobal(tab.rect().bottomLeft())]


def test_the_tab_under_a_point_of_the_screen_is_known(planner):
    at = planner.window.mapToGlobal(place(planner, "Later"))
    assert tabs(planner).tab_at(at) == planner.document.project.scenarios.order[1]
    assert tabs(planner).tab_at(at + QPoint(0, 200)) is None


def test_many_scenarios_scroll_by_arrows_and_the_shown_one_is_in_sight(planner):
    for _ in range(10):
        planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    QApplication.processEvents()
    row = tabs(planner)
    assert row.earlier.isVisible()
    assert row.later.isVisible()
    shown = row.tabs[planner.document.project.scenarios.index(planner.document.scenario_id)]
    at = shown.mapTo(row, shown.rect().center()).x()
    assert 24 <= at <= row.width() - 24
    for _ in range(12):
        QTest.mouseClick(row.earlier, Qt.MouseButton.LeftButton)
    assert not row.earlier.isEnabled()
    assert row.later.isEnabled()
    QTest.mouseClick(row.later, Qt.MouseButton.LeftButton)
    assert row.earlier.isEnabled()


def test_undoing_a_copy_shows_what_it_was_made_of(planner):
    planner.presses(Qt.Key.Key_3, ALT)
    planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    assert planner.document.scenario.name == "Much later 2"
    planner.undoes()
    assert planner.document.scenario.name == "Much later"


def test_what_is_chosen_from_the_menu_of_another_tab_is_done_to_its_scenario(planner):
    document, shown = planner.document, planner.document.scenario_id
    other = str(document.project.scenarios.order[1])
    menu = other_tab_menu(planner.window, planner.window.actions_table, document, other)
    actions = {action.text().replace("&", ""): action for action in menu.actions() if action.text()}
    assert actions["Move scenario left"].isEnabled()
    actions["Baseline for comparing"].trigger()
    assert document.project.scenarios[other].baseline
    assert document.scenario_id == shown
    actions["Remove scenario"].trigger()
    assert other not in document.project.scenarios
    assert document.scenario_id == shown


def test_only_the_tab_that_keys_act_on_has_the_focus(planner):
    """A ring on another one would say that Delete removes that."""

    def focused() -> list[str]:
        return [tab.scenario_id for tab in tabs(planner).tabs if tab.hasFocus()]

    planner.clicks(place(planner, "Today"))
    assert focused() == ["Today"]
    QTest.mouseClick(planner.handle, Qt.MouseButton.MiddleButton, pos=place(planner, "Later"))
    assert focused() == ["Today"]
    planner.presses(Qt.Key.Key_2, ALT)
    assert focused() == ["Later"]
    planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    assert focused() == [planner.document.scenario_id] != ["Later"]
    planner.clicks(place(planner, "Much later"))
    assert focused() == ["Much later"]
    planner.presses(Qt.Key.Key_Delete)
    assert "Much later" not in names(planner)
    assert focused() == [planner.document.scenario_id]

"""The window by keyboard alone: where Tab and F6 lead, what each stop is called, and that it shows."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.panel.next_move import NextMoveRow
from planner.app.theme import ThemeChoice
from planner.app.window.focus_order import stops
from planner.domain import Function

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz
  DE Grace Mwangi
squad Fraud Shield
  DE Ravi Kulkarni 60%
  MO vacant
"""


@pytest.fixture(autouse=True)
def _plan(planner, qtbot):
    planner.opens(LAYOUT)
    # The best next move is worked out while there is time, and is a stop from then on.
    qtbot.waitUntil(planner.window.page.parts.panel.findChild(NextMoveRow).isVisible, timeout=5000)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walk(planner, key: Qt.Key = Qt.Key.Key_Tab, modifiers=Qt.KeyboardModifier.NoModifier) -> list[QWidget]:
    """Every stop once round the window, from the first of the toolbar."""
    page = planner.window.page
    while not page.toolbar.isAncestorOf(focus()):
        planner.presses(Qt.Key.Key_F6)
    stops = [focus()]
    while True:
        planner.presses(key, modifiers)
        if focus() is stops[0]:
            return stops
        assert focus() not in stops, "Tab goes in a small circle"
        stops.append(focus())


def part_of(planner, widget: QWidget) -> str:
    page = planner.window.page
    parts = {
        "toolbar": page.toolbar,
        "bench": page.parts.side,
        "canvas": page.parts.canvas,
        "score": page.parts.panel,
        "status": page.status,
    }
    return next((name for name, part in parts.items() if part is widget or part.isAncestorOf(widget)), "")


def test_tab_goes_from_part_to_part_in_the_order_that_eyes_do(planner):
    seen = [part_of(planner, stop) for stop in walk(planner)]
    assert list(dict.fromkeys(seen)) == ["toolbar", "bench", "canvas", "score"]
    changes = sum(one != other for one, other in pairwise(seen))
    assert changes == 3, "no part is left and entered again"


def test_shift_tab_goes_the_same_way_back(planner):
    there = walk(planner)
    back = walk(planner, Qt.Key.Key_Backtab, SHIFT)
    assert back == [there[0], *reversed(there[1:])]


def test_f6_leads_from_part_to_part(planner):
    planner.focuses_the_canvas(("team", "ML Platform"))
    seen = []
    for _ in range(4):
        planner.presses(Qt.Key.Key_F6)
        seen.append(part_of(planner, focus()))
    assert seen == ["score", "toolbar", "bench", "canvas"]


def test_the_outline_is_a_part_as_the_bench_is(planner):
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    view = focus()
    planner.presses(Qt.Key.Key_F6)
    assert part_of(planner, focus()) == "canvas"
    planner.presses(Qt.Key.Key_F6, SHIFT)
    assert focus() is view
    assert view in walk(planner)


def stops_of(planner) -> list[QWidget]:
    """Everything that keys alone lead to: each stop of Tab, and what arrows lead to inside."""
    page = planner.window.page
    return [*{*walk(planner), *stops([page.toolbar]), *stops([page.parts.panel])}]


def arrows(planner, key: Qt.Key) -> list[QWidget]:
    """What an arrow leads through, until it leads no further."""
    seen = [focus()]
    while True:
        planner.presses(key)
        if focus() is seen[-1]:
            return seen
        seen.append(focus())


def test_toolbar_and_score_panel_are_one_stop_each(planner):
    seen = [part_of(planner, stop) for stop in walk(planner)]
    assert (seen.count("toolbar"), seen.count("score")) == (1, 1)


def test_arrows_walk_along_the_toolbar_with_the_scenarios_in_it(planner):
    toolbar = planner.window.page.toolbar
    walk(planner)
    there = arrows(planner, Qt.Key.Key_Right)
    assert there == stops([toolbar])
    assert toolbar.tabs.tabs[0] in there
    assert there[-1] is toolbar.export
    assert arrows(planner, Qt.Key.Key_Left) == there[::-1]


def test_arrows_in_the_tabs_go_through_the_scenarios_and_out_at_their_ends(planner):
    planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    toolbar = planner.window.page.toolbar
    first, second = toolbar.tabs.tabs
    second.setFocus(Qt.FocusReason.TabFocusReason)
    planner.presses(Qt.Key.Key_Left)
    assert focus() is first
    assert planner.document.scenario_id == first.scenario_id
    planner.presses(Qt.Key.Key_Right)
    assert focus() is second
    planner.presses(Qt.Key.Key_Right)
    assert focus() is toolbar.new_scenario


def test_arrows_walk_down_the_score_panel_from_gauge_to_folds(planner):
    panel = planner.window.page.parts.panel
    panel.gauge.setFocus(Qt.FocusReason.TabFocusReason)
    there = arrows(planner, Qt.Key.Key_Down)
    assert there == stops([panel])
    kinds = list(dict.fromkeys(type(stop).__name__ for stop in there))
    wanted = ["GaugeButton", "NextMoveRow", "CategoryBar", "FindingCard"]
    assert [kind for kind in kinds if kind in wanted] == wanted
    assert arrows(planner, Qt.Key.Key_Up) == there[::-1]


def test_enter_unfolds_what_the_arrows_led_to(planner):
    panel = planner.window.page.parts.panel
    panel.gauge.setFocus(Qt.FocusReason.TabFocusReason)
    while not focus().accessibleName().startswith("Passed checks"):
        planner.presses(Qt.Key.Key_Down)
    planner.presses(Qt.Key.Key_Return)
    assert focus().isChecked()


def test_tab_comes_back_to_where_the_arrows_were(planner):
    card = planner.window.page.parts.panel.findings.cards[1]
    card.setFocus(Qt.FocusReason.TabFocusReason)
    planner.presses(Qt.Key.Key_Tab)
    assert part_of(planner, focus()) != "score"
    planner.presses(Qt.Key.Key_Backtab, SHIFT)
    assert focus() is card


def test_every_stop_has_a_name_and_a_role(planner):
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    outlined = stops_of(planner)
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    for stop in {*outlined, *stops_of(planner)}:
        read = QAccessible.queryAccessibleInterface(stop)
        assert read is not None
        assert read.text(QAccessible.Text.Name).strip(), f"{type(stop).__name__} has no name"
        assert read.role() is not QAccessible.Role.NoRole, f"{type(stop).__name__} has no role"


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_every_stop_looks_another_way_while_it_has_the_focus(planner, theme):
    planner.program.look.choose(theme)
    same = []
    for stop in stops_of(planner):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        focused = stop.grab().toImage()
        other = (
            planner.window.page.parts.canvas
            if part_of(planner, stop) != "canvas"
            else (planner.bench.bench.field)
        )
        other.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()
        if stop.grab().toImage() == focused:
            same.append(f"{type(stop).__name__} {stop.accessibleName()}")
    assert same == []


def test_every_command_stands_in_a_menu_or_has_keys(planner):
    for row, action in planner.window.actions_table:
        assert row.menu or row.shortcuts, f"{row.id} is out of reach"
        assert action.text().strip()


def test_what_can_be_pressed_reads_as_a_button(planner):
    panel = planner.window.page.parts.panel
    kinds = {"GaugeButton", "NextMoveRow", "CategoryBar", "FindingCard"}
    for stop in stops([panel]):
        if type(stop).__name__ in kinds:
            kinds.discard(type(stop).__name__)
            assert QAccessible.queryAccessibleInterface(stop).role() is QAccessible.Role.Button
    assert kinds == set()


def test_the_role_filter_reads_as_a_group_of_boxes_to_tick(planner):
    chips = planner.bench.bench.filter
    chips.setFocus(Qt.FocusReason.TabFocusReason)
    group = QAccessible.queryAccessibleInterface(chips)
    assert group.role() is QAccessible.Role.Grouping
    planner.presses(Qt.Key.Key_Right)
    planner.presses(Qt.Key.Key_Space)
    second = group.child(1)
    assert second.role() is QAccessible.Role.CheckBox
    assert second.text(QAccessible.Text.Name).startswith("Data engineer: ")
    assert second.state().checked
    assert not group.child(0).state().checked
    assert second.rect().contains(chips.mapToGlobal(chips.place_of(Function.DATA_ENGINEER).center()))

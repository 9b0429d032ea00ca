"""What opens over the chart by keyboard alone: Tab goes round in it, Esc leaves it and leads back."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from shiboken6 import isValid
from tests.journeys.surfaces import LAYOUT, OPENED

from planner.app.controls.popover import Popover
from planner.app.window.focus_order import stops
from planner.app.window.walking import show_whole

POPOVERS = (
    "a person",
    "a seat",
    "a team",
    "the plan",
    "the context",
    "the account",
    "structures",
    "the palette",
    "why this rule",
    "muting a rule",
    "history",
)


DIALOGS = (
    "settings",
    "keys",
    "about",
    "import",
    "versions",
    "a question",
    "a large removal",
    "the basics",
)
BESIDE = ("agreements", "find", "bars")


def open_from_the_chart(planner, name: str) -> None:
    """Open something while the keyboard is on a team."""
    planner.opens(LAYOUT)
    planner.focuses_the_canvas(("team", "ML Platform"))
    OPENED[name](planner)
    QApplication.processEvents()


def with_the_keyboard() -> QWidget:
    """The popover or the dialog in which the keyboard is."""
    focus = QApplication.focusWidget()
    while focus is not None and not isinstance(focus, Popover | QDialog):
        focus = focus.parentWidget()
    assert focus is not None, "the keyboard is in what was opened"
    return focus


@pytest.fixture(params=(*POPOVERS, *DIALOGS))
def opened(request, planner) -> QWidget:
    """Something that lies over the chart, with the keyboard in it."""
    open_from_the_chart(planner, request.param)
    return with_the_keyboard()


def presses(key: Qt.Key) -> None:
    """Press a key where the keyboard is, which in a dialog is another window."""
    QTest.keyClick(QApplication.focusWidget(), key)


def walk(key: Qt.Key) -> list[QWidget]:
    """Every stop until the first one comes again."""
    stops = [QApplication.focusWidget()]
    for _ in range(60):
        presses(key)
        if QApplication.focusWidget() is stops[0]:
            return stops
        stops.append(QApplication.focusWidget())
    raise AssertionError("the keyboard never comes round")


def test_tab_goes_round_inside_and_back_the_same_way(opened):
    there = walk(Qt.Key.Key_Tab)
    assert all(stop is opened or opened.isAncestorOf(stop) for stop in there)
    assert len(set(map(id, there))) == len(there), "no stop comes twice"
    assert walk(Qt.Key.Key_Backtab) == [there[0], *reversed(there[1:])]


def test_every_stop_inside_is_something_that_takes_keys(opened):
    assert all(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in walk(Qt.Key.Key_Tab))


def test_every_stop_inside_shows_that_the_keyboard_is_there(opened):
    for stop in walk(Qt.Key.Key_Tab):
        show_whole(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        place = QRect(stop.mapTo(opened, QPoint(0, 0)), stop.size()).adjusted(-4, -4, 4, 4)
        focused = opened.grab(place).toImage()
        stop.clearFocus()
        QApplication.processEvents()
        assert opened.grab(place).toImage() != focused, stop.accessibleName()


def test_esc_closes_it_from_any_stop_and_leads_back_to_the_chart(planner, opened):
    presses(Qt.Key.Key_Tab)
    presses(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not isValid(opened) or not opened.isVisible()
    assert QApplication.focusWidget() is planner.bench.canvas
    assert planner.bench.selection.single == ("team", "ML Platform")


@pytest.mark.parametrize("name", [*POPOVERS, *DIALOGS, *BESIDE])
def test_enter_presses_each_button_that_has_the_focus(planner, name):
    """As the space bar does; it never gives what another button stands for."""
    open_from_the_chart(planner, name)
    is_beside = name in BESIDE
    inside = planner.window.page if is_beside else with_the_keyboard()
    buttons = [
        each for each in stops([inside]) if isinstance(each, QAbstractButton) and not each.isCheckable()
    ]
    pressed: list[QAbstractButton] = []
    for button in buttons:
        button.click = lambda button=button: pressed.append(button)
        button.pressed.connect(lambda button=button: pressed.append(button))
    for button in buttons:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        presses(Qt.Key.Key_Return)
        assert pressed == [button], button.accessibleName() or button.text()
        pressed.clear()

"""What opens over the chart by keyboard alone: Tab goes round in it, Esc leaves it and leads back."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from tests.journeys.surfaces import LAYOUT, OPENED

from planner.app.controls.popover import Popover

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


@pytest.fixture(params=POPOVERS)
def popover(request, planner) -> QWidget:
    """Something that floats over the chart, opened while the keyboard was on a team."""
    planner.opens(LAYOUT)
    planner.focuses_the_canvas(("team", "ML Platform"))
    OPENED[request.param](planner)
    QApplication.processEvents()
    focus = QApplication.focusWidget()
    while focus is not None and not isinstance(focus, Popover):
        focus = focus.parentWidget()
    assert focus is not None, "the keyboard is in what was opened"
    return focus


def walk(planner, key: Qt.Key) -> list[QWidget | None]:
    """Every stop until the first one comes again."""
    stops = [QApplication.focusWidget()]
    for _ in range(40):
        planner.presses(key)
        if QApplication.focusWidget() is stops[0]:
            return stops
        stops.append(QApplication.focusWidget())
    raise AssertionError("the keyboard never comes round")


def test_tab_goes_round_inside_and_back_the_same_way(planner, popover):
    there = walk(planner, Qt.Key.Key_Tab)
    assert all(stop is popover or popover.isAncestorOf(stop) for stop in there)
    assert len(set(map(id, there))) == len(there), "no stop comes twice"
    assert walk(planner, Qt.Key.Key_Backtab) == [there[0], *reversed(there[1:])]


def test_every_stop_inside_is_something_that_takes_keys(planner, popover):
    assert all(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in walk(planner, Qt.Key.Key_Tab))


def test_every_stop_inside_shows_that_the_keyboard_is_there(planner, popover):
    for stop in walk(planner, Qt.Key.Key_Tab):
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        place = QRect(stop.mapTo(popover, QPoint(0, 0)), stop.size()).adjusted(-4, -4, 4, 4)
        focused = popover.grab(place).toImage()
        stop.clearFocus()
        QApplication.processEvents()
        assert popover.grab(place).toImage() != focused, stop.accessibleName()


def test_esc_closes_it_from_any_stop_and_leads_back_to_the_chart(planner, popover):
    planner.presses(Qt.Key.Key_Tab)
    planner.presses(Qt.Key.Key_Escape)
    assert not isValid(popover) or not popover.isVisible()
    assert QApplication.focusWidget() is planner.bench.canvas

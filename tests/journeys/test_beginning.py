"""An empty canvas, and what it offers to begin with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.domain import Structure

EMPTY = """
plan Halden
person Grace Mwangi: data-engineer
person Tomasz Zieliński: mlops-engineer
person Kwame Boateng: data-scientist
person Adam Novak: software-developer
scenario Today: enterprise, product, centralized, 1 use cases
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(EMPTY)


def middle(planner, widget):
    return widget.mapTo(planner.window, widget.rect().center())


def test_a_click_starts_from_the_recommended_structure_and_one_undo_takes_it_back(planner):
    empty = planner.bench.empty
    planner.clicks(middle(planner, empty.start))
    scenario = planner.document.scenario
    assert scenario.structure is Structure.HYBRID
    assert scenario.seats
    assert not any(seat.is_filled for seat in scenario.seats)
    assert empty.isHidden()
    assert planner.bench.canvas.hasFocus()
    assert planner.status == "Started from the hybrid structure."
    planner.undoes()
    assert not planner.document.scenario.teams
    assert empty.isVisible()


def test_the_keyboard_reaches_both_offers(planner):
    planner.bench.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    planner.presses(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is planner.bench.empty.start
    planner.presses(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is planner.bench.empty.add
    planner.presses(Qt.Key.Key_Space)
    assert [team.name for team in planner.document.scenario.teams] == ["New core"]

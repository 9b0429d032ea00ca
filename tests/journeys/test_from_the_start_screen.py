"""From the start screen to a layout in a file and back to it, without the pointer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.start.sidebar import SidebarRow
from planner.domain import Chooser, Stage

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def settled(planner, qtbot):
    """Wait until the start screen has its questions and no file is being read or written."""

    def settle() -> None:
        qtbot.waitExposed(planner.window)
        planner.program.work.wait()
        planner.program.deliver()
        qtbot.waitUntil(lambda: planner.window.document is not None or planner.window.start.is_ready)
        QApplication.processEvents()

    return settle


def tabs_to(planner, words: str) -> None:
    """Press Tab until something of that name has the focus."""
    for _ in range(40):
        focus = QApplication.focusWidget()
        text = focus.text() if hasattr(focus, "text") else ""
        if words in (focus.accessibleName(), text):
            return
        QTest.keyClick(focus, KEY.Key_Tab)
    raise AssertionError(f"{words} is out of reach")


def starts_empty(planner) -> None:
    """Say who chooses, name the plan, and start without teams."""
    tabs_to(planner, "Not sure")
    planner.presses(KEY.Key_Left)
    tabs_to(planner, "Plan name")
    planner.presses(KEY.Key_A, CTRL)
    planner.types("Halden Mutual")
    tabs_to(planner, "Start empty")
    planner.presses(KEY.Key_Return)


def test_a_plan_is_begun_saved_and_found_again_by_keys_alone(planner, settled, qtbot):
    planner.window = planner.program.new_window()
    settled()
    starts_empty(planner)
    settled()
    planner.presses(KEY.Key_A, CTRL | SHIFT)
    planner.types("Grace Mwangi")
    planner.presses(KEY.Key_Return)
    planner.presses(KEY.Key_Escape)
    planner.presses(KEY.Key_T, CTRL)
    planner.types("Fraud Shield")
    planner.presses(KEY.Key_Return)
    planner.presses(KEY.Key_S, CTRL)
    settled()
    assert not planner.document.is_edited
    made = planner.document.project
    assert planner.window.close()

    planner.window = planner.program.new_window()
    qtbot.addWidget(planner.window)
    settled()
    names = [row.accessibleName() for row in planner.window.findChildren(SidebarRow)]
    tabs_to(planner, next(name for name in names if name.startswith("Halden Mutual")))
    planner.presses(KEY.Key_Return)
    settled()
    assert planner.document.project == made
    scenario = planner.document.scenario
    assert (scenario.stage, scenario.chooser) == (Stage.ENTERPRISE, Chooser.FUNCTIONS)
    assert [team.name for team in scenario.teams] == ["Fraud Shield"]
    assert [person.name for person in made.people] == ["Grace Mwangi"]

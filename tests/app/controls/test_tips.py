"""Tool tips say names and places as they are written: nothing in them is markup."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QMenu, QWidget

from planner.app.canvas.menus import Entry, fill
from planner.app.controls import make_tool_button
from planner.app.controls.labels import plain_tip
from planner.app.window.corner import Corner, State

NAME = "<b>R&D</b>"


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def seen(tip: str) -> str:
    """What a tool tip shows, as markup where it would be taken for some."""
    if "<" not in tip:
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_a_tip_reads_as_it_is_written():
    assert seen(plain_tip(f"{NAME}\nsecond line")) == f"{NAME}\nsecond line"


def test_the_corner_tells_the_whole_place_of_a_file(window, look):
    corner = Corner(look)
    corner.setParent(window)
    path = Path("plans") / NAME / "churn.teamplan"
    corner.show_file(path, "Churn", state=State.SAVED)
    assert str(path) in [seen(each.toolTip()) for each in corner.findChildren(QWidget)]


def test_a_menu_tells_why_an_entry_is_closed(window, look):
    menu = QMenu(window)
    fill(menu, [Entry("Move", reason=f"{NAME} is locked")], look)
    assert seen(menu.actions()[0].toolTip()) == f"{NAME} is locked"


def test_a_tool_button_tells_its_name_and_that_of_its_action(window, look):
    named = make_tool_button(look, icon="close", name=f"Remove {NAME}")
    acting = make_tool_button(look, action=QAction("Undo Rename <b>", window))
    for button in (named, acting):
        button.setParent(window)
    assert [seen(named.toolTip()), seen(acting.toolTip())] == [f"Remove {NAME}", "Undo Rename <b>"]

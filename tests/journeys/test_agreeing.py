"""Agreeing on what the chart cannot show, from the menu, from a finding, and by keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.app.agreements.grid_model import ACTIVITIES
from planner.domain import Activity, PracticeKind

Key = Qt.Key
LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
ML Platform serves Fraud Shield
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def page(planner):
    found = planner.window.page
    assert found is not None
    return found


def focus():
    return QApplication.focusWidget()


def press_button(planner, words: str) -> None:
    found = [
        each
        for each in page(planner).parts.panel.findChildren(QPushButton)
        if each.text() == words and each.isVisible()
    ]
    assert found, f"the score panel has no button {words!r}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_f7_opens_the_drawer_with_the_focus_and_closes_it_again(planner):
    canvas = page(planner).parts.canvas
    whole = canvas.height()
    planner.presses(Key.Key_F7)
    grid = page(planner).parts.agreements.contents.grid
    assert focus() is grid
    assert canvas.height() == whole - 240
    assert planner.window.actions_table["view.agreements"].isChecked()
    planner.presses(Key.Key_F7)
    assert focus() is canvas
    assert canvas.height() == whole


def test_one_team_answers_for_everything_by_keys_alone(planner):
    planner.presses(Key.Key_F7)
    before = planner.score
    for _ in Activity:
        planner.presses(Key.Key_A)
        planner.presses(Key.Key_Down)
    rows = planner.document.scenario.responsibilities
    assert {row.activity for row in rows} == set(Activity)
    assert {row.team for row in rows} == {"ML Platform"}
    assert planner.score > before
    assert planner.status == "ML Platform is accountable for application integration."
    for _ in Activity:
        planner.undoes()
    assert not len(planner.document.scenario.responsibilities)
    assert not planner.document.is_edited


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_click_on_a_cell_offers_the_levels(planner):
    planner.presses(Key.Key_F7)
    grid = page(planner).parts.agreements.contents.grid
    cell = grid.visualRect(grid.levels.index(ACTIVITIES.index(Activity.MONITORING), 1)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Key.Key_R)
    (row,) = planner.document.scenario.responsibilities
    assert (row.activity, row.team, row.level) == ("monitoring", "Fraud Shield", "responsible")


def test_letters_in_the_drawer_are_no_commands_of_the_canvas(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/MO"))
    planner.presses(Key.Key_F7)
    planner.presses(Key.Key_M)
    planner.presses(Key.Key_R)
    planner.presses(Key.Key_Delete)
    assert planner.holder("ML Platform/MO") == "Clara Dubois"
    assert not planner.bench.move_list.isVisible()


def test_the_status_bar_says_what_the_keys_do_in_the_grid(planner):
    resting = planner.status
    planner.presses(Key.Key_F7)
    assert planner.status == "Level of the team."
    planner.presses(Key.Key_F7)
    assert planner.status == resting


def test_f6_goes_round_through_the_drawer(planner):
    planner.presses(Key.Key_F7)
    drawer, seen = page(planner).parts.agreements, set()
    for _ in range(7):
        planner.presses(Key.Key_F6)
        seen.add(drawer.isAncestorOf(focus()))
    assert seen == {True, False}


def test_a_practice_is_agreed_on_by_keys_alone(planner):
    planner.presses(Key.Key_F7)
    contents = page(planner).parts.agreements.contents
    contents.add_button.setFocus()
    before = planner.score
    for key in (Key.Key_Return, Key.Key_Return, Key.Key_Return, Key.Key_Down, Key.Key_Return):
        planner.presses(key)
    for key in (Key.Key_Tab, Key.Key_Return, Key.Key_Return, Key.Key_Escape):
        planner.presses(key)
    (practice,) = planner.document.scenario.practices
    assert practice.kind is PracticeKind.PRIORITISATION
    assert practice.owner == "ML Platform"
    assert practice.teams == ("ML Platform", "Fraud Shield")
    assert planner.score > before
    assert focus() is contents.practices.rows[0].teams


def test_a_finding_leads_to_its_row(planner):
    parts = page(planner).parts
    (found,) = [
        each for each in planner.document.review.findings if each.rule.id == "hybrid/responsibilities"
    ]
    card = next(card for card in parts.panel.findings.cards if card.finding == found)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    press_button(planner, "Open Agreements")
    assert parts.agreements.isVisible()
    assert focus() is parts.agreements.contents.grid
    assert parts.agreements.contents.grid.currentIndex().row() == 0


def test_the_chart_still_takes_drags_above_the_drawer(planner):
    planner.presses(Key.Key_F7)
    QApplication.processEvents()
    planner.drag("ML Platform/DE").over("Fraud Shield/DS").drop()
    assert planner.holder("Fraud Shield/DS") == "Mateo Silva"


def test_a_window_opened_later_remembers_the_drawer(planner):
    planner.presses(Key.Key_F7)
    planner.opens_another(LAYOUT)
    assert page(planner).parts.agreements.isVisible()

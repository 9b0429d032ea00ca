"""The drawer: where it stands, what it remembers, and how it follows the document."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.app.agreements.area import HEIGHT_LEAST, HEIGHT_MOST
from planner.app.agreements.contents import Part
from planner.app.agreements.places import AgreementPlace
from planner.app.settings import AGREEMENTS_HEIGHT, AGREEMENTS_SHOWN
from planner.domain import Activity
from planner.domain.edits import duplicate_scenario, set_responsibility


def edge(desk) -> QWidget:
    (found,) = [each for each in desk.area.children() if isinstance(each, QWidget) and each.height() == 8]
    return found


def test_it_stands_at_the_foot_240_high(desk):
    assert desk.drawer.geometry().getRect() == (0, 460, 1100, 240)
    assert desk.canvas.geometry().getRect() == (0, 0, 1100, 460)


def test_all_eight_activities_fit_without_scrolling(desk):
    assert desk.grid.verticalScrollBar().maximum() == 0
    assert desk.grid.rowHeight(0) >= 24


def test_hidden_it_leaves_the_canvas_whole(desk):
    desk.area.hide_drawer()
    assert desk.canvas.height() == 700
    assert not desk.drawer.isVisible()


def test_its_edge_is_dragged_and_the_height_is_remembered(desk, settings):
    grip = edge(desk)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))
    QTest.mouseMove(grip, QPoint(300, -56))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(300, 4))
    assert desk.drawer.height() == 300
    assert settings.get(AGREEMENTS_HEIGHT) == 300
    assert settings.get(AGREEMENTS_SHOWN) is True


def test_the_height_is_set_without_dragging_and_keeps_its_bounds(desk):
    desk.area.heighten_drawer()
    assert desk.drawer.height() == 260
    for _ in range(20):
        desk.area.heighten_drawer()
    assert desk.drawer.height() == HEIGHT_MOST
    for _ in range(30):
        desk.area.lower_drawer()
    assert desk.drawer.height() == HEIGHT_LEAST


def test_escape_closes_it_and_gives_the_focus_to_the_canvas(desk):
    desk.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    desk.grid.setFocus()
    QTest.keyClick(desk.grid, Qt.Key.Key_Escape)
    assert not desk.drawer.isVisible()
    assert desk.focus is desk.canvas


def test_tab_goes_from_the_canvas_through_the_drawer(desk):
    desk.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    desk.canvas.setFocus()
    seen = []
    for _ in range(8):
        QTest.keyClick(desk.focus, Qt.Key.Key_Tab)
        seen.append(desk.focus)
    (row,) = desk.contents.practices.rows
    assert seen[0] is desk.grid
    assert [each for each in seen if each in (row.remove, row.owner, row.teams)] == [
        row.remove,
        row.owner,
        row.teams,
    ]


def test_narrow_it_has_three_tabs(desk):
    desk.resize(620, 700)
    assert desk.contents.shown is Part.RESPONSIBILITIES
    assert desk.grid.isVisible()
    desk.contents.tabs[Part.PRACTICES].click()
    assert not desk.grid.isVisible()
    assert desk.contents.practices.isVisible()
    desk.resize(1100, 700)
    assert desk.grid.isVisible()
    assert desk.contents.practices.isVisible()


def test_tabs_count_what_they_hold(desk):
    assert desk.contents.tabs[Part.PRACTICES].accessibleName() == "Practices, 1"
    assert desk.contents.tabs[Part.LINKS].accessibleName() == "Links, 1"


@pytest.mark.parametrize("width", [1100, 620])
def test_a_place_in_the_grid_gets_the_focus(desk, width):
    desk.resize(width, 700)
    desk.area.hide_drawer()
    desk.drawer.open_at(AgreementPlace(activity=Activity.MONITORING))
    assert desk.drawer.isVisible()
    assert desk.focus is desk.grid
    index = desk.grid.currentIndex()
    assert (index.row(), index.column()) == (5, 0)


def test_without_a_place_it_is_the_first_activity_that_nobody_answers_for(desk):
    desk.drawer.open_at(AgreementPlace())
    assert desk.grid.currentIndex().row() == 0


def test_what_changed_while_it_was_hidden_is_shown_when_it_opens(desk):
    desk.area.hide_drawer()
    edit = partial(
        set_responsibility, scenario="Today", activity=Activity.MONITORING, team="ML Platform", level=None
    )
    desk.document.apply(edit)
    desk.area.show_drawer()
    assert desk.grid.levels.standing(5).words == "Nobody"


def test_it_follows_the_scenario_that_is_shown(desk):
    desk.document.apply(partial(duplicate_scenario, scenario="Today", copy="other", name="Other"))
    desk.document.show_scenario("other")
    desk.grid.setCurrentIndex(desk.grid.levels.index(0, 0))
    QTest.keyClick(desk.grid, Qt.Key.Key_A)
    assert len(desk.document.scenario.responsibilities) == 3
    desk.document.show_scenario("Today")
    assert desk.grid.levels.standing(0).words == "Nobody"


def test_without_teams_there_is_one_sentence_and_one_action(desk_with, qtbot):
    desk = desk_with("scenario Today")
    desk.drawer.open_at(AgreementPlace(activity=Activity.MONITORING))
    button = desk.focus
    with qtbot.waitSignal(desk.drawer.team_asked):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert not desk.grid.isVisible()

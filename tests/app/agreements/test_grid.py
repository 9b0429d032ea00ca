"""The grid: keys and menu set levels, names are sentences, marks follow the document."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.agreements.grid_model import ACTIVITIES
from planner.domain import Activity, Team
from planner.domain.edits import add_team

Key = Qt.Key
ACCESSIBLE, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def at(desk, activity: Activity, team: str) -> None:
    """Put the focus on a cell."""
    teams = [each.name for each in desk.grid.levels.teams]
    desk.grid.setFocus()
    desk.grid.setCurrentIndex(desk.grid.levels.index(ACTIVITIES.index(activity), teams.index(team)))


def said(desk, activity: Activity, team: str, role=ACCESSIBLE) -> str:
    teams = [each.name for each in desk.grid.levels.teams]
    index = desk.grid.levels.index(ACTIVITIES.index(activity), teams.index(team))
    return desk.grid.levels.data(index, role)


def beside(desk, activity: Activity, role=ACCESSIBLE) -> str:
    return desk.grid.levels.headerData(ACTIVITIES.index(activity), Qt.Orientation.Vertical, role)


@pytest.mark.parametrize(
    ("key", "level"),
    [
        (Key.Key_A, "accountable"),
        (Key.Key_R, "responsible"),
        (Key.Key_C, "consulted"),
        (Key.Key_I, "informed"),
    ],
)
def test_a_letter_sets_the_level_in_one_step(desk, key, level):
    at(desk, Activity.GOVERNANCE, "Marketing")
    QTest.keyClick(desk.grid, key)
    assert desk.level("governance", "Marketing") == level
    assert str(desk.document.undo_label) == "Set Governance of Marketing"
    assert desk.said == [f"Marketing is {level} for governance."]
    desk.document.undo()
    assert desk.level("governance", "Marketing") is None


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_clears_a_cell(desk, key):
    at(desk, Activity.MONITORING, "ML Platform")
    QTest.keyClick(desk.grid, key)
    assert desk.level("monitoring", "ML Platform") is None
    assert desk.said == ["ML Platform has no part in monitoring now."]


def test_what_changes_nothing_is_no_step(desk):
    at(desk, Activity.MONITORING, "ML Platform")
    QTest.keyClick(desk.grid, Key.Key_A)
    at(desk, Activity.GOVERNANCE, "ML Platform")
    QTest.keyClick(desk.grid, Key.Key_Delete)
    assert desk.document.undo_label is None


def test_other_letters_neither_set_nor_search(desk):
    at(desk, Activity.DATA_PIPELINES, "ML Platform")
    for key in (Key.Key_M, Key.Key_X, Key.Key_1):
        QTest.keyClick(desk.grid, key)
    assert desk.grid.currentIndex().row() == 0
    assert desk.document.undo_label is None


def test_arrows_home_and_end_walk_about(desk):
    at(desk, Activity.DATA_PIPELINES, "ML Platform")
    QTest.keyClick(desk.grid, Key.Key_Down)
    QTest.keyClick(desk.grid, Key.Key_End)
    assert (desk.grid.currentIndex().row(), desk.grid.currentIndex().column()) == (1, 3)
    QTest.keyClick(desk.grid, Key.Key_Home)
    QTest.keyClick(desk.grid, Key.Key_Right)
    assert (desk.grid.currentIndex().row(), desk.grid.currentIndex().column()) == (1, 1)


def test_the_menu_offers_the_levels_with_their_keys(desk):
    at(desk, Activity.MONITORING, "Fraud Shield")
    menu = desk.grid.menu_of(desk.grid.currentIndex())
    entries = {action.text().partition("\t")[0]: action for action in menu.actions() if action.text()}
    assert [words for words, action in entries.items() if action.isChecked()] == ["&Consulted"]
    entries["&Responsible"].trigger()
    assert desk.level("monitoring", "Fraud Shield") == "responsible"
    desk.grid.menu_of(desk.grid.currentIndex()).actions()[-1].trigger()
    assert desk.level("monitoring", "Fraud Shield") is None


def test_locked_teams_may_agree_on_responsibilities(desk):
    at(desk, Activity.VALIDATION, "Churn Radar")
    QTest.keyClick(desk.grid, Key.Key_R)
    assert desk.level("validation", "Churn Radar") == "responsible"
    assert not desk.refused


def test_columns_are_ml_teams_then_partners_and_no_groups(desk):
    names = [team.name for team in desk.grid.levels.teams]
    assert names == ["ML Platform", "Fraud Shield", "Churn Radar", "Marketing"]


def test_cells_and_headers_speak_in_sentences(desk):
    assert said(desk, Activity.MONITORING, "ML Platform") == "Monitoring, ML Platform, accountable"
    assert said(desk, Activity.GOVERNANCE, "Marketing") == "Governance, Marketing, not set"
    assert beside(desk, Activity.MONITORING) == "Monitoring: ML Platform is accountable."
    assert beside(desk, Activity.DATA_PIPELINES) == (
        "Data pipelines, No team is accountable for data pipelines."
    )


def test_a_collision_is_marked_in_row_and_cells_and_goes_with_it(desk):
    at(desk, Activity.MONITORING, "Fraud Shield")
    QTest.keyClick(desk.grid, Key.Key_A)
    words = "ML Platform and Fraud Shield are both accountable for monitoring. One team should be."
    assert beside(desk, Activity.MONITORING, TIP) == words
    assert said(desk, Activity.MONITORING, "Fraud Shield", TIP) == words
    assert said(desk, Activity.MONITORING, "Fraud Shield").endswith("accountable, collides")
    QTest.keyClick(desk.grid, Key.Key_C)
    assert beside(desk, Activity.MONITORING, TIP) == "Monitoring: ML Platform is accountable."


def test_the_cell_in_focus_stays_when_teams_come(desk):
    at(desk, Activity.VALIDATION, "Marketing")
    desk.document.apply(partial(add_team, scenario="Today", team=Team(id="new", name="New squad")))
    index = desk.grid.currentIndex()
    assert (index.row(), desk.grid.levels.teams[index.column()].name) == (4, "Marketing")


def test_it_paints_every_level_and_mark(desk):
    for place, key in enumerate((Key.Key_A, Key.Key_R, Key.Key_C, Key.Key_I)):
        desk.grid.setCurrentIndex(desk.grid.levels.index(5, place))
        QTest.keyClick(desk.grid, key)
    at(desk, Activity.MONITORING, "Fraud Shield")
    QTest.keyClick(desk.grid, Key.Key_A)
    assert not desk.window.grab().isNull()


def turn_wheel(desk, *, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> int:
    """Turn the wheel down by one notch over the grid; how far to the right that led."""
    port, bar = desk.grid.viewport(), desk.grid.horizontalScrollBar()
    before, at = bar.value(), QPointF(40, 20)
    on_screen = QPointF(port.mapToGlobal(at.toPoint()))
    none, plain = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(at, on_screen, QPoint(), QPoint(0, -120), none, held, plain, False)
    QApplication.sendEvent(port, turned)
    return bar.value() - before


def test_a_wheel_reaches_the_teams_further_right(desk):
    desk.resize(480, 700)
    assert desk.grid.horizontalScrollBar().maximum() > 60
    assert turn_wheel(desk, held=Qt.KeyboardModifier.ShiftModifier) == 60


def test_a_plain_wheel_goes_sideways_only_where_nothing_is_above_or_below(desk):
    desk.resize(480, 700)
    for rows_hidden in (True, False):
        while (desk.grid.verticalScrollBar().maximum() > 0) is not rows_hidden:
            (desk.area.lower_drawer if rows_hidden else desk.area.heighten_drawer)()
            QApplication.processEvents()
        assert (turn_wheel(desk) > 0) is not rows_hidden

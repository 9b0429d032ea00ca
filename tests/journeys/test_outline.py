"""The outline in the whole window: every command of the canvas by the tree alone, and drags inside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.domain import Function

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
person Mateo Silva: data-engineer, mlops-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform, purpose "Shared platform"
  MO Tomasz Zieliński
  DE Grace Mwangi
  PR vacant
squad Fraud Shield, purpose "Score card fraud"
  PR Nina Hofmann
  DE Ravi Kulkarni
  MO vacant
squad Churn Radar, purpose "Retention offers"
  DS Sana Iqbal
  DE vacant
squad Old Desk, locked
  DS Emma Falk
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)


@pytest.fixture
def view(planner):
    return planner.window.page.parts.side.outline.view


def goes_to(planner, *key: str) -> None:
    planner.bench.selection.select((key[0], key[1]))


def place(planner, view, *key: str) -> QPoint:
    row = view.rect_of((key[0], key[1]))
    return planner.window.mapFromGlobal(QPoint(row.left() + 110, row.center().y()))


def drags(planner, view, start, end) -> None:
    at, to = place(planner, view, *start), place(planner, view, *end)
    QTest.mouseMove(planner.handle, at)
    QTest.mousePress(planner.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    for step in (4, 12, 24):
        QTest.mouseMove(planner.handle, at + QPoint(step, step // 4))
    QTest.mouseMove(planner.handle, to - QPoint(6, 1))
    QTest.mouseMove(planner.handle, to)


def drops(planner, view, end) -> None:
    QTest.mouseRelease(
        planner.handle,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place(planner, view, *end),
    )


def test_it_stands_in_the_benchs_place_and_goes_again(planner, view):
    page = planner.window.page
    assert view.hasFocus()
    assert page.parts.side.shows_outline
    assert not planner.bench.bench.isVisible()
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    assert planner.bench.bench.isVisible()
    assert planner.bench.bench.list.hasFocus()
    assert not page.parts.side.shows_outline


def test_it_opens_where_the_bench_is_hidden(planner, view):
    planner.presses(Qt.Key.Key_F9)
    assert not view.isVisible()
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    assert view.isVisible()
    assert view.hasFocus()


def test_finding_a_person_brings_the_bench_back(planner, view):
    planner.window.page.find_person()
    assert not view.isVisible()
    assert planner.bench.bench.field.hasFocus()


def test_a_row_dragged_onto_a_row_does_what_the_badge_said(planner, view):
    drags(planner, view, ("person", "Karin Voss"), ("seat", "ML Platform/PR"))
    planner.waits_for_the_score()
    assert planner.bench.overlay.badge_words.startswith("Assign as product")
    drops(planner, view, ("seat", "ML Platform/PR"))
    assert planner.holder("ML Platform/PR") == "Karin Voss"
    assert planner.undo_name == "Assign Karin Voss"
    assert planner.bench.selection.items == (("seat", "ML Platform/PR"),)
    assert view.current == ("seat", "ML Platform/PR")


def test_a_row_dragged_onto_a_card_is_the_same_drop(planner, view):
    drags(planner, view, ("seat", "Fraud Shield/DE"), ("seat", "Fraud Shield/DE"))
    to = planner.place("Churn Radar/DE")
    QTest.mouseMove(planner.handle, to)
    QTest.mouseRelease(planner.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)
    assert planner.holder("Churn Radar/DE") == "Ravi Kulkarni"
    assert planner.undo_name == "Move Ravi Kulkarni to Churn Radar"


def test_a_card_dragged_onto_a_row_is_the_same_drop(planner, view):
    drag = planner.drag("Fraud Shield/DE")
    to = place(planner, view, "seat", "Churn Radar/DE")
    QTest.mouseMove(planner.handle, to)
    assert planner.bench.overlay.badge_words.startswith("Move to Churn Radar")
    QTest.mouseRelease(planner.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, to)
    del drag
    assert planner.holder("Churn Radar/DE") == "Ravi Kulkarni"


def test_people_go_back_to_the_bench_by_a_drag_onto_it(planner, view):
    drags(planner, view, ("seat", "ML Platform/DE"), ("bench", ""))
    drops(planner, view, ("bench", ""))
    assert planner.holder("ML Platform/DE") is None
    assert planner.undo_name == "Unassign Grace Mwangi"


def test_a_team_dragged_onto_a_team_stands_under_it(planner, view):
    drags(planner, view, ("team", "Churn Radar"), ("team", "Fraud Shield"))
    planner.waits_for_the_score()
    assert planner.bench.overlay.badge_words == "Move under Fraud Shield no change"
    drops(planner, view, ("team", "Fraud Shield"))
    assert planner.document.scenario.teams["Churn Radar"].parent == "Fraud Shield"


def test_a_drag_is_cancelled_by_escape(planner, view):
    was = planner.document.project
    drags(planner, view, ("seat", "Fraud Shield/DE"), ("seat", "Churn Radar/DE"))
    planner.presses(Qt.Key.Key_Escape)
    drops(planner, view, ("seat", "Churn Radar/DE"))
    assert planner.document.project is was


def test_a_locked_team_keeps_its_people(planner, view):
    drags(planner, view, ("seat", "Old Desk/DS"), ("seat", "Churn Radar/DE"))
    assert planner.bench.gesture.carried is None
    assert "Old Desk is locked" in planner.status


def test_space_picks_up_arrows_visit_and_space_drops(planner, view):
    goes_to(planner, "person", "Karin Voss")
    planner.presses(Qt.Key.Key_Space)
    assert planner.bench.gesture.carried is not None
    planner.presses(Qt.Key.Key_Down)
    planner.presses(Qt.Key.Key_Space)
    assert planner.seats_of("Karin Voss") == ["ML Platform: product 100%"]
    assert view.hasFocus()


def test_m_opens_the_list_for_a_seat_and_for_somebody_on_the_bench(planner, view):
    goes_to(planner, "seat", "Fraud Shield/DE")
    planner.presses(Qt.Key.Key_M)
    assert planner.bench.move_list.isVisible()
    planner.presses(Qt.Key.Key_Escape)
    assert view.hasFocus()
    goes_to(planner, "person", "Mateo Silva")
    planner.presses(Qt.Key.Key_M)
    assert planner.bench.move_list.isVisible()
    planner.presses(Qt.Key.Key_Escape)


def test_shift_with_a_letter_that_is_a_command_begins_a_name(planner, view):
    planner.presses(Qt.Key.Key_R, SHIFT)
    assert not planner.bench.move_list.isVisible()
    assert view.current == ("seat", "Fraud Shield/DE")


def test_letters_of_a_name_are_no_commands(planner, view):
    goes_to(planner, "team", "ML Platform")
    planner.types("tom")
    assert not planner.bench.move_list.isVisible()
    assert view.current == ("seat", "ML Platform/MO")


def test_delete_insert_and_undo_by_keys(planner, view):
    goes_to(planner, "seat", "Fraud Shield/DE")
    planner.presses(Qt.Key.Key_Delete)
    assert planner.holder("Fraud Shield/DE") is None
    planner.undoes()
    assert planner.holder("Fraud Shield/DE") == "Ravi Kulkarni"
    planner.presses(Qt.Key.Key_Insert)
    added = [seat for seat in planner.document.scenario.seats if seat.team == "Fraud Shield"][-1]
    assert added.function is Function.DATA_SCIENTIST
    assert view.current == ("seat", added.id)


def test_f2_renames_where_the_row_stands(planner, view):
    goes_to(planner, "team", "Churn Radar")
    planner.presses(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert view.isAncestorOf(field)
    planner.types("Retention")
    planner.presses(Qt.Key.Key_Return)
    assert planner.document.scenario.teams["Churn Radar"].name == "Retention"
    assert view.hasFocus()


def test_enter_opens_what_a_row_has_to_edit(planner, view):
    goes_to(planner, "team", "Churn Radar")
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.editing.shown is planner.bench.editing.team
    planner.presses(Qt.Key.Key_Escape)
    assert view.hasFocus()
    goes_to(planner, "seat", "Churn Radar/DE")
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.candidates.isVisible()
    planner.presses(Qt.Key.Key_Escape)


def test_alt_with_arrows_reorders_teams(planner, view):
    goes_to(planner, "team", "Churn Radar")
    planner.presses(Qt.Key.Key_Up, ALT)
    names = [team.name for team in planner.document.scenario.teams]
    assert names.index("Churn Radar") < names.index("Fraud Shield")
    assert view.current == ("team", "Churn Radar")


def test_minus_and_plus_fold_the_row_with_the_team_on_the_chart(planner, view):
    goes_to(planner, "team", "Churn Radar")
    index = view.model().index_of(("team", "Churn Radar"))
    assert view.isExpanded(index)
    planner.presses(Qt.Key.Key_Minus)
    assert planner.bench.canvas.scene.collapsed == {"Churn Radar"}
    assert not view.isExpanded(index)
    planner.presses(Qt.Key.Key_Plus)
    assert not planner.bench.canvas.scene.collapsed
    assert view.isExpanded(index)


def test_l_opens_the_links_of_a_team(planner, view):
    goes_to(planner, "team", "Churn Radar")
    planner.presses(Qt.Key.Key_L)
    assert planner.bench.move_list.isVisible()
    planner.presses(Qt.Key.Key_Escape)


def test_a_menu_is_asked_for_beside_the_row_and_by_a_right_click(planner, view, qtbot):
    outline = planner.window.page.parts.side.outline
    outline.menu_asked.disconnect()
    goes_to(planner, "seat", "Fraud Shield/DE")
    for keys in ((Qt.Key.Key_Menu,), (Qt.Key.Key_F10, SHIFT)):
        with qtbot.waitSignal(outline.menu_asked) as asked:
            planner.presses(*keys)
        key, at = asked.args
        assert key == ("seat", "Fraud Shield/DE")
        assert view.rect_of(key).contains(at)
    row = view.rect_of(("team", "Churn Radar"))
    at = QPoint(row.left() + 110, row.center().y())
    port = view.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    with qtbot.waitSignal(outline.menu_asked) as asked:
        QApplication.sendEvent(port, QContextMenuEvent(reason, port.mapFromGlobal(at), at))
    assert asked.args == [("team", "Churn Radar"), at]
    assert planner.bench.selection.items == (("team", "Churn Radar"),)


def test_another_scenario_is_another_tree(planner, view):
    planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    goes_to(planner, "seat", "Fraud Shield/DE")
    planner.presses(Qt.Key.Key_Delete)
    assert view.current == ("seat", "Fraud Shield/DE")
    assert view.model().index_of(("seat", "Fraud Shield/DE")).data() == "Vacant"
    planner.presses(Qt.Key.Key_1, ALT)
    assert view.model().index_of(("seat", "Fraud Shield/DE")).data() == "Ravi Kulkarni"

"""The seats of a team are put in another order: by a drag, a card on the pointer, keys and the menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

KEY, ALT, LEFT = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
LAYOUT = """
plan Halden
person Karin: product
scenario Today: enterprise, product, hybrid, 4 use cases
squad Fraud
  DS Kwame
  DE Ravi
  MO vacant
  SD Adam
squad Sealed, locked
  DS Sana
  DE Mateo
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def order(planner, team: str = "Fraud") -> list[str]:
    return [seat.id.partition("/")[2] for seat in planner.document.scenario.seats if seat.team == team]


def edge_of(planner, seat: str, *, low: bool) -> QPoint:
    """A point just inside the upper or lower edge of a card."""
    rect = planner.bench.canvas.scene.rect_of(("seat", seat))
    area = planner.bench.canvas.to_screen(rect)
    y = area.bottom() - 3 if low else area.top() + 3
    return planner.window.mapFromGlobal(QPoint(area.center().x(), y))


def drags(planner, seat: str, to: QPoint):
    """Take a card and hold it over a point of the window."""
    return planner.drag(seat).over_point(to)


def test_a_card_is_dragged_between_two_others_of_its_team(planner):
    drag = drags(planner, "Fraud/SD", edge_of(planner, "Fraud/DS", low=True))
    assert drag.badge.startswith("Place before Ravi")
    drag.drop()
    assert order(planner) == ["DS", "SD", "DE", "MO"]
    assert planner.status == "Adam stands before Ravi now."
    assert planner.undo_name == "Move Seat in Fraud"
    assert planner.bench.selection.single == ("seat", "Fraud/SD")
    planner.undoes()
    assert order(planner) == ["DS", "DE", "MO", "SD"]


def test_the_outermost_card_stays_below_what_is_held_over_its_edge(planner, qtbot):
    canvas = planner.bench.canvas
    team = canvas.to_viewport(canvas.scene.rect_of(("team", "Fraud")))
    canvas.pan(16 - team.left(), 0)
    card = canvas.to_screen(canvas.scene.rect_of(("seat", "Fraud/DS")))
    to = planner.window.mapFromGlobal(QPoint(card.left() + 4, card.top() + 3))
    drag = drags(planner, "Fraud/SD", to)
    with qtbot.assertNotEmitted(planner.bench.pointer.scrolled, wait=80):
        drag.over_point(to)
    drag.drop()
    assert order(planner) == ["SD", "DS", "DE", "MO"]


def test_over_the_middle_of_a_card_two_people_still_change_places(planner):
    assert planner.drag("Fraud/SD").over("Fraud/DE").badge.startswith("Swap with Ravi")


def test_a_vacant_seat_is_dragged_too_but_not_out_of_its_team(planner):
    drag = drags(planner, "Fraud/MO", edge_of(planner, "Fraud/DS", low=False))
    assert drag.badge.startswith("Place before Kwame")
    drag.drop()
    assert order(planner) == ["MO", "DS", "DE", "SD"]
    assert planner.status == "The vacant MLOps engineer seat stands before Kwame now."
    drag = planner.drag("Fraud/MO").over("empty canvas")
    assert drag.badge == "A vacant seat stays in Fraud"
    drag.drop()
    assert order(planner) == ["MO", "DS", "DE", "SD"]


def test_alt_and_arrows_move_a_seat_and_say_where_it_ends(planner):
    planner.focuses_the_canvas(("seat", "Fraud/DS"))
    planner.presses(KEY.Key_Down, ALT)
    assert planner.status == "Kwame stands behind Ravi now."
    planner.presses(KEY.Key_Down, ALT)
    planner.presses(KEY.Key_Down, ALT)
    assert order(planner) == ["DE", "MO", "SD", "DS"]
    planner.presses(KEY.Key_Right, ALT)
    assert planner.status == "Kwame is the last already"
    planner.presses(KEY.Key_Up, ALT)
    assert order(planner) == ["DE", "MO", "DS", "SD"]
    assert planner.bench.selection.single == ("seat", "Fraud/DS")
    planner.undoes()
    assert order(planner) == ["DE", "MO", "SD", "DS"]


def test_a_locked_team_keeps_its_order(planner):
    planner.focuses_the_canvas(("seat", "Sealed/DS"))
    planner.presses(KEY.Key_Down, ALT)
    assert planner.status == "Sealed is locked. Unlock it to change it."
    assert order(planner, "Sealed") == ["DS", "DE"]


# Windows without a screen cannot raise a menu, and say so.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_moves_a_seat_and_lets_a_vacant_one_stick_to_the_pointer(planner):
    planner.right_clicks("Fraud/SD")
    _picks("Move earlier\tAlt+Left")
    assert order(planner) == ["DS", "DE", "SD", "MO"]
    planner.right_clicks("Fraud/MO")
    _picks("Move with the pointer")
    to = edge_of(planner, "Fraud/DE", low=False)
    QTest.mouseMove(planner.handle, to - QPoint(6, 0))
    QTest.mouseMove(planner.handle, to)
    QTest.mouseClick(planner.handle, LEFT, NONE, to)
    assert order(planner) == ["DS", "MO", "DE", "SD"]


def _picks(text: str) -> None:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [each for each in menu.actions() if each.text().replace("&", "") == text]
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(action).center())
    QApplication.processEvents()

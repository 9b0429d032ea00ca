"""Gestures in the overview: teams are dragged by their names, lists open beside tiles, one card tells."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from tests.journeys.conftest import Planner

from planner.advice.moves import OnSeat
from planner.app.canvas.canvas import Canvas

GROUPS = """
plan Acme
person Uma Free: data-scientist; 100%
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation
  core ML Platform
    MO Tomasz
  group Payments
    squad Refunds
      DS Ada
      DS vacant
    squad Disputes
      SD Cleo
  group Claims
    squad Triage
      SD Dan
      DS vacant
"""


@pytest.fixture
def seen(planner: Planner) -> Planner:
    planner.opens(GROUPS)
    canvas = planner.bench.canvas
    canvas.zoom_to(0.25)
    canvas.zoom_out()
    assert canvas.scene.is_overview
    return planner


def name_of(planner: Planner, team: str) -> QPoint:
    """Where a team's name stands in the overview, in the window."""
    canvas = planner.bench.canvas
    return planner.window.mapFromGlobal(canvas.to_screen(canvas.scene.head_of(team)).center())


def blocks_of(planner: Planner, team: str) -> QPoint:
    """Below the name, where the blocks are."""
    canvas = planner.bench.canvas
    rect = canvas.scene.rect_of(("team", team))
    assert rect is not None
    area = canvas.to_screen(rect)
    return planner.window.mapFromGlobal(QPoint(area.center().x(), area.bottom() - 6))


def drags(planner: Planner, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(planner.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for at in (start + QPoint(12, 4), end - QPoint(4, 0), end):
        QTest.mouseMove(planner.handle, at)


def lets_go(planner: Planner, at: QPoint) -> None:
    QTest.mouseRelease(planner.handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_a_tile_dragged_by_its_name_moves_the_team(seen):
    drags(seen, name_of(seen, "Triage"), name_of(seen, "Payments"))
    assert seen.bench.gesture.team.name == "Triage"
    lets_go(seen, name_of(seen, "Payments"))
    assert seen.document.scenario.teams["Triage"].parent == "Payments"
    seen.undoes()
    assert seen.document.scenario.teams["Triage"].parent == "Claims"


def test_a_person_dropped_on_a_tile_takes_the_vacant_seat_that_fits_else_a_new_one(seen):
    drag = seen.drag("Uma Free").over_point(name_of(seen, "Refunds"))
    assert drag.badge.startswith("Assign as data scientist")
    drag.drop()
    (seat,) = [seat for seat in seen.document.scenario.seats if seat.person == "Uma Free"]
    assert (seat.id, seen.undo_name) == ("Refunds/DS 2", "Assign Uma Free")
    seen.undoes()
    drag = seen.drag("Uma Free").over_point(name_of(seen, "Disputes"))
    assert drag.badge.startswith("Add a data scientist seat")
    drag.escape()


def test_a_name_is_typed_where_the_tile_has_it(seen):
    seen.clicks(name_of(seen, "Triage"))
    seen.presses(Qt.Key.Key_F2)
    field = seen.bench.names
    assert field.isVisible()
    at = field.mapFromGlobal(seen.window.mapToGlobal(name_of(seen, "Triage")))
    assert field.rect().contains(at)
    seen.types("Sorting")
    seen.presses(Qt.Key.Key_Return)
    assert seen.document.scenario.teams["Triage"].name == "Sorting"


def test_a_drag_over_the_blocks_selects_teams(seen):
    drags(seen, blocks_of(seen, "Triage"), blocks_of(seen, "Triage") + QPoint(30, 0))
    assert seen.bench.gesture.carried is None
    lets_go(seen, blocks_of(seen, "Triage"))
    assert ("team", "Triage") in seen.bench.selection.items


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_M])
def test_lists_open_beside_the_tile_that_they_are_about(seen, key):
    seen.clicks(name_of(seen, "Triage"))
    seen.presses(key)
    canvas, places = seen.bench.canvas, seen.bench.move_list
    assert places.isVisible()
    tile = canvas.to_screen(canvas.scene.rect_of(("team", "Triage")))
    assert not tile.intersects(places.rect().translated(places.mapToGlobal(QPoint(0, 0))))
    seen.presses(Qt.Key.Key_Escape)


def test_no_tool_tip_lies_over_the_card_of_a_team(seen):
    QToolTip.hideText()
    QTest.mouseMove(seen.handle, name_of(seen, "Triage"))
    port = seen.bench.canvas.viewport()
    on_screen = seen.window.mapToGlobal(name_of(seen, "Triage"))
    QApplication.sendEvent(
        port, QHelpEvent(QHelpEvent.Type.ToolTip, port.mapFromGlobal(on_screen), on_screen)
    )
    assert not QToolTip.isVisible()


def test_the_card_follows_the_keys_away_from_a_pointer_at_rest(seen):
    seen.clicks(name_of(seen, "Refunds"))
    QTest.mouseMove(seen.handle, name_of(seen, "Refunds") + QPoint(1, 0))
    canvas: Canvas = seen.bench.canvas
    assert canvas.situation.hover == ("team", "Refunds")
    seen.presses(Qt.Key.Key_Right)
    assert canvas.situation.hover is None
    assert canvas.selection.focus != ("team", "Refunds")


def test_a_carry_by_keys_goes_to_the_seats_as_they_are_seen(seen):
    canvas = seen.bench.canvas
    seen.clicks(next(iter(seat_ids(seen, "Uma Free"))))
    seen.presses(Qt.Key.Key_Space)
    visited = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        target = seen.bench.gesture.target
        assert isinstance(target, OnSeat)
        visited.append(canvas.scene.rect_of(("seat", target.seat)).x)
        seen.presses(key)
    assert visited == sorted(visited)
    seen.presses(Qt.Key.Key_Escape)


def seat_ids(planner: Planner, person: str) -> list[str]:
    return [each.id for each in planner.document.project.people if each.name == person]

"""After a move or a removal the keys act where the thing went, or beside where it was."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from planner.advice.moves import OnSeat

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAYOUT = """
plan Halden
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Zielinski
  DE Grace Mwangi
squad Churn Radar
  PR Jakob Frei
  DE vacant
  SD Liam Murphy
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def person(planner, name: str) -> str:
    return next(each.id for each in planner.document.project.people if each.name == name)


def seat(planner, holder: str | None) -> str:
    """The seat that somebody holds, or that stands vacant."""
    return next(
        each.id
        for each in planner.document.scenario.seats
        if (planner.holder(each.id) if each.is_filled else None) == holder
    )


def test_after_a_drag_from_the_bench_the_keys_act_on_the_seat(planner):
    vacant = seat(planner, None)
    planner.drag(person(planner, "Mateo Silva")).over(vacant).drop()
    assert planner.bench.canvas.hasFocus()
    planner.presses(KEY.Key_Delete)
    assert planner.holder(vacant) is None


def test_after_a_drag_to_the_bench_the_keys_act_on_the_row(planner):
    planner.drag(seat(planner, "Grace Mwangi")).over("the bench").drop()
    assert planner.bench.bench.list.hasFocus()
    assert planner.bench.listed_person == person(planner, "Grace Mwangi")


def test_a_list_that_was_opened_on_the_bench_gives_the_focus_back_to_it(planner):
    planner.clicks(person(planner, "Mateo Silva"))
    planner.presses(KEY.Key_M)
    planner.presses(KEY.Key_Return)
    assert planner.seats_of("Mateo Silva")
    assert planner.bench.bench.list.hasFocus()


def test_a_new_team_from_the_list_has_its_name_ready_to_type(planner):
    planner.focuses_the_canvas(("seat", seat(planner, "Grace Mwangi")))
    planner.presses(KEY.Key_M)
    planner.types("new squad")
    planner.presses(KEY.Key_Return)
    assert planner.bench.names.hasFocus()
    planner.types("Zeta")
    planner.presses(KEY.Key_Return)
    assert planner.seats_of("Grace Mwangi") == ["Zeta: data-engineer 100%"]


def test_the_list_for_one_more_role_offers_seats_and_no_swaps(planner):
    planner.focuses_the_canvas(("seat", seat(planner, "Grace Mwangi")))
    planner.presses(KEY.Key_R)
    said = [option.said for option in planner.bench.move_list.list.options]
    assert said
    assert not [words for words in said if "Tomasz" in words or "bench" in words]
    planner.presses(KEY.Key_Return)
    assert len(planner.seats_of("Grace Mwangi")) == 2
    assert QApplication.focusWidget().accessibleName() == "Share as Data engineer in Churn Radar"


def test_after_a_seat_is_removed_the_keyboard_stands_on_the_next_card(planner):
    planner.focuses_the_canvas(("seat", seat(planner, None)))
    planner.presses(KEY.Key_Delete)
    assert planner.bench.selection.focus == ("seat", seat(planner, "Liam Murphy"))


def test_after_a_team_is_removed_the_keyboard_stands_on_another(planner):
    churn, platform = (
        next(team.id for team in planner.document.scenario.teams if team.name == name)
        for name in ("Churn Radar", "ML Platform")
    )
    planner.focuses_the_canvas(("team", churn))
    planner.presses(KEY.Key_Delete)
    assert churn not in planner.document.scenario.teams
    assert planner.bench.selection.focus == ("team", platform)


def test_after_a_step_is_undone_that_made_what_had_the_focus_there_is_one_still(planner):
    planner.focuses_the_canvas(("team", next(iter(planner.document.scenario.teams)).id))
    planner.presses(KEY.Key_Insert)
    planner.undoes()
    assert planner.bench.selection.focus is not None


def test_a_bench_that_hides_again_leaves_the_focus_on_the_chart(planner, qtbot):
    canvas = planner.bench.canvas
    planner.presses(KEY.Key_F9)
    drag = planner.drag(seat(planner, "Grace Mwangi"))
    drag.over_point(planner.window.mapFromGlobal(canvas.mapToGlobal(canvas.rect().center())))
    left = canvas.mapToGlobal(canvas.rect().topLeft())
    drag.over_point(planner.window.mapFromGlobal(left) + QPoint(4, 300))
    qtbot.waitUntil(planner.bench.bench.isVisible, timeout=3000)
    drag.over("the bench").drop()
    assert not planner.bench.bench.isVisible()
    assert not planner.seats_of("Grace Mwangi")
    assert canvas.hasFocus()


def test_a_window_that_comes_to_the_front_shows_no_ring_before_a_key_is_pressed(planner):
    canvas = planner.bench.canvas
    for key, shown in ((KEY.Key_Right, True), (None, False)):
        planner.clicks("empty canvas")
        if key is not None:
            planner.presses(key)
        for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
            event = QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason)
            QApplication.sendEvent(canvas, event)
        assert canvas.situation.has_focus is shown


def test_who_is_carried_by_keys_never_stops_at_their_own_seat(planner):
    own = seat(planner, "Tomasz Zielinski")
    planner.focuses_the_canvas(("seat", own))
    planner.presses(KEY.Key_Space)
    visited = []
    for _ in planner.document.scenario.seats:
        visited.append(planner.bench.gesture.target)
        planner.presses(KEY.Key_Tab)
    planner.presses(KEY.Key_Escape)
    assert OnSeat(own) not in visited
    assert len(set(visited)) == len(planner.document.scenario.seats) - 1


def test_a_team_added_from_the_outline_is_named_there(planner):
    planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    view = planner.window.page.parts.side.outline.view
    planner.presses(Qt.Key.Key_T, CTRL)
    assert view.isAncestorOf(QApplication.focusWidget())
    planner.types("Lab")
    planner.presses(Qt.Key.Key_Return)
    assert view.hasFocus()
    assert planner.document.scenario.teams[view.current[1]].name == "Lab"


@pytest.mark.parametrize("start", ["chart", "outline", "bench"])
def test_esc_in_the_fields_of_a_new_person_leads_back(planner, start):
    wanted = planner.bench.bench.list
    if start == "outline":
        planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
    elif start == "bench":
        wanted.setFocus()
    else:
        wanted = planner.bench.canvas
        wanted.setFocus()
    planner.presses(Qt.Key.Key_A, CTRL | SHIFT)
    assert planner.bench.bench.add.name.hasFocus()
    planner.presses(Qt.Key.Key_Escape)
    assert wanted.hasFocus()


@pytest.mark.parametrize("start", ["chart", "outline"])
def test_esc_in_the_agreements_leads_back(planner, start):
    wanted = planner.bench.canvas
    if start == "outline":
        planner.presses(Qt.Key.Key_O, CTRL | SHIFT)
        wanted = planner.window.page.parts.side.outline.view
    wanted.setFocus()
    planner.presses(Qt.Key.Key_F7)
    assert not wanted.hasFocus()
    planner.presses(Qt.Key.Key_Escape)
    assert wanted.hasFocus()

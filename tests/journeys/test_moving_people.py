"""Moving people by mouse, by keys and from the list: what is said before the drop is what the drop does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.app.moving.choice_list import Heading
from planner.messages import Gain, message

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

LAYOUT = """
plan Halden
person Karin Voss: product, marketing
person Mateo Silva: data-engineer, mlops-engineer
person Ravi Kulkarni: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform, purpose "Shared platform"
  MO Tomasz Zieliński
  DE Grace Mwangi
  DS Priya Natarajan
  PR vacant
squad Fraud Shield, purpose "Score card fraud"
  PR Nina Hofmann
  DS Kwame Boateng
  DE Ravi Kulkarni
  MO vacant
squad Churn Radar, purpose "Retention offers"
  PR Jakob Frei
  DS Sana Iqbal
  DE vacant
  SD Liam Murphy 50%
squad Old Desk, locked
  DS Emma Falk
  DE vacant
ML Platform serves Fraud Shield, Churn Radar
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def check(planner, drag, says: str, *, name: str, then: Callable[[], bool]) -> None:
    """The badge's words and number hold after the drop, and the step can be undone and done again."""
    before, was = planner.score, planner.document.project
    badge = drag.badge
    drag.drop()
    change = planner.score - before
    assert badge == str(message("{words} {gain}", words=says, gain=Gain(change)))
    assert then()
    assert planner.undo_name == name
    done = planner.document.project
    planner.presses(Qt.Key.Key_Escape)
    planner.undoes()
    assert planner.document.project == was
    assert planner.score == pytest.approx(before)
    planner.redoes()
    assert planner.document.project == done


def test_a_person_from_the_bench_is_assigned_to_a_vacant_seat(planner):
    drag = planner.drag("Karin Voss").over("ML Platform/PR")
    check(
        planner,
        drag,
        "Assign as product",
        name="Assign Karin Voss",
        then=lambda: planner.seats_of("Karin Voss") == ["ML Platform: product 100%"],
    )


def test_a_role_held_for_the_first_time_is_said_and_allowed(planner):
    drag = planner.drag("Karin Voss").over("Churn Radar/DE")
    assert drag.badge.startswith("Assign as data engineer, first time as data engineer")
    drag.drop()
    assert planner.holder("Churn Radar/DE") == "Karin Voss"


def test_a_person_moves_from_seat_to_seat(planner):
    drag = planner.drag("Fraud Shield/DE").over("Churn Radar/DE")
    check(
        planner,
        drag,
        "Move to Churn Radar",
        name="Move Ravi Kulkarni to Churn Radar",
        then=lambda: (
            planner.holder("Fraud Shield/DE") is None and planner.holder("Churn Radar/DE") == "Ravi Kulkarni"
        ),
    )


def test_ctrl_adds_a_second_role_and_halves_the_first_when_nothing_is_free(planner):
    drag = planner.drag("Fraud Shield/DE").over("Churn Radar/DE").holding(CTRL)
    check(
        planner,
        drag,
        "Add second role",
        name="Add Role to Ravi Kulkarni",
        then=lambda: (
            planner.seats_of("Ravi Kulkarni")
            == ["Fraud Shield: data-engineer 50%", "Churn Radar: data-engineer 50%"]
            and planner.bench.editing.shown is planner.bench.editing.person
        ),
    )


def test_ctrl_with_free_capacity_takes_what_is_free_and_asks_nothing(planner):
    drag = planner.drag("Churn Radar/SD").over("Churn Radar/DE").holding(CTRL)
    assert drag.badge.startswith("Add second role")
    drag.drop()
    assert planner.seats_of("Liam Murphy") == [
        "Churn Radar: data-engineer 50%",
        "Churn Radar: software-developer 50%",
    ]
    assert planner.bench.editing.shown is None


def test_two_people_swap(planner):
    drag = planner.drag("Fraud Shield/DE").over("ML Platform/DE")
    check(
        planner,
        drag,
        "Swap with Grace Mwangi",
        name="Swap Ravi Kulkarni and Grace Mwangi",
        then=lambda: (
            planner.holder("Fraud Shield/DE") == "Grace Mwangi"
            and planner.holder("ML Platform/DE") == "Ravi Kulkarni"
        ),
    )


def test_shift_replaces_whoever_sits_there(planner):
    drag = planner.drag("Fraud Shield/DE").over("ML Platform/DE").holding(SHIFT)
    check(
        planner,
        drag,
        "Replace Grace Mwangi",
        name="Replace Grace Mwangi",
        then=lambda: (
            planner.holder("ML Platform/DE") == "Ravi Kulkarni" and planner.seats_of("Grace Mwangi") == []
        ),
    )


def test_from_the_bench_a_filled_seat_is_replaced(planner):
    drag = planner.drag("Mateo Silva").over("ML Platform/DE")
    check(
        planner,
        drag,
        "Replace Grace Mwangi",
        name="Replace Grace Mwangi",
        then=lambda: planner.holder("ML Platform/DE") == "Mateo Silva",
    )


def test_a_person_goes_back_to_the_bench(planner):
    drag = planner.drag("Fraud Shield/DE").over("the bench")
    check(
        planner,
        drag,
        "Back to bench",
        name="Unassign Ravi Kulkarni",
        then=lambda: planner.holder("Fraud Shield/DE") is None,
    )
    assert planner.bench.bench.list.rect_of("Ravi Kulkarni") is not None


def test_a_drop_beside_the_seats_of_a_team_adds_a_seat(planner):
    drag = planner.drag("Mateo Silva").over("Churn Radar")
    check(
        planner,
        drag,
        "Add a data engineer seat",
        name="Add Seat in Churn Radar",
        then=lambda: planner.seats_of("Mateo Silva") == ["Churn Radar: data-engineer 100%"],
    )


def test_a_drop_on_empty_canvas_makes_a_team_with_its_name_in_edit(planner):
    drag = planner.drag("Mateo Silva").over("empty canvas")
    before = planner.score
    badge = drag.badge
    drag.drop()
    assert badge == str(message("{words} {gain}", words="New squad", gain=Gain(planner.score - before)))
    assert planner.bench.names.isVisible()
    planner.types("Search Help")
    planner.presses(Qt.Key.Key_Return)
    assert planner.seats_of("Mateo Silva") == ["Search Help: data-engineer 100%"]
    planner.undoes()
    assert planner.seats_of("Mateo Silva") == ["New squad: data-engineer 100%"]
    planner.undoes()
    assert planner.seats_of("Mateo Silva") == []


def test_esc_cancels_and_changes_nothing(planner):
    was = planner.document.project
    drag = planner.drag("Karin Voss").over("ML Platform/PR")
    drag.escape()
    assert planner.document.project is was
    assert planner.document.undo_label is None
    assert not planner.bench.overlay.isVisible()


def test_a_release_over_nothing_changes_nothing(planner):
    was = planner.document.project
    drag = planner.drag("Karin Voss").over("the bench")
    assert drag.badge == ""
    drag.drop()
    assert planner.document.project is was


def test_the_modifiers_are_read_live_and_at_the_drop(planner):
    drag = planner.drag("Fraud Shield/DE").over("Churn Radar/DE")
    assert drag.badge.startswith("Move to Churn Radar")
    drag.holding(CTRL)
    assert drag.badge.startswith("Add second role")
    drag.letting_go_of_keys()
    assert drag.badge.startswith("Move to Churn Radar")
    drag.drop()
    assert planner.holder("Fraud Shield/DE") is None


def test_the_same_role_twice_in_one_team_is_refused_with_the_reason(planner):
    planner.drag("Mateo Silva").over("Churn Radar/DE").drop()
    planner.bench.add_seat()
    new = planner.bench.selection.single
    assert new is not None
    was = planner.document.project
    drag = planner.drag("Churn Radar/DE").over("Churn Radar").holding(CTRL)
    assert drag.badge == "Already in this team"
    drag.drop()
    assert planner.document.project is was


def test_a_locked_team_takes_nobody_and_gives_nobody(planner):
    was = planner.document.project
    drag = planner.drag("Mateo Silva").over("Old Desk/DE")
    assert drag.badge == "Team is locked"
    drag.drop()
    assert planner.document.project is was
    assert planner.status == "Team is locked"
    planner.drag("Old Desk/DS").over("the bench").drop()
    assert planner.document.project is was
    assert planner.status == "Old Desk is locked. Unlock it to change it."


def test_move_to_lists_the_best_seat_first_and_enter_takes_it(planner):
    planner.clicks("Karin Voss")
    planner.presses(Qt.Key.Key_M)
    listed = planner.bench.move_list.list
    assert listed.current is not None
    assert (listed.current.name, listed.current.detail) == ("ML Platform", "Product")
    planner.waits_for_the_score()
    gain, before = listed.current.gain, planner.score
    planner.presses(Qt.Key.Key_Return)
    assert planner.holder("ML Platform/PR") == "Karin Voss"
    assert planner.score - before == pytest.approx(gain)
    assert not planner.bench.move_list.isVisible()


def test_move_to_filters_by_team_and_adds_a_second_role_with_ctrl(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DE"))
    planner.presses(Qt.Key.Key_M)
    planner.types("churn")
    assert {option.name for option in planner.bench.move_list.list.options} == {"Churn Radar"}
    planner.presses(Qt.Key.Key_Return, CTRL)
    assert "Churn Radar: data-engineer 50%" in planner.seats_of("Ravi Kulkarni")


def test_move_to_replaces_with_shift(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DE"))
    planner.presses(Qt.Key.Key_M)
    planner.types("grace")
    planner.presses(Qt.Key.Key_Return, SHIFT)
    assert planner.holder("ML Platform/DE") == "Ravi Kulkarni"
    assert planner.seats_of("Grace Mwangi") == []


def test_move_to_closes_on_esc_and_nothing_has_changed(planner):
    was = planner.document.project
    planner.clicks("Karin Voss")
    planner.presses(Qt.Key.Key_M)
    planner.presses(Qt.Key.Key_Down)
    planner.presses(Qt.Key.Key_Escape)
    assert planner.document.project is was
    assert planner.bench.gesture.carried is None
    assert not planner.bench.move_list.isVisible()


def test_space_picks_up_arrows_visit_fitting_seats_and_space_drops(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DE"))
    planner.presses(Qt.Key.Key_Space)
    assert planner.bench.gesture.carried is not None
    planner.waits_for_the_score()
    assert planner.bench.overlay.badge_words.startswith("Move to Churn Radar")
    planner.presses(Qt.Key.Key_Space)
    assert planner.holder("Churn Radar/DE") == "Ravi Kulkarni"
    assert planner.bench.gesture.carried is None


def test_esc_ends_carrying_by_keys(planner):
    was = planner.document.project
    planner.focuses_the_canvas(("seat", "Fraud Shield/DE"))
    planner.presses(Qt.Key.Key_Space)
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.gesture.carried is None
    assert planner.document.project is was


def test_a_card_sticks_to_the_pointer_until_a_click(planner):
    planner.bench.commands.stick("Karin Voss", None)
    planner.hovers("ML Platform/PR")
    planner.waits_for_the_score()
    planner.clicks("ML Platform/PR")
    assert planner.holder("ML Platform/PR") == "Karin Voss"


def test_after_a_drop_the_person_is_selected_and_the_status_says_what_happened(planner):
    planner.drag("Karin Voss").over("ML Platform/PR").drop()
    assert planner.bench.selection.single == ("seat", "ML Platform/PR")
    assert planner.status == "Karin Voss is product in ML Platform now, 100%."


def test_the_panel_previews_a_drag_and_forgets_it(planner):
    seen = []
    planner.bench.previewed.connect(seen.append)
    drag = planner.drag("Karin Voss").over("ML Platform/PR")
    assert drag.badge
    before = planner.score
    drag.drop()
    assert seen[0].review.score.total == pytest.approx(planner.score)
    assert seen[-1] is None
    assert before == pytest.approx(before)


def test_the_place_before_the_first_team_can_be_aimed_at(planner, qtbot):
    drag = planner.drag("Karin Voss").over("ML Platform/PR")
    with qtbot.assertNotEmitted(planner.bench.pointer.scrolled, wait=80):
        drag.at_the_left_edge_of_the_canvas()
    drag.escape()


def test_a_notice_that_comes_during_a_drag_leaves_the_chart_below_the_pointer(planner):
    planner.clicks("Fraud Shield/DS")
    drag = planner.drag("Karin Voss").over("ML Platform/PR")
    before, badge = planner.place("ML Platform/PR"), drag.badge
    planner.window.notices.tell("The file was changed by another program.")
    QApplication.processEvents()
    assert planner.place("ML Platform/PR") == before
    assert drag.badge == badge
    drag.drop()
    assert planner.holder("ML Platform/PR") == "Karin Voss"


def test_crossing_the_edge_beside_the_bench_does_not_move_the_chart(planner, qtbot):
    planner.bench.canvas.pan(-200, 0)
    drag = planner.drag("Karin Voss")
    with qtbot.assertNotEmitted(planner.bench.pointer.scrolled, wait=80):
        drag.at_the_left_edge_of_the_canvas()
    drag.over("ML Platform/PR")
    with qtbot.waitSignal(planner.bench.pointer.scrolled, timeout=2000):
        drag.at_the_left_edge_of_the_canvas()
    drag.escape()


def test_a_list_finds_places_by_their_heading_and_puts_seats_that_do_not_fit_last(planner):
    planner.focuses_the_canvas(("seat", "Churn Radar/DS"))
    planner.presses(Qt.Key.Key_M)
    options = planner.bench.move_list.list
    headings = [str(item.words) for item in options.items if isinstance(item, Heading)]
    assert headings[-1] == "Other vacant seats"
    planner.types("add a seat")
    assert [str(item.words) for item in options.items if isinstance(item, Heading)] == ["Add a seat"]
    assert len(options.options) > 1

"""Selecting many, moving several people, teams and links: the same by mouse, by keys and from the lists."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app.canvas import menus
from planner.app.canvas.loads import load_of
from planner.app.moving.clipping import MIME
from planner.domain import LinkKind

NONE, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton

LAYOUT = """
plan Halden
person Karin Voss: product, marketing
person Mateo Silva: data-engineer, mlops-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Zieliński
  DE Grace Mwangi
  PR vacant
squad Fraud Shield
  PR Nina Hofmann
  DS Kwame Boateng
  MO vacant
squad Churn Radar
  DS Sana Iqbal
  DE vacant
squad Old Desk, locked
  DS Emma Falk
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    yield
    QGuiApplication.clipboard().clear()


def order(planner) -> list[str]:
    return [team.id for team in planner.document.scenario.teams]


def links(planner) -> set[tuple[str, str, str]]:
    return {link.key for link in planner.document.scenario.links}


def beside(planner, seat: str, dx: int, dy: int) -> QPoint:
    """A place of the window off a card's corner."""
    area = planner.bench.canvas.to_screen(planner.bench.canvas.scene.rect_of(("seat", seat)))
    corner = area.topLeft() if dx <= 0 else area.bottomRight()
    return planner.window.mapFromGlobal(corner + QPoint(dx, dy))


def lassoes(planner, start: QPoint, end: QPoint, modifiers=NONE, *, ends: bool = True) -> None:
    QTest.mouseMove(planner.handle, start)
    QTest.mousePress(planner.handle, LEFT, modifiers, start)
    QTest.mouseMove(planner.handle, start + (end - start) / 2)
    QTest.mouseMove(planner.handle, end)
    if ends:
        QTest.mouseRelease(planner.handle, LEFT, modifiers, end)


def below_the_chart(planner) -> QPoint:
    return planner.place("empty canvas")


def around_fraud(planner) -> tuple[QPoint, QPoint]:
    """A lasso that begins below Fraud Shield and touches its two people, not the cards beside."""
    box = planner.bench.canvas.scene.placement.rect("Fraud Shield")
    area = planner.window.mapFromGlobal(planner.bench.canvas.to_screen(box).bottomRight())
    start = QPoint(area.x() - 20, area.y() + 30)
    return start, planner.place("Fraud Shield/PR") + QPoint(0, 6)


# The lasso


def test_a_lasso_selects_the_cards_that_it_touches_and_moves_nothing(planner):
    view, was = planner.bench.canvas.view, planner.document.project
    lassoes(planner, *around_fraud(planner))
    assert set(planner.bench.selection.items) == {
        ("seat", "Fraud Shield/PR"),
        ("seat", "Fraud Shield/DS"),
        ("seat", "Fraud Shield/MO"),
    }
    assert planner.bench.canvas.view == view
    assert planner.document.project is was
    assert planner.bench.canvas.overlays.lasso is None


def test_a_lasso_with_shift_adds_and_without_it_starts_anew(planner):
    planner.clicks("ML Platform/DE")
    lassoes(planner, *around_fraud(planner), SHIFT)
    assert ("seat", "ML Platform/DE") in planner.bench.selection.items
    lassoes(planner, *around_fraud(planner))
    assert ("seat", "ML Platform/DE") not in planner.bench.selection.items


def test_esc_gives_a_lasso_up(planner):
    planner.clicks("ML Platform/DE")
    start, end = around_fraud(planner)
    lassoes(planner, start, end, ends=False)
    assert len(planner.bench.selection.items) == 3
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.selection.items == (("seat", "ML Platform/DE"),)
    QTest.mouseRelease(planner.handle, LEFT, NONE, end)
    assert planner.bench.selection.items == (("seat", "ML Platform/DE"),)


def test_a_lasso_near_the_edge_scrolls(planner, qtbot):
    planner.bench.canvas.pan(-90, 0)
    start, _ = around_fraud(planner)
    port = planner.bench.canvas.viewport()
    corner = planner.window.mapFromGlobal(port.mapToGlobal(QPoint(4, port.height() // 2)))
    lassoes(planner, start, corner, ends=False)
    before = planner.bench.canvas.view.dx
    qtbot.waitUntil(lambda: planner.bench.canvas.view.dx > before, timeout=2000)
    QTest.mouseRelease(planner.handle, LEFT, NONE, corner)


def test_ctrl_and_shift_clicks_add_people(planner):
    planner.clicks("Fraud Shield/PR")
    planner.clicks("Fraud Shield/DS", CTRL)
    planner.clicks("ML Platform/DE", SHIFT)
    assert len(planner.bench.selection.items) == 3
    planner.clicks("ML Platform/DE", CTRL)
    assert len(planner.bench.selection.items) == 2


def test_ctrl_a_selects_the_team_and_once_more_all(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_A, CTRL)
    assert len(planner.bench.selection.items) == 3
    planner.presses(Qt.Key.Key_A, CTRL)
    assert len(planner.bench.selection.items) == len(planner.document.scenario.seats)


# Several people


def selects(planner, *seats: str) -> None:
    planner.focuses_the_canvas(("seat", seats[0]))
    planner.bench.selection.select(*(("seat", seat) for seat in seats))


def test_dragging_one_of_several_carries_all_onto_a_team_in_one_step(planner):
    selects(planner, "Fraud Shield/PR", "Fraud Shield/DS", "ML Platform/DE")
    was = planner.document.project
    drag = planner.drag("ML Platform/DE").over("Churn Radar")
    assert drag.badge.startswith("Assign 3 people")
    drag.drop()
    assert planner.holder("Churn Radar/DE") == "Grace Mwangi"
    assert [planner.seats_of(name)[0].partition(":")[0] for name in ("Nina Hofmann", "Kwame Boateng")] == [
        "Churn Radar",
        "Churn Radar",
    ]
    assert planner.status == "3 people are in Churn Radar now."
    assert len(planner.bench.selection.items) == 3
    assert planner.undo_name == "Assign 3 People"
    planner.undoes()
    assert planner.document.project == was


def test_several_go_back_to_the_bench_by_drag_and_by_key(planner):
    for way in ("drag", "key"):
        selects(planner, "Fraud Shield/PR", "Fraud Shield/DS")
        if way == "drag":
            drag = planner.drag("Fraud Shield/PR").over("the bench")
            assert drag.badge.startswith("Back to bench: 2 people")
            drag.drop()
        else:
            planner.presses(Qt.Key.Key_Delete)
        assert planner.holder("Fraud Shield/PR") is None
        assert planner.holder("Fraud Shield/DS") is None
        assert planner.undo_name == "Unassign 2 People"
        planner.presses(Qt.Key.Key_Escape)
        planner.bench.canvas.setFocus()
        planner.undoes()


def test_several_go_to_a_team_from_the_list_and_by_carrying(planner):
    selects(planner, "Fraud Shield/PR", "Fraud Shield/DS")
    planner.presses(Qt.Key.Key_M)
    assert planner.bench.move_list.title.text() == "Move 2 people to"
    planner.types("churn")
    planner.presses(Qt.Key.Key_Return)
    assert planner.undo_name == "Assign 2 People"
    done = planner.document.project
    planner.undoes()
    selects(planner, "Fraud Shield/PR", "Fraud Shield/DS")
    planner.presses(Qt.Key.Key_Space)
    while getattr(planner.bench.gesture.target, "team", None) != "Churn Radar":
        planner.presses(Qt.Key.Key_Tab)
    planner.presses(Qt.Key.Key_Space)
    after, before = planner.document.scenario.seats, done.scenarios["Today"].seats
    assert sorted(str((seat.team, seat.person)) for seat in after) == sorted(
        str((seat.team, seat.person)) for seat in before
    )


def test_several_rows_of_the_bench_are_dragged_together(planner):
    planner.clicks("Karin Voss")
    planner.clicks("Mateo Silva", CTRL)
    drag = planner.drag("Karin Voss").over("ML Platform")
    assert drag.badge.startswith("Assign 2 people")
    drag.drop()
    assert planner.holder("ML Platform/PR") == "Karin Voss"
    assert planner.undo_name == "Assign 2 People"


def test_shift_and_arrows_extend_on_the_bench(planner):
    planner.clicks("Karin Voss")
    planner.presses(Qt.Key.Key_Down, SHIFT)
    assert {key for _, key in planner.bench.selection.items} == {"Karin Voss", "Mateo Silva"}


def test_the_menu_of_several_names_what_can_be_done_with_all(planner):
    selects(planner, "Fraud Shield/PR", "Fraud Shield/DS")
    load = load_of(planner.document.scenario, ("seat", "Fraud Shield/DS"), planner.bench.selection.items)
    offered = menus.several_entries(planner.bench.commands, planner.document.scenario, load)
    assert [each.text for each in offered] == ["Move to…", "Move with the pointer", "Back to bench"]
    offered[2].run()
    assert planner.undo_name == "Unassign 2 People"


# Teams


def test_a_team_dragged_by_its_header_nests_under_another(planner):
    drag = planner.drag("Churn Radar").over("ML Platform")
    assert drag.badge.startswith("Move under ML Platform")
    drag.drop()
    assert planner.document.scenario.teams["Churn Radar"].parent == "ML Platform"
    assert planner.bench.selection.single == ("team", "Churn Radar")
    assert (planner.undo_name, planner.status) == ("Move Team", "Churn Radar is under ML Platform now.")
    planner.drag("Churn Radar").over("empty canvas").drop()
    assert planner.document.scenario.teams["Churn Radar"].parent is None


def test_a_team_cannot_stand_under_itself(planner):
    planner.drag("Churn Radar").over("ML Platform").drop()
    was = planner.document.project
    drag = planner.drag("ML Platform").over("Churn Radar")
    assert drag.badge == "A team cannot stand under itself"
    drag.drop()
    assert planner.document.project is was


def test_a_locked_team_is_not_dragged_and_says_so(planner):
    was = planner.document.project
    planner.drag("Old Desk").over("ML Platform").drop()
    assert planner.document.project is was
    assert planner.status == "Old Desk is locked. Unlock it to change it."


def test_a_drop_in_the_gap_between_two_teams_reorders(planner):
    canvas = planner.bench.canvas
    gap = canvas.to_screen(canvas.scene.placement.rect("Fraud Shield"))
    at = planner.window.mapFromGlobal(gap.topLeft()) + QPoint(-3, 20)
    drag = planner.drag("Churn Radar")
    QTest.mouseMove(planner.handle, at - QPoint(1, 0))
    QTest.mouseMove(planner.handle, at)
    assert drag.badge.startswith("Place before Fraud Shield")
    assert any(group.key[0] == "insertion" for group in canvas._above)
    QTest.mouseRelease(planner.handle, LEFT, NONE, at)
    assert order(planner) == ["ML Platform", "Churn Radar", "Fraud Shield", "Old Desk"]


def test_alt_and_arrows_reorder_teams(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_Right, ALT)
    assert order(planner) == ["ML Platform", "Churn Radar", "Fraud Shield", "Old Desk"]
    assert planner.status == "Fraud Shield stands behind Churn Radar now."
    planner.presses(Qt.Key.Key_Left, ALT)
    planner.presses(Qt.Key.Key_Up, ALT)
    assert order(planner)[0] == "Fraud Shield"
    planner.presses(Qt.Key.Key_Left, ALT)
    assert planner.status == "Fraud Shield is the first already"


def test_move_under_lists_teams_and_m_opens_it(planner):
    planner.focuses_the_canvas(("team", "Churn Radar"))
    planner.presses(Qt.Key.Key_M)
    assert planner.bench.move_list.title.text() == "Move Churn Radar under"
    planner.types("platf")
    assert planner.bench.move_list.list.current.gain is not None
    planner.presses(Qt.Key.Key_Return)
    assert planner.document.scenario.teams["Churn Radar"].parent == "ML Platform"


def test_a_team_sticks_to_the_pointer_until_a_click(planner):
    offered = menus.entries_for(planner.bench.commands, planner.document, ("team", "Churn Radar"))
    next(each for each in offered if each and each.text == "Move with the pointer").run()
    planner.hovers("ML Platform")
    planner.clicks("ML Platform")
    assert planner.document.scenario.teams["Churn Radar"].parent == "ML Platform"


# Links


def handle(planner, team: str) -> QPoint:
    planner.hovers(team)
    place = planner.bench.canvas.overlays.handle_place(team)
    return planner.window.mapFromGlobal(planner.bench.canvas.to_screen(place).center())


def draws_a_line(planner, team: str, other: str) -> QPoint:
    """Draw a line from the handle of a team; gives the place at which it is held over another."""
    start, end = handle(planner, team), planner.place(other)
    QTest.mousePress(planner.handle, LEFT, NONE, start)
    QTest.mouseMove(planner.handle, start + QPoint(20, 0))
    QTest.mouseMove(planner.handle, end - QPoint(4, 0))
    QTest.mouseMove(planner.handle, end)
    return end


@pytest.mark.parametrize(("team", "other"), [("ML Platform", "Churn Radar"), ("Churn Radar", "ML Platform")])
def test_the_chart_stands_still_while_the_kind_of_a_line_is_asked_for(planner, team, other):
    canvas = planner.bench.canvas
    end = draws_a_line(planner, team, other)
    before = canvas.view
    QTest.mouseRelease(planner.handle, LEFT, NONE, end)
    assert planner.bench.move_list.isVisible()
    assert canvas.view == before
    header = canvas.to_screen(canvas.scene.placement.teams[other].header)
    popover = planner.bench.move_list
    assert not header.intersects(QRect(popover.mapToGlobal(QPoint(0, 0)), popover.size()))


def test_a_line_drawn_from_the_handle_asks_for_the_kind(planner):
    end = draws_a_line(planner, "Fraud Shield", "Churn Radar")
    planner.waits_for_the_score()
    assert planner.bench.overlay.badge_words.startswith("Collaborates with Churn Radar")
    QTest.mouseRelease(planner.handle, LEFT, NONE, end)
    assert links(planner) == set()
    names = [option.name for option in planner.bench.move_list.list.options]
    assert names == [
        "Collaborates with Churn Radar",
        "Serves Churn Radar",
        "Dotted line to Churn Radar",
    ]
    planner.presses(Qt.Key.Key_Down)
    planner.presses(Qt.Key.Key_Return)
    assert links(planner) == {("Fraud Shield", "Churn Radar", LinkKind.SERVES.value)}
    assert planner.status == "Fraud Shield serves Churn Radar now."


def test_l_links_by_team_and_kind_and_removes(planner):
    planner.focuses_the_canvas(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_L)
    planner.types("serves churn")
    planner.presses(Qt.Key.Key_Return)
    assert links(planner) == {("ML Platform", "Churn Radar", "serves")}
    planner.presses(Qt.Key.Key_L)
    assert planner.bench.move_list.list.current.detail != "Remove"
    planner.presses(Qt.Key.Key_Up)
    current = planner.bench.move_list.list.current
    assert (current.name, current.detail) == ("Serves Churn Radar", "Remove")
    planner.presses(Qt.Key.Key_Return)
    assert links(planner) == set()


def test_a_link_sticks_to_the_pointer_until_a_click(planner):
    offered = menus.entries_for(planner.bench.commands, planner.document, ("team", "ML Platform"))
    next(each for each in offered if each and each.text == "Link with the pointer").run()
    planner.hovers("Churn Radar")
    planner.clicks("Churn Radar")
    planner.presses(Qt.Key.Key_Return)
    assert links(planner) == {("ML Platform", "Churn Radar", "serves")}


# Cut, copy, paste


def test_cut_and_paste_move_a_person(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_X, CTRL)
    assert planner.bench.canvas.overlays.cut == {("seat", "Fraud Shield/DS")}
    planner.bench.selection.select(("seat", "Churn Radar/DE"))
    planner.presses(Qt.Key.Key_V, CTRL)
    assert planner.holder("Churn Radar/DE") == "Kwame Boateng"
    assert planner.holder("Fraud Shield/DS") is None
    assert planner.bench.canvas.overlays.cut == frozenset()
    assert planner.undo_name == "Move Kwame Boateng to Churn Radar"


def test_copy_and_paste_add_a_second_role_or_a_new_seat(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_C, CTRL)
    planner.bench.selection.select(("seat", "Churn Radar/DE"))
    planner.presses(Qt.Key.Key_V, CTRL)
    assert len(planner.seats_of("Kwame Boateng")) == 2
    planner.presses(Qt.Key.Key_Escape)
    planner.focuses_the_canvas(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_V, CTRL)
    assert len(planner.seats_of("Kwame Boateng")) == 3


def test_esc_takes_a_cut_back(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_X, CTRL)
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.selection.items == (("seat", "Fraud Shield/DS"),)
    assert planner.bench.canvas.overlays.cut == frozenset()
    planner.focuses_the_canvas(("seat", "Churn Radar/DE"))
    planner.presses(Qt.Key.Key_V, CTRL)
    assert planner.holder("Fraud Shield/DS") == "Kwame Boateng"
    assert planner.status == "The clipboard holds nothing that can be placed here."


def test_a_copied_team_is_pasted_as_a_new_one_with_vacant_seats(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_C, CTRL)
    planner.presses(Qt.Key.Key_V, CTRL)
    new = planner.document.scenario.teams[planner.bench.selection.single[1]]
    assert (new.name, new.kind) == ("Fraud Shield 2", planner.document.scenario.teams["Fraud Shield"].kind)
    seats = [seat for seat in planner.document.scenario.seats if seat.team == new.id]
    assert [seat.function.value for seat in seats] == ["product", "data-scientist", "mlops-engineer"]
    assert not any(seat.is_filled for seat in seats)
    planner.undoes()
    assert new.id not in planner.document.scenario.teams


def test_a_copied_team_is_pasted_into_another_plan_and_people_are_not(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_C, CTRL)
    planner.opens_another("plan Other\nscenario Now\nsquad Somewhere\n  DS vacant")
    planner.focuses_the_canvas(("team", "Somewhere"))
    planner.presses(Qt.Key.Key_V, CTRL)
    made = planner.document.scenario.teams[planner.bench.selection.single[1]]
    assert (made.name, made.parent) == ("Fraud Shield", "Somewhere")


@pytest.mark.parametrize("held", [b"", b"{", b'{"version": 1}', b"[" * 5000, b'{"version": 1, "cut": 3}'])
def test_a_damaged_clipboard_is_ignored_with_one_sentence(planner, held):
    was = planner.document.project
    mime = QMimeData()
    mime.setData(MIME, held)
    QGuiApplication.clipboard().setMimeData(mime)
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_V, CTRL)
    assert planner.document.project is was
    assert planner.status == "The clipboard holds nothing that can be placed here."


def test_several_teams_that_were_cut_move_together(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.bench.selection.select(("team", "Fraud Shield"), ("team", "Churn Radar"))
    planner.presses(Qt.Key.Key_X, CTRL)
    planner.bench.selection.select(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_V, CTRL)
    teams = planner.document.scenario.teams
    assert {teams["Fraud Shield"].parent, teams["Churn Radar"].parent} == {"ML Platform"}
    assert planner.undo_name == "Move 2 Teams"
    assert planner.bench.canvas.overlays.cut == frozenset()


# The view


def test_ctrl_8_shows_the_selection(planner):
    planner.focuses_the_canvas(("seat", "Churn Radar/DS"))
    planner.presses(Qt.Key.Key_8, CTRL)
    canvas = planner.bench.canvas
    area = canvas.to_viewport(canvas.scene.rect_of(("seat", "Churn Radar/DS")))
    assert canvas.view.scale == 1.5
    middle, wanted = area.center(), canvas.viewport().rect().center()
    assert abs(middle.x() - wanted.x()) < 24
    assert abs(middle.y() - wanted.y()) < 40


def test_undo_shows_where_the_change_was(planner):
    planner.drag("Karin Voss").over("ML Platform/PR").drop()
    canvas = planner.bench.canvas
    canvas.pan(-5000, -5000)
    port = canvas.viewport().rect()
    where = canvas.scene.rect_of(("seat", "ML Platform/PR"))
    assert not port.contains(canvas.to_viewport(where))
    planner.undoes()
    assert port.contains(canvas.to_viewport(where))
    canvas.pan(-5000, -5000)
    planner.redoes()
    assert port.contains(canvas.to_viewport(where))


def test_undo_and_redo_say_so_and_keep_who_was_swapped_selected(planner):
    drag = planner.drag("Fraud Shield/DS").over("Churn Radar/DS")
    drag.drop()
    assert planner.bench.selection.single == ("seat", "Churn Radar/DS")
    planner.undoes()
    assert planner.bench.selection.single == ("seat", "Fraud Shield/DS")
    assert planner.status == "Undone: Swap Kwame Boateng and Sana Iqbal."
    planner.redoes()
    assert planner.bench.selection.single == ("seat", "Churn Radar/DS")
    assert planner.status == "Done again: Swap Kwame Boateng and Sana Iqbal."


def test_after_undo_those_who_were_moved_together_are_selected_where_they_were(planner):
    people = [("seat", "Fraud Shield/PR"), ("seat", "Fraud Shield/DS")]
    planner.bench.selection.select(*people)
    planner.drag("Fraud Shield/DS").over("Churn Radar").drop()
    moved = planner.bench.selection.items
    assert len(moved) == 2
    assert not set(moved) & set(people)
    planner.undoes()
    assert set(planner.bench.selection.items) == set(people)
    planner.redoes()
    assert set(planner.bench.selection.items) == set(moved)


def test_after_undo_a_second_role_leaves_the_first_selected_and_a_newcomer_the_bench(planner):
    planner.drag("Fraud Shield/DS").over("Churn Radar/DE").holding(CTRL).drop()
    assert planner.bench.selection.single == ("seat", "Churn Radar/DE")
    planner.undoes()
    assert planner.bench.selection.single == ("seat", "Fraud Shield/DS")
    planner.drag("Mateo Silva").over("ML Platform/DE").holding(SHIFT).drop()
    assert planner.bench.selection.single == ("seat", "ML Platform/DE")
    planner.undoes()
    assert planner.bench.selection.single == ("person", "Mateo Silva")
    planner.redoes()
    assert planner.bench.selection.single == ("seat", "ML Platform/DE")


def test_the_hidden_bench_opens_while_somebody_is_held_at_its_place(planner, qtbot):
    planner.presses(Qt.Key.Key_F9)
    assert not planner.bench.bench.isVisible()
    drag = planner.drag("Fraud Shield/DS").over("ML Platform/PR")
    port = planner.bench.canvas.viewport()
    edge = planner.window.mapFromGlobal(port.mapToGlobal(QPoint(6, 300)))
    QTest.mouseMove(planner.handle, edge)
    qtbot.waitUntil(planner.bench.bench.isVisible, timeout=3000)
    QApplication.processEvents()
    drag.over("the bench").drop()
    assert planner.holder("Fraud Shield/DS") is None
    assert not planner.bench.bench.isVisible()


# Collapsed teams


def test_a_collapsed_team_takes_a_drop_as_any_team_does(planner):
    planner.bench.canvas.fold(frozenset({"ML Platform"}))
    drag = planner.drag("Karin Voss").over("ML Platform")
    assert drag.badge.startswith("Add a product seat")
    drag.drop()
    assert planner.seats_of("Karin Voss") == ["ML Platform: product 100%"]
    assert planner.bench.selection.single == ("team", "ML Platform")


def test_a_collapsed_team_opens_while_somebody_is_held_over_it(planner, qtbot):
    planner.bench.canvas.fold(frozenset({"ML Platform"}))
    drag = planner.drag("Karin Voss").over("ML Platform")
    qtbot.waitUntil(lambda: not planner.bench.canvas.scene.collapsed, timeout=3000)
    drag.over("ML Platform/PR").drop()
    assert planner.holder("ML Platform/PR") == "Karin Voss"


def test_another_scenarios_tab_takes_nobody_and_says_why(planner):
    planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    was, tabs = planner.document.project, planner.window.page.toolbar.tabs
    other = next(tab for tab in tabs.tabs if tab.scenario_id != planner.document.scenario_id)
    drag = planner.drag("Fraud Shield/DS")
    at = planner.window.mapFromGlobal(other.mapToGlobal(other.rect().center()))
    QTest.mouseMove(planner.handle, at)
    assert drag.badge == "Each scenario has its own seats. Copy here, paste there"
    QTest.mouseRelease(planner.handle, LEFT, NONE, at)
    assert planner.document.project is was


def test_link_to_opens_beside_the_team_that_it_is_about(planner):
    planner.focuses_the_canvas(("team", "Churn Radar"))
    planner.presses(Qt.Key.Key_L)
    canvas, popover = planner.bench.canvas, planner.bench.move_list
    assert popover.isVisible()
    header = canvas.to_screen(canvas.scene.placement.teams["Churn Radar"].header)
    assert not header.intersects(QRect(popover.mapToGlobal(QPoint(0, 0)), popover.size()))
    planner.presses(Qt.Key.Key_Escape)

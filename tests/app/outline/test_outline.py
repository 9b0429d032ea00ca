"""The outline as a widget: one selection with the canvas, names by typing, what a drop on a row means."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.advice.moves import Carried, CarriedTeam, InGap, OnBench, OnSeat, OnTeam, Several
from planner.app.moving.hints import Way
from planner.app.outline.model import Column
from planner.domain import Function, Team, edits

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def middle(opened, *key: str) -> QPoint:
    return opened.view.rect_of((key[0], key[1])).center()


def types(opened, text: str) -> None:
    for letter in text:
        QTest.keyClick(opened.view, letter)


def test_what_is_selected_on_the_canvas_is_selected_here(opened):
    opened.selection.select(("seat", "Fraud Shield/SD"))
    assert opened.view.current == ("seat", "Fraud Shield/SD")
    assert opened.view.selected() == [("seat", "Fraud Shield/SD")]


def test_arrows_walk_and_tell_the_canvas(opened):
    opened.selection.select(("team", "ML Platform"))
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    assert opened.selection.items == (("seat", "ML Platform/MO"),)
    QTest.keyClick(opened.view, Qt.Key.Key_Down, SHIFT)
    assert set(opened.selection.items) == {("seat", "ML Platform/MO"), ("seat", "ML Platform/DE")}
    assert opened.selection.focus == ("seat", "ML Platform/DE")


def test_the_holder_below_a_seat_is_selected_by_the_seat(opened):
    opened.selection.select(("seat", "ML Platform/MO"))
    QTest.keyClick(opened.view, Qt.Key.Key_Right)
    QTest.keyClick(opened.view, Qt.Key.Key_Down)
    assert opened.view.current == ("holder", "ML Platform/MO")
    assert opened.selection.items == (("seat", "ML Platform/MO"),)


def test_a_person_who_sits_somewhere_is_shown_by_their_seats(opened):
    opened.selection.select(("person", "Ravi"))
    assert set(opened.view.selected()) == {("seat", "ML Platform/DE"), ("seat", "ML Platform/DS")}
    opened.selection.select(("person", "Mateo Silva"))
    assert opened.view.selected() == [("person", "Mateo Silva")]


def test_typing_goes_to_a_name_even_in_a_folded_team(opened):
    opened.view.collapseAll()
    types(opened, "ada")
    assert opened.selection.items == (("seat", "Fraud Shield/SD"),)
    assert opened.view.isExpanded(opened.model.index_of(("team", "Fraud Shield")))


def test_the_same_letter_again_goes_to_the_next_such_name(opened):
    opened.selection.select(("team", "ML Platform"))
    visited = []
    for _ in range(3):
        types(opened, "r")
        visited.append(opened.view.current)
    assert visited == [("seat", "ML Platform/DE"), ("seat", "ML Platform/DS"), ("seat", "ML Platform/DE")]


def test_escape_forgets_the_letters_first_and_the_selection_then(opened):
    types(opened, "em")
    assert opened.selection.items == (("seat", "Old Desk/DS"),)
    QTest.keyClick(opened.view, Qt.Key.Key_Escape)
    assert opened.selection.items
    QTest.keyClick(opened.view, Qt.Key.Key_Escape)
    assert not opened.selection.items


def test_a_new_seat_is_seen_at_once_and_what_was_unfolded_stays_so(opened):
    opened.document.apply(
        partial(edits.add_seat, scenario="Today", seat="new", team="Fraud Shield", function=Function.PRODUCT)
    )
    opened.selection.select(("seat", "new"))
    assert opened.view.current == ("seat", "new")
    assert "      Vacant" in opened.rows()


def test_a_team_that_moves_keeps_its_rows_unfolded(opened):
    opened.document.apply(
        partial(edits.move_team, scenario="Today", team="ML Platform", parent=None),
    )
    rows = opened.rows()
    assert "ML Platform" in rows
    assert rows[rows.index("ML Platform") + 1] == "  Tomasz Zieliński"


def test_a_new_team_is_unfolded_as_the_others_are(opened):
    opened.document.apply(
        partial(edits.add_team, scenario="Today", team=Team(id="x", name="Claims Copilot")),
    )
    opened.document.apply(
        partial(edits.add_seat, scenario="Today", seat="y", team="x", function=Function.DESIGN)
    )
    rows = opened.rows()
    assert rows[rows.index("Claims Copilot") + 1] == "  Vacant"


def test_what_is_removed_takes_nothing_else_into_the_selection(opened):
    opened.selection.select(("seat", "ML Platform/DS 2"))
    opened.document.apply(partial(edits.remove_seat, scenario="Today", seat="ML Platform/DS 2"))
    opened.selection.keep({("seat", seat.id) for seat in opened.document.scenario.seats})
    assert opened.selection.items == ()
    assert opened.view.selected() == []


def test_typing_a_title_names_the_seat(opened, qtbot):
    opened.outline.rename(("seat", "ML Platform/MO"))
    field = QApplication.focusWidget()
    assert field.accessibleName() == "Title of the seat"
    with qtbot.waitSignal(opened.outline.named) as said:
        QTest.keyClicks(field, "Platform lead")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert said.args == [("seat", "ML Platform/MO"), "Platform lead"]


def test_a_row_is_the_same_target_as_its_card(opened):
    opened.gesture.start(Carried("Mateo Silva"), way=Way.DRAG)
    assert opened.outline.zone.target_at(middle(opened, "seat", "ML Platform/DS 2")) == OnSeat(
        "ML Platform/DS 2"
    )
    assert opened.outline.zone.target_at(middle(opened, "team", "Fraud Shield")) == OnTeam("Fraud Shield")
    assert opened.outline.zone.target_at(middle(opened, "bench", "")) is None
    opened.gesture.cancel()
    opened.gesture.start(Carried("Ravi", "ML Platform/DE"), way=Way.DRAG)
    assert opened.outline.zone.target_at(middle(opened, "bench", "")) == OnBench()


def test_a_team_is_held_over_another_or_over_the_gap_beside_it(opened):
    opened.gesture.start(CarriedTeam("Fraud Shield"), way=Way.DRAG)
    row = opened.view.rect_of(("team", "Old Desk"))
    zone = opened.outline.zone
    assert zone.target_at(row.center()) == OnTeam("Old Desk")
    assert zone.target_at(QPoint(row.center().x(), row.top() + 2)) == InGap(
        None, before="Old Desk", after="ML organisation"
    )


def test_rows_say_what_a_drop_does(opened):
    opened.gesture.start(Carried("Mateo Silva"), way=Way.DRAG)
    opened.gesture.over(OnSeat("ML Platform/DS 2"))
    stand = opened.view.rows.stands["seat", "ML Platform/DS 2"]
    assert stand.target
    assert not stand.refused
    assert stand.says == "Drop to assign"
    opened.gesture.cancel()
    assert opened.view.rows.stands == {}


def test_the_gap_beside_a_team_is_a_line_and_leaves_the_row_its_words(opened):
    opened.gesture.start(CarriedTeam("Old Desk"), way=Way.DRAG)
    opened.gesture.over(InGap(None, before="ML organisation", after=None))
    stand = opened.view.rows.stands["team", "ML organisation"]
    assert (stand.gap, stand.says) == (-1, "")
    opened.gesture.over(InGap(None, before=None, after="Fraud Shield"))
    assert opened.view.rows.stands["team", "Fraud Shield"].gap == 1
    opened.gesture.over(OnTeam("Fraud Shield"))
    assert opened.view.rows.stands["team", "Fraud Shield"].gap == 0
    opened.gesture.cancel()


def test_several_selected_rows_are_carried_together(opened):
    opened.selection.select(("seat", "ML Platform/MO"), ("seat", "Fraud Shield/SD"))
    load = opened.outline.load()
    assert isinstance(load, Several)
    assert [one.person for one in load.people] == ["Tomasz Zieliński", "Adam Novak"]


def test_arrows_visit_the_seats_that_fit_in_the_order_of_the_rows(opened):
    opened.view.setFocus()
    opened.gesture.start(Carried("Mateo Silva"), way=Way.KEYS)
    visited = []
    for _ in range(3):
        found = opened.outline.zone.next_target((0, 1))
        opened.gesture.over(found)
        visited.append(found)
    assert visited[0] == OnSeat("ML Platform/MO")
    assert len(set(visited)) == 3
    assert opened.outline.zone.place_of(visited[0]) is not None


def test_a_large_plan_is_folded_and_rows_are_made_when_asked_for(opens):
    layout = ["scenario Today"]
    for team in range(60):
        layout.append(f"squad Team {team}")
        layout.extend(f"  DS Person {team} {seat}" for seat in range(10))
    opened = opens("\n".join(layout))
    assert len(opened.rows()) == 61
    types(opened, "person 59 9")
    assert opened.selection.items == (("seat", "Team 59/DS 10"),)


def test_rows_columns_and_steps_grow_with_the_text(opened):
    before = middle(opened, "team", "ML Platform").y() - middle(opened, "team", "ML organisation").y()
    step, share = opened.view.indentation(), opened.view.columnWidth(Column.SHARE)
    opened.look.resize_text(200)
    QApplication.processEvents()
    after = middle(opened, "team", "ML Platform").y() - middle(opened, "team", "ML organisation").y()
    assert after > 1.3 * before
    assert opened.view.indentation() > step
    assert opened.view.columnWidth(Column.SHARE) == 2 * share

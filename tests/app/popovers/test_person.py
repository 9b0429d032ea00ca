"""The person popover: what is known of a person, their roles in order, and their share of each seat."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from planner.app.controls.question import Question
from planner.domain import Function, edits


@pytest.fixture
def popover(desk):
    desk.bench.edit_person("Karin Voss")
    return desk.bench.editing.person


def test_every_text_is_a_field(desk, popover):
    desk.types(popover.job_title, "Head of product")
    desk.types(popover.email, "karin@example.com")
    desk.types(popover.place, "Oslo")
    desk.types(popover.skills, "sql, roadmaps, sql")
    desk.types(popover.notes, "On leave in June", key=Qt.Key.Key_Tab)
    person = desk.project.people["Karin Voss"]
    assert (person.title, person.email, person.location) == ("Head of product", "karin@example.com", "Oslo")
    assert (person.skills, person.notes) == (("sql", "roadmaps"), "On leave in June")
    for _ in range(5):
        desk.bench.document.undo()
    assert (popover.job_title.text(), popover.skills.toPlainText()) == ("", "sql, python")


def test_capacity_and_cost_are_numbers_with_limits(desk, popover):
    desk.types(popover.capacity, "60%")
    desk.types(popover.cost, "95,000")
    person = desk.project.people["Karin Voss"]
    assert (person.capacity, person.cost) == (0.6, 95_000)
    desk.types(popover.capacity, "0")
    said = "The capacity of Karin Voss is above 0% and at most 100%."
    assert popover.form.refusal_of(popover.capacity) == said
    assert popover.capacity.text() == "60%"
    desk.types(popover.cost, "much")
    assert popover.form.refusal_of(popover.cost) == "Type an amount, such as 120,000."
    desk.types(popover.cost, "")
    assert desk.project.people["Karin Voss"].cost is None


def test_up_and_down_change_a_percentage_by_ten(desk, popover):
    popover.capacity.setFocus()
    QTest.keyClick(popover.capacity, Qt.Key.Key_Down)
    QTest.keyClick(popover.capacity, Qt.Key.Key_Down)
    assert popover.capacity.text() == "60%"
    QTest.keyClick(popover.capacity, Qt.Key.Key_Return)
    assert desk.project.people["Karin Voss"].capacity == pytest.approx(0.6)


def test_the_first_role_is_the_main_one_and_any_can_be_made_it(desk, popover):
    roles = popover.roles
    roles.rows.rows[Function.MARKETING].up.click()
    assert desk.project.people["Karin Voss"].roles == (Function.MARKETING, Function.PRODUCT)
    roles.more.choose(Function.DESIGN)
    roles.rows.rows[Function.PRODUCT].out.click()
    assert desk.project.people["Karin Voss"].roles == (Function.MARKETING, Function.DESIGN)
    assert list(roles.rows.rows) == [Function.MARKETING, Function.DESIGN]
    assert roles.rows.rows[Function.MARKETING].main.isVisible()


def test_a_share_is_typed_and_the_sum_follows(desk, popover):
    seats = popover.seats
    assert (seats.sum.text(), seats.load.text()) == ("40 of 80%", "40% free")
    desk.types(seats.share_field("Fraud Shield/PR"), "60")
    assert desk.scenario.seats["Fraud Shield/PR"].share == 0.6
    assert desk.undo_name == "Set Share of Karin Voss to 60%"
    assert (seats.sum.text(), seats.load.text()) == ("60 of 80%", "20% free")
    assert not seats.octagon.isVisible()


def test_a_seat_that_gets_less_than_it_asks_for_can_ask_for_just_that(desk):
    desk.bench.edit_person("Ada")
    desk.bench.edit_person("Ravi", focus_share_of="ML Platform/DE")
    row = desk.bench.editing.person.seats.rows.rows["ML Platform/DE"]
    assert not row.ask.isVisible()
    desk.types(row.share, "50")
    assert row.ask.text() == "Ask for 50%"
    row.ask.click()
    assert desk.scenario.seats["ML Platform/DE"].demand == 0.5
    assert desk.undo_name == "Set Demand to 50%"
    assert not row.ask.isVisible()
    assert row.share.hasFocus()


def test_over_allocation_is_said_in_words_with_an_octagon(desk):
    desk.bench.edit_person("Ravi")
    seats = desk.bench.editing.person.seats
    assert seats.sum.text() == "120 of 100%"
    assert seats.load.text() == "Ravi is planned at 120%, of 100%"
    assert seats.octagon.isVisible()


def test_a_share_of_nothing_is_refused_under_its_seat(desk, popover):
    row = popover.seats.rows.rows["Fraud Shield/PR"]
    desk.types(row.share, "0")
    assert row.refusal.text() == "A share is above 0% and at most 100%, not 0%."
    assert row.share.text() == "40%"


def test_a_person_leaves_one_seat_from_its_row(desk):
    desk.bench.edit_person("Ravi")
    popover = desk.bench.editing.person
    popover.seats.rows.rows["ML Platform/DE"].leave.click()
    assert desk.scenario.seats["ML Platform/DE"].person is None
    assert list(popover.seats.rows.rows) == ["ML Platform/DS"]
    assert popover.isVisible()


def test_the_share_of_a_seat_is_ready_to_type(desk):
    desk.bench.edit_person("Ravi", focus_share_of="ML Platform/DS")
    field = desk.bench.editing.person.seats.share_field("ML Platform/DS")
    assert field.hasFocus()
    assert field.selectedText() == "60%"


def test_add_role_closes_it_and_opens_the_list_of_places(desk, popover):
    popover.seats.role_button.click()
    assert popover.isHidden()
    assert desk.bench.move_list.isVisible()
    assert desk.bench.move_list.title.text() == "Add a role for Karin Voss in"


def test_undo_is_followed_and_a_half_typed_text_stays(desk, popover):
    desk.types(popover.place, "Oslo")
    desk.types(popover.email, "kar", key=None)
    desk.bench.document.undo()
    assert (popover.place.text(), popover.email.text()) == ("", "kar")


def test_ctrl_z_in_a_field_with_nothing_typed_is_left_to_the_plan(desk, popover):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    popover.email.setFocus()
    ctrl = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl)
    popover.email.event(event)
    assert not event.isAccepted()
    desk.types(popover.email, "k", key=None)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl)
    popover.email.event(event)
    assert event.isAccepted()


def test_removing_somebody_with_few_seats_here_asks_nothing(desk, popover):
    popover._remove.click()
    assert "Karin Voss" not in desk.project.people
    assert popover.isHidden()


def test_removing_somebody_with_seats_that_are_not_shown_asks(desk):
    copy = edits.duplicate_scenario
    desk.bench.document.apply(lambda project: copy(project, "Today", copy="Later", name="Later"))
    desk.bench.edit_person("Karin Voss")
    desk.bench.editing.person._remove.click()
    box = desk.bench.editing.parent().findChild(Question)
    assert box.accessibleName() == "Remove Karin Voss?"
    assert box.accessibleDescription() == "They leave 2 seats in 2 scenarios vacant. You can undo this."
    buttons = {button.text(): button for button in box.findChildren(QPushButton)}
    assert set(buttons) == {"Remove person", "Keep"}
    buttons["Remove person"].click()
    assert "Karin Voss" not in desk.project.people
    desk.bench.document.undo()
    assert desk.scenario.seats["Fraud Shield/PR"].person == "Karin Voss"

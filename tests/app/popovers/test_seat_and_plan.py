"""The popovers of a seat and of the plan, and how popovers open and close."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from planner.domain import Function


def test_a_vacant_seat_has_role_title_and_demand(desk):
    desk.bench.edit_seat("ML Platform/DS 2")
    popover = desk.bench.editing.seat
    assert popover.function.hasFocus()
    assert not popover.share.isVisible()
    popover.function.choose(Function.PRODUCT)
    desk.types(popover.seat_title, "Head of data")
    desk.types(popover.demand, "50")
    seat = desk.scenario.seats["ML Platform/DS 2"]
    assert (seat.function, seat.title, seat.demand) == (Function.PRODUCT, "Head of data", 0.5)
    assert popover.subtitle.text() == "ML Platform, vacant"


def test_a_filled_seat_has_a_share_and_refuses_a_role_that_its_holder_has_there(desk):
    desk.bench.edit_seat("ML Platform/DE")
    popover = desk.bench.editing.seat
    desk.types(popover.share, "30")
    assert desk.scenario.seats["ML Platform/DE"].share == 0.3
    popover.function.choose(Function.DATA_SCIENTIST)
    said = "Ravi is already in this team as data scientist."
    assert popover.form.refusal_of(popover.function) == said
    assert popover.function.read() is Function.DATA_ENGINEER


def test_the_menu_opens_the_demand_ready_to_type(desk):
    desk.bench.commands.edit_demand(desk.scenario.seats["ML Platform/DS 2"])
    assert desk.bench.editing.seat.demand.selectedText() == "100%"


def test_a_seat_is_filled_copied_and_removed_from_its_popover(desk):
    desk.bench.edit_seat("ML Platform/DS 2")
    popover = desk.bench.editing.seat
    popover._choose.click()
    assert popover.isHidden()
    assert desk.bench.candidates.isVisible()
    desk.bench.candidates.close_it()
    desk.bench.edit_seat("ML Platform/DS 2")
    popover._remove.click()
    assert "ML Platform/DS 2" not in desk.scenario.seats
    assert popover.isHidden()


def test_the_seats_of_a_locked_team_are_read_only(desk):
    desk.bench.edit_seat("Old Desk/DS")
    popover = desk.bench.editing.seat
    assert not any(field.isEnabled() for field in (popover.function, popover.demand, popover.share))


def test_the_plan_has_a_name_a_currency_and_notes(desk):
    desk.bench.edit_plan()
    popover = desk.bench.editing.plan
    desk.types(popover.name, "Halden Mutual")
    desk.types(popover.currency, "NOK")
    desk.types(popover.notes, "Draft", key=Qt.Key.Key_Tab)
    project = desk.project
    assert (project.name, project.currency, project.notes) == ("Halden Mutual", "NOK", "Draft")
    desk.types(popover.name, " ")
    assert popover.form.refusal_of(popover.name) == "A plan needs a name."
    assert popover.name.text() == "Halden Mutual"


def test_one_popover_is_open_at_a_time(desk):
    desk.bench.edit_team("ML Platform")
    desk.bench.edit_person("Ravi")
    assert desk.bench.editing.shown is desk.bench.editing.person
    desk.bench.edit_plan()
    assert desk.bench.editing.shown is desk.bench.editing.plan


def test_a_click_elsewhere_keeps_what_was_typed_and_closes(desk):
    desk.bench.edit_team("ML Platform")
    popover = desk.bench.editing.team
    desk.types(popover.name, "Core", key=None)
    QTest.mouseClick(desk.bench.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert popover.isHidden()
    assert desk.scenario.teams["ML Platform"].name == "Core"


def test_opening_it_for_another_keeps_what_was_typed_for_the_first(desk):
    desk.bench.edit_team("ML Platform")
    desk.types(desk.bench.editing.team.name, "Core", key=None)
    desk.bench.edit_team("Fraud Shield")
    assert desk.scenario.teams["ML Platform"].name == "Core"
    assert desk.scenario.teams["Fraud Shield"].name == "Fraud Shield"
    assert desk.bench.editing.team.name.text() == "Fraud Shield"


def test_it_fits_into_a_low_window_and_scrolls(desk, qtbot):
    window = desk.bench.editing.parent()
    window.resize(1280, 600)
    desk.bench.edit_person("Ravi")
    popover = desk.bench.editing.person
    assert window.rect().contains(popover.geometry())
    bar = popover._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    popover.cost.setFocus()
    QTest.keyClick(popover.cost, Qt.Key.Key_Tab)
    assert popover.notes.hasFocus()
    port = popover._scroll.viewport()
    seen = port.rect().translated(port.mapTo(popover, QPoint(0, 0)))
    assert seen.contains(popover.notes.rect().translated(popover.notes.mapTo(popover, QPoint(0, 0))))

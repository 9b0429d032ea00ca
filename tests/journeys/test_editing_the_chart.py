"""Adding, renaming and removing on the canvas, people on the bench, and what menus offer."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.app.canvas import menus
from planner.app.canvas.view import View
from planner.app.controls.question import Question
from planner.domain import Function, Kind

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

LAYOUT = """
plan Halden
person Karin Voss: product
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  PR vacant
squad Fraud Shield
  DS Kwame Boateng 50%
  SD vacant
squad Old Desk, locked
  DS Emma Falk
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def test_delete_sends_a_holder_to_the_bench_and_removes_a_vacant_seat(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(Qt.Key.Key_Delete)
    assert planner.holder("ML Platform/DE") is None
    planner.presses(Qt.Key.Key_Delete)
    assert "ML Platform/DE" not in planner.document.scenario.seats
    planner.undoes()
    planner.undoes()
    assert planner.holder("ML Platform/DE") == "Grace Mwangi"


def test_a_small_team_is_removed_at_once_and_a_large_one_is_asked_about(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_Delete)
    assert "Fraud Shield" not in planner.document.scenario.teams
    for _ in range(9):
        planner.bench.commands.add_seat("ML Platform", Function.DATA_ENGINEER)
    asked = []
    planner.bench.commands.removal_asked.connect(lambda team, words: asked.append((team, str(words))))
    planner.focuses_the_canvas(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_Delete)
    assert asked == [
        ("ML Platform", "Remove ML Platform? Its one person goes to the bench. You can undo this.")
    ]
    box = planner.window.findChild(Question)
    buttons = {button.text(): button for button in box.findChildren(QPushButton)}
    assert set(buttons) == {"Remove team", "Keep"}
    assert buttons["Keep"].hasFocus()
    buttons["Remove team"].click()
    assert "ML Platform" not in planner.document.scenario.teams


def test_f2_renames_a_team_in_place(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_F2)
    planner.types("Claims MR 2")
    planner.presses(Qt.Key.Key_Return)
    assert planner.document.scenario.teams["Fraud Shield"].name == "Claims MR 2"
    assert planner.undo_name == "Rename Team to Claims MR 2"
    assert planner.bench.canvas.hasFocus()


def test_esc_leaves_the_name_as_it_was(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_F2)
    planner.types("Nonsense")
    planner.presses(Qt.Key.Key_Escape)
    assert planner.document.scenario.teams["Fraud Shield"].name == "Fraud Shield"


def test_a_seat_gets_a_title(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/SD"))
    planner.presses(Qt.Key.Key_F2)
    planner.types("Payments developer")
    planner.presses(Qt.Key.Key_Return)
    assert planner.seat("Fraud Shield/SD").title == "Payments developer"


def test_insert_adds_a_seat_for_what_the_team_lacks(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    planner.presses(Qt.Key.Key_Insert)
    new = planner.bench.selection.single
    assert planner.seat(new[1]).function is Function.DATA_ENGINEER
    assert planner.undo_name == "Add Seat in Fraud Shield"


def test_enter_on_a_vacant_seat_lists_people_and_enter_assigns(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/PR"))
    planner.presses(Qt.Key.Key_Return)
    listed = planner.bench.candidates.list
    assert listed.current.name == "Karin Voss"
    gain, before = listed.current.gain, planner.score
    planner.presses(Qt.Key.Key_Return)
    assert planner.holder("ML Platform/PR") == "Karin Voss"
    assert planner.score - before == pytest.approx(gain)


def test_the_list_of_people_walks_previews_and_closes(planner):
    was = planner.document.project
    planner.focuses_the_canvas(("seat", "ML Platform/PR"))
    planner.presses(Qt.Key.Key_Return)
    planner.presses(Qt.Key.Key_Down)
    assert planner.bench.gesture.carried is not None
    planner.types("kwa")
    assert [option.name for option in planner.bench.candidates.list.options] == ["Kwame Boateng"]
    planner.presses(Qt.Key.Key_Escape)
    assert planner.document.project is was
    assert planner.bench.gesture.carried is None


POPUPS = pytest.mark.qt_log_ignore("does not support")


@POPUPS
def test_a_right_click_opens_the_menu_of_what_it_is_on(planner):
    for what, first in (
        ("ML Platform/DE", "Move to…"),
        ("ML Platform/PR", "Choose person…"),
        ("ML Platform", "Add seat"),
    ):
        planner.right_clicks(what)
        menu = QApplication.activePopupWidget()
        assert menu.actions()[0].text().partition("\t")[0] == first
        menu.close()


@POPUPS
def test_the_menu_key_and_the_dots_open_the_same_menu(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    texts = [action.text() for action in QApplication.activePopupWidget().actions()]
    QApplication.activePopupWidget().close()
    planner.hovers("ML Platform/DE")
    canvas = planner.bench.canvas
    dots = canvas.to_screen(canvas.menu_place(("seat", "ML Platform/DE")))
    planner.clicks(planner.window.mapFromGlobal(dots.center()))
    assert [action.text() for action in QApplication.activePopupWidget().actions()] == texts
    QApplication.activePopupWidget().close()


def entry(entries, text: str) -> menus.Entry:
    return next(each for each in entries if each is not None and each.text == text)


def test_the_menus_change_roles_kinds_leads_and_parents(planner):
    commands, document = planner.bench.commands, planner.document
    seat = planner.seat("Fraud Shield/SD")
    entry(entry(menus.seat_entries(commands, seat, locked=False), "Change role").entries, "Design").run()
    assert planner.seat("Fraud Shield/SD").function is Function.DESIGN
    team = document.scenario.teams["Fraud Shield"]
    offered = menus.team_entries(commands, document.project, document.scenario, team)
    entry(entry(offered, "Kind").entries, "Venture").run()
    entry(entry(offered, "Lead").entries, "Kwame Boateng").run()
    entry(offered, "Move under…").run()
    planner.types("ml pl")
    planner.presses(Qt.Key.Key_Return)
    team = document.scenario.teams["Fraud Shield"]
    assert (team.kind, team.lead, team.parent) == (Kind.VENTURE, "Kwame Boateng", "ML Platform")


def test_a_team_is_never_offered_a_place_under_itself(planner):
    planner.drag("Fraud Shield").over("ML Platform").drop()
    planner.focuses_the_canvas(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_M)
    assert [option.name for option in planner.bench.move_list.list.options] == ["Old Desk"]


def test_a_locked_teams_menu_explains(planner):
    document = planner.document
    team = document.scenario.teams["Old Desk"]
    offered = menus.team_entries(planner.bench.commands, document.project, document.scenario, team)
    assert entry(offered, "Add seat").reason == "Team is locked. Unlock it to change it."
    entry(offered, "Unlock").run()
    assert not document.scenario.teams["Old Desk"].locked


def test_duplicating_a_seat_adds_a_vacant_one_after_it(planner):
    planner.bench.commands.duplicate(planner.seat("ML Platform/DE"))
    order = [seat.function for seat in planner.document.scenario.seats if seat.team == "ML Platform"]
    assert order == [Function.DATA_ENGINEER, Function.DATA_ENGINEER, Function.PRODUCT]


def test_several_holders_go_to_the_bench_in_one_step(planner):
    planner.bench.canvas.setFocus()
    planner.bench.selection.select(("seat", "ML Platform/DE"), ("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_Delete)
    assert planner.undo_name == "Unassign 2 People"
    planner.undoes()
    assert planner.holder("ML Platform/DE") == "Grace Mwangi"


def test_ctrl_shift_f_filters_the_bench_and_esc_goes_back_to_all(planner):
    planner.presses(Qt.Key.Key_F, CTRL | SHIFT)
    planner.types("mat")
    people = [row.entry.person.name for row in planner.bench.bench.rows().rows if row.entry]
    assert people == ["Mateo Silva"]
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.selection.single == ("person", "Mateo Silva")
    planner.presses(Qt.Key.Key_F, CTRL | SHIFT)
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.bench.field.text() == ""


def test_ctrl_f_leaves_the_bench_whole_and_finds_on_the_chart(planner):
    everybody = len(planner.bench.bench.rows().rows)
    planner.presses(Qt.Key.Key_F, CTRL)
    planner.types("mat")
    assert planner.window.owners.by_name["find"].find.bar.field.text() == "mat"
    assert len(planner.bench.bench.rows().rows) == everybody


def test_a_person_is_added_on_the_bench(planner):
    add = planner.bench.bench.add
    add.open()
    planner.types("Farid Nazari")
    add.role.setCurrentText("Software developer")
    add.capacity.setValue(60)
    planner.presses(Qt.Key.Key_Return)
    person = next(each for each in planner.document.project.people if each.name == "Farid Nazari")
    assert (person.roles, person.capacity) == ((Function.SOFTWARE_DEVELOPER,), 0.6)
    assert planner.bench.selection.single == ("person", person.id)


def test_the_fields_of_a_new_person_stand_whole_in_a_low_window_at_large_text(planner):
    planner.program.look.resize_text(200)
    planner.window.resize(1280, 720)
    planner.window.page.add_person()
    bench = planner.bench.bench
    QApplication.processEvents()
    fields = (bench.add.name, bench.add.role, bench.add.second, bench.add.button)
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(fields))
    assert bench.add.geometry().contains(bench.add.button.geometry().translated(bench.add.pos()))
    planner.presses(Qt.Key.Key_Escape)
    assert bench.filter.isVisible()


def test_a_role_chip_filters_the_bench(planner):
    chips = planner.bench.bench.filter
    at = chips.place_of(Function.PRODUCT).center()
    QTest.mouseClick(chips, Qt.MouseButton.LeftButton, NONE, at)
    people = [row.entry.person.name for row in planner.bench.bench.rows().rows if row.entry]
    assert people == ["Karin Voss"]


def test_the_status_says_what_the_keys_do_with_the_selection(planner):
    planner.clicks("ML Platform/DE")
    assert planner.status == "Grace Mwangi selected."


def test_a_name_being_typed_is_seen_whole_at_the_edge_of_the_canvas(planner):
    canvas, names = planner.bench.canvas, planner.bench.names
    header = canvas.scene.placement.teams["Old Desk"].header
    seen = canvas.viewport().rect()
    canvas.set_view(View(scale=0.3, dx=seen.width() - 10 - 0.3 * header.right, dy=40))
    planner.bench.rename_team("Old Desk")
    assert names.isVisible()
    assert seen.contains(names.geometry())

"""People, teams and seats are edited where somebody looks for it: by double-click, Enter and menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.app.canvas import menus
from planner.app.controls.question import Question

CTRL = Qt.KeyboardModifier.ControlModifier

LAYOUT = """
plan Halden
person Karin Voss: product
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  PR vacant
squad Fraud Shield
  DS Kwame Boateng 50%
  MO Kwame Boateng 20%
squad Churn Radar
  DE Ravi Kulkarni
squad Old Desk, locked
  DS Emma Falk
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def double_clicks(planner, what: str) -> None:
    at = planner.place(what)
    QTest.mouseClick(planner.handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(planner.handle, Qt.MouseButton.LeftButton, pos=at)


def entries(planner, key) -> dict[str, menus.Entry]:
    offered = menus.entries_for(planner.bench.commands, planner.document, key)
    return {entry.text: entry for entry in offered if entry is not None}


def test_a_double_click_on_a_card_opens_the_person_and_typing_sets_the_share(planner):
    double_clicks(planner, "Fraud Shield/DS")
    assert planner.bench.editing.shown is planner.bench.editing.person
    planner.types("70")
    planner.presses(Qt.Key.Key_Return)
    assert planner.seats_of("Kwame Boateng")[0].endswith("70%")
    planner.undoes()


def test_in_the_popover_of_a_person_typing_in_the_name_renames_them(planner):
    planner.bench.edit_person("Kwame Boateng")
    planner.types("Kwame B")
    planner.presses(Qt.Key.Key_Return)
    assert planner.document.project.people["Kwame Boateng"].name == "Kwame B"
    assert planner.status == "Kwame Boateng is changed."
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.canvas.hasFocus()


def test_a_double_click_on_a_header_opens_the_team_and_one_on_the_bench_the_person(planner):
    double_clicks(planner, "Fraud Shield")
    assert planner.bench.editing.team.title.text() == "Fraud Shield"
    planner.presses(Qt.Key.Key_Escape)
    double_clicks(planner, "Karin Voss")
    assert planner.bench.editing.shown is planner.bench.editing.person
    assert planner.bench.editing.person.title.text() == "Karin Voss"


def test_enter_on_the_bench_edits_somebody_and_m_moves_them(planner):
    planner.clicks("Karin Voss")
    planner.bench.bench.list.setFocus()
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.editing.shown is planner.bench.editing.person
    assert planner.bench.editing.person.title.text() == "Karin Voss"
    planner.presses(Qt.Key.Key_Escape)
    assert planner.bench.bench.list.hasFocus()
    planner.presses(Qt.Key.Key_M)
    assert planner.bench.move_list.isVisible()


def test_a_double_click_on_a_vacant_seat_lists_people(planner):
    double_clicks(planner, "ML Platform/PR")
    assert planner.bench.candidates.isVisible()


def test_enter_opens_what_is_selected(planner):
    planner.focuses_the_canvas(("team", "ML Platform"))
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.editing.shown is planner.bench.editing.team
    planner.presses(Qt.Key.Key_Escape)
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.editing.person.title.text() == "Grace Mwangi"


def test_letters_typed_into_a_popover_are_no_commands_of_the_canvas(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/DE"))
    planner.presses(Qt.Key.Key_Return)
    planner.types("mr")
    assert not planner.bench.move_list.isVisible()
    planner.presses(Qt.Key.Key_Delete)
    assert planner.holder("ML Platform/DE") == "Grace Mwangi"


def test_undo_is_one_step_for_each_field(planner):
    planner.bench.edit_team("ML Platform")
    planner.types("Core")
    planner.presses(Qt.Key.Key_Return)
    planner.bench.editing.team.budget.click()
    planner.undoes()
    planner.undoes()
    team = planner.document.scenario.teams["ML Platform"]
    assert (team.name, team.own_budget) == ("ML Platform", False)
    assert planner.bench.editing.team.name.text() == "ML Platform"


def test_the_score_follows_what_is_typed(planner):
    before = planner.score
    planner.bench.edit_team("ML Platform")
    planner.bench.editing.team.budget.click()
    assert planner.score > before


def test_the_share_is_ready_to_type_after_a_second_role_halved_it(planner):
    planner.drag("ML Platform/DE").over("ML Platform/PR").holding(CTRL).drop()
    assert planner.bench.editing.shown is planner.bench.editing.person
    planner.types("30")
    planner.presses(Qt.Key.Key_Return)
    assert planner.seat("ML Platform/PR").share == 0.3


def test_the_menus_have_every_entry_in_its_order(planner):
    person = list(entries(planner, ("seat", "ML Platform/DE")))
    wanted = ["Move to…", "Add role…", "Edit shares…", "Swap with…", "Back to bench", "Show all seats"]
    wanted += ["Find in findings", "Change role", "Demand…", "Duplicate", "Remove seat"]
    assert [text for text in person if text in wanted] == wanted
    seat = list(entries(planner, ("seat", "ML Platform/PR")))
    wanted = ["Choose person…", "Change role", "Demand…", "Duplicate", "Remove seat"]
    assert [text for text in seat if text in wanted] == wanted
    team = list(entries(planner, ("team", "ML Platform")))
    wanted = ["Add seat", "Link to…", "Edit team…", "Kind", "Move under…", "Lock", "Duplicate", "Remove team"]
    assert [text for text in team if text in wanted] == wanted


def test_edit_shares_opens_the_share_of_that_seat_and_demand_the_seat(planner):
    entries(planner, ("seat", "Fraud Shield/MO"))["Edit shares…"].run()
    assert planner.bench.editing.person.seats.share_field("Fraud Shield/MO").hasFocus()
    entries(planner, ("seat", "ML Platform/PR"))["Demand…"].run()
    planner.types("40")
    planner.presses(Qt.Key.Key_Return)
    assert planner.seat("ML Platform/PR").demand == 0.4


def test_swap_with_opens_the_list_at_whom_to_swap_with(planner):
    entries(planner, ("seat", "ML Platform/DE"))["Swap with…"].run()
    current = planner.bench.move_list.list.current
    assert current.detail == "with Ravi Kulkarni"


def test_link_to_opens_the_list_of_teams_and_kinds(planner):
    entries(planner, ("team", "ML Platform"))["Link to…"].run()
    assert planner.bench.move_list.title.text() == "Link ML Platform to"


def test_find_in_findings_opens_the_finding_that_names_somebody(planner):
    entries(planner, ("seat", "Fraud Shield/DS"))["Find in findings"].run()
    key = planner.window.page.parts.panel.findings.open_key
    finding = next(each for each in planner.document.review.findings if each.key == key)
    named = {("person", "Kwame Boateng"), ("seat", "Fraud Shield/DS"), ("seat", "Fraud Shield/MO")}
    subjects = {(each.kind, each.id) for each in finding.subjects}
    subjects |= {(each.kind, each.id) for text in finding.evidence for each in text.subjects}
    assert named & subjects


def test_a_person_whom_nothing_names_is_told_so(planner):
    entries(planner, ("person", "Karin Voss"))["Find in findings"].run()
    assert planner.status == "No finding names Karin Voss."


def test_a_team_is_duplicated_with_vacant_seats_in_one_step(planner):
    entries(planner, ("team", "Fraud Shield"))["Duplicate"].run()
    planner.presses(Qt.Key.Key_Return)
    kind, new = planner.bench.selection.single
    assert kind == "team"
    team = planner.document.scenario.teams[new]
    assert team.name == "Fraud Shield 2"
    seats = [seat for seat in planner.document.scenario.seats if seat.team == new]
    assert [(seat.function.code, seat.person) for seat in seats] == [("DS", None), ("MO", None)]
    assert planner.undo_name == "Duplicate Fraud Shield"
    planner.undoes()
    assert new not in planner.document.scenario.teams


def test_a_person_with_many_seats_is_asked_about(planner):
    for function in ("DE", "PR"):
        seat = f"ML Platform/{function}"
        planner.bench.commands.remove_seat(planner.seat(seat))
    planner.bench.commands.remove_person("Emma Falk")
    assert planner.status == "Old Desk is locked. Unlock it to change it."
    planner.bench.commands.remove_person("Kwame Boateng")
    assert planner.window.findChild(Question) is None
    assert planner.status == "Kwame Boateng is removed; 2 seats are vacant now."


def test_the_context_names_the_scenario_and_makes_it_the_baseline(planner):
    planner.window.page.toolbar.context_button.click()
    popover = planner.window.page.toolbar.popover
    popover.name.setFocus()
    popover.name.selectAll()
    planner.types("Now")
    planner.presses(Qt.Key.Key_Return)
    popover.baseline.click()
    assert (planner.document.scenario.name, planner.document.scenario.baseline) == ("Now", True)
    popover.notes.setFocus()
    planner.types("As it is")
    planner.presses(Qt.Key.Key_Tab)
    assert planner.document.scenario.notes == "As it is"
    popover.name.setFocus()
    popover.name.selectAll()
    planner.types(" ")
    planner.presses(Qt.Key.Key_Return)
    assert popover.refusal.text() == "A scenario needs a name."
    assert popover.name.text() == "Now"


def test_plan_details_are_under_plan(planner):
    planner.window.actions_table["plan.details"].trigger()
    assert planner.bench.editing.shown is planner.bench.editing.plan


def test_find_in_findings_shows_the_score_panel_when_it_is_hidden(planner):
    body = planner.window.page.body
    body.toggle_panel()
    assert not body.panel_is_visible
    entries(planner, ("seat", "Fraud Shield/DS"))["Find in findings"].run()
    assert body.panel_is_visible

"""Any command, person, team, finding or scenario by a few letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

CTRL = Qt.KeyboardModifier.ControlModifier

LAYOUT = """
plan Halden
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi 50%
  PR vacant
squad Fraud Shield
  DS Kwame Boateng 50%
  DE Grace Mwangi 50%
  MO Tomasz Zieliński
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    planner.focuses_the_canvas(("team", "ML Platform"))


def asks(planner, text: str = ""):
    planner.presses(Qt.Key.Key_K, CTRL)
    palette = planner.window.anything.palette
    assert palette.isVisible()
    planner.types(text)
    return palette


def names(palette) -> list[str]:
    return [option.name for option in palette.list.options]


def test_typing_a_command_and_enter_does_it_and_the_focus_is_back(planner):
    asks(planner, "add squad")
    planner.presses(Qt.Key.Key_Return)
    assert "New squad" in [team.name for team in planner.document.scenario.teams]


def test_escape_closes_and_gives_the_focus_back(planner):
    palette = asks(planner, "gra")
    planner.presses(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert planner.bench.canvas.hasFocus()
    assert planner.undo_name == ""


def test_the_same_keys_close_it(planner):
    palette = asks(planner)
    planner.presses(Qt.Key.Key_K, CTRL)
    assert not palette.isVisible()


def test_a_person_is_selected_on_all_their_seats(planner):
    palette = asks(planner, "grace")
    assert names(palette)[0] == "Grace Mwangi"
    assert palette.list.options[0].value.detail() == "Data engineer · Fraud Shield, ML Platform"
    planner.presses(Qt.Key.Key_Return)
    assert set(planner.bench.selection.items) == {("seat", "ML Platform/DE"), ("seat", "Fraud Shield/DE")}
    assert planner.bench.canvas.hasFocus()


def test_a_person_on_the_bench_is_selected_there_even_when_it_is_hidden(planner):
    planner.presses(Qt.Key.Key_F9)
    asks(planner, "karin")
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.selection.items == (("person", "Karin Voss"),)
    assert planner.bench.bench.list.isVisible()


def test_names_are_found_without_their_accents(planner):
    assert names(asks(planner, "zielinski"))[:1] == ["Tomasz Zieliński"]


def test_a_team_is_zoomed_to(planner):
    asks(planner, "fraud sh")
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.selection.items == (("team", "Fraud Shield"),)
    seen, team = planner.bench.canvas.seen(), planner.bench.canvas.scene.rect_of(("team", "Fraud Shield"))
    assert seen.x < team.x
    assert team.right < seen.right


def test_a_finding_is_opened(planner):
    finding = planner.document.review.findings[0]
    asks(planner, str(finding.title))
    planner.presses(Qt.Key.Key_Return)
    assert planner.window.page.parts.panel.findings.open_key == finding.key


def test_all_seats_of_a_role_are_selected(planner):
    asks(planner, "select data engineer")
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.selection.items == (("seat", "ML Platform/DE"), ("seat", "Fraud Shield/DE"))
    assert planner.status == "2 seats of data engineers are selected."


def test_a_scenario_is_shown(planner):
    planner.presses(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    copy = planner.document.scenario_id
    asks(planner, "today")
    planner.presses(Qt.Key.Key_Return)
    assert planner.document.scenario_id != copy


def test_a_command_that_cannot_run_says_why_and_enter_leaves_it(planner):
    palette = asks(planner, "undo")
    row = palette.list.options[0].value
    assert (row.name, row.refusal) == ("Undo", "Nothing was done yet.")
    planner.presses(Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_setting_says_whether_it_is_on(planner):
    palette = asks(planner, "bench")
    states = {option.name: option.value.state for option in palette.list.options}
    assert states["Bench"] == "On"


def test_what_was_used_last_comes_first_the_next_time(planner):
    asks(planner, "score panel")
    planner.presses(Qt.Key.Key_Return)
    palette = asks(planner)
    assert names(palette)[0] == "Score panel"
    assert str(palette.list.items[0].words) == "Recent"


def test_commands_of_the_focus_stay_possible_while_the_palette_is_open(planner):
    planner.clicks("Fraud Shield/DS")
    palette = asks(planner, "move to")
    assert not palette.list.options[0].value.refusal
    planner.presses(Qt.Key.Key_Return)
    assert planner.bench.move_list.isVisible()


def test_nothing_found_is_said(planner):
    palette = asks(planner, "qqqq")
    assert palette.none.text() == "Nothing is called 'qqqq'."
    planner.presses(Qt.Key.Key_Return)
    assert palette.isVisible()


def test_each_row_is_a_sentence_for_those_who_hear_it(planner):
    palette = asks(planner, "undo")
    assert palette.field.accessibleDescription() == "Undo, command, Edit, Ctrl+Z, Nothing was done yet."


def test_a_change_of_the_plan_is_found_at_once(planner):
    asks(planner, "add squad")
    planner.presses(Qt.Key.Key_Return)
    QApplication.focusWidget().clearFocus()
    assert names(asks(planner, "new squad"))[0] == "New squad"

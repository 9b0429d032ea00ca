"""Keys act on what is seen to be chosen: by its selection, or by the ring."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Zieliński
  DE Grace Mwangi
squad Fraud Shield
  PR Nina Hofmann
  DE Ravi Kulkarni
  MO vacant
"""
RAVI = ("seat", "Fraud Shield/DE")


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)
    yield
    QGuiApplication.clipboard().clear()


def can(planner, name: str) -> bool:
    return planner.window.actions_table[f"canvas.{name}"].isEnabled()


def test_after_a_click_and_esc_delete_takes_nobody_off_a_seat(planner):
    planner.clicks("Fraud Shield/DE")
    planner.presses(KEY.Key_Escape)
    assert not planner.bench.canvas.situation.has_focus
    assert not can(planner, "delete")
    planner.presses(KEY.Key_Delete)
    assert planner.undo_name == ""


@pytest.mark.parametrize(
    "key", [KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Insert, KEY.Key_F2, KEY.Key_Return]
)
def test_a_key_with_nothing_chosen_shows_first_where_it_would_act(planner, key):
    planner.clicks("Fraud Shield/DE")
    planner.presses(KEY.Key_Escape)
    planner.presses(key)
    assert planner.undo_name == ""
    assert planner.bench.names.key is None
    assert planner.bench.canvas.situation.has_focus
    assert planner.bench.selection.focus == RAVI


def test_a_click_beside_the_cards_leaves_nothing_to_cut(planner):
    planner.clicks("Fraud Shield/DE")
    assert can(planner, "cut")
    planner.clicks("empty canvas")
    assert not can(planner, "cut")
    planner.presses(KEY.Key_Delete)
    assert planner.undo_name == ""


def test_arrows_go_on_from_where_the_click_was(planner):
    planner.clicks("Fraud Shield/DE")
    planner.presses(KEY.Key_Escape)
    planner.presses(KEY.Key_Down)
    assert planner.bench.selection.items == (("seat", "Fraud Shield/MO"),)
    assert planner.bench.canvas.situation.has_focus


def test_after_arrows_and_esc_the_ring_shows_what_delete_acts_on(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/PR"))
    planner.presses(KEY.Key_Down)
    planner.presses(KEY.Key_Escape)
    assert planner.bench.selection.items == ()
    assert planner.bench.selection.focus == RAVI
    assert planner.bench.canvas.situation.has_focus
    assert can(planner, "delete")
    planner.presses(KEY.Key_Delete)
    assert planner.undo_name == "Unassign Ravi Kulkarni"


def test_who_was_taken_out_of_the_selection_is_not_what_keys_act_on(planner):
    planner.clicks("Fraud Shield/PR")
    planner.clicks("Fraud Shield/DE", CTRL)
    planner.clicks("Fraud Shield/DE", CTRL)
    planner.presses(KEY.Key_M)
    assert planner.bench.move_list.title.text() == "Move Nina Hofmann to"
    planner.presses(KEY.Key_Escape)


def test_a_vacant_seat_is_nothing_to_cut(planner):
    planner.clicks("Fraud Shield/MO")
    assert not can(planner, "cut")
    assert not can(planner, "copy")


@pytest.mark.parametrize("place", ["bench", "outline"])
def test_r_asks_for_a_role_of_somebody_on_the_bench(planner, place):
    if place == "outline":
        planner.presses(KEY.Key_O, CTRL | SHIFT)
        planner.bench.selection.select(("person", "Karin Voss"))
    else:
        planner.clicks("Karin Voss")
    planner.presses(KEY.Key_R)
    assert planner.bench.move_list.isVisible()
    assert planner.bench.move_list.title.text() == "Add a role for Karin Voss in"
    planner.presses(KEY.Key_Escape)


def test_what_was_pasted_and_removed_is_told_in_sentences(planner):
    planner.clicks("Fraud Shield")
    planner.presses(KEY.Key_C, CTRL)
    planner.presses(KEY.Key_V, CTRL)
    assert planner.status.startswith("1 team pasted.")
    planner.clicks("ML Platform", CTRL)
    planner.presses(KEY.Key_Delete)
    assert planner.status.startswith("2 teams removed.")


def test_a_seat_that_is_the_last_already_is_told_so_in_a_sentence(planner):
    planner.clicks("Fraud Shield/MO")
    planner.presses(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert planner.status.startswith("The vacant MLOps engineer seat is the last already")


def test_a_key_that_can_do_nothing_says_why(planner):
    planner.focuses_the_canvas(("seat", "Fraud Shield/MO"))
    planner.presses(KEY.Key_M)
    assert planner.status.startswith("Select a person or a team first.")
    planner.presses(KEY.Key_Z, CTRL)
    assert planner.status.startswith("Nothing was done yet.")
    assert planner.undo_name == ""


def test_a_field_beside_the_chart_has_its_keys_for_itself(planner):
    planner.bench.bench.field.setFocus()
    planner.presses(KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    planner.types("m")
    assert planner.bench.bench.field.text() == "m"
    assert "first." not in planner.status


@pytest.mark.parametrize(
    ("row", "key", "why"),
    [
        (("seat", "Fraud Shield/MO"), KEY.Key_M, "Select a person or a team first."),
        (("team", "Fraud Shield"), KEY.Key_R, "Select a person or a seat first."),
        (("person", "Karin Voss"), KEY.Key_L, "Select a seat or a team first."),
        (("person", "Karin Voss"), KEY.Key_Delete, "Select a seat or a team first."),
    ],
)
def test_a_letter_of_a_command_begins_no_name_in_the_outline(planner, row, key, why):
    planner.presses(KEY.Key_O, CTRL | SHIFT)
    planner.bench.selection.select(row)
    planner.presses(key)
    assert planner.bench.selection.items == (row,)
    assert planner.status.startswith(why)


def test_letters_that_are_no_commands_begin_a_name_still(planner):
    planner.presses(KEY.Key_O, CTRL | SHIFT)
    planner.bench.selection.select(("seat", "Fraud Shield/MO"))
    planner.types("grm")
    assert planner.bench.selection.items == (("seat", "ML Platform/DE"),)

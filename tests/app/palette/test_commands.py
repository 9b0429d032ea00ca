"""Commands in the palette."""

from planner.app.canvas.rows import CANVAS_ROWS
from planner.app.commands.rows import ROWS
from planner.app.palette.commands import REASONS, plain
from planner.app.palette.recent import Recent
from planner.app.palette.results import caps
from planner.app.settings import Settings


def test_every_command_that_may_be_impossible_has_a_reason():
    conditions = {row.enabled_when for row in (*ROWS, *CANVAS_ROWS) if row.enabled_when}
    assert not conditions - set(REASONS), "say in planner.app.palette.commands why they cannot run"


def test_without_a_plan_its_commands_say_that_one_has_to_be_open(start_window):
    start_window.anything.show()
    rows = {option.name: option.value for option in start_window.anything.palette.list.options}
    assert rows["Add team"].refusal == "Open a plan first."
    assert not rows["New plan"].refusal
    start_window.anything.palette.field.setText("halden")
    assert start_window.anything.palette.none.text() == "Nothing is called 'halden'."


def test_words_of_menus_are_shown_without_their_marks():
    assert plain("Open &recent…") == "Open recent"
    assert plain("Undo Rename R&&D") == "Undo Rename R&D"


def test_keys_are_told_one_by_one():
    assert caps("Ctrl+Shift+S") == ["Ctrl", "Shift", "S"]
    assert caps("Ctrl++") == ["Ctrl", "+"]
    assert caps("") == []


def test_commands_are_remembered_on_this_machine_and_names_are_not(tmp_path):
    recent = Recent(Settings(tmp_path / "settings.json"))
    for key in ("command view.bench", "person karin", "command edit.undo"):
        recent.note(key)
    assert recent.keys == ("command edit.undo", "person karin", "command view.bench")
    again = Recent(Settings(tmp_path / "settings.json"))
    assert again.keys == ("command edit.undo", "command view.bench")

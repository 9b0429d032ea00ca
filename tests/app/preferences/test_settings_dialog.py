"""What is set in the Settings dialog holds at once, in every window, and the next time."""

import pytest
from PySide6.QtGui import QKeySequence

from planner.app.preferences.opening import OpensSettings
from planner.app.settings import REDUCED_MOTION, SHORTCUTS, SINGLE_LETTERS, TEXT_SIZE, THEME, WHEEL_ZOOMS
from planner.app.theme import ThemeChoice


@pytest.fixture
def dialog(window, program):
    made = OpensSettings(window, program.look, window.actions_table, program.preferences).dialog()
    yield made
    made.deleteLater()


def keys(window, command):
    return [each.toString() for each in window.actions_table[command].shortcuts()]


def test_theme_and_text_size_hold_at_once(dialog, program):
    dialog.theme.choose(ThemeChoice.DARK)
    dialog.text_size.choose(150)
    assert (program.look.theme.name, program.look.factor) == ("dark", pytest.approx(1.5))
    assert (program.settings.get(THEME), program.settings.get(TEXT_SIZE)) == ("dark", 150)


def test_motion_and_wheel_reach_the_canvas(dialog, program):
    assert program.settings.get(REDUCED_MOTION) == "system"
    dialog.motion.choose("on")
    dialog.wheel.setChecked(True)
    assert program.tools.motion.reduced
    assert program.tools.motion.wheel_zooms
    assert (program.settings.get(REDUCED_MOTION), program.settings.get(WHEEL_ZOOMS)) == ("on", True)


def test_single_letters_can_be_switched_off(dialog, window, program):
    assert keys(window, "canvas.move") == ["M"]
    dialog.letters.setChecked(False)
    assert keys(window, "canvas.move") == []
    assert keys(window, "file.save") == ["Ctrl+S"]
    assert program.settings.get(SINGLE_LETTERS) is False
    dialog.letters.setChecked(True)
    assert keys(window, "canvas.move") == ["M"]


def test_a_command_gets_the_keys_that_are_pressed_for_it(dialog, window, program):
    dialog.keys.choose("view.bench")
    dialog.keys.field.setKeySequence(QKeySequence("Ctrl+B"))
    assert keys(window, "view.bench") == ["Ctrl+B"]
    assert program.settings.get(SHORTCUTS) == {"view.bench": ["Ctrl+B"]}
    dialog.keys.reset.click()
    assert keys(window, "view.bench") == ["F9"]
    assert program.settings.get(SHORTCUTS) == {}


def test_keys_that_another_command_has_are_not_taken_and_its_name_is_said(dialog, window):
    dialog.keys.choose("view.bench")
    dialog.keys.field.setKeySequence(QKeySequence("Ctrl+S"))
    assert "“Save”" in dialog.keys.told.text()
    assert keys(window, "view.bench") == ["F9"]
    assert keys(window, "file.save") == ["Ctrl+S"]


def test_a_command_can_be_left_without_keys_and_all_be_reset(dialog, window):
    for command in ("view.bench", "file.save"):
        dialog.keys.choose(command)
        dialog.keys.no_keys.click()
        assert keys(window, command) == []
    dialog.keys.reset_all.click()
    assert (keys(window, "view.bench"), keys(window, "file.save")) == (["F9"], ["Ctrl+S"])


def test_another_window_has_the_same_keys_and_a_closed_one_is_forgotten(dialog, program):
    program.shortcuts.choose(dialog.keys.row, ["Ctrl+J"])
    other = program.new_window()
    assert keys(other, dialog.keys.row.id) == ["Ctrl+J"]
    other.close()
    program.shortcuts.reset_all()


def test_commands_are_found_by_name_and_by_key(dialog):
    dialog.keys.finder.setText("shift+f9")
    shown = [item.text(0) for item in dialog.keys._items() if not item.isHidden()]
    assert shown == ["View ▸ Score panel"]


def test_settings_of_another_kind_are_left_aside(program):
    program.settings.set(SHORTCUTS, {"view.bench": "Ctrl+B", "view.score": [3]})
    rows = {"view.bench", "view.score"}
    window = program.new_window()
    for command in rows:
        assert keys(window, command) in (["F9"], ["Shift+F9"])

"""Recovering: every edit is there again after a crash, with its undo, and nobody is asked twice."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from tests.app.safely import LAYOUT

from planner import store
from planner.app.files.asking import Answer
from planner.app.files.opening import OpenedFile
from planner.app.importing.dialog import Choice, ImportDialog
from planner.app.start.sidebar import SAMPLES
from planner.app.window.notices import Lane
from planner.domain import outline
from planner.store import abandoned
from planner.store.keeping import begun_name

OTHER = outline.parse(LAYOUT.replace("plan Churn", "plan Theirs"))


def entries(computer) -> dict[str, QMenu]:
    menu = computer.window.actions_table.menus["file.recover"]
    computer.program.recovering.fill(menu, computer.window)
    return {action.text(): action.menu() for action in menu.actions()}


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_a_crash_loses_no_edit_and_no_undo(computer):
    path = computer.makes_a_plan()
    for number in range(12):
        computer.renames_to(f"Churn {number}")
    computer.crashes()
    assert computer.told(Lane.RECOVERY) == "churn.teamplan had 12 changes that were not saved."
    computer.clicks("Recover")
    assert computer.document.project.name == "Churn 11"
    assert computer.document.path == path
    assert computer.window.file_corner.text == "churn.teamplan Edited, kept safe on this computer"
    for _ in range(12):
        computer.document.undo()
    assert computer.document.project.name == "Churn"
    assert not computer.document.is_edited
    assert computer.told(Lane.RECOVERY) == ""
    computer.document.redo()
    computer.saves()
    assert store.read(path).name == "Churn 0"


def test_what_is_brought_back_tells_others_that_its_file_is_open(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    computer.clicks("Recover")
    lock = computer.documents / ".~lock.churn.teamplan#"
    assert lock.exists()
    computer.document.undo()
    computer.window.close()
    assert not lock.exists()


def test_others_are_told_still_when_it_takes_the_place_of_an_open_window(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    computer.opens(path)
    computer.clicks("Recover")
    (window,) = computer.program.windows
    assert window.document.project.name == "Churn 2"
    assert (computer.documents / ".~lock.churn.teamplan#").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_what_is_brought_back_tells_that_its_file_may_only_be_read(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    path.chmod(0o444)
    computer.crashes()
    computer.clicks("Recover")
    assert "may only be read" in computer.told()


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (Path.unlink, "no longer in its folder"),
        (lambda path: store.save(OTHER, path), "holds another version by now"),
    ],
)
def test_what_is_brought_back_tells_what_became_of_its_file(computer, happens, told):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    happens(path)
    computer.crashes()
    computer.clicks("Recover")
    assert told in computer.told()
    assert computer.document.project.name == "Churn 2"


def test_what_a_killed_save_left_is_cleared_up_when_its_work_is_brought_back(computer, monkeypatch):
    monkeypatch.setattr(abandoned, "AGE", -60.0)
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    left = begun_name(path)
    left.write_bytes(path.read_bytes())
    computer.crashes()
    computer.clicks("Recover")
    assert not left.exists()


def test_the_new_file_of_a_save_that_was_killed_is_no_other_version(computer, monkeypatch):
    monkeypatch.setattr(abandoned, "AGE", -60.0)
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    left = begun_name(path)
    left.write_bytes(computer.document.image(path.name).result().data)
    computer.crashes()
    computer.clicks("Recover")
    assert not left.exists()
    assert list(computer.documents.glob("*other version*")) == []
    assert computer.document.project.name == "Churn 2"


def test_an_untouched_import_is_not_offered(computer, qapp):
    roster = computer.documents / "team.csv"
    roster.write_text("Name,Title\nAda Moss,Data Scientist\n")
    computer.opens(roster)
    (dialog,) = (each for each in computer.window.findChildren(ImportDialog) if each.isVisible())
    dialog.choose(Choice.PLAN)
    computer.settles()
    computer.crashes()
    assert computer.told(Lane.RECOVERY) == ""


def test_a_plan_that_never_had_a_file_comes_back_as_one_without(computer):
    computer.window.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=False)
    computer.renames_to("Unnamed")
    computer.crashes()
    assert computer.told(Lane.RECOVERY) == "Unnamed was not saved to a file."
    computer.clicks("Recover")
    assert computer.document.project.name == "Unnamed"
    assert computer.document.path is None


def test_an_untouched_sample_is_not_offered(computer):
    computer.window.start.open_sample(SAMPLES[0])
    assert computer.window.file_corner.text == "Quillo Not saved to a file yet"
    computer.crashes()
    assert computer.told(Lane.RECOVERY) == ""


def test_what_was_saved_is_not_offered(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.saves()
    computer.crashes()
    assert computer.told(Lane.RECOVERY) == ""


def test_a_plan_whose_file_was_gone_before_the_crash_is_offered_and_saved_again(computer):
    path = computer.makes_a_plan()
    path.unlink()
    computer.crashes()
    assert computer.told(Lane.RECOVERY) == (
        "churn.teamplan is no longer in its folder. This computer still has it."
    )
    computer.clicks("Recover")
    assert computer.document.project.name == "Churn"
    computer.looks_at_the_file()
    assert computer.document.is_edited
    computer.clicks("Save it again")
    assert store.read(path).name == "Churn"


def test_keep_for_later_stays_in_the_menu_and_is_offered_at_the_next_start(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    computer.clicks("Keep for later")
    assert computer.told(Lane.RECOVERY) == ""
    ((words, menu),) = entries(computer).items()
    assert words.startswith("churn.teamplan, today ")
    assert words.endswith(", 1 change")
    choose(menu, "Recover")
    computer.settles()
    assert computer.document.project.name == "Churn 2"


def test_discard_stays_in_the_menu_until_it_is_discarded_there(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    computer.clicks("Discard")
    ((_words, menu),) = entries(computer).items()
    choose(menu, "Discard…")
    computer.settles()
    assert list(entries(computer)) == ["Nothing to recover"]


def test_dont_save_keeps_the_work_in_the_menu(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.answers.answer = Answer.DISCARD
    assert computer.window.close()
    assert computer.answers.told_kept
    computer.opens_a_window()
    computer.opens(path)
    assert computer.document.project.name == "Churn"
    ((_words, menu),) = entries(computer).items()
    choose(menu, "Recover")
    computer.settles()
    names = [window.document.project.name for window in computer.program.windows]
    assert names == ["Churn 2"]


def test_work_is_not_brought_back_over_other_changes(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Lost")
    computer.crashes()
    computer.opens(path)
    computer.renames_to("Other")
    assert computer.told(Lane.RECOVERY) == "churn.teamplan had 1 change that was not saved."
    computer.clicks("Recover")
    assert "is open with other changes" in computer.told(Lane.EVENT)
    assert computer.document.project.name == "Other"


def test_recover_pressed_twice_brings_it_back_once(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    for _ in range(2):
        computer.program.recovering.recover_first()
    computer.settles()
    assert computer.document.project.name == "Churn 2"
    assert computer.told(Lane.EVENT) == ""


def test_what_cannot_be_brought_back_now_can_be_tried_again(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.crashes()
    (record,) = computer.local.glob("recovery/*/session.json")
    blocked = record.with_name(f"{record.name}.new")
    blocked.mkdir()
    computer.clicks("Recover")
    assert "cannot be brought back" in computer.told(Lane.EVENT)
    blocked.rmdir()
    ((_words, menu),) = entries(computer).items()
    choose(menu, "Recover")
    computer.settles()
    assert computer.document.project.name == "Churn 2"


def test_an_offer_moves_on_when_its_window_is_closed(computer):
    computer.makes_a_plan()
    computer.renames_to("Not saved")
    computer.crashes()
    first, second = computer.window, computer.opens_a_window()
    assert "not saved" in first.notices.text_of(Lane.RECOVERY)
    first.close()
    assert "not saved" in second.notices.text_of(Lane.RECOVERY)
    computer.clicks("Recover")
    assert computer.document.project.name == "Not saved"


def test_several_are_offered_one_after_the_other(computer):
    for name in ("one.teamplan", "two.teamplan"):
        computer.makes_a_plan(name)
        computer.renames_to(f"Edited {name}")
        computer.opens_a_window()
    computer.crashes()
    assert computer.told(Lane.RECOVERY).endswith("Another one waits as well.")
    first = computer.told(Lane.RECOVERY).split()[0]
    computer.clicks("Keep for later")
    second = computer.told(Lane.RECOVERY).split()[0]
    assert {first, second} == {"one.teamplan", "two.teamplan"}
    assert len(entries(computer)) == 2


def test_undo_outlives_a_normal_close(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.saves()
    computer.window.close()
    computer.opens_a_window()
    computer.opens(path)
    assert str(computer.document.undo_label) == "Edit Plan"
    computer.document.undo()
    assert computer.document.project.name == "Churn"
    assert computer.document.is_edited


def test_a_folder_that_cannot_be_used_is_told_once_and_works_in_memory(computer):
    computer.window.close()
    computer.local.mkdir()
    (computer.local / "recovery").write_text("in the way")
    computer.opens_a_window()
    path = computer.makes_a_plan()
    computer.document.session.flush()
    computer.settles()
    assert "no longer kept safe" in computer.told(Lane.SAFETY)
    computer.renames_to("Churn 2")
    assert computer.window.file_corner.text == "churn.teamplan Edited, not kept safe"
    computer.document.undo()
    computer.document.redo()
    computer.saves()
    assert store.read(path).name == "Churn 2"
    (computer.local / "recovery").unlink()
    computer.renames_to("Churn 3")
    computer.clicks("Try again")
    assert computer.told(Lane.SAFETY) == ""
    assert computer.window.file_corner.text.endswith("Edited, kept safe on this computer")

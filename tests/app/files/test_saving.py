"""Saving: whole, once, and nothing of another program lost."""

import os

import pytest
from tests.app.safely import LAYOUT

from planner import store
from planner.app.settings import SAVE_WHEN_IDLE
from planner.app.window.notices import Lane
from planner.domain import outline
from planner.store import abandoned
from planner.store.keeping import begun_name

OTHER = outline.parse(LAYOUT.replace("plan Churn", "plan Theirs"))


def test_the_corner_says_that_edits_are_kept_safe_and_then_that_they_are_saved(computer):
    computer.makes_a_plan()
    assert computer.window.file_corner.text == "churn.teamplan Saved"
    computer.renames_to("Churn 2")
    assert computer.window.file_corner.text == "churn.teamplan Edited, kept safe on this computer"
    computer.document.undo()
    assert computer.window.file_corner.text == "churn.teamplan Saved"
    computer.document.redo()
    computer.saves()
    assert computer.window.file_corner.text == "churn.teamplan Saved"


def test_what_is_saved_is_the_plan_alone_in_its_folder(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.saves()
    assert store.check(path).is_sound
    assert store.read(path).name == "Churn 2"
    assert sorted(entry.name for entry in computer.documents.iterdir()) == [
        ".~lock.churn.teamplan#",
        "churn.teamplan",
    ]


def test_saving_twice_in_a_row_writes_what_stands_at_last(computer):
    path = computer.makes_a_plan()
    computer.renames_to("One")
    computer.window.files.save()
    computer.renames_to("Two")
    computer.window.files.save()
    computer.settles()
    assert store.read(path).name == "Two"
    assert not computer.document.is_edited


def test_a_place_that_was_chosen_while_a_save_failed_is_written(computer):
    computer.makes_a_plan()
    computer.renames_to("Mine")
    computer.window.files.save_at(computer.documents / "gone" / "churn.teamplan")
    computer.window.files.save_at(computer.documents / "elsewhere.teamplan")
    computer.settles()
    assert store.read(computer.documents / "elsewhere.teamplan").name == "Mine"
    assert not computer.document.is_edited


def test_a_save_that_waited_for_save_as_goes_where_the_document_is_then(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Two")
    computer.window.files.save_at(computer.documents / "second.teamplan")
    computer.renames_to("Three")
    computer.window.files.save()
    computer.settles()
    assert computer.told() == ""
    assert store.read(path).name == "Churn"
    assert store.read(computer.documents / "second.teamplan").name == "Three"
    assert computer.document.path == computer.documents / "second.teamplan"
    assert not computer.document.is_edited


def test_every_place_that_was_chosen_during_a_save_is_written(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Two")
    computer.window.files.save()
    computer.window.files.safe.saving.save_copy_at(computer.documents / "copy.teamplan")
    computer.window.files.save_at(computer.documents / "second.teamplan")
    computer.window.files.save()
    computer.settles()
    assert computer.told() == ""
    for place in (path, computer.documents / "copy.teamplan", computer.documents / "second.teamplan"):
        assert store.read(place).name == "Two"
    assert computer.document.path == computer.documents / "second.teamplan"


def test_a_file_that_may_be_written_again_is_saved_by_itself_again(computer):
    computer.makes_a_plan()
    computer.program.settings.set(SAVE_WHEN_IDLE, True)
    saving = computer.window.files.safe.saving
    saving.is_read_only = True
    computer.renames_to("Two")
    assert not saving.rest.isActive()
    computer.saves()
    computer.renames_to("Three")
    assert saving.rest.isActive()


def test_saves_that_wait_for_one_another_are_written_before_the_window_goes(computer):
    path = computer.makes_a_plan()
    saving = computer.window.files.safe.saving
    for name in ("One", "Two"):
        computer.renames_to(name)
        computer.window.files.save()
    computer.window.close()
    assert not saving.is_writing
    assert store.read(path).name == "Two"


def test_an_export_that_ends_after_its_window_is_no_fault(computer):
    computer.makes_a_plan()
    closing = computer.window
    computer.opens_a_window()
    closing.files.export_to(computer.documents / "churn.pdf")
    closing.close()
    computer.settles()
    assert (computer.documents / "churn.pdf").exists()


def test_a_file_on_its_way_into_a_window_that_is_closed_is_let_go(computer):
    path = computer.makes_a_plan()
    computer.window.close()
    closing = computer.opens_a_window()
    other = computer.opens_a_window()
    closing.files.open_path(path)
    closing.close()
    computer.settles()
    assert not (computer.documents / ".~lock.churn.teamplan#").exists()
    computer.window = other
    computer.opens(path)
    assert computer.document.path == path


@pytest.mark.parametrize("content", ["Name,Title\nAda Moss,Data Scientist\n", "Name,Title\n"])
def test_a_roster_that_is_read_after_its_window_is_closed_is_let_go(computer, content):
    roster = computer.documents / "team.csv"
    roster.write_text(content)
    closing = computer.window
    computer.opens_a_window()
    closing.files.import_path(roster)
    closing.close()
    computer.settles()
    assert computer.window.notices.text == ""


def test_a_copy_is_written_and_the_document_stays_where_it_is(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.answers.path = computer.documents / "copy.teamplan"
    computer.chooses("file.save-copy")
    assert computer.answers.suggested.name == "churn copy.teamplan"
    assert computer.document.path == path
    assert computer.document.is_edited
    assert store.read(computer.documents / "copy.teamplan").name == "Churn 2"
    assert store.read(path).name == "Churn"


def test_save_as_switches_and_leaves_the_old_file(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.answers.path = computer.documents / "second.teamplan"
    computer.chooses("file.save-as")
    assert computer.document.path == computer.documents / "second.teamplan"
    assert store.read(path).name == "Churn"
    assert not (computer.documents / ".~lock.churn.teamplan#").exists()
    computer.renames_to("Churn 3")
    computer.saves()
    assert store.read(computer.documents / "second.teamplan").name == "Churn 3"


def test_no_window_writes_over_the_file_of_another(computer):
    path = computer.makes_a_plan()
    computer.opens_a_window()
    computer.makes_a_plan("second.teamplan")
    computer.answers.path = path
    computer.chooses("file.save-as")
    assert "is open in a window" in computer.told(Lane.EVENT)
    assert store.read(path).name == "Churn"


def test_revert_is_a_step_that_can_be_undone(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.chooses("file.revert")
    assert computer.document.project.name == "Churn"
    assert not computer.document.is_edited
    assert str(computer.document.undo_label) == "Revert to Saved"
    computer.document.undo()
    assert computer.document.project.name == "Churn 2"
    assert computer.document.is_edited


def test_what_is_read_for_a_revert_is_not_taken_for_a_file_that_was_chosen_meanwhile(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.window.files.save_at(computer.documents / "second.teamplan")
    computer.program.work.wait()  # written, and the window does not know it yet
    computer.window.files.revert()
    computer.settles()
    document = computer.document
    assert document.path == computer.documents / "second.teamplan"
    assert document.is_edited or store.read(document.path) == document.project


def test_revert_during_a_save_goes_back_to_what_that_writes(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.window.files.save()
    computer.renames_to("Churn 3")
    computer.window.files.revert()
    computer.settles()
    computer.looks_at_the_file()
    assert computer.told() == ""
    assert computer.document.project == store.read(path)
    assert computer.document.project.name == "Churn 2"
    assert not computer.document.is_edited


def test_a_save_during_a_revert_is_not_taken_for_another_programs(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Churn 2")
    computer.window.files.revert()
    computer.program.work.wait()  # read, and the window does not know it yet
    computer.window.files.save()
    computer.settles()
    computer.looks_at_the_file()
    assert computer.told() == ""
    assert computer.document.project == store.read(path)
    assert not computer.document.is_edited


def test_revert_is_offered_only_where_there_is_something_to_go_back_from(computer):
    computer.makes_a_plan()
    assert not computer.window.actions_table["file.revert"].isEnabled()
    computer.renames_to("Churn 2")
    assert computer.window.actions_table["file.revert"].isEnabled()


def test_a_version_that_is_seen_only_when_saving_can_be_kept_beside(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Mine")
    computer.looks_no_more()
    store.save(OTHER, path)
    computer.saves()
    assert "another program has changed it" in computer.told()
    assert "kept safe on this computer" in computer.told()
    computer.clicks("Keep both")
    assert store.read(path).name == "Mine"
    (kept,) = computer.documents.glob("churn (other version*")
    assert store.read(kept) == OTHER
    assert kept.name in computer.told()
    computer.clicks("Open it")
    assert [window.document.project.name for window in computer.program.windows] == ["Mine", "Theirs"]


def test_save_as_over_the_own_file_loses_no_other_version(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Mine")
    computer.looks_no_more()
    store.save(OTHER, path)
    computer.answers.path = path
    computer.chooses("file.save-as")
    assert "another program has changed it" in computer.told()
    assert store.read(path) == OTHER


def test_a_version_that_is_seen_only_when_saving_can_be_loaded(computer):
    path = computer.makes_a_plan()
    computer.renames_to("Mine")
    computer.looks_no_more()
    store.save(OTHER, path)
    computer.saves()
    computer.clicks("Load it")
    assert computer.document.project == OTHER
    assert not computer.document.is_edited
    computer.document.undo()
    assert computer.document.project.name == "Mine"


def test_a_place_that_cannot_be_written_leaves_a_way_out(computer):
    computer.makes_a_plan()
    computer.renames_to("Mine")
    computer.window.files.save_at(computer.documents / "gone" / "churn.teamplan")
    computer.settles()
    assert "its folder is gone" in computer.told()
    assert computer.told().endswith("Your changes are kept safe on this computer.")
    computer.answers.path = computer.documents / "elsewhere.teamplan"
    computer.clicks("Save elsewhere…")
    assert store.read(computer.documents / "elsewhere.teamplan").name == "Mine"
    assert computer.told() == ""


def test_a_plan_is_saved_by_itself_once_nothing_is_edited(computer, qtbot):
    path = computer.makes_a_plan()
    computer.program.settings.set(SAVE_WHEN_IDLE, False)
    computer.chooses("file.save-when-idle")
    saving = computer.window.files.safe.saving
    saving.rest.setInterval(1)
    with qtbot.waitSignal(saving.saved):
        computer.renames_to("Churn 2")
    assert store.read(path).name == "Churn 2"
    assert not saving.rest.isActive()


def test_nothing_is_saved_by_itself_unless_that_was_chosen(computer):
    computer.makes_a_plan()
    computer.renames_to("Churn 2")
    assert not computer.window.files.safe.saving.rest.isActive()


def test_another_programs_version_stops_saving_by_itself(computer):
    path = computer.makes_a_plan()
    computer.program.settings.set(SAVE_WHEN_IDLE, True)
    store.save(OTHER, path)
    computer.looks_at_the_file()
    computer.renames_to("Mine")
    assert not computer.window.files.safe.saving.rest.isActive()
    assert store.read(path) == OTHER


def test_what_a_killed_save_left_is_cleared_up_at_opening(computer, monkeypatch):
    monkeypatch.setattr(abandoned, "AGE", -60.0)
    path = computer.makes_a_plan()
    before = path.read_bytes()
    computer.renames_to("Churn 2")
    computer.saves()
    computer.window.close()
    left = begun_name(path)
    left.write_bytes(before)
    computer.opens_a_window()
    computer.opens(path)
    assert not left.exists()
    assert "broken off" not in computer.told(Lane.EVENT)


def test_another_programs_version_in_a_save_that_was_killed_is_kept_and_told(computer, monkeypatch):
    monkeypatch.setattr(abandoned, "AGE", -60.0)
    path = computer.makes_a_plan()
    computer.window.close()
    store.save(OTHER, computer.documents / "theirs")
    (computer.documents / "theirs").rename(begun_name(path))
    computer.opens_a_window()
    computer.opens(path)
    (kept,) = computer.documents.glob("churn (other version*")
    assert kept.name in computer.told(Lane.EVENT)
    assert store.read(kept) == OTHER


@pytest.mark.skipif(not hasattr(os, "link"), reason="no hard links")
def test_a_second_name_of_the_file_is_announced_at_opening(computer):
    path = computer.makes_a_plan()
    computer.window.close()
    os.link(path, computer.documents / "alias.teamplan")
    computer.opens_a_window()
    computer.opens(path)
    assert "has another name as well" in computer.told(Lane.EVENT)

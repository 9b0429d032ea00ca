"""What other programs do to an open document is told, and nothing of either side is lost."""

import os
import shutil

import pytest
from tests.app.safely import LAYOUT

from planner import store
from planner.app.files.asking import Answer
from planner.app.window.notices import Lane
from planner.domain import outline

OTHER = outline.parse(LAYOUT.replace("plan Churn", "plan Theirs"))


@pytest.fixture
def path(computer):
    return computer.makes_a_plan()


def test_our_own_saves_are_never_told(computer, path):
    for name in ("One", "Two"):
        computer.renames_to(name)
        computer.saves()
        computer.looks_at_the_file()
        assert computer.told() == ""


def test_a_version_that_is_read_after_the_window_closed_is_let_go(computer, path):
    computer.renames_to("Mine")
    store.save(OTHER, path)
    computer.looks_at_the_file()
    document, closing = computer.document, computer.window
    computer.opens_a_window()
    closing.files.load_theirs()
    closing.close()
    computer.settles()
    assert document.project.name == "Mine"


def test_a_changed_file_is_told_and_loaded_as_a_step(computer, path):
    computer.renames_to("Mine")
    store.save(OTHER, path)
    computer.looks_at_the_file()
    assert computer.told() == "churn.teamplan was changed by another program."
    computer.clicks("Load it")
    assert computer.document.project == OTHER
    assert computer.told() == ""
    assert not computer.document.is_edited
    computer.document.undo()
    assert computer.document.project.name == "Mine"
    computer.saves()
    assert store.read(path).name == "Mine"


def test_mine_is_kept_and_theirs_lies_beside_once_it_is_saved(computer, path):
    store.save(OTHER, path)
    computer.looks_at_the_file()
    computer.clicks("Keep mine")
    assert computer.document.is_edited
    assert store.read(path) == OTHER
    computer.saves()
    assert store.read(path).name == "Churn"
    (kept,) = computer.documents.glob("churn (other version*")
    assert store.read(kept) == OTHER
    assert not computer.document.is_edited


def test_a_file_that_is_gone_makes_closing_ask_and_can_be_saved_again(computer, path):
    path.unlink()
    computer.looks_at_the_file()
    assert "no longer in its folder" in computer.told()
    computer.answers.answer = Answer.CANCEL
    assert not computer.window.close()
    computer.clicks("Save it again")
    assert store.read(path).name == "Churn"
    assert computer.told() == ""
    assert not computer.document.is_edited


def test_a_file_that_is_gone_and_not_saved_again_stays_under_recover(computer, path):
    path.unlink()
    computer.looks_at_the_file()
    computer.answers.answer = Answer.DISCARD
    assert computer.window.close()
    (kept,) = computer.program.recovery.kept()
    assert kept.document == path


def test_another_version_is_no_edit_and_the_one_shown_stays_under_recover(computer, path):
    store.save(OTHER, path)
    computer.looks_at_the_file()
    assert computer.window.file_corner.text == "churn.teamplan The file holds another version"
    assert not computer.document.is_edited
    assert computer.window.close()
    (kept,) = computer.program.recovery.kept()
    assert kept.plan == "Churn"
    assert store.read(path) == OTHER


def test_a_file_that_comes_back_is_as_if_nothing_had_happened(computer, path):
    shutil.move(path, computer.folder / "aside")
    computer.looks_at_the_file()
    shutil.move(computer.folder / "aside", path)
    computer.looks_at_the_file()
    assert computer.told() == ""
    assert not computer.document.is_edited


def test_a_damaged_file_in_its_place_is_not_loaded(computer, path):
    path.write_bytes(b"no plan " * 200)
    computer.looks_at_the_file()
    computer.clicks("Load it")
    assert computer.document.project.name == "Churn"
    assert "churn.teamplan" in computer.told()


def test_the_folder_tells_soon_of_a_change(computer, path, qtbot):
    watching = computer.window.files.safe.watching
    with qtbot.waitSignal(watching.noticed, timeout=5000):
        store.save(OTHER, path)


def test_somebody_elses_lock_is_told_as_a_hint(computer, path):
    computer.window.close()
    lock = computer.documents / ".~lock.churn.teamplan#"
    lock.write_text(",Ada,her-laptop,01.03.2026 09:00,77;")
    computer.opens_a_window()
    computer.opens(path)
    assert "Ada" in computer.told(Lane.EVENT)
    assert computer.document.project.name == "Churn"
    computer.window.close()
    assert lock.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_only_be_read_says_so_at_once(computer, path):
    computer.window.close()
    path.chmod(0o444)
    computer.opens_a_window()
    computer.opens(path)
    assert "may only be read" in computer.told()


def test_one_file_opened_twice_or_by_another_name_is_one_window(computer, path):
    alias = computer.documents / "alias.teamplan"
    alias.symlink_to(path)
    first = computer.window
    for name in (path, alias):
        other = computer.opens_a_window()
        other.files.open_path(name)
        computer.settles()
        assert other.document is None
        assert "is already open. Here it is." in first.notices.text


def test_a_file_asked_for_twice_at_once_opens_once(computer, path):
    computer.window.close()
    computer.opens_a_window()
    computer.window.files.open_path(path)
    computer.window.files.open_path(path)
    computer.settles()
    assert len(computer.program.windows) == 1
    assert computer.document.project.name == "Churn"


def test_an_opening_that_is_called_off_leaves_nothing_behind(computer, path):
    computer.window.close()
    window = computer.opens_a_window()
    bringing = window.files.bringing
    bringing.open_path(path)
    bringing.tell_of_openings()
    assert window.notices.text_of(Lane.OPENING) == "Opening churn.teamplan …"
    computer.clicks("Cancel")
    assert window.document is None
    assert window.notices.text == ""
    assert not (computer.documents / ".~lock.churn.teamplan#").exists()
    computer.opens(path)
    assert computer.document.project.name == "Churn"

"""Saving over a file: old or new, never half, and one sentence for everything that goes wrong."""

import errno
import os
import resource
import stat
import tempfile

import pytest
from msgspec.structs import replace

from planner import store
from planner.errors import PlannerError
from planner.store.publishing import publish


def contents(folder):
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


def test_a_save_gives_the_fingerprint_for_the_next(project, saved):
    opened = store.read_checked(saved)
    for number in range(3):
        project = replace(project, name=f"Step {number}")
        fingerprint = store.save(project, saved, opened=opened.fingerprint).fingerprint
        opened = store.read_checked(saved)
        assert opened.fingerprint == fingerprint
        assert opened.project == project


def test_what_another_program_saved_meanwhile_is_not_overwritten(project, saved):
    opened = store.read_checked(saved)
    theirs = replace(project, name="Theirs")
    store.save(theirs, saved)
    with pytest.raises(store.ChangedOutside, match="another program has changed it since it was opened"):
        store.save(project, saved, opened=opened.fingerprint)
    assert store.read(saved) == theirs
    assert list(contents(saved.parent)) == [saved.name]


def test_a_file_that_was_only_copied_about_is_no_conflict(project, saved):
    opened = store.read_checked(saved)
    data = saved.read_bytes()
    saved.unlink()
    saved.write_bytes(data)
    store.save(replace(project, name="New"), saved, opened=opened.fingerprint)
    assert store.read(saved).name == "New"


def test_a_file_that_is_gone_is_written_again(project, saved):
    opened = store.read_checked(saved)
    saved.unlink()
    store.save(project, saved, opened=opened.fingerprint)
    assert store.read(saved) == project


def test_the_target_of_a_link_is_written_and_the_link_stays(project, saved, tmp_path):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    link = folder / "link.teamplan"
    link.symlink_to(saved)
    store.save(replace(project, name="Through a link"), link)
    assert link.is_symlink()
    assert store.read(saved).name == "Through a link"
    assert [entry.name for entry in folder.iterdir()] == [link.name]


def test_a_file_keeps_its_mode_and_a_new_one_gets_the_usual(project, saved):
    assert stat.S_IMODE(saved.stat().st_mode) == 0o666 & ~_umask()
    saved.chmod(0o640)
    store.save(project, saved)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o640


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_hard_link_that_will_be_cut_is_announced(saved):
    assert store.announcements(saved) == ()
    os.link(saved, saved.with_name("other"))
    (sentence,) = store.announcements(saved)
    assert str(sentence).startswith("Churn.teamplan has another name as well")
    assert store.announcements(saved.with_name("none")) == ()


@pytest.mark.parametrize(
    ("step", "code", "sentence"),
    [
        (
            "write",
            errno.ENOSPC,
            "the disk is full. The file is as it was; free some space, or save",
        ),
        ("fsync", errno.EDQUOT, "your share of the disk is full. The file is as it was; free some space, or"),
        ("fsync", errno.EIO, "the disk does not answer as it should. The file is as it was; save elsewhere."),
        ("open", errno.EACCES, "you may not write there. The file is as it was; save elsewhere, or ask for"),
        ("open", errno.EROFS, "the disk is read-only. The file is as it was; save elsewhere."),
        ("open", errno.ENOENT, "its folder is gone; save elsewhere."),
        ("write", errno.EPROTO, "the disk does not take it. The file is as it was; save elsewhere."),
    ],
)
def test_whatever_fails_is_said_and_leaves_the_old_file(saved, monkeypatch, step, code, sentence):
    before = contents(saved.parent)
    real = getattr(os, step)

    def fail(*arguments, **named):
        if step == "open" and not arguments[1] & os.O_CREAT:
            return real(*arguments, **named)
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(PlannerError) as refusal:
        publish(b"new", saved)
    monkeypatch.undo()
    assert str(refusal.value).startswith("Could not save Churn.teamplan: " + sentence)
    assert contents(saved.parent) == before


def test_a_disk_that_takes_no_more_leaves_the_old_file(saved):
    before = contents(saved.parent)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(PlannerError, match=r"Churn\.teamplan: the disk takes no file of this size"):
            publish(b"x" * 200_000, saved)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert contents(saved.parent) == before


def test_a_save_needs_no_folder_for_temporary_files(project, saved, monkeypatch):
    nowhere = str(saved.parent / "nowhere")
    monkeypatch.setattr(tempfile, "tempdir", nowhere)
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, nowhere)
    renamed = replace(project, name="Saved all the same")
    store.save(renamed, saved)
    assert store.read(saved) == renamed
    assert list(contents(saved.parent)) == [saved.name]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("gone/a.teamplan", "its folder is gone; save elsewhere."),
        ("Churn.teamplan/a.teamplan", "its folder is gone; save elsewhere."),
        ("n" * 300, "the name is too long; use a shorter name."),
        ("loop", "it is a link that leads back to itself; use another name."),
        ("folder", "a folder has this name; use another name."),
        ("pipe", "it is no ordinary file; use another name."),
        ("a\0b", "its folder is gone; save elsewhere."),
    ],
)
def test_a_place_that_takes_no_file_is_said(saved, project, name, words):
    folder = saved.parent
    (folder / "loop").symlink_to("loop")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    before = contents(folder)
    with pytest.raises(PlannerError) as refusal:
        store.save(project, f"{folder}/{name}")
    assert str(refusal.value).startswith("Could not save ")
    assert str(refusal.value).endswith(words)
    assert contents(folder) == before


@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_file_or_folder_that_may_not_be_written_is_said(saved, project):
    saved.chmod(0o444)
    with pytest.raises(PlannerError, match="it may only be read"):
        store.save(project, saved)
    saved.parent.chmod(0o555)
    with pytest.raises(PlannerError, match="you may not write there"):
        store.save(project, saved.with_name("new"))
    saved.parent.chmod(0o755)


def test_an_interruption_leaves_nothing_beside(saved, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    before = contents(saved.parent)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish(b"new", saved)
    assert contents(saved.parent) == before

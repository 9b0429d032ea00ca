"""Whoever else writes at the same moment: both versions survive, and nothing is left but what is told."""

import errno
import os
import re
from pathlib import Path

import pytest

from planner import store
from planner.store import exchanging, publishing
from planner.store.keeping import name_beside
from planner.store.publishing import publish


@pytest.fixture
def opened(saved):
    return store.read_once(saved).fingerprint


@pytest.fixture
def just_before(monkeypatch):
    """Do something between the last look at the document and what the save does then, once."""

    def arrange(act, step="exchange"):
        real, waiting = getattr(publishing, step), [act]

        def with_act(new, target):
            if waiting:
                waiting.pop()()
            return real(new, target)

        monkeypatch.setattr(publishing, step, with_act)

    return arrange


def without(monkeypatch, *names):
    """A system that does not know these calls."""

    def unknown(*_, **__):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))

    for name in names:
        owner = os if name.startswith("os.") else exchanging
        monkeypatch.setattr(owner, name.removeprefix("os."), unknown)


def others(path):
    return sorted(entry for entry in path.parent.iterdir() if entry != path)


def replace_by(path: Path, data: bytes):
    beside = path.with_name("theirs")
    beside.write_bytes(data)
    beside.replace(path)


SYSTEMS = [(), ("_swap",), ("_swap", "os.link")]


@pytest.mark.parametrize("missing", SYSTEMS)
def test_a_save_leaves_nothing_beside_whatever_the_system_knows(monkeypatch, saved, opened, missing):
    without(monkeypatch, *missing)
    saved.chmod(0o640)
    published = publish(b"new", saved, opened=opened)
    assert saved.read_bytes() == b"new"
    assert (published.kept, published.notes, others(saved)) == (None, (), [])
    assert published.fingerprint == store.read_once(saved).fingerprint
    assert saved.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("missing", [(), ("_move",), ("_move", "os.link")])
def test_a_new_file_leaves_nothing_beside_whatever_the_system_knows(monkeypatch, saved, missing):
    without(monkeypatch, *missing)
    path = saved.with_name("new")
    assert publish(b"new", path).notes == ()
    assert path.read_bytes() == b"new"
    assert others(path) == [saved]


@pytest.mark.parametrize("is_opened", [True, False])
def test_what_is_put_there_at_the_last_moment_is_kept_and_told(saved, opened, just_before, is_opened):
    just_before(lambda: replace_by(saved, b"theirs"))
    published = publish(b"ours", saved, opened=opened if is_opened else None)
    assert saved.read_bytes() == b"ours"
    assert published.kept is not None
    assert published.kept.read_bytes() == b"theirs"
    assert re.fullmatch(
        r"Churn \(other version, \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\)\.teamplan", published.kept.name
    )
    (note,) = published.notes
    assert str(note) == (
        "Another program changed Churn.teamplan at the same moment: "
        f"its version is kept beside it as {published.kept.name}."
    )
    assert others(saved) == [published.kept]


def test_what_is_written_into_the_file_at_the_last_moment_is_kept(saved, opened, just_before):
    just_before(lambda: saved.write_bytes(b"theirs"))
    published = publish(b"ours", saved, opened=opened)
    assert published.kept is not None
    assert published.kept.read_bytes() == b"theirs"


@pytest.mark.parametrize("missing", [(), ("_move",), ("_swap",)])
def test_a_file_that_appears_where_there_was_none_is_kept(monkeypatch, saved, just_before, missing):
    path = saved.with_name("new.teamplan")
    without(monkeypatch, *missing)
    just_before(lambda: path.write_bytes(b"theirs"), "place")
    published = publish(b"ours", path)
    assert path.read_bytes() == b"ours"
    assert published.kept is not None
    assert published.kept.read_bytes() == b"theirs"
    assert others(path) == sorted([saved, published.kept])


def test_a_file_that_goes_at_the_last_moment_is_written_again(saved, opened, just_before):
    just_before(saved.unlink)
    assert publish(b"ours", saved, opened=opened).notes == ()
    assert saved.read_bytes() == b"ours"
    assert others(saved) == []


def test_a_link_or_a_folder_that_takes_its_place_is_kept_unread(saved, opened, just_before, tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()

    def put_a_link():
        saved.unlink()
        saved.symlink_to(precious)

    just_before(put_a_link)
    published = publish(b"ours", saved, opened=opened)
    assert published.kept is not None
    assert published.kept.is_symlink()
    assert not saved.is_symlink()
    assert str(published.notes[0]).startswith(
        "Churn.teamplan is saved, but its state before could not be read"
    )


def test_several_versions_of_one_second_get_names_of_their_own(saved, monkeypatch, just_before):
    monkeypatch.setattr(publishing, "_now", lambda: "now")
    for number in range(3):
        just_before(lambda number=number: replace_by(saved, b"theirs %d" % number))
        publish(b"ours", saved)
    assert [entry.name for entry in others(saved)] == [
        "Churn (other version, now).teamplan",
        "Churn (other version, now, 2).teamplan",
        "Churn (other version, now, 3).teamplan",
    ]


def test_a_long_name_loses_its_end_and_not_the_words():
    long = Path("é" * 122 + ".teamplan")
    beside = name_beside(long, "other version")
    assert len(os.fsencode(beside.name)) <= 255
    assert beside.name.startswith("ééé")
    assert beside.name.endswith(" (other version).teamplan")


def test_a_file_that_is_held_for_a_moment_is_waited_for(saved, opened, monkeypatch):
    real, held = exchanging._swap, [3]

    def swap(new, target):
        if held[0]:
            held[0] -= 1
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))
        real(new, target)

    monkeypatch.setattr(exchanging, "_swap", swap)
    monkeypatch.setattr(publishing, "_PAUSE", 0)
    publish(b"new", saved, opened=opened)
    assert saved.read_bytes() == b"new"


@pytest.mark.parametrize("code", [errno.EBUSY, errno.EACCES])
def test_a_file_that_stays_held_is_a_refusal_of_its_own(saved, opened, monkeypatch, code):
    def swap(*_):
        raise OSError(code, os.strerror(code))

    before = saved.read_bytes()
    monkeypatch.setattr(exchanging, "_swap", swap)
    monkeypatch.setattr(publishing, "PATIENCE", 0)
    with pytest.raises(store.HeldElsewhere) as refusal:
        publish(b"new", saved, opened=opened)
    assert str(refusal.value) == (
        "Could not save Churn.teamplan: another program holds it. The file is as it was; "
        "try again when that program is done, or save elsewhere."
    )
    assert saved.read_bytes() == before
    assert others(saved) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "reported, and yet done")])
def test_an_interruption_just_after_the_exchange_loses_nothing(saved, opened, monkeypatch, error):
    real = exchanging._swap

    def swap(new, target):
        real(new, target)
        raise error

    monkeypatch.setattr(exchanging, "_swap", swap)
    if isinstance(error, OSError):
        assert publish(b"new", saved, opened=opened).notes == ()
    else:
        with pytest.raises(KeyboardInterrupt):
            publish(b"new", saved, opened=opened)
    assert saved.read_bytes() == b"new"
    assert others(saved) == []


def test_an_interruption_just_after_the_exchange_keeps_what_others_wrote(saved, opened, monkeypatch):
    real = exchanging._swap

    def swap(new, target):
        replace_by(saved, b"theirs")
        real(new, target)
        raise KeyboardInterrupt

    monkeypatch.setattr(exchanging, "_swap", swap)
    with pytest.raises(KeyboardInterrupt):
        publish(b"new", saved, opened=opened)
    (kept,) = others(saved)
    assert kept.read_bytes() == b"theirs"


def test_what_cannot_be_removed_is_told(saved, opened, monkeypatch):
    real = os.unlink

    def unlink(path, **named):
        if Path(path).suffix == ".tmp":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(path, **named)

    monkeypatch.setattr(os, "unlink", unlink)
    published = publish(b"new", saved, opened=opened)
    monkeypatch.undo()
    (left,) = others(saved)
    (note,) = published.notes
    assert str(note) == (
        "Churn.teamplan is saved, but its state before could not be removed: "
        f"it lies beside it as {left.name}."
    )


def test_a_disk_that_does_not_confirm_the_new_name_is_told(saved, opened, monkeypatch):
    real = os.fsync

    def fsync(descriptor):
        if os.path.isdir(f"/proc/self/fd/{descriptor}"):  # noqa: PTH112
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    (note,) = publish(b"new", saved, opened=opened).notes
    assert str(note) == (
        "Churn.teamplan is saved, but the disk did not confirm it: save it elsewhere as well."
    )


def test_a_file_system_that_keeps_no_modes_takes_the_file_all_the_same(saved, opened, monkeypatch):
    def fchmod(*_):
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "fchmod", fchmod)
    assert publish(b"new", saved, opened=opened).notes == ()


def test_what_is_attached_to_a_file_stays_attached(saved, opened):
    try:
        os.setxattr(saved, "user.colour", b"violet")
    except (AttributeError, OSError):
        pytest.skip("nothing can be attached to files here")
    publish(b"new", saved, opened=opened)
    assert os.getxattr(saved, "user.colour") == b"violet"


class _Windows:
    """ReplaceFileW when it stops halfway: the old file has the third name, the new one its own."""

    def __call__(self, new, target, aside):
        target.rename(aside)
        error = OSError(errno.EACCES, "halfway")
        error.winerror = 1177
        raise error


def test_a_replacement_that_stops_halfway_on_windows_is_completed(tmp_path, monkeypatch):
    new, target = tmp_path / "new", tmp_path / "target"
    new.write_bytes(b"new")
    target.write_bytes(b"old")
    monkeypatch.setattr(exchanging, "_windows_replace", _Windows())
    aside = exchanging._replaced(new, target, exchanging.second_name(new))
    assert (target.read_bytes(), aside.read_bytes(), new.exists()) == (b"new", b"old", False)


def test_a_replacement_that_cannot_be_completed_on_windows_is_undone(tmp_path, monkeypatch):
    target = tmp_path / "target"
    target.write_bytes(b"old")
    monkeypatch.setattr(exchanging, "_windows_replace", _Windows())
    new = tmp_path / "gone"
    with pytest.raises(FileNotFoundError):
        exchanging._replaced(new, target, exchanging.second_name(new))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]

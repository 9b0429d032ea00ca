"""What other programs do to the document is told once; what we save ourselves never."""

import os

import pytest
from msgspec.structs import replace

from planner import store
from planner.store.outside import Change, Watch
from planner.store.publishing import publish


@pytest.fixture
def watch(saved):
    return Watch(saved, store.read_once(saved).fingerprint)


def test_a_document_that_nobody_touches_is_never_told_of(watch):
    assert [watch.look() for _ in range(3)] == [None, None, None]


def test_what_is_written_into_the_file_is_told_once(watch, saved):
    saved.write_bytes(b"something else")
    assert [watch.look(), watch.look()] == [Change.CHANGED, None]
    saved.write_bytes(b"and another")
    assert watch.look() is Change.CHANGED
    assert watch.seen == store.read_once(saved).fingerprint


def test_a_file_put_in_its_place_is_told_once(watch, saved, project):
    assert watch.look() is None
    store.save(replace(project, name="Theirs"), saved)
    assert [watch.look(), watch.look()] == [Change.REPLACED, None]


def test_the_same_bytes_copied_about_are_no_change(watch, saved):
    data = saved.read_bytes()
    saved.unlink()
    saved.write_bytes(data)
    os.utime(saved, (1, 1))
    assert watch.look() is None


def test_a_file_that_goes_and_comes_back_is_told_of_both(watch, saved):
    away = saved.with_name("away")
    saved.rename(away)
    assert [watch.look(), watch.look()] == [Change.GONE, None]
    away.rename(saved)
    assert [watch.look(), watch.look()] == [Change.BACK, None]


def test_another_file_that_comes_after_it_went_is_a_replacement(watch, saved):
    saved.unlink()
    assert watch.look() is Change.GONE
    saved.write_bytes(b"another")
    assert watch.look() is Change.REPLACED


def test_a_folder_that_goes_takes_the_file_along(watch, saved, tmp_path):
    tmp_path.rename(tmp_path.with_name("moved"))
    assert watch.look() is Change.GONE


def test_what_was_changed_and_changed_back_is_back(watch, saved):
    data = saved.read_bytes()
    saved.write_bytes(b"for a while")
    assert watch.look() is Change.CHANGED
    saved.write_bytes(data)
    assert watch.look() is Change.BACK


def test_what_cannot_be_looked_at_is_not_told(watch, saved):
    saved.unlink()
    saved.symlink_to(saved.name)
    assert watch.look() is None
    saved.unlink()
    saved.mkdir()
    assert watch.look() is None


def test_our_own_save_is_not_told_whenever_the_look_falls(watch, saved):
    opened = store.read_once(saved).fingerprint
    with watch.saving(b"ours"):
        assert watch.look() is None
        published = publish(b"ours", saved, opened=opened)
        assert watch.look() is None
        watch.has_saved(published.fingerprint)
        assert watch.look() is None
    assert watch.look() is None


def test_a_save_that_fails_changes_nothing(watch, saved):
    with watch.saving(b"ours"):
        pass
    assert watch.look() is None
    saved.unlink()
    assert watch.look() is Change.GONE


def test_an_older_version_of_ours_that_another_program_puts_back_is_told(watch, saved):
    first = saved.read_bytes()
    with watch.saving(b"second"):
        watch.has_saved(publish(b"second", saved).fingerprint)
    saved.write_bytes(first)
    assert watch.look() is Change.CHANGED

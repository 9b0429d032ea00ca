"""A file that follows another takes over what belonged to it, by each system's own means."""

import os

import pytest

from planner.store.attributes import attach_by, take_over


class FCopyFile:
    """Answers as macOS' call does: 0, or -1 and no exception."""

    def __init__(self, answer: int) -> None:
        self.answer = answer
        self.given = []

    def __call__(self, source, target, state, flags):
        self.given.append((os.fstat(source).st_ino, os.fstat(target).st_ino, state, flags))
        return self.answer


@pytest.fixture
def files(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")
    new.write_bytes(b"new")
    return old, new


@pytest.mark.parametrize("answer", [0, -1])
def test_on_macos_tags_and_access_lists_are_copied_by_its_own_call(files, answer):
    old, new = files
    call = FCopyFile(answer)
    with new.open("r+b") as file:
        attach_by(call, file.fileno(), old)
    assert call.given == [(old.stat().st_ino, new.stat().st_ino, None, 1 | 4)]


def test_the_mode_is_taken_over(files):
    old, new = files
    old.chmod(0o640)
    with new.open("r+b") as file:
        take_over(file.fileno(), old, old.stat())
    assert new.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="no extended attributes of this kind here")
def test_extended_attributes_are_taken_over(files):
    old, new = files
    try:
        os.setxattr(old, "user.note", b"kept")
    except OSError:
        pytest.skip("this disk keeps no extended attributes")
    with new.open("r+b") as file:
        take_over(file.fileno(), old, old.stat())
    assert os.getxattr(new, "user.note") == b"kept"

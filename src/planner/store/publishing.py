"""Puts bytes under a name so that the file there is whole at every moment: the old one or the new one.

The bytes are written to a short-named file beside the target, forced to the disk, and renamed. Whatever goes
wrong, the old file stays as it was and nothing is left beside it.
"""

import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.faults import ChangedOutside, PathLike, file_name
from planner.store.files import Fingerprint, fingerprint_of, read_once

PATIENCE = 2.0
"""Seconds for which a target that a sync client or a scanner holds is tried again."""
_HELD = frozenset({errno.EACCES, errno.EBUSY, errno.EPERM})
_PAUSE = 0.05
_NO_FILE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EISDIR})
_UNKNOWN = ("the disk does not take it", "save elsewhere")
_REASONS = {
    errno.ENOSPC: ("the disk is full", "free some space, or save elsewhere"),
    errno.EDQUOT: ("your share of the disk is full", "free some space, or save elsewhere"),
    errno.EFBIG: ("the disk takes no file of this size", "save elsewhere"),
    errno.EACCES: ("you may not write there", "save elsewhere, or ask for permission"),
    errno.EPERM: ("you may not write there", "save elsewhere, or ask for permission"),
    errno.EROFS: ("the disk is read-only", "save elsewhere"),
    errno.ENOENT: ("its folder is gone", "save elsewhere"),
    errno.ENOTDIR: ("its folder is gone", "save elsewhere"),
    errno.ENAMETOOLONG: ("the name is too long", "use a shorter name"),
    errno.ELOOP: ("it is a link that leads back to itself", "use another name"),
    errno.EISDIR: ("a folder has this name", "use another name"),
    errno.EBUSY: ("another program holds it", "close that program, or save elsewhere"),
    errno.EIO: ("the disk does not answer as it should", "save elsewhere"),
}


def publish(data: bytes, path: PathLike, *, opened: Fingerprint | None = None) -> Fingerprint:
    """Write bytes to a file, new or old, and give the fingerprint of what lies there now.

    A link's target is written. ``opened`` is what the file is believed to be: ChangedOutside when it is
    something else by now; None writes over whatever is there.
    """
    name = file_name(path)
    with _in_words(name):
        target = Path(os.path.realpath(path))
        before = _status(target)
        _refuse_unwritable(target, before, name)
        beside = target.parent / f".{secrets.token_hex(4)}.tmp"
        try:
            status = _write(data, beside, target, before)
            _refuse_changed(target, opened, name)
            _rename(beside, target)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise
        _sync_folder(target.parent)
        return fingerprint_of(data, status)


def announcements(path: PathLike) -> tuple[Message, ...]:
    """What to tell before a file is saved over: a hard link will be cut."""
    try:
        links = Path(path).stat().st_nlink
    except (OSError, ValueError):
        return ()
    if links < 2:
        return ()
    return (
        message(
            "{name} has another name as well: after saving, that other one keeps the old plan.",
            name=file_name(path),
        ),
    )


@contextmanager
def _in_words(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _in_words_of(name, error) from None
    except ValueError as error:  # a path with a NUL in it
        raise _in_words_of(name, OSError(errno.ENOENT, str(error))) from None


def _in_words_of(name: str, error: OSError) -> PlannerError:
    text = "Could not save {name}: {reason}. The file is as it was; {advice}."
    if error.errno in _NO_FILE:
        text = "Could not save {name}: {reason}; {advice}."
    _, advice = _REASONS.get(error.errno or 0, _UNKNOWN)
    return PlannerError(text, detail=str(error), name=name, reason=reason_of(error), advice=message(advice))


def reason_of(error: OSError) -> Message:
    """Why something cannot be written, as a part of a sentence."""
    return message(_REASONS.get(error.errno or 0, _UNKNOWN)[0])


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None


def _refuse_unwritable(target: Path, before: os.stat_result | None, name: str) -> None:
    if before is None:
        return
    if stat.S_ISDIR(before.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISLNK(before.st_mode):  # the last link of a circle; all others are followed
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    if not stat.S_ISREG(before.st_mode):
        raise PlannerError("Could not save {name}: it is no ordinary file; use another name.", name=name)
    if not os.access(target, os.W_OK):
        raise PlannerError(
            "Could not save {name}: it may only be read. The file is as it was; use another name.",
            name=name,
        )


def _write(data: bytes, beside: Path, target: Path, before: os.stat_result | None) -> os.stat_result:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for flag in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    descriptor = os.open(beside, flags, 0o666 if before is None else 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        if before is not None:
            _take_over_attributes(descriptor, target, before)
        os.fsync(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def _take_over_attributes(descriptor: int, target: Path, before: os.stat_result) -> None:
    """Owner, group, extended attributes and mode of the old file, as far as we may give them."""
    if hasattr(os, "fchown"):
        with suppress(OSError):
            os.fchown(descriptor, before.st_uid, before.st_gid)
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            for attribute in os.listxattr(target):
                os.setxattr(descriptor, attribute, os.getxattr(target, attribute))
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(before.st_mode))


def _refuse_changed(target: Path, opened: Fingerprint | None, name: str) -> None:
    if opened is None or _status(target) is None:
        return
    if not opened.same_content(read_once(target).fingerprint):
        raise ChangedOutside(
            "Could not save {name}: another program has changed it since it was opened. "
            "The file is as that program left it; save under another name to keep both.",
            name=name,
        )


def _rename(beside: Path, target: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            beside.replace(target)
        except OSError as error:
            if error.errno not in _HELD or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Force the new name to the disk, where folders can be opened for that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""Puts bytes under a name so that the file there is whole at every moment: the old one or the new one.

The bytes are written to a short-named file beside the target, forced to the disk, and change places with
it. Then what came out is looked at: another version than the one that was opened is kept. Whatever goes
wrong, the old file stays as it was and nothing is left beside it.
"""

import errno
import os
import stat
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.attributes import take_over
from planner.store.exchanging import exchange, place, second_name
from planner.store.faults import ChangedOutside, PathLike, file_name
from planner.store.files import Content, Fingerprint, fingerprint_of, head, read_once, read_raw
from planner.store.fresh import force_folder, write_fresh
from planner.store.header import known_version
from planner.store.keeping import begun_name, keep, real_path, stamp
from planner.store.refusals import held, in_words, reason_of
from planner.store.schema import VERSION

__all__ = ["Published", "announcements", "publish", "reason_of"]

PATIENCE = 2.0
"""Seconds for which a target that a sync client or a scanner holds is tried again."""
_HELD = frozenset({errno.EACCES, errno.EBUSY})
_HELD_ON_WINDOWS = frozenset({5, 32, 33})
_PAUSE = 0.05
_TURNS = 100
"""How often a name may come and go under our hands before this is given up."""
_OTHER_VERSION = "Another program changed {name} at the same moment: its version is kept beside it as {kept}."
_OTHER_NAME = "{name} has another name as well: after saving, that other one keeps the old plan."
_WILL_CHANGE = (
    "{name} is of an earlier file format. Saving brings it to the present one "
    "and keeps the file as it is now beside it."
)
_OLD_FORMAT = (
    "{name} was of an earlier file format and is of the present one now: "
    "the file as it was is kept beside it as {kept}."
)
_NOT_READ = "{name} is saved, but its state before could not be read: it is kept beside it as {kept}."
_NOT_REMOVED = "{name} is saved, but its state before could not be removed: it lies beside it as {left}."
_NOT_CONFIRMED = "{name} is saved, but the disk did not confirm it: save it elsewhere as well."
_Done = TypeVar("_Done")


class Published(Struct, frozen=True, kw_only=True):
    """What stands under the name now, and what was kept beside it: another program's version, an old format.

    ``notes`` are for the user: what was kept and why, what could not be removed or made certain.
    """

    fingerprint: Fingerprint
    kept: Path | None = None
    notes: tuple[Message, ...] = ()


def publish(
    data: bytes, path: PathLike, *, opened: Fingerprint | None = None, current: int = VERSION
) -> Published:
    """Write bytes to a file, new or old, and tell what lies there now.

    A link's target is written. ``opened`` is what the file is believed to be: ChangedOutside when it is seen
    to be something else by now; None writes over whatever is there. What is put there after that look is
    never lost: it is kept beside. So is a project file of a version before ``current``. HeldElsewhere when
    another program does not let go of the file: then it is worth trying again.
    """
    name = file_name(path)
    with in_words(name):
        return _Publication(data, real_path(path), name, current).run(opened)


def announcements(path: PathLike, *, current: int = VERSION) -> tuple[Message, ...]:
    """What to tell before a file is saved over: a hard link will be cut, an earlier format left."""
    try:
        links = Path(path).stat().st_nlink
        version = known_version(head(path, 100))
    except (OSError, ValueError, PlannerError):
        return ()
    texts = []
    if links > 1:
        texts.append(_OTHER_NAME)
    if version is not None and version < current:
        texts.append(_WILL_CHANGE)
    return tuple(message(text, name=file_name(path)) for text in texts)


class _Publication:
    """One save, from the first look at the target to the last at what stood there."""

    def __init__(self, data: bytes, target: Path, name: str, current: int) -> None:
        self._data, self._target, self._name, self._current = data, target, name, current
        self._beside = begun_name(target)
        self._written: os.stat_result | None = None
        self._before: os.stat_result | None = None
        self._expected: Fingerprint | None = None
        self._may_be_out = False  # whether the other file may lie beside already, as after an interruption

    def run(self, opened: Fingerprint | None) -> Published:
        """All of it, in order."""
        self._before = _status(self._target)
        _refuse_unwritable(self._target, self._before, self._name)
        try:
            self._written = self._write()
            self._expected = self._seen(opened)
            out = self._patiently(self._put)
        except BaseException:
            self._undo()
            raise
        kept, notes = self._settle(out)
        return Published(
            fingerprint=fingerprint_of(self._data, self._written),
            kept=kept,
            notes=(*notes, *self._sync_folder()),
        )

    def _write(self) -> os.stat_result:
        """The new file beside the target, with what belongs to the old one."""
        before = self._before
        if before is None:
            return write_fresh(self._data, self._beside, mode=0o666)
        return write_fresh(
            self._data, self._beside, equip=partial(take_over, old=self._target, status=before)
        )

    def _seen(self, opened: Fingerprint | None) -> Fingerprint | None:
        """What is to come out: the version opened, or whatever is there now; None: that cannot be read."""
        if self._before is None or _status(self._target) is None:
            return opened
        if opened is None:
            with suppress(OSError, PlannerError):
                return _again(partial(read_raw, self._target, follow=False)).fingerprint
            return None
        if not opened.same_content(self._patiently(self._read).fingerprint):
            raise ChangedOutside(
                "Could not save {name}: another program has changed it since it was opened. "
                "The file is as that program left it; save under another name to keep both.",
                name=self._name,
            )
        return opened

    def _read(self) -> Content:
        try:
            return read_raw(self._target)
        except OSError as error:
            if _is_held(error):
                raise
            return read_once(self._target)  # for its words

    def _put(self) -> Path:
        """Stand under the name, whatever comes and goes there; gives what is to be looked at afterwards."""
        turn = 0
        while True:
            turn += 1
            is_taken = _status(self._target) is not None
            self._may_be_out = True
            try:
                if is_taken:
                    return exchange(self._beside, self._target)
                place(self._beside, self._target)
            except (FileExistsError, FileNotFoundError):
                self._may_be_out = False
                if turn == _TURNS:
                    raise
            except OSError:
                if not self._is_own(self._target):
                    self._may_be_out = False
                    raise
                return self._beside  # some shares do what they are asked to, and say that they did not
            else:
                return self._beside

    def _is_own(self, path: Path) -> bool:
        """Whether the file under this name is the one that was written here."""
        status = None
        with suppress(OSError):
            status = _again(partial(_status, path))
        return (
            self._written is not None
            and status is not None
            and (status.st_dev, status.st_ino) == (self._written.st_dev, self._written.st_ino)
        )

    def _undo(self) -> None:
        with suppress(OSError):
            if not self._may_be_out:
                self._beside.unlink()
                return
            for path in (self._beside, second_name(self._beside)):  # interrupted just after the exchange
                self._settle(path)

    def _settle(self, out: Path) -> tuple[Path | None, tuple[Message, ...]]:
        """Remove what came out when it is what was to be replaced; keep everything else."""
        words, text = self._reason_to_keep(out)
        if not words:
            return None, self._removed(out)
        kept = out
        with suppress(OSError, PlannerError):  # else it stays under the name it has
            kept = self._patiently(lambda: keep(out, self._target, words))
        return kept, (message(text, name=self._name, kept=file_name(kept)),)

    def _reason_to_keep(self, out: Path) -> tuple[str, str]:
        """What came out as words for its name, and a sentence for the user; none when it may go."""
        try:
            content = _again(partial(read_raw, out, follow=False))
        except FileNotFoundError:
            return "", ""
        except (OSError, PlannerError):
            is_known = self._is_what_stood_there(out)
            return ("", "") if is_known else (f"state before, {_now()}", _NOT_READ)
        if not self._is_expected(content, out):
            return f"other version, {_now()}", _OTHER_VERSION
        version = known_version(content.data[:100])
        if version is not None and 0 < version < self._current and not self._is_own(out):
            return f"version {version} of the format", _OLD_FORMAT
        return "", ""

    def _is_expected(self, content: Content, out: Path) -> bool:
        if self._expected is None:
            is_known = self._is_what_stood_there(out)
        else:
            is_known = self._expected.same_content(content.fingerprint)
        return is_known or self._is_own(out)  # as when a second name of what was put there is left

    def _is_what_stood_there(self, out: Path) -> bool:
        with suppress(OSError):
            status = _again(partial(_status, out))
            before = self._before
            return status is not None and before is not None and _identity(status) == _identity(before)
        return False

    def _removed(self, out: Path) -> tuple[Message, ...]:
        try:
            self._patiently(partial(_again, partial(out.unlink, missing_ok=True)))
        except (OSError, PlannerError):
            return (message(_NOT_REMOVED, name=self._name, left=file_name(out)),)
        return ()

    def _patiently(self, work: Callable[[], _Done]) -> _Done:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return work()
            except OSError as error:
                if not _is_held(error):
                    raise
                if time.monotonic() >= until:
                    raise held(self._name, error) from None
                time.sleep(_PAUSE)

    def _sync_folder(self) -> tuple[Message, ...]:
        """Force the new name to the disk, where folders can be opened for that."""
        try:
            force_folder(self._target.parent)
        except OSError as error:
            if error.errno == errno.EIO:
                return (message(_NOT_CONFIRMED, name=self._name),)
        return ()


def _again(work: Callable[[], _Done]) -> _Done:
    """Do what may fail once in passing; FileNotFoundError is an answer, not a failure."""
    for _ in range(2):
        try:
            return work()
        except FileNotFoundError:
            raise
        except OSError:
            continue
    return work()


def _is_held(error: OSError) -> bool:
    return error.errno in _HELD or getattr(error, "winerror", 0) in _HELD_ON_WINDOWS


def _now() -> str:
    return stamp(datetime.now().astimezone())


def _identity(status: os.stat_result) -> tuple[int, int, int, int]:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


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

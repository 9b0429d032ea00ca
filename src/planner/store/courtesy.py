"""Tells others, by a small file beside it, who has a document open: a hint to people, never a lock.

The file is named and written as LibreOffice does it, so that other programs show it too:
``.~lock.NAME#`` with ``,user,host,date,process;``. Nothing here ever keeps anybody from opening or saving.
"""

import getpass
import os
import platform
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock

from msgspec import Struct

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.faults import PathLike, file_name, in_print
from planner.store.files import read_once

_AT_MOST = 4096
_FIELDS = 5
_ESCAPED = ",;\\"


class Holder(Struct, frozen=True):
    """Who has a document open: user, host, since when, and the process there, as texts of whatever origin."""

    user: str
    host: str
    since: str
    process: str

    @classmethod
    def here(cls) -> "Holder":
        """This user in this process, from now on."""
        now = datetime.now().astimezone()
        return cls(_user(), platform.node(), now.strftime("%d.%m.%Y %H:%M"), str(os.getpid()))

    @property
    def is_us(self) -> bool:
        """Whether this very process wrote it."""
        return self.host == platform.node() and self.process == str(os.getpid())

    @property
    def is_gone(self) -> bool:
        """Whether it is of a process on this machine that does not run any more."""
        return self.host == platform.node() and self.process.isdecimal() and not _runs(int(self.process))


class CourtesyLock:
    """The file beside one document, from opening to closing it; once released it is not taken any more.

    It may be taken in one thread and released in another.
    """

    def __init__(self, path: PathLike) -> None:
        document = Path(os.path.realpath(path))
        self._name = file_name(path)
        self._file = document.with_name(f".~lock.{document.name}#")
        self._ours: Holder | None = None
        self._is_over = False
        self._turn = Lock()

    def take(self) -> Message | None:
        """Put the file there; tells who else has the document open, as far as one can know.

        Silently nothing where no file can be put, as in a folder that may only be read.
        """
        with self._turn, suppress(OSError, ValueError):
            for _ in range(0 if self._is_over else 2):
                if self._is_written():
                    return None
                there = self._holder()
                if there is not None and not there.is_us and not there.is_gone:
                    return _hint(self._name, there)
                self._file.unlink(missing_ok=True)
        return None

    def release(self) -> None:
        """Remove the file, if it is still ours."""
        with self._turn:
            self._is_over = True
            ours, self._ours = self._ours, None
            if ours is not None and self._holder() == ours:
                with suppress(OSError):
                    self._file.unlink()

    def _is_written(self) -> bool:
        ours = Holder.here()
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
        try:
            descriptor = os.open(self._file, flags, 0o644)
        except FileExistsError:
            return False
        try:
            os.write(descriptor, _written(ours))
        finally:
            os.close(descriptor)
        self._ours = ours
        return True

    def _holder(self) -> Holder | None:
        """Who wrote the file; somebody unknown when it is not one that can be understood; None: nobody."""
        try:
            text = read_once(self._file, at_most=_AT_MOST).data.decode("utf-8", "replace")
        except PlannerError:
            return Holder("", "", "", "") if os.path.lexists(self._file) else None
        return _understood(text)


def _written(holder: Holder) -> bytes:
    fields = ("", holder.user, holder.host, holder.since, holder.process)
    text = ",".join("".join(f"\\{mark}" if mark in _ESCAPED else mark for mark in field) for field in fields)
    return f"{text};".encode("utf-8", "replace")


def _understood(text: str) -> Holder:
    fields, is_escaped = [""], False
    for mark in text.strip():
        if is_escaped or mark not in _ESCAPED:
            fields[-1] += mark
            is_escaped = False
        elif mark == "\\":
            is_escaped = True
        elif mark == ",":
            fields.append("")
        else:
            break
    fields = [in_print(field.strip()) for field in fields]
    full_name, user, host, since, process, *_ = (*fields, *[""] * _FIELDS)
    return Holder(full_name or user, host, since, process)


def _hint(name: str, holder: Holder) -> Message:
    if not holder.user:
        return message("{name} seems to be open elsewhere.", name=name)
    if not holder.host or not holder.since:
        return message("{name} seems to be open elsewhere, by {user}.", name=name, user=holder.user)
    return message(
        "{name} seems to be open elsewhere: {user} opened it on {host}, {since}.",
        name=name,
        user=holder.user,
        host=holder.host,
        since=holder.since,
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""


def _runs(process: int) -> bool:
    if sys.platform == "win32":
        return _runs_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True  # somebody else's
    return True


def _runs_on_windows(process: int) -> bool:
    if sys.platform == "win32":  # where os.kill would end it
        import ctypes

        query_limited, still_active = 0x1000, 259
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(query_limited, False, process)  # noqa: FBT003 - the system's signature
        if not handle:
            return ctypes.get_last_error() == 5  # somebody else's
        code = ctypes.c_uint32()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == still_active
    return True

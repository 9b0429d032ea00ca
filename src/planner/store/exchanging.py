"""Puts a file under a name so that nothing that stands or appears there is ever lost: the two change places.

A rename over a name destroys what somebody else has just put there. An exchange keeps it: it comes out under
the other name and can be looked at. Where the system or the file system has no exchange, the old file is kept
aside by a second name before it is replaced.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from planner.store.fresh import force

Call = Callable[[Path, Path], None]
"""What the system does with two names; OSError when it cannot."""

UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOTTY})
"""What a system answers that does not know what is asked of it, here or in this file system."""
_AT_FDCWD = -100
_LINUX_NOREPLACE, _LINUX_EXCHANGE = 1, 2
_MAC_SWAP, _MAC_EXCL = 2, 4
_OLD_ONE_IS_ASIDE = 1177
"""What ReplaceFileW answers when it stopped halfway: the old file has the third name, the new one its own."""


def exchange(new: Path, target: Path) -> Path:
    """Let ``new`` stand under ``target``, and give the name that the file which stood there has now.

    FileNotFoundError when nothing stands there any more. After any OSError both stand as they did.
    """
    aside = second_name(new)
    if sys.platform == "win32":
        return _replaced(new, target, aside)
    try:
        _swap(new, target)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        return _kept_aside(new, target, aside)
    return new


def second_name(new: Path) -> Path:
    """The name that ``exchange`` gives the old file where the two cannot change places."""
    return new.with_name(f"{new.name}~")


def place(new: Path, target: Path) -> None:
    """Let ``new`` stand under a name that is free; FileExistsError when it is not.

    ``new`` may be left as a second name of the same file, where it could not be removed.
    """
    try:
        _move(new, target)
    except OSError as error:
        if error.errno not in UNSUPPORTED:
            raise
        _linked_or_moved(new, target)


def _kept_aside(new: Path, target: Path, aside: Path) -> Path:
    """Replace, when there is no exchange; what is put there between the two steps is not seen."""
    if not _has_second_name(target, aside):
        _copy(target, aside)
    try:
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            aside.unlink()
        raise
    return aside


def _has_second_name(target: Path, aside: Path) -> bool:
    """Give the file another name, where the file system knows such a thing."""
    try:
        os.link(target, aside, follow_symlinks=False)
    except FileNotFoundError:
        raise
    except OSError as error:
        if error.errno in UNSUPPORTED | {errno.EPERM, errno.EMLINK}:
            return False
        raise
    return True


def _copy(target: Path, aside: Path) -> None:
    source = os.open(target, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0))
    try:
        copy = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            while part := os.read(source, 1 << 24):
                while part:
                    part = part[os.write(copy, part) :]
            force(copy)
        except BaseException:
            with suppress(OSError):
                aside.unlink()
            raise
        finally:
            os.close(copy)
    finally:
        os.close(source)


def _linked_or_moved(new: Path, target: Path) -> None:
    try:
        os.link(new, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in UNSUPPORTED | {errno.EPERM, errno.EMLINK}:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        new.rename(target)
    else:
        with suppress(OSError):
            new.unlink()


def _replaced(new: Path, target: Path, aside: Path) -> Path:
    """Windows' own exchange of three names, which may stop halfway: then the rest is done here, or undone."""
    try:
        _windows_replace(new, target, aside)
    except OSError as error:
        if getattr(error, "winerror", 0) != _OLD_ONE_IS_ASIDE:
            raise
        try:
            new.rename(target)
        except OSError:
            aside.rename(target)
            raise
    return aside


def _unsupported(_new: Path, _target: Path) -> None:
    raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))


def _linux(flags: int) -> Call:
    library = ctypes.CDLL(None, use_errno=True)
    function = getattr(library, "renameat2", None)  # since glibc 2.28 and musl 1.2.6
    if function is None:
        return _unsupported
    function.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)

    def call(new: Path, target: Path) -> None:
        _raise_unless_zero(
            function(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), flags), new, target
        )

    return call


def _mac(flags: int) -> Call:
    library = ctypes.CDLL(None, use_errno=True)
    function = getattr(library, "renamex_np", None)  # since macOS 10.12
    if function is None:
        return _unsupported
    function.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)

    def call(new: Path, target: Path) -> None:
        _raise_unless_zero(function(os.fsencode(new), os.fsencode(target), flags), new, target)

    return call


def _raise_unless_zero(result: int, new: Path, target: Path) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(new), None, str(target))


def _windows_replace(new: Path, target: Path, aside: Path) -> None:
    if sys.platform == "win32":
        function: Any = ctypes.WinDLL("kernel32", use_last_error=True).ReplaceFileW
        text = ctypes.c_wchar_p
        function.argtypes = (text, text, text, ctypes.c_uint32, ctypes.c_void_p, ctypes.c_void_p)
        if not function(str(target), str(new), str(aside), 0, None, None):
            raise ctypes.WinError(ctypes.get_last_error())


if sys.platform.startswith("linux"):
    _swap, _move = _linux(_LINUX_EXCHANGE), _linux(_LINUX_NOREPLACE)
elif sys.platform == "darwin":
    _swap, _move = _mac(_MAC_SWAP), _mac(_MAC_EXCL)
elif sys.platform == "win32":
    _swap, _move = _unsupported, os.rename  # which takes no name that is taken
else:
    _swap, _move = _unsupported, _unsupported

"""Writes a file under a name that was free, and has files and names lie on the disk itself."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def write_fresh(
    data: bytes, path: Path, *, mode: int = 0o600, equip: Callable[[int], None] = lambda _: None
) -> os.stat_result:
    """Write a file that is not there yet, force it to the disk, and tell what it is then.

    FileExistsError when the name is taken, by a link as well. ``equip`` is given the descriptor of the
    written file, to attach what it is to have. After any OSError a part of the file may be left.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    for flag in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, flag, 0)
    descriptor = os.open(path, flags, mode)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        equip(descriptor)
        force(descriptor)
        return os.fstat(descriptor)
    finally:
        os.close(descriptor)


def force(descriptor: int) -> None:
    """Have a file or folder lie on the disk itself, not in its cache, before this returns."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # shares know no such thing
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def force_folder(folder: Path) -> None:
    """Have the names in a folder lie on the disk; OSError where folders cannot be opened for that."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        force(descriptor)
    finally:
        os.close(descriptor)

"""Reads a file once: the bytes that are judged are the bytes that are used.

The size limits stand here, and the words for everything that keeps a file from being read.
"""

import errno
import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from planner.errors import PlannerError
from planner.messages import Message, listed, message
from planner.store.faults import PathLike, file_name

SMALLEST = 512
LARGEST = 512 * 1024 * 1024
_SIDE_FILES = ("-journal", "-wal", "-shm")
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOCTTY", 0)
)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What tells one state of a file from another: size in bytes, device and inode, SHA-256 of the bytes.

    ``modified`` (nanoseconds) is a hint to look again, never a proof, and does not count when comparing.
    """

    size: int
    inode: tuple[int, int]
    sha256: str
    modified: int = field(compare=False)

    def same_content(self, other: "Fingerprint") -> bool:
        """Whether both are of the same bytes, wherever they lie."""
        return (self.size, self.sha256) == (other.size, other.sha256)


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of a file, with the name for sentences and the fingerprint of what was read."""

    name: str
    data: bytes = field(repr=False)
    fingerprint: Fingerprint


def read_once(path: PathLike, *, at_most: int = LARGEST) -> Content:
    """Read a regular file whole; whatever keeps it from being read is a PlannerError."""
    try:
        return read_raw(path, at_most=at_most)
    except (OSError, ValueError) as error:
        raise _not_opened(file_name(path), error) from None


def read_raw(path: PathLike, *, at_most: int = LARGEST, follow: bool = True) -> Content:
    """The same, with the system's own OSError or ValueError, for whoever tries again or has better words."""
    name = file_name(path)
    descriptor = os.open(path, _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _not_a_file(name, status.st_mode)
        if status.st_size > at_most:
            raise _too_large(name, at_most)
        data = _all_of(descriptor, at_most)
    finally:
        os.close(descriptor)
    if len(data) > at_most:
        raise _too_large(name, at_most)
    return Content(name, data, fingerprint_of(data, status))


def fingerprint_of(data: bytes, status: os.stat_result) -> Fingerprint:
    """The fingerprint of bytes that lie in a file with this status."""
    return Fingerprint(
        size=len(data),
        inode=(status.st_dev, status.st_ino),
        sha256=hashlib.sha256(data).hexdigest(),
        modified=status.st_mtime_ns,
    )


def head(path: PathLike, length: int) -> bytes:
    """The first bytes of a regular file."""
    name = file_name(path)
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            mode = os.fstat(descriptor).st_mode
            if not stat.S_ISREG(mode):
                raise _not_a_file(name, mode)
            return os.read(descriptor, length)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _not_opened(name, error) from None


def left_beside(path: PathLike) -> tuple[Message, ...]:
    """Mention files of a database at work that lie beside a document; they are neither opened nor deleted."""
    beside = [f"{os.fspath(path)}{ending}" for ending in _SIDE_FILES]
    found = [file_name(name) for name in beside if _is_filled(name)]
    if not found:
        return ()
    text = "{files} beside {name} belongs to another program's work on it and was left alone."
    if len(found) > 1:
        text = "{files} beside {name} belong to another program's work on it and were left alone."
    return (message(text, files=listed(found), name=file_name(path)),)


def _is_filled(path: str) -> bool:
    try:
        return Path(path).stat(follow_symlinks=False).st_size > 0
    except (OSError, ValueError):
        return False


def _all_of(descriptor: int, at_most: int) -> bytes:
    parts, length = [], 0
    while length <= at_most and (part := os.read(descriptor, min(1 << 24, at_most + 1 - length))):
        parts.append(part)
        length += len(part)
    return b"".join(parts)


def _not_opened(name: str, error: OSError | ValueError) -> PlannerError:
    code = error.errno if isinstance(error, OSError) else errno.ENOENT
    text = {
        errno.ENOENT: "There is no file {name}: check the name and the folder.",
        errno.ENOTDIR: "There is no file {name}: check the name and the folder.",
        errno.ENAMETOOLONG: "The name {name} is too long for a file: check the name.",
        errno.EACCES: "{name} may not be read: ask whoever owns it for permission.",
        errno.EPERM: "{name} may not be read: ask whoever owns it for permission.",
        errno.EISDIR: "{name} is a folder: name a file in it.",
        errno.ELOOP: "{name} is a link that leads back to itself: name the file it stands for.",
        errno.ENXIO: "{name} is not a file that holds anything: name a file.",
    }.get(code or 0)
    if text is None:
        return PlannerError(
            "{name} cannot be read from its disk: check the disk, or open a copy.",
            detail=str(error),
            name=name,
        )
    return PlannerError(text, name=name)


def _not_a_file(name: str, mode: int) -> PlannerError:
    if stat.S_ISDIR(mode):
        return PlannerError("{name} is a folder: name a file in it.", name=name)
    return PlannerError("{name} is not an ordinary file: name a file.", name=name)


def _too_large(name: str, at_most: int) -> PlannerError:
    return PlannerError(
        "{name} is larger than {megabytes} MB, more than any plan needs: name another file.",
        name=name,
        megabytes=at_most // (1024 * 1024),
    )

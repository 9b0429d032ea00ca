"""Judges the first hundred bytes of a database before anything else looks at it.

The layout is that of https://www.sqlite.org/fileformat2.html, section 1.3.
"""

import struct

from planner.errors import PlannerError
from planner.store.faults import DamagedError
from planner.store.files import SMALLEST
from planner.store.schema import APPLICATION_ID, VERSION

MAGIC = b"SQLite format 3\x00"
_LENGTH = 100
_PAGE_SIZE, _FORMATS, _PAGE_COUNT, _ENCODING, _USER_VERSION, _APPLICATION = 16, 18, 28, 56, 60, 68
_UTF8 = 1


def version_of(data: bytes, name: str, *, oldest: int = 1, newest: int = VERSION) -> int:
    """The version of a project file's tables; refused when the header is not one of a whole project file.

    So is a version that is not between ``oldest`` and ``newest``, the ones that can be read.
    """
    if not data.startswith(MAGIC):
        raise PlannerError(
            "{name} is not a project file: open a file that this program saved, or import it.", name=name
        )
    if len(data) < SMALLEST:
        raise _cut_short(name)
    if _number(data, _APPLICATION) != APPLICATION_ID:
        raise PlannerError(
            "{name} is a file of another program: open a file that this program saved.", name=name
        )
    version = _number(data, _USER_VERSION)
    if version > newest:
        raise PlannerError(
            "{name} was made by a newer version of this program: "
            "open it with one that knows file format {needed}; this one knows {known}.",
            name=name,
            needed=str(version),
            known=str(newest),
        )
    if version < oldest:
        raise DamagedError("{name} is damaged: it has no file format. Open an earlier copy of it.", name=name)
    _check_pages(data, name)
    return version


def known_version(start: bytes) -> int | None:
    """The version that the first hundred bytes of a project file tell; None for those of anything else."""
    if len(start) < _LENGTH or not start.startswith(MAGIC):
        return None
    return _number(start, _USER_VERSION) if _number(start, _APPLICATION) == APPLICATION_ID else None


def as_rollback_format(data: bytes) -> bytes:
    """The same database marked as one without a write-ahead log, which a database in memory cannot have."""
    return data[:_FORMATS] + b"\x01\x01" + data[_FORMATS + 2 :]


def _check_pages(data: bytes, name: str) -> None:
    (size,) = struct.unpack_from(">H", data, _PAGE_SIZE)
    size = 65536 if size == 1 else size
    formats = data[_FORMATS : _FORMATS + 2]
    if size < 512 or size & (size - 1) or not set(formats) <= {1, 2} or _number(data, _ENCODING) != _UTF8:
        raise DamagedError(
            "{name} is damaged: its first page makes no sense. Open an earlier copy of it.", name=name
        )
    length = _number(data, _PAGE_COUNT) * size
    if length > len(data):
        raise _cut_short(name)
    if length < len(data):
        raise DamagedError(
            "{name} is damaged: there is more in it than its pages. Open an earlier copy of it.", name=name
        )


def _cut_short(name: str) -> DamagedError:
    return DamagedError("{name} is damaged: its end is missing. Open an earlier copy of it.", name=name)


def _number(data: bytes, offset: int) -> int:
    (number,) = struct.unpack_from(">I", data, offset)
    return int(number)

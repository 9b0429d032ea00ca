"""What a session notes of itself in ``session.json``: whose work it keeps, and how it ended."""

import json
import os
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from msgspec import Struct

from planner.store.files import Fingerprint
from planner.store.fresh import force

NAME = "session.json"
_LARGEST = 64 * 1024
_FORMAT = 1


class Standing(StrEnum):
    """How a session stands: at work (or died there), closed, closed with Don't Save, or set aside."""

    OPEN = "open"
    CLOSED = "closed"
    DISCARDED = "discarded"
    ASIDE = "aside"


class OddRecordError(ValueError):
    """A record that this program did not write, or not whole."""


class NewerRecordError(Exception):
    """A record of a newer version of this program."""


class Record(Struct, frozen=True, kw_only=True):
    """A session as its folder tells it.

    ``fingerprint`` is of the document as it was opened or last saved. ``plan`` and ``steps`` (since the
    document was saved, None when it never was) are known once the session was closed or looked at.
    ``attempts`` counts recoveries that were begun and not yet seen to go well. ``image`` is the SHA-256 of
    the image that was made last to be saved, until it is known to have been: a killed save may leave it.
    """

    version: str
    started: datetime
    document: Path | None = None
    fingerprint: Fingerprint | None = None
    standing: Standing = Standing.OPEN
    ended: datetime | None = None
    plan: str = ""
    steps: int | None = None
    attempts: int = 0
    image: str | None = None


def write_record(folder: Path, record: Record) -> None:
    """Put a record into a session's folder, whole or not at all; OSError when it cannot be."""
    data = json.dumps(_plain(record), ensure_ascii=True, indent=1).encode("ascii")
    beside = folder / f"{NAME}.new"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        force(file.fileno())
    beside.replace(folder / NAME)


def read_record(folder: Path) -> Record:
    """The record in a session's folder.

    OddRecordError when it is damaged, NewerRecordError when it is too new, OSError when it cannot be read.
    """
    with (folder / NAME).open("rb") as file:
        data = file.read(_LARGEST + 1)
    try:
        read = json.loads(data[:_LARGEST])
        if read["format"] > _FORMAT:
            raise NewerRecordError
        return _record(read)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise OddRecordError(str(error)) from None


def _plain(record: Record) -> dict[str, Any]:
    mark = record.fingerprint
    return {
        "format": _FORMAT,
        "version": record.version,
        "started": record.started.isoformat(),
        "document": None if record.document is None else str(record.document),
        "fingerprint": None if mark is None else [mark.size, *mark.inode, mark.sha256, mark.modified],
        "standing": record.standing.value,
        "ended": None if record.ended is None else record.ended.isoformat(),
        "plan": record.plan,
        "steps": record.steps,
        "attempts": record.attempts,
        "image": record.image,
    }


def _record(read: dict[str, Any]) -> Record:
    return Record(
        version=_text(read["version"]),
        started=datetime.fromisoformat(read["started"]),
        document=None if read["document"] is None else Path(_text(read["document"])),
        fingerprint=None if read["fingerprint"] is None else _fingerprint(*read["fingerprint"]),
        standing=Standing(read["standing"]),
        ended=None if read["ended"] is None else datetime.fromisoformat(read["ended"]),
        plan=_text(read["plan"]),
        steps=None if read["steps"] is None else int(read["steps"]),
        attempts=int(read["attempts"]),
        image=None if read.get("image") is None else _text(read["image"]),
    )


def _fingerprint(size: int, device: int, inode: int, sha256: str, modified: int) -> Fingerprint:
    return Fingerprint(
        size=int(size), inode=(int(device), int(inode)), sha256=_text(sha256), modified=int(modified)
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise OddRecordError(f"a text is {value!r}")
    return value

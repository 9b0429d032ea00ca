"""Tells by its content, never by its name, what a file is that somebody wants opened."""

import codecs
from enum import StrEnum

from planner.store.faults import PathLike
from planner.store.files import head
from planner.store.header import MAGIC

HEAD = 64 * 1024
"""Bytes that suffice to tell."""
_ZIP = b"PK\x03\x04"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1a")


class FileKind(StrEnum):
    """What a file seems to be: a project file, a plan as JSON, a roster (a table or a workbook), or none."""

    PROJECT = "project"
    PLAN = "plan"
    ROSTER = "roster"
    OTHER = "other"


def kind_of(path: PathLike) -> FileKind:
    """What a file seems to be; PlannerError when it cannot be read."""
    return kind_of_content(head(path, HEAD))


def kind_of_content(start: bytes) -> FileKind:
    """What bytes seem to be, of which ``start`` are the first (at most HEAD are looked at)."""
    start = start[:HEAD]
    if start.startswith(MAGIC[:15]):
        return FileKind.PROJECT
    if start.startswith((_ZIP, *_UTF16)):
        return FileKind.ROSTER
    text = start.removeprefix(codecs.BOM_UTF8).lstrip()
    if not text or any(byte < 0x20 and byte not in _TEXT_CONTROLS for byte in text):
        return FileKind.OTHER
    return FileKind.PLAN if text.startswith((b"{", b"[")) else FileKind.ROSTER

"""Keeps a file beside a document under a name that tells what it is, and never over another file."""

import hashlib
import os
import re
import secrets
from datetime import datetime
from pathlib import Path

from planner.store.exchanging import place
from planner.store.faults import PathLike

_LONGEST = 255
"""Bytes of a name, in nearly every file system."""
_TURNS = 100_000


def real_path(path: PathLike) -> Path:
    """Where the document itself lies: the target of a link."""
    return Path(os.path.realpath(path))


def begun_name(document: Path) -> Path:
    """A new short name beside a document, for the file that a save begins with."""
    return document.with_name(f".{_mark(document)}{secrets.token_hex(4)}.tmp")


def begun_names(document: Path) -> list[Path]:
    """The files that saves of a document began with and that are still there."""
    pattern = re.compile(rf"\.{_mark(document)}[0-9a-f]{{8}}\.tmp~?")
    return sorted(entry for entry in document.parent.iterdir() if pattern.fullmatch(entry.name))


def _mark(document: Path) -> str:
    """What tells the beginnings of one document from those of another in the same folder."""
    return hashlib.sha256(os.fsencode(document.name)).hexdigest()[:6]


def keep(lying: Path, document: Path, words: str) -> Path:
    """Give a file in the document's folder the name that ``words`` make, and tell which; OSError if none."""
    for number in range(1, _TURNS):
        kept = name_beside(document, words if number == 1 else f"{words}, {number}")
        try:
            place(lying, kept)
        except FileExistsError:
            continue
        return kept
    raise FileExistsError(str(kept))


def name_beside(document: Path, words: str) -> Path:
    """``Plan.teamplan`` with words: ``Plan (words).teamplan``; a long name loses its end, not the words."""
    ending = f" ({words}){document.suffix}"
    room = max(0, _LONGEST - len(os.fsencode(ending)))
    stem = os.fsencode(document.stem)
    if len(stem) <= room:
        return document.with_name(document.stem + ending)
    return document.with_name(stem[:room].decode("utf-8", "ignore") + ending)


def stamp(when: datetime) -> str:
    """A point in time as it may stand in a file's name, on every system."""
    return when.strftime("%Y-%m-%d %H.%M.%S")

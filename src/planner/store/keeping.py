"""Keeps a file beside a document under a name that tells what it is, and never over another file."""

import os
from datetime import datetime
from pathlib import Path

from planner.store.exchanging import place

_LONGEST = 255
"""Bytes of a name, in nearly every file system."""
_TURNS = 100_000


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

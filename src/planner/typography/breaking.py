"""Breaks text into lines by the widths of its letters alone, so that screen and paper break alike."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from planner.typography.truetype import Face

# Where a line may end: all blanks but those whose purpose is to hold two words together.
_BLANKS: Final = (
    "\t \u1680" + "".join(map(chr, [*range(0x2000, 0x2007), *range(0x2008, 0x200C)])) + "\u205f\u3000"
)
_BLANK: Final = f"[{_BLANKS}]"
# A piece runs up to blanks, or to the hyphen or dash inside a word that goes on with a letter ("full-stack",
# not "GPT-4" and not "0–49"), and carries the blanks that follow it.
_PIECE: Final = re.compile(rf"[^{_BLANKS}]+?(?:(?<=\w)[-‐–—](?=[^\W\d_])|(?={_BLANK}|$)){_BLANK}*")
_LEADING: Final = re.compile(rf"{_BLANK}+")
_ROUNDING: Final = 1e-6


def broken(text: str, face: Face, limit: float) -> list[str]:
    """Break at spaces and after hyphens; a longer word breaks between characters.

    `limit` is in the face's units. Line ends in the text always break. Spaces at a break go; every other
    character stays, in order. At least one line, and at least one character a line, come back.
    """
    fits = face.width(text) <= limit + _ROUNDING
    if fits and text.isprintable():  # no line end in it: most names
        return [text.rstrip(_BLANKS)]
    lines = [line for paragraph in text.splitlines() for line in _lines(paragraph, face, limit + _ROUNDING)]
    return lines or [""]


def _lines(paragraph: str, face: Face, limit: float) -> Iterator[str]:
    line = ""
    for piece in _pieces(paragraph):
        whole = line + piece
        if face.width(whole.rstrip(_BLANKS)) <= limit:
            line = whole
            continue
        if line.strip(_BLANKS):
            yield line.rstrip(_BLANKS)
            line = piece
        else:
            line = whole.lstrip(_BLANKS)
        while face.width(line.rstrip(_BLANKS)) > limit:
            end = _fitting(line, face, limit)
            if end >= len(line.rstrip(_BLANKS)):
                break
            yield line[:end]
            line = line[end:]
    yield line.rstrip(_BLANKS)


def _pieces(paragraph: str) -> Iterator[str]:
    leading = _LEADING.match(paragraph)
    if leading:
        yield leading.group()
    yield from _PIECE.findall(paragraph, leading.end() if leading else 0)


def _fitting(text: str, face: Face, limit: float) -> int:
    """Count the characters that fit, with the accents that follow the last one; at least one."""
    widths = list(accumulate(map(face.advances.__getitem__, text)))
    end = max(1, bisect_right(widths, limit))
    while end < len(text) and face.advances[text[end]] == 0:
        end += 1
    return end

"""Reads from a TrueType file what measuring text needs: widths of letters and the heights of a line.

Tables and their layout: OpenType specification 1.9, chapters head, hhea, hmtx, cmap, OS/2. Kerning and
glyph substitution are not looked at: the bundled cuts have none.
"""

import struct
import unicodedata
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from planner.errors import PlannerError

_UNICODE_MAPS: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


class Advances(dict[str, int]):
    """The advance width of each character; one without a glyph gets the width of its box.

    The box is 1 em for wide East Asian letters and emoji, nothing for accents and marks without width, else
    as wide as the font's own box for a missing glyph.
    """

    def __init__(self, known: dict[str, int], *, box: int, em: int) -> None:
        super().__init__(known)
        self._box = box
        self._em = em

    def __missing__(self, char: str) -> int:
        if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
            return 0
        return self._em if unicodedata.east_asian_width(char) in {"W", "F"} else self._box


class Face(Struct, frozen=True, eq=False):
    """One cut of the font. Lengths are in its own units, of which `units` make one em."""

    units: int
    ascent: int
    descent: int
    cap_height: int
    x_height: int
    advances: Advances

    def has(self, char: str) -> bool:
        """Whether the font draws this character itself."""
        return char in self.advances

    def width(self, text: str) -> int:
        """Sum the advance widths of the characters."""
        return sum(map(self.advances.__getitem__, text))


def read_face(data: bytes, name: str) -> Face:
    """Read a font file's bytes; `name` tells the user which file is damaged."""
    try:
        return _face(_tables(data))
    except (struct.error, KeyError, IndexError, UnicodeDecodeError) as fault:
        raise PlannerError(
            "The font {name} cannot be read; it must be a whole TrueType file.", name=name, detail=repr(fault)
        ) from fault


def _tables(data: bytes) -> dict[str, bytes]:
    count: int
    (count,) = struct.unpack_from(">4xH", data)
    tables: dict[str, bytes] = {}
    for index in range(count):
        tag, offset, length = struct.unpack_from(">4s4xII", data, 12 + 16 * index)
        tables[tag.decode("ascii")] = data[offset : offset + length]
    return tables


def _face(tables: dict[str, bytes]) -> Face:
    (units,) = struct.unpack_from(">18xH", tables["head"])
    ascent, descent, metrics = struct.unpack_from(">4xhh26xH", tables["hhea"])
    x_height, cap_height = struct.unpack_from(">86xhh", tables["OS/2"])
    # An advance and a bearing per glyph; glyphs after the last pair share its advance.
    widths: tuple[int, ...] = struct.unpack_from(">" + "Hxx" * metrics, tables["hmtx"])
    last = len(widths) - 1
    known = {chr(code): widths[min(glyph, last)] for code, glyph in _characters(tables["cmap"]) if glyph}
    return Face(
        units=units,
        ascent=ascent,
        descent=-descent,
        cap_height=cap_height,
        x_height=x_height,
        advances=Advances(known, box=widths[0], em=units),
    )


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Yield code point and glyph of the widest Unicode map that the font has."""
    (count,) = struct.unpack_from(">2xH", cmap)
    records = [struct.unpack_from(">HHI", cmap, 4 + 8 * index) for index in range(count)]
    offsets = {(platform, encoding): offset for platform, encoding, offset in records}
    table = cmap[next(offsets[key] for key in _UNICODE_MAPS if key in offsets) :]
    (form,) = struct.unpack_from(">H", table)
    if form == 12:
        yield from _segmented_coverage(table)
    elif form == 4:
        yield from _segments_to_deltas(table)
    else:
        raise KeyError(f"cmap format {form}")


def _segmented_coverage(table: bytes) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">12xI", table)
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _segments_to_deltas(table: bytes) -> Iterator[tuple[int, int]]:
    length, doubled = struct.unpack_from(">2xH2xH", table)
    words = struct.unpack_from(f">{length // 2}H", table)
    count = doubled // 2
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, ranges = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if ranges[segment] == 0:
                yield code, (code + deltas[segment]) & 0xFFFF
                continue
            # The offset counts in bytes from its own place in the table.
            place = 8 + 3 * count + segment + ranges[segment] // 2 + code - start
            glyph = words[place]
            yield code, (glyph + deltas[segment]) & 0xFFFF if glyph else 0

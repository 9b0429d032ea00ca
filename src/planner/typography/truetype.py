"""Reads from a TrueType file what measuring text needs: widths of letters and the heights of a line.

Tables and their layout: OpenType specification 1.9, chapters head, hhea, hmtx, cmap, OS/2. Kerning and
glyph substitution are not looked at: the bundled cuts have none.
"""

import struct
import unicodedata
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from planner.errors import PlannerError

_UNICODE_MAPS: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))


class Advances(dict[str, int]):
    """The advance width of each character, worked out when it is first asked for: few of 1,800 ever are.

    One without a glyph gets the width of its box: 1 em for wide East Asian letters and emoji, nothing for
    accents and marks without width, else as wide as the font's own box for a missing glyph.
    """

    def __init__(self, glyphs: dict[int, int], widths: tuple[int, ...], *, em: int) -> None:
        super().__init__()
        self._glyphs, self._widths = glyphs, widths
        self._em = em

    def __missing__(self, char: str) -> int:
        self[char] = width = self._width(char)
        return width

    def draws(self, char: str) -> bool:
        """Whether the font has a glyph for this character."""
        return bool(self._glyphs.get(ord(char)))

    def _width(self, char: str) -> int:
        glyph = self._glyphs.get(ord(char))
        if glyph:  # after the last width, glyphs share it
            return self._widths[min(glyph, len(self._widths) - 1)]
        if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
            return 0
        return self._em if unicodedata.east_asian_width(char) in {"W", "F"} else self._widths[0]


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
        return self.advances.draws(char)

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
    # An advance and a bearing per glyph.
    widths: tuple[int, ...] = struct.unpack_from(">" + "Hxx" * metrics, tables["hmtx"])
    return Face(
        units=units,
        ascent=ascent,
        descent=-descent,
        cap_height=cap_height,
        x_height=x_height,
        advances=Advances(_glyphs(tables["cmap"]), widths, em=units),
    )


def _glyphs(cmap: bytes) -> dict[int, int]:
    """The glyph of each code point in the widest Unicode map that the font has; 0 for none."""
    (count,) = struct.unpack_from(">2xH", cmap)
    records = [struct.unpack_from(">HHI", cmap, 4 + 8 * index) for index in range(count)]
    offsets = {(platform, encoding): offset for platform, encoding, offset in records}
    table = cmap[next(offsets[key] for key in _UNICODE_MAPS if key in offsets) :]
    (form,) = struct.unpack_from(">H", table)
    if form == 12:
        return _segmented_coverage(table)
    if form == 4:
        return _segments_to_deltas(table)
    raise KeyError(f"cmap format {form}")


def _segmented_coverage(table: bytes) -> dict[int, int]:
    (count,) = struct.unpack_from(">12xI", table)
    glyphs: dict[int, int] = {}
    for first, last, glyph in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
        glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True))
    return glyphs


def _segments_to_deltas(table: bytes) -> dict[int, int]:
    length, doubled = struct.unpack_from(">2xH2xH", table)
    words = struct.unpack_from(f">{length // 2}H", table)
    count = doubled // 2
    ends, starts = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas, ranges = words[8 + 2 * count : 8 + 3 * count], words[8 + 3 * count : 8 + 4 * count]
    glyphs: dict[int, int] = {}
    for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
        codes, delta = range(start, min(end, 0xFFFE) + 1), deltas[segment]
        if ranges[segment] == 0:
            found: Iterable[int] = ((code + delta) & 0xFFFF for code in codes)
        else:  # the offset counts in bytes from its own place in the table
            place = 8 + 3 * count + segment + ranges[segment] // 2
            found = words[place : place + len(codes)]
            if delta:
                found = ((glyph + delta) & 0xFFFF if glyph else 0 for glyph in found)
        glyphs.update(zip(codes, found, strict=True))
    return glyphs

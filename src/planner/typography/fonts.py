"""Measures and breaks text in the bundled fonts, once for all devices and without any of them."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate
from typing import Self

from msgspec import Struct

from planner.typography.breaking import broken
from planner.typography.scale import Style, Weight
from planner.typography.truetype import Face, read_face


class Fonts(Struct, frozen=True, eq=False):
    """The five cuts of the bundled font. Lengths that go in and come out are logical pixels."""

    faces: dict[Weight, Face]

    @classmethod
    def load(cls, read_bytes: Callable[[str], bytes]) -> Self:
        """Read the cuts; `read_bytes` gets a path below the resources and gives the file's bytes.

        Raises PlannerError, naming the file, where one is no TrueType font.
        """
        return cls({weight: read_face(read_bytes(weight.file), weight.file) for weight in Weight})

    def width(self, text: str, style: Style) -> float:
        """Measure one line of text: the sum of its letters' advances."""
        face = self.faces[style.weight]
        return face.width(text) * style.size / face.units

    def positions(self, text: str, style: Style) -> list[float]:
        """Say where each character starts, the first at 0; for a device that places glyphs itself."""
        face = self.faces[style.weight]
        scale = style.size / face.units
        starts = accumulate(map(face.advances.__getitem__, text[:-1]), initial=0)
        return [start * scale for start in starts] if text else []

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        """Break text into lines no wider than `width`; see `breaking.broken`."""
        face = self.faces[style.weight]
        return broken(text, face, width * face.units / style.size)

    def elided(self, text: str, style: Style, width: float) -> str:
        """Cut text that is wider than `width` and end it with "…". At least "…" comes back.

        For the screen only: paper never cuts.
        """
        face = self.faces[style.weight]
        limit = width * face.units / style.size + 1e-6
        widths = list(accumulate(map(face.advances.__getitem__, text)))
        if not widths or widths[-1] <= limit:
            return text
        end = bisect_right(widths, limit - face.advances["…"])
        return text[:end].rstrip() + "…"

    def baseline(self, style: Style) -> float:
        """Say how far the baseline stands below the top of a line of `style.line_height`."""
        face = self.faces[style.weight]
        scale = style.size / face.units
        return (style.line_height + (face.ascent - face.descent) * scale) / 2

    def cap_baseline(self, style: Style, height: float) -> float:
        """Say how far the baseline stands below the top of a box whose middle capitals and digits share."""
        face = self.faces[style.weight]
        return (height + face.cap_height * style.size / face.units) / 2

    def missing(self, text: str) -> str:
        """Name the characters that no cut draws, each once, in the order they appear."""
        return "".join(char for char in dict.fromkeys(text) if char.isprintable() and not self._draws(char))

    def _draws(self, char: str) -> bool:
        return any(face.has(char) for face in self.faces.values())

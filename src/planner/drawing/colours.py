"""Resolves the colours that marks name: a token, a token at an opacity, or a function's chip."""

from typing import NamedTuple

from planner.drawing.tokens import Theme


class Colour(NamedTuple):
    """A colour as ``#RRGGBB`` and its opacity, 0 to 1."""

    hex: str
    opacity: float = 1.0

    @property
    def rgb(self) -> tuple[float, float, float]:
        """Red, green and blue, each 0 to 1."""
        red, green, blue = (int(self.hex[at : at + 2], 16) / 255 for at in (1, 3, 5))
        return red, green, blue


def resolved(theme: Theme, name: str) -> Colour:
    """The colour of ``ink``, of ``accent/70`` (70% opaque), or of ``chip:data-analyst`` (that chip's own).

    ``letter:data-analyst`` is the colour of letters on it.
    """
    token, _, percent = name.partition("/")
    opacity = int(percent) / 100 if percent else 1.0
    kind, _, function = token.partition(":")
    if kind == "letter":
        return Colour(theme.chip(function).letter, opacity)
    return Colour(theme.chip(function).border if kind == "chip" else theme.colour(token), opacity)

"""Themes: the colours of the product by the name of their use, read from the token files.

Colours stand only there (`resources/tokens/*.toml`); code names a use, `theme.colour("ink")`, never a colour.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any, Final, Self

from msgspec import Struct

from planner.domain.functions import Function
from planner.errors import PlannerError

COLOURS: Final = (
    *("canvas", "surface", "panel", "sunken", "raised", "line", "line-2", "edge", "connector", "track"),
    *("ink", "ink-2", "ink-3", "accent", "accent-text", "accent-bg", "accent-ink"),
    *("problem", "problem-tint", "warning", "warning-icon", "warning-tint", "note", "good", "good-tint"),
    *("mark", "tooltip", "tooltip-ink", "tooltip-good", "tooltip-problem"),
)
TINTS: Final = {
    "problem-tint": "problem",
    "warning-tint": "warning-icon",
    "good-tint": "good",
    "accent-bg": "accent",
}
"""Each tint with the colour of the border that stands for it in an outlined theme."""
OUTLINE: Final = 2.0
"""The width of such a border, in px."""
_CHIP_PARTS: Final = ("fill", "border", "letter")
_HEX: Final = re.compile(r"#[0-9A-F]{6}")


class Chip(Struct, frozen=True):
    """The colours of one function's chip, each ``#RRGGBB``."""

    fill: str
    border: str
    letter: str


class Theme(Struct, frozen=True):
    """The colours of one theme; every use and every function has its own.

    An ``outlined`` theme has more contrast: borders stand in place of tints, and nothing throws a shadow.
    """

    name: str
    colours: Mapping[str, str]
    chips: Mapping[str, Chip]
    outlined: bool = False

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a token file's text; raises PlannerError that names the first key at fault."""
        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError as fault:
            raise PlannerError(
                "The theme is no TOML file: {reason}.", reason=str(fault).rstrip("."), detail=text
            ) from fault
        name = str(table.get("name", ""))
        colours = _table(table, "colours", COLOURS)
        chips = _table(table, "chips", Function)
        return cls(
            name,
            {key: _colour(colours[key], f"colours.{key}") for key in COLOURS},
            {function.value: _chip(chips[function], f"chips.{function}") for function in Function},
            table.get("outlined") is True,
        )

    def colour(self, use: str) -> str:
        """Return the colour of a use, ``#RRGGBB``; KeyError for a use that no theme has."""
        return self.colours[use]

    def outline_of(self, fill: str | None) -> str | None:
        """The border that a box of this fill gets where it has none of its own; None for no border."""
        return TINTS.get(fill or "") if self.outlined else None

    def chip(self, function_id: str) -> Chip:
        """Return the chip of a function by its id; KeyError for an unknown one."""
        return self.chips[function_id]


def _table(parent: Mapping[str, Any], key: str, expected: Iterable[str], path: str = "") -> Mapping[str, Any]:
    """Take a table that must hold exactly the expected keys."""
    table = parent.get(key)
    path = path or key
    if not isinstance(table, dict):
        raise PlannerError("The theme has no table {key}.", key=path)
    wanted = [str(name) for name in expected]
    for name in wanted:
        if name not in table:
            raise PlannerError("The theme lacks {key}.", key=f"{path}.{name}")
    for name in table:
        if name not in wanted:
            raise PlannerError("The theme has {key}, which nothing uses.", key=f"{path}.{name}")
    return table


def _chip(value: Any, path: str) -> Chip:
    parts = _table({"chip": value}, "chip", _CHIP_PARTS, path)
    return Chip(*(_colour(parts[part], f"{path}.{part}") for part in _CHIP_PARTS))


def _colour(value: Any, path: str) -> str:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        raise PlannerError(
            "The theme's {key} is {value}; a colour is written #RRGGBB in capitals.",
            key=path,
            value=str(value),
        )
    return value

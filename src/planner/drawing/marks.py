"""Marks are the device-free elements of a drawing: boxes, lines, labels, chips and icons.

Lengths are logical pixels, y grows downwards. Colours are names of theme tokens, resolved by the renderer, so
that one drawing serves light, dark and print; ``accent/70`` is a token at 70% opacity.
"""

from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Function
from planner.placement.geometry import Rect
from planner.typography import Style

CHIP_LETTERS = 0.375


class Dash(StrEnum):
    """How a line is broken."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


class Align(StrEnum):
    """Where a label's text stands against its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Box(Struct, frozen=True):
    """A rectangle with round corners, filled, bordered or both."""

    rect: Rect
    radius: float = 0.0
    fill: str | None = None
    border: str | None = None
    line: float = 1.0
    dash: Dash = Dash.SOLID


class Line(Struct, frozen=True):
    """A run of straight pieces through points, its corners rounded; ends may carry an arrow or a dot."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float = 1.0
    radius: float = 0.0
    dash: Dash = Dash.SOLID
    arrow: bool = False
    dots: bool = False


class Arc(Struct, frozen=True):
    """A part of a ring, round at its ends; degrees grow clockwise from twelve o'clock."""

    x: float
    y: float
    radius: float
    start: float
    sweep: float
    colour: str
    width: float


class Label(Struct, frozen=True):
    """One line of text on its baseline, never wrapped by the renderer."""

    x: float
    baseline: float
    text: str
    style: Style
    colour: str
    align: Align = Align.START


class Chip(Struct, frozen=True):
    """The two letters of a function: a rounded square for roles, a circle for partner functions."""

    x: float
    y: float
    size: float
    function: Function
    vacant: bool = False
    opacity: float = 1.0
    letters: float = CHIP_LETTERS
    """The letters' size, as a part of the chip's."""


class IconMark(Struct, frozen=True):
    """A named icon in a square."""

    x: float
    y: float
    size: float
    name: str
    colour: str


class Badge(Struct, frozen=True):
    """A severity shape (problem octagon, warning triangle, note disc, good tick), with an optional number."""

    x: float
    y: float
    size: float
    severity: str
    number: str = ""


__all__ = [
    "CHIP_LETTERS",
    "Align",
    "Arc",
    "Badge",
    "Box",
    "Chip",
    "Dash",
    "Drawing",
    "Group",
    "IconMark",
    "Label",
    "Line",
    "Mark",
    "Rect",
]

Mark: TypeAlias = Box | Line | Arc | Label | Chip | IconMark | Badge


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark elsewhere."""
    match mark:
        case Box():
            return replace(mark, rect=mark.rect.moved(dx, dy))
        case Line():
            return replace(mark, points=tuple((x + dx, y + dy) for x, y in mark.points))
        case Label():
            return replace(mark, x=mark.x + dx, baseline=mark.baseline + dy)
        case _:
            return replace(mark, x=mark.x + dx, y=mark.y + dy)


class Group(Struct, frozen=True):
    """Marks that belong together, as a card's, with the thing that they show and the room that they take.

    ``key`` names what is shown, as ("seat", id), ("team", id) or ("link", id); equal marks at another place
    have equal ``marks`` when these stand relative to the group's left top corner (x and y of ``bounds``).
    ``scale`` is the drawing's units per unit of the marks, so that a page can hold a chart of another size.
    """

    key: tuple[str, str]
    bounds: Rect
    marks: tuple[Mark, ...]
    scale: float = 1.0


class Drawing(Struct, frozen=True):
    """A picture without a device: its size and its groups from back to front. Pages are in points."""

    width: float
    height: float
    groups: tuple[Group, ...]

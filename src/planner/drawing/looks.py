"""Looks say how a card's or team's frame is drawn in each state, as one table that screen and tests share."""

from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.drawing.marks import Box, Dash, Mark, Rect

CARD_RADIUS: Final = 7.0
TEAM_RADIUS: Final = 10.0


class State(StrEnum):
    """How a card, seat or team stands in what the user is doing."""

    NORMAL = "normal"
    HOVER = "hover"
    SELECTED = "selected"
    FOCUS = "focus"
    SAME_PERSON = "same person"
    DRAG_SOURCE = "drag source"
    VACANT = "vacant"
    TARGET = "target"
    OVER_TARGET = "over target"
    REFUSED = "refused"
    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"


class Look(Struct, frozen=True):
    """A frame: fill and border tokens, a ring outside (token, gap, width), the colour of the first line.

    ``fade`` is the opacity of what stands inside, in percent.
    """

    fill: str | None = "surface"
    border: str | None = "line"
    line: float = 1.0
    dash: Dash = Dash.SOLID
    ring: tuple[str, float, float] | None = None
    ink: str = "ink"
    fade: int = 100


LOOKS: Final = {
    State.NORMAL: Look(),
    State.HOVER: Look(border="edge"),
    State.SELECTED: Look(fill="accent-bg", border="accent", line=2.0),
    State.FOCUS: Look(ring=("accent", 1.0, 2.0)),
    State.SAME_PERSON: Look(border="accent/70", line=1.5),
    State.DRAG_SOURCE: Look(fill="panel", border="accent", dash=Dash.DASHED, ink="ink/42", fade=42),
    State.VACANT: Look(border="edge", dash=Dash.DASHED, ink="ink-2"),
    State.TARGET: Look(fill="accent-bg", border="accent", dash=Dash.DASHED, ink="accent-ink"),
    State.OVER_TARGET: Look(
        fill="accent-bg", border="accent", line=2.0, ring=("accent/28", 0.0, 3.0), ink="accent-ink"
    ),
    State.REFUSED: Look(border="problem", dash=Dash.DASHED, ink="problem"),
    State.PROBLEM: Look(ring=("problem", 0.0, 2.0)),
    State.WARNING: Look(ring=("warning-icon", 0.0, 2.0)),
    State.NOTE: Look(ring=("note", 0.0, 2.0)),
}


def framed(rect: Rect, look: Look, radius: float) -> list[Mark]:
    """The frame of a look, and its ring outside."""
    marks: list[Mark] = []
    if look.ring:
        colour, gap, width = look.ring
        out = gap + width
        marks.append(Box(rect.grown(out), radius + out, border=colour, line=width))
    marks.append(Box(rect, radius, look.fill, look.border, look.line, look.dash))
    return marks


def from_afar(look: Look, scale: float) -> Look:
    """A look whose lines are no thinner on the screen than written here, however small the chart is."""
    grown = max(1.0, 1.0 / scale)
    ring = look.ring and (look.ring[0], look.ring[1] * grown, look.ring[2] * grown)
    return replace(look, line=look.line * grown, ring=ring)

"""Team frames: the box around a team's cards with its header, and the head box of a whole chart."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from planner.domain import Kind
from planner.drawing.looks import LOOKS, TEAM_RADIUS, Look, State, framed
from planner.drawing.marks import Align, Badge, Box, IconMark, Label, Mark, Rect
from planner.drawing.short_names import fitted, shorter_team
from planner.placement.settings import HEAD_TEXT, HEADER_END, HEADER_ICON, HEADER_TEXT
from planner.typography import Fonts, Style
from planner.typography.scale import (
    BODY_MEDIUM,
    CARD_ROLE,
    LABEL,
    PANEL_TITLE,
    SMALL,
    TEAM,
)

KIND_ICONS: Final = {
    Kind.CORE: "hub",
    Kind.SQUAD: "flag",
    Kind.VENTURE: "rocket",
    Kind.PARTNER: "frame",
    Kind.GROUP: "group",
}
FOLD_SIDE: Final = 24.0
_TRIANGLE: Final = 12.0
_LEAST: Final = LABEL.scaled(11.0 / 12.0)  # no text on the chart is smaller
_TIGHT: Final = 1.15  # two lines of a header seen from afar
NUMBER_SIZE: Final = 20.0  # so that a digit is 7 pt where names are 8


class Number(NamedTuple):
    """A finding's number in the list, by its severity."""

    severity: str
    text: str


class Frame(Struct, frozen=True):
    """What a team's frame shows, as it is written; places are relative to its left top corner."""

    kind: Kind
    width: float
    height: float
    name: tuple[str, ...]
    lines: tuple[str, ...]
    count: str
    head: bool = False
    folded: bool = False
    folds: bool = False
    locked: bool = False
    severity: str | None = None
    headings: tuple[tuple[str, Rect], ...] = ()
    numbers: tuple[Number, ...] = ()


def frame_marks(
    frame: Frame, fonts: Fonts, *, look: Look | None = None, paper: bool = False
) -> tuple[Mark, ...]:
    """A team's frame and header at full detail, from (0, 0)."""
    rect = Rect(0.0, 0.0, frame.width, frame.height)
    marks = framed(rect, look or _look(frame, paper=paper), TEAM_RADIUS)
    marks.extend(_head(frame, fonts) if frame.head else _header(frame, fonts))
    if frame.folds and not paper:
        marks.append(_triangle(frame))
    for text, place in frame.headings:
        marks.append(Label(place.x + 2.0, place.y + fonts.baseline(LABEL) + 2.0, text, LABEL, "ink-2"))
    marks.extend(numbers(frame.numbers, frame.width))
    return tuple(marks)


def _look(frame: Frame, *, paper: bool) -> Look:
    fill = "surface" if frame.head else None if frame.kind is Kind.GROUP else "panel"
    strong = paper or frame.head or frame.kind in (Kind.GROUP, Kind.PARTNER)
    return Look(fill=fill, border="line-2" if strong else "line")


def state_look(state: State, frame: Frame) -> Look:
    """The look of a team in a state: the same frame, another border."""
    look = LOOKS[state]
    fill = look.fill if state is State.TARGET else _look(frame, paper=False).fill
    return Look(fill, look.border, look.line, look.dash, look.ring, look.ink)


def _header(frame: Frame, fonts: Fonts) -> list[Mark]:
    top = 8.0 if frame.lines else 14.0
    baseline = top + fonts.baseline(TEAM)
    marks: list[Mark] = [IconMark(11.0, top + 1.5, 16.0, KIND_ICONS[frame.kind], "ink-2")]
    for number, text in enumerate(frame.name):
        marks.append(Label(HEADER_TEXT, baseline + number * TEAM.line_height, text, TEAM, "ink"))
    below = top + len(frame.name) * TEAM.line_height + fonts.baseline(CARD_ROLE)
    for number, text in enumerate(frame.lines):
        line = below + number * CARD_ROLE.line_height
        marks.append(Label(HEADER_TEXT, line, text, CARD_ROLE, "ink-2"))
    x = frame.width - HEADER_END
    if frame.count:
        marks.append(Label(x, baseline, frame.count, BODY_MEDIUM, "ink-2", Align.END))
        x -= fonts.width(frame.count, BODY_MEDIUM) + 6.0
    if frame.severity:
        marks.append(Badge(x - HEADER_ICON, top + 1.5, HEADER_ICON, frame.severity))
    elif frame.locked:
        marks.append(IconMark(x - HEADER_ICON, top + 1.5, HEADER_ICON, "lock", "ink-2"))
    return marks


def fold_place(width: float, header: float, *, head: bool) -> Rect:
    """Where the triangle is clicked that collapses or expands a team, 24 × 24; places are a team's own."""
    if head:
        return Rect(width - FOLD_SIDE - 3.0, (header - FOLD_SIDE) / 2, FOLD_SIDE, FOLD_SIDE)
    return Rect(7.0, 26.0, FOLD_SIDE, FOLD_SIDE)


def _triangle(frame: Frame) -> Mark:
    """A small triangle, below the icon of the kind: down while the team is open, else to the right."""
    place = fold_place(frame.width, frame.height, head=frame.head)
    icon = "chevron-right" if frame.folded else "chevron-down"
    colour = "ink-2" if frame.folded else "ink-3"
    inset = (FOLD_SIDE - _TRIANGLE) / 2
    return IconMark(place.x + inset, place.y + inset, _TRIANGLE, icon, colour)


def _head(frame: Frame, fonts: Fonts) -> list[Mark]:
    tile = Rect(9.0, (frame.height - 26.0) / 2, 26.0, 26.0)
    marks: list[Mark] = [
        Box(tile, 6.5, "ink"),
        IconMark(tile.x + 5.0, tile.y + 5.0, 16.0, "star", "surface"),
    ]
    used = len(frame.name) * 18.0 + len(frame.lines) * 16.0
    y = (frame.height - used) / 2
    for text in frame.name:
        marks.append(Label(HEAD_TEXT, y + fonts.baseline(TEAM) - 0.5, text, TEAM, "ink"))
        y += 18.0
    for text in frame.lines:
        marks.append(Label(HEAD_TEXT, y + fonts.baseline(SMALL) - 0.5, text, SMALL, "ink-2"))
        y += 16.0
    return marks


def numbers(these: Sequence[Number], width: float) -> list[Mark]:
    """Numbered severity shapes on the upper right corner, the first at the right."""
    step = NUMBER_SIZE + 2.0
    return [
        Badge(width - NUMBER_SIZE + 6.0 - place * step, -12.0, NUMBER_SIZE, severity, text)
        for place, (severity, text) in enumerate(these)
    ]


def small_frame(
    frame: Frame, fonts: Fonts, *, scale: float, sizes: Sequence[Style] = (LABEL,)
) -> tuple[Mark, ...]:
    """A team's frame with its name at a constant size on the screen: the first of ``sizes`` that fits.

    A name that is too long for them is set a little smaller, then in two lines where the header is high
    enough, then shortened.
    """
    rect = Rect(0.0, 0.0, frame.width, frame.height)
    marks = framed(rect, _look(frame, paper=False), TEAM_RADIUS)
    top = 44.0 if frame.head else 52.0
    icon = min(LABEL.size / scale, top - 4.0) if frame.severity else 0.0
    grown = max(1.0 / scale, 1.0)
    room = frame.width - 18.0 - (icon + 5.0 * grown if icon else 0.0)
    styles = [size.scaled(grown) for size in (*sizes, _LEAST)]
    marks.extend(_small_name(" ".join(frame.name), styles, (room, top), fonts))
    if frame.severity:
        marks.append(Badge(frame.width - 9.0 - icon, (top - icon) / 2, icon, frame.severity))
    return tuple(marks)


def _small_name(name: str, styles: Sequence[Style], size: tuple[float, float], fonts: Fonts) -> list[Mark]:
    room, top = size
    least = styles[-1]
    lines = fonts.lines(name, least, room)
    step = least.size * _TIGHT
    is_whole = all(fonts.width(word, least) <= room for word in name.split())
    if len(lines) == 2 and 2 * step <= top and is_whole:
        first = fonts.cap_baseline(least, top - step)
        return [Label(9.0, first + place * step, text, least, "ink") for place, text in enumerate(lines)]
    text, style = fitted(name, styles, room, fonts, shorter_team)
    return [Label(9.0, fonts.cap_baseline(style, top), text, style, "ink")]


def compact_frame(frame: Frame, fonts: Fonts, *, scale: float) -> tuple[Mark, ...]:
    """A team's frame at compact detail: its name, larger than life where there is room."""
    return small_frame(frame, fonts, scale=scale, sizes=(PANEL_TITLE, TEAM, LABEL))

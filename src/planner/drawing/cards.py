"""Cards are seats on the chart: chip, who holds it, what it does, and the share that is less than whole."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Function
from planner.drawing.colouring import Shade
from planner.drawing.levels import Level
from planner.drawing.looks import CARD_RADIUS, LOOKS, Look, State, framed
from planner.drawing.marks import CHIP_LETTERS, Align, Arc, Badge, Box, Chip, IconMark, Label, Mark, Rect
from planner.drawing.short_names import fitted, shorter_person
from planner.placement.measuring import PILL_ICON, PILL_PADDING
from planner.placement.settings import CARD_TEXT
from planner.placement.shapes import NAME_STEP
from planner.typography import Fonts, Style
from planner.typography.scale import CARD_NAME, CARD_ROLE, SHARE

CHIP_SIZE: Final = 24.0
CHIP_X: Final = 8.0
PAPER_LETTERS: Final = 11.0 / 24.0  # so that they are 7 pt where names are 8
PILL_HEIGHT: Final = 16.0
PILL_INSET: Final = 6.0  # a pill's distance from the card's right edge
PILL_FOOT: Final = 3.0  # and from the lower one: beside the role, below all letters of the name
_COMPACT_TEXT: Final = 11.0  # px on the screen
_COMPACT_END: Final = 4.0
_NOTCH: Final = 11.0  # px on the screen
_NOTCH_LINE: Final = 2.5


class Card(Struct, frozen=True):
    """What a card shows, as it is written; ``name`` and ``role`` are broken into lines.

    ``share`` is the pill's text, empty for none, and ``part`` the same of one FTE; ``over`` when the
    holder is planned beyond their capacity.
    """

    function: Function
    name: tuple[str, ...]
    role: tuple[str, ...]
    share: str = ""
    over: bool = False
    vacant: bool = False
    part: float = 1.0

    @property
    def state(self) -> State:
        """How it stands when nothing is going on."""
        return State.VACANT if self.vacant else State.NORMAL


def card_marks(
    card: Card,
    width: float,
    height: float,
    fonts: Fonts,
    *,
    look: Look | None = None,
    says: tuple[str, str] | None = None,
    icon: str | None = None,
    paper: bool = False,
) -> tuple[Mark, ...]:
    """A card at full detail, from (0, 0).

    ``says`` takes the place of name and role ("Swap with", "Carlos Mendes") and ``icon`` that of the chip. On
    paper a vacant seat invites nobody, so that it has no icon.
    """
    look = look or LOOKS[card.state]
    rect = Rect(0.0, 0.0, width, height)
    marks = framed(rect, _on_paper(look) if paper else look, CARD_RADIUS)
    chip_y = (height - CHIP_SIZE) / 2
    if icon:
        marks.append(IconMark(CHIP_X + 4.0, chip_y + 4.0, 16.0, icon, look.ink))
    else:
        vacant = card.vacant and says is None
        letters = PAPER_LETTERS if paper else CHIP_LETTERS
        marks.append(Chip(CHIP_X, chip_y, CHIP_SIZE, card.function, vacant, look.fade / 100, letters))
    names, roles = (says[:1], says[1:]) if says else (card.name, card.role)
    faded = f"/{look.fade}" if look.fade < 100 else ""
    marks.extend(_texts(names, roles, height, fonts, (look.ink, f"ink-2{faded}")))
    if card.share and says is None:
        marks.extend(pill(card, width, height, fonts, faded=faded))
    if look is LOOKS[State.VACANT] and not paper:
        marks.append(IconMark(width - 26.0, (height - 16.0) / 2, 16.0, "person-add", "ink-2"))
    return tuple(marks)


def _on_paper(look: Look) -> Look:
    """Hairlines that a printer shows."""
    border = "line-2" if look.border == "line" else look.border
    return replace(look, border=border)


def _texts(
    names: Sequence[str], roles: Sequence[str], height: float, fonts: Fonts, inks: tuple[str, str]
) -> list[Mark]:
    used = 32.0 + (len(names) - 1) * NAME_STEP + (len(roles) - 1) * CARD_ROLE.line_height
    top = (height - used) / 2 - 0.5
    marks: list[Mark] = []
    first = top + fonts.baseline(CARD_NAME)
    for number, name in enumerate(names):
        marks.append(Label(CARD_TEXT, first + number * NAME_STEP, name, CARD_NAME, inks[0]))
    below = top + 17.0 + (len(names) - 1) * NAME_STEP + fonts.baseline(CARD_ROLE)
    for number, role in enumerate(roles):
        baseline = below + number * CARD_ROLE.line_height
        marks.append(Label(CARD_TEXT, baseline, role, CARD_ROLE, inks[1]))
    return marks


def pill(card: Card, width: float, height: float, fonts: Fonts, *, faded: str = "") -> list[Mark]:
    """The share at the lower right: the part of one FTE, with an octagon where it is too much."""
    text = fonts.width(card.share, SHARE)
    wide = text + 2 * PILL_PADDING + (PILL_ICON if card.over else 0.0)
    x, y = width - PILL_INSET - wide, height - PILL_FOOT - PILL_HEIGHT
    tint, ink = ("problem-tint", "problem") if card.over else ("sunken", "ink-2")
    marks: list[Mark] = [Box(Rect(x, y, wide, PILL_HEIGHT), PILL_HEIGHT / 2, tint)]
    if card.over:
        marks.append(Badge(x + 5.0, y + 2.5, 11.0, "problem"))
    baseline = y + fonts.cap_baseline(SHARE, PILL_HEIGHT)
    marks.append(Label(x + wide - PILL_PADDING, baseline, card.share, SHARE, ink + faded, Align.END))
    return marks


def small_card(
    card: Card, width: float, height: float, fonts: Fonts, *, scale: float, look: Look | None = None
) -> tuple[Mark, ...]:
    """A card at compact detail: chip and name on one line at 11 px on the screen, the share as a notch."""
    look = look or LOOKS[card.state]
    marks = framed(Rect(0.0, 0.0, width, height), look, CARD_RADIUS)
    chip = _compact_chip(height)
    marks.append(Chip(4.0, (height - chip) / 2, chip, card.function, card.vacant, look.fade / 100))
    style = _at_least(CARD_NAME, _COMPACT_TEXT, scale)
    text = " ".join(card.name)
    x = chip + 8.0
    end = _COMPACT_END + (_NOTCH / scale + 2.0 if card.share else 0.0)
    shown, _style = fitted(text, (style,), width - x - end, fonts, shorter_person)
    marks.append(Label(x, fonts.cap_baseline(style, height), shown, style, look.ink))
    if card.share:
        marks.extend(_notch(card, width, height, scale))
    return tuple(marks)


def _notch(card: Card, width: float, height: float, scale: float) -> list[Mark]:
    """What tells of a share, as large at every scale: a ring as full as it is; too much has an octagon."""
    side, line = _NOTCH / scale, _NOTCH_LINE / scale
    x, y = width - side - _COMPACT_END, (height - side) / 2
    if card.over:
        return [Badge(x, y, side, "problem")]
    middle, radius = (x + side / 2, height / 2), (side - line) / 2
    return [
        Arc(*middle, radius, 0.0, 360.0, "line-2", line),
        Arc(*middle, radius, 0.0, 360.0 * min(card.part, 1.0), "ink-2", line),
    ]


def small_target(
    card: Card, says: Sequence[str], look: Look, size: tuple[float, float], fonts: Fonts, *, scale: float
) -> tuple[Mark, ...]:
    """A card at compact detail that says what a drop would do, without its chip where that takes the room.

    ``says`` are the words, and then shorter ones, of which the first that fit are shown.
    """
    width, height = size
    marks = framed(Rect(0.0, 0.0, width, height), look, CARD_RADIUS)
    chip, style = _compact_chip(height), _at_least(CARD_NAME, _COMPACT_TEXT, scale)
    x = chip + 8.0
    if fonts.width(says[0], style) <= width - x - _COMPACT_END:
        marks.append(Chip(4.0, (height - chip) / 2, chip, card.function))
    else:
        x = 8.0
    shown, _style = fitted(says[0], (style,), width - x - _COMPACT_END, fonts, lambda _whole: iter(says[1:]))
    marks.append(Label(x, fonts.cap_baseline(style, height), shown, style, look.ink))
    return tuple(marks)


def _compact_chip(height: float) -> float:
    return min(height - 10.0, 28.0)


def whole_name_scale(card: Card, width: float, height: float, fonts: Fonts) -> float:
    """The least scale at which a card at compact detail shows its name whole."""
    name = fonts.width(" ".join(card.name), CARD_NAME) * _COMPACT_TEXT / CARD_NAME.size
    name += _NOTCH + 2.0 if card.share else 0.0
    return name / max(1.0, width - _compact_chip(height) - 8.0 - _COMPACT_END)


def chip_card(card: Card, height: float) -> tuple[Mark, ...]:
    """A card at chip detail: the letters alone."""
    return (Chip(2.0, 2.0, height - 4.0, card.function, card.vacant),)


def shade_mark(shade: Shade, height: float, level: Level) -> Mark:
    """What colours are to tell besides the role: a stripe at a card's left edge.

    At chip detail, where a stripe would be a hair, it is a block beside the chip, where the card would be.
    """
    if level in (Level.FULL, Level.COMPACT):
        return Box(Rect(0.0, 5.0, 4.0, height - 10.0), 2.0, shade.colour)
    block = Rect(height + 2.0, 8.0, height - 4.0, height - 16.0)
    if shade.hollow:
        return Box(block.grown(-2.0), 4.0, None, shade.colour, 4.0)
    return Box(block, 6.0, shade.colour)


def _at_least(style: Style, size: float, scale: float) -> Style:
    """A style that is no smaller than so many px on the screen."""
    return style.scaled(max(1.0, size / (style.size * scale)))


def marks_at(
    level: Level, card: Card, width: float, height: float, fonts: Fonts, *, scale: float, paper: bool
) -> tuple[Mark, ...]:
    """A card at a level of detail."""
    match level:
        case Level.FULL:
            return card_marks(card, width, height, fonts, paper=paper)
        case Level.COMPACT:
            return small_card(card, width, height, fonts, scale=scale)
        case _:
            return chip_card(card, height)

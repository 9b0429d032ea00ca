"""What follows the pointer during a drag: the pill with the person, and the badge that says the outcome."""

from planner.domain import Function
from planner.drawing.marks import Align, Box, Chip, Group, IconMark, Label, Line, Mark, Rect
from planner.messages import Gain, Message, message
from planner.placement.measuring import Measure
from planner.typography import Fonts
from planner.typography.scale import CARD_NAME, LABEL

_HEIGHT = 32.0
_BADGE = 28.0


def ghost(
    name: str,
    function: Function | None,
    fonts: Fonts,
    *,
    more: int = 0,
    adds: bool = False,
    refused: bool = False,
    icon: str = "",
) -> Group:
    """The pill of what is dragged, from (0, 0): chip or icon, name, ``+n`` for several, a plus if it adds."""
    text = 36.0 if function is not None or icon else 12.0
    shown = fonts.elided(name, CARD_NAME, 220.0)
    count = f"+{more}" if more else ""
    end = fonts.width(shown, CARD_NAME) + (fonts.width(count, LABEL) + 10.0 if count else 0.0)
    width = max(text + end + 14.0, 120.0)
    border = "problem" if refused else "accent"
    marks: list[Mark] = [Box(Rect(0.0, 0.0, width, _HEIGHT), 8.0, "raised", border, 1.5)]
    if function is not None:
        marks.append(Chip(6.0, 5.0, 22.0, function))
    elif icon:
        marks.append(IconMark(11.0, 8.0, 16.0, icon, "ink-2"))
    baseline = fonts.cap_baseline(CARD_NAME, _HEIGHT)
    marks.append(Label(text, baseline, shown, CARD_NAME, "ink"))
    if count:
        marks.append(Label(width - 12.0, baseline, count, LABEL, "accent-ink", Align.END))
    if adds:
        marks.append(Box(Rect(width - 12.0, -9.0, 19.0, 19.0), 9.5, "accent"))
        marks.append(IconMark(width - 8.5, -5.5, 12.0, "plus", "accent-text"))
    return Group(("ghost", ""), Rect(0.0, 0.0, width, _HEIGHT), tuple(marks))


def drop_badge(outcome: Message, gain: float | None, measure: Measure, fonts: Fonts) -> Group:
    """What a drop will do and what it does to the score, from (0, 0); without a number while that is late."""
    text = measure.say(outcome)
    x = 11.0
    baseline = fonts.cap_baseline(LABEL, _BADGE)
    marks: list[Mark] = [Label(x, baseline, text, LABEL, "tooltip-ink")]
    x += fonts.width(text, LABEL)
    if gain is not None:
        x += 10.0
        marks.append(Line(((x, 7.0), (x, _BADGE - 7.0)), "tooltip-ink/40", 1.0))
        x += 9.0
        change = measure.say(message("{gain}", gain=Gain(gain)))
        ink = "tooltip-ink"
        if abs(gain) >= 0.05:
            ink = "tooltip-good" if gain > 0 else "tooltip-problem"
            marks.append(_caret(x, up=gain > 0, colour=ink))
            x += 12.0
        marks.append(Label(x, baseline, change, LABEL, ink))
        x += fonts.width(change, LABEL)
    width = x + 11.0
    return Group(
        ("badge", ""),
        Rect(0.0, 0.0, width, _BADGE),
        (Box(Rect(0.0, 0.0, width, _BADGE), 7.0, "tooltip"), *marks),
    )


def _caret(x: float, *, up: bool, colour: str) -> Line:
    middle = _BADGE / 2
    tip, base = (middle - 2.2, middle + 2.2) if up else (middle + 2.2, middle - 2.2)
    return Line(((x, base), (x + 4.0, tip), (x + 8.0, base)), colour, 2.0)

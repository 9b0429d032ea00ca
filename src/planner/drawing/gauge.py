"""The gauge: a ring of 270 degrees that shows the total, its band, and where a change would lead."""

from msgspec import Struct
from msgspec.structs import replace

from planner.drawing.marks import Align, Arc, Label, Mark
from planner.guidance import Band
from planner.messages import Message, Points, message
from planner.placement.measuring import Measure
from planner.typography import Fonts, Style
from planner.typography.scale import GAUGE, SMALL

START = 225.0  # degrees clockwise from twelve
SWEEP = 270.0
OF_100 = message("of 100")
NOTHING_TO_SCORE = message("Nothing to score yet")


class Gauge(Struct, frozen=True):
    """A total from 0 to 100, None while there is nothing to score, and the total after a previewed change."""

    total: float | None
    preview: float | None = None


def judgement(score: float) -> str:
    """The token of the colour that judges a score."""
    word = Band.of(score).judgement
    return "warning-icon" if word == "warning" else word


def gauge_marks(
    gauge: Gauge,
    measure: Measure,
    fonts: Fonts,
    *,
    centre: tuple[float, float],
    diameter: float,
    decimal_small: bool = True,
) -> tuple[Mark, ...]:
    """The ring with the number inside; ``diameter`` is the ring's outer one.

    The whole number is large and the decimal small, or both alike, as paper has it.
    """
    x, y = centre
    width = diameter * 0.088
    radius = (diameter - width) / 2
    marks: list[Mark] = [Arc(x, y, radius, START, SWEEP, "track", width)]
    if gauge.total is None:
        return tuple(marks)
    total, after = gauge.total, gauge.preview
    colour = judgement(total)
    low, high = (total, total) if after is None else (min(total, after), max(total, after))
    if after is not None and high - low >= 0.05:
        marks.append(Arc(x, y, radius, START, SWEEP * high / 100, f"{colour}/40", width))
    if low > 0:
        marks.append(Arc(x, y, radius, START, SWEEP * low / 100, colour, width))
    marks.extend(_number(total, measure, fonts, centre, diameter, decimal_small=decimal_small))
    return tuple(marks)


def _number(
    total: float,
    measure: Measure,
    fonts: Fonts,
    centre: tuple[float, float],
    diameter: float,
    *,
    decimal_small: bool,
) -> list[Mark]:
    x, y = centre
    text = measure.say(message("{total}", total=Points(total)))
    large = GAUGE.scaled(diameter * (0.305 if decimal_small else 0.28) / GAUGE.size)
    small = replace(large, size=large.size * 0.5) if decimal_small else large
    split = max(text.rfind("."), text.rfind(","))
    whole, decimal = (text[:split], text[split:]) if split > 0 else (text, "")
    width = fonts.width(whole, large) + fonts.width(decimal, small)
    baseline = y + fonts.cap_baseline(large, 0.0) - diameter * 0.04
    marks: list[Mark]
    if decimal_small:
        start = x - width / 2
        marks = [Label(start, baseline, whole, large, "ink")]
        marks.append(Label(start + fonts.width(whole, large), baseline, decimal, small, "ink"))
    else:
        marks = [Label(x, baseline, text, large, "ink", Align.MIDDLE)]
    caption = SMALL.scaled(min(max(diameter * 0.12, 8.0), 11.5) / SMALL.size)
    below = y + diameter * 0.25 + fonts.cap_baseline(caption, 0.0)
    marks.append(Label(x, below, measure.say(OF_100), caption, "ink-2", Align.MIDDLE))
    return marks


def small_gauge(
    gauge: Gauge,
    measure: Measure,
    fonts: Fonts,
    *,
    centre: tuple[float, float],
    diameter: float,
    style: Style,
) -> tuple[Mark, ...]:
    """A ring with the whole number alone, as comparisons and lists show it."""
    x, y = centre
    width = diameter * 0.1
    radius = (diameter - width) / 2
    marks: list[Mark] = [Arc(x, y, radius, START, SWEEP, "track", width)]
    if gauge.total is not None:
        if gauge.total > 0:
            marks.append(Arc(x, y, radius, START, SWEEP * gauge.total / 100, judgement(gauge.total), width))
        text = measure.say(message("{total}", total=round(gauge.total)))
        marks.append(Label(x, y + fonts.cap_baseline(style, 0.0), text, style, "ink", Align.MIDDLE))
    return tuple(marks)


def change_words(gauge: Gauge) -> Message | None:
    """The sentence of a previewed change: ``84.7 → 88.2 with this change``."""
    if gauge.total is None or gauge.preview is None or abs(gauge.preview - gauge.total) < 0.05:
        return None
    return message(
        "{before} → {after} with this change", before=Points(gauge.total), after=Points(gauge.preview)
    )

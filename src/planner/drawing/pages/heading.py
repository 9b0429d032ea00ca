"""The head of a page: title and structure, and at the right the gauge with its band and the category bars."""

from planner.drawing.bars import bar_marks
from planner.drawing.gauge import NOTHING_TO_SCORE, Gauge, gauge_marks
from planner.drawing.marks import Align, Rect
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import BAND, FINE, FINE_STRONG, SUBTITLE, TITLE
from planner.guidance import Review, fit_sentence
from planner.messages import Message, message

_GAUGE = 51.0  # 18 mm
_BAND_WIDTH = 118.0
_ROW = 11.0


def heading(sheet: Sheet, width: float, title: Message, subtitle: Message, review: Review | None) -> float:
    """Draw the head from y 0; the y of the rule below it comes back."""
    bars_width = 220.0 if width > 700.0 else 150.0
    right = width if review is None else width - _GAUGE - _BAND_WIDTH - bars_width - 40.0
    y = sheet.text(0.0, 0.0, title, TITLE, width=right)
    y = sheet.text(0.0, y + 2.0, subtitle, SUBTITLE, width=right, colour="ink-2")
    if review is not None:
        y = max(y, _score(sheet, width, bars_width, review))
    bottom = y + 10.0
    sheet.rule(0.0, bottom, width)
    return bottom


def _score(sheet: Sheet, width: float, bars_width: float, review: Review) -> float:
    x = width - bars_width - _BAND_WIDTH - _GAUGE - 20.0
    gauge = Gauge(review.score.total)
    centre = (x + _GAUGE / 2, _GAUGE / 2)
    sheet.add(
        gauge_marks(gauge, sheet.measure, sheet.fonts, centre=centre, diameter=_GAUGE, decimal_small=False)
    )
    text = x + _GAUGE + 10.0
    if review.band is None:
        return max(sheet.text(text, 8.0, NOTHING_TO_SCORE, BAND, width=_BAND_WIDTH), _GAUGE)
    y = sheet.text(text, 3.0, review.band.label, BAND, width=_BAND_WIDTH)
    sentence = fit_sentence(review.pack, review.scenario)
    y = sheet.text(text, y + 1.0, sentence, FINE, width=_BAND_WIDTH, colour="ink-2")
    return max(y, bars(sheet, width - bars_width, bars_width, review), _GAUGE)


def bars(sheet: Sheet, x: float, width: float, review: Review) -> float:
    """The categories that apply, a bar each; the y below them comes back."""
    y = 0.0
    label = width * 0.43
    for category in review.score.categories:
        if category.score is None:
            continue
        sheet.line(x, y, message(category.name.value), FINE)
        sheet.add(bar_marks(Rect(x + label, y + 3.4, width - label - 24.0, 3.2), category.score))
        score = message("{score}", score=round(category.score))
        sheet.line(x + width, y, score, FINE_STRONG, align=Align.END)
        y += _ROW
    return y

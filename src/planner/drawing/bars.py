"""Category bars: how much of a category is reached, where a change would lead, and the baseline's tick."""

from planner.drawing.gauge import judgement
from planner.drawing.marks import Box, Line, Mark, Rect


def bar_marks(
    rect: Rect, score: float, *, preview: float | None = None, baseline: float | None = None
) -> tuple[Mark, ...]:
    """A bar for a score from 0 to 100 in a rectangle; a preview draws the change lighter."""
    radius = rect.height / 2
    marks: list[Mark] = [Box(rect, radius, "track")]
    low = score if preview is None else min(score, preview)
    high = score if preview is None else max(score, preview)
    colour = judgement(score)
    if round(high) > round(low):
        marks.append(_filled(rect, high, f"{colour}/40"))
    if low > 0:
        marks.append(_filled(rect, low, colour))
    if baseline is not None:
        x = rect.x + rect.width * baseline / 100
        marks.append(Line(((x, rect.y - 2.0), (x, rect.bottom + 2.0)), "ink-2", 1.5))
    return tuple(marks)


def _filled(rect: Rect, score: float, colour: str) -> Box:
    width = max(rect.width * min(score, 100.0) / 100, rect.height)
    return Box(Rect(rect.x, rect.y, width, rect.height), rect.height / 2, colour)

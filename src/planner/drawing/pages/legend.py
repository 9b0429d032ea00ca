"""The legend above the title block: every function that occurs, and what a vacant seat looks like."""

from collections.abc import Sequence

from planner.domain import PARTNER_FUNCTIONS, ROLES, Scenario
from planner.drawing.marks import Box, Chip, Dash, Mark, Rect, moved
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import TEXT, VALUE
from planner.messages import Message, message

_CHIP = 16.0
_LINE = 20.0
_BESIDE = 6.0
_SPACE = 14.0
_LEAST_SPACE = 7.0


def legend(sheet: Sheet, width: float, *scenarios: Scenario) -> float:
    """Draw the legend of one or more scenarios from y 0; the y below it comes back."""
    occurring = {seat.function for scenario in scenarios for seat in scenario.seats}
    entries: list[tuple[Message, Mark]] = [
        (message(function.label), Chip(0.0, 0.0, _CHIP, function, letters=7.0 / _CHIP))
        for function in (*ROLES, *PARTNER_FUNCTIONS)
        if function in occurring
    ]
    if not entries:
        return 0.0
    entries.append(
        (message("Vacant"), Box(Rect(0.0, 0.0, _CHIP, _CHIP), 4.0, border="edge", dash=Dash.DASHED))
    )
    title = message("Roles")
    sheet.line(0.0, 2.5, title, VALUE)
    start = sheet.width(title, VALUE) + 16.0
    rooms = [_CHIP + _BESIDE + sheet.width(text, TEXT) for text, _ in entries]
    gap = _gap(width - start, rooms)
    x, y = start, 0.0
    for (text, mark), room in zip(entries, rooms, strict=True):
        if x > start and x + room > width:
            x, y = start, y + _LINE
        sheet.add([moved(mark, x, y)])
        sheet.line(x + _CHIP + _BESIDE, y + 2.0, text, TEXT)
        x += room + gap
    return y + _CHIP


def _gap(width: float, rooms: Sequence[float]) -> float:
    """The usual space between entries, or less where that keeps them all on one line."""
    spare = (width - sum(rooms)) / max(len(rooms) - 1, 1)
    return min(spare, _SPACE) if spare >= _LEAST_SPACE else _SPACE

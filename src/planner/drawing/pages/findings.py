"""The main findings below the chart, with numbers that match the marks in it."""

from collections.abc import Sequence
from typing import NamedTuple

from planner.drawing.chart import Key
from planner.drawing.marks import Align, Badge, Box, Rect
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import SECTION, STRONG, TEXT
from planner.drawing.team_frames import Number
from planner.guidance import Finding, Review
from planner.guidance.reasons import Reasons
from planner.guidance.shown import losses_shown
from planner.messages import Loss, Message, message

MOST = 8
_LEAST_WIDTH = 170.0
_GAP = 12.0
_BETWEEN = 8.0
_BELOW_TITLE = 20.0
_BADGE = 14.0
_INSET = 10.0
_PADDING = 8.0
_TEXT = _INSET + _BADGE + 8.0  # where a card's text starts


def numbered(findings: Sequence[Finding]) -> dict[Key, tuple[Number, ...]]:
    """The numbers of the listed findings by the seat or team that each is about."""
    numbers: dict[Key, tuple[Number, ...]] = {}
    for place, finding in enumerate(findings, start=1):
        number = Number(finding.severity.value, str(place))
        for subject in finding.subjects:
            if subject.kind != "person":
                key = (subject.kind, subject.id)
                numbers[key] = (*numbers.get(key, ()), number)
    return numbers


def suggestion(finding: Finding, reasons: Reasons) -> Message:
    """What would mend a finding: its first fix, or why there is none."""
    return finding.fixes[0].label if finding.fixes else reasons.why(finding)


class Main(NamedTuple):
    """A main finding as the chart page lists it: number, title and points, and the fix if there is one."""

    number: str
    severity: str
    title: Message
    points: Message
    fix: Message | None


def main_findings(review: Review | None) -> tuple[Main, ...]:
    """The first findings of a review. Why one has no fix stands on the score page, which has room for it."""
    if review is None:
        return ()
    shown = losses_shown(review.findings, review.score.total)
    return tuple(
        Main(
            str(number),
            finding.severity.value,
            finding.title,
            message("{loss}", loss=Loss(shown[finding.key])),
            finding.fixes[0].label if finding.fixes else None,
        )
        for number, finding in enumerate(review.findings[:MOST], start=1)
    )


def findings_box(sheet: Sheet, width: float, mains: Sequence[Main], *, of: int) -> float:
    """Draw the list from y 0, in as many columns as make it lowest; the y below it comes back."""
    title = message("Main findings")
    sheet.line(0.0, 0.0, title, SECTION)
    hint = message("numbers refer to the marks in the chart, details on page 2")
    if of > len(mains):
        hint = message("the first {shown} of {all}; {hint}", shown=len(mains), all=of, hint=hint)
    sheet.line(sheet.width(title, SECTION) + 14.0, 1.5, hint, TEXT, colour="ink-2")
    most = max(min(int((width + _GAP) / (_LEAST_WIDTH + _GAP)), len(mains)), 1)
    ways = [_Columns(sheet, mains, count, width) for count in range(1, most + 1)]
    return min(ways, key=lambda way: (way.height, way.count)).drawn()


class _Columns:
    """The cards in a number of columns, each card as high as the highest of its row."""

    def __init__(self, sheet: Sheet, mains: Sequence[Main], count: int, width: float) -> None:
        self._sheet = sheet
        self.count = count
        self._each = (width - (count - 1) * _GAP) / count
        self._room = self._each - _TEXT - _INSET
        self._rows = [mains[start : start + count] for start in range(0, len(mains), count)]

    @property
    def height(self) -> float:
        return sum(max(map(self._card, row)) + _BETWEEN for row in self._rows)

    def drawn(self) -> float:
        y = _BELOW_TITLE
        for row in self._rows:
            height = max(map(self._card, row))
            for place, main in enumerate(row):
                self._draw(place * (self._each + _GAP), y, height, main)
            y += height + _BETWEEN
        return y - _BETWEEN

    def _card(self, main: Main) -> float:
        titles = len(self._sheet.lines(main.title, STRONG, self._title_room(main)))
        fixes = len(self._sheet.lines(main.fix, TEXT, self._room)) if main.fix else 0
        return 2 * _PADDING + titles * STRONG.line_height + fixes * TEXT.line_height + min(fixes, 1) * 2.0

    def _title_room(self, main: Main) -> float:
        return self._room - self._sheet.width(main.points, STRONG) - 8.0

    def _draw(self, x: float, y: float, height: float, main: Main) -> None:
        sheet, top = self._sheet, y + _PADDING
        sheet.add([Box(Rect(x, y, self._each, height), 6.0, None, "line-2")])
        sheet.add([Badge(x + _INSET, top - 0.5, _BADGE, main.severity, main.number)])
        sheet.line(x + self._each - _INSET, top, main.points, STRONG, colour="ink-2", align=Align.END)
        end = sheet.text(x + _TEXT, top, main.title, STRONG, width=self._title_room(main))
        if main.fix:
            sheet.text(x + _TEXT, end + 2.0, main.fix, TEXT, width=self._room, colour="ink-2")

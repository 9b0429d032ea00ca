"""The main findings below the chart, with numbers that match the marks in it."""

from collections.abc import Sequence

from planner.drawing.chart import Key
from planner.drawing.marks import Align, Badge, Box, Rect
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import SECTION, STRONG, TEXT
from planner.drawing.team_frames import Number
from planner.guidance import Finding
from planner.messages import Loss, Message, message

MOST = 8
_LEAST_WIDTH = 190.0
_GAP = 12.0
_BADGE = 14.0


def numbered(findings: Sequence[Finding]) -> dict[Key, tuple[Number, ...]]:
    """The numbers of the main findings by the seat or team that each is about."""
    numbers: dict[Key, tuple[Number, ...]] = {}
    for place, finding in enumerate(findings[:MOST], start=1):
        number = Number(finding.severity.value, str(place))
        for subject in finding.subjects:
            if subject.kind != "person":
                key = (subject.kind, subject.id)
                numbers[key] = (*numbers.get(key, ()), number)
    return numbers


def suggestion(finding: Finding) -> Message:
    """What would mend a finding: its first fix, or why there is none."""
    return finding.fixes[0].label if finding.fixes else finding.reason_for_no_fix


def findings_box(sheet: Sheet, width: float, findings: Sequence[Finding]) -> float:
    """Draw the list from y 0; the y below it comes back."""
    sheet.line(0.0, 0.0, message("Main findings"), SECTION)
    hint = message("numbers refer to the marks in the chart, details on page 2")
    sheet.line(sheet.width(message("Main findings"), SECTION) + 14.0, 1.5, hint, TEXT, colour="ink-2")
    columns = max(min(int((width + _GAP) / (_LEAST_WIDTH + _GAP)), 4, len(findings[:MOST])), 1)
    each = (width - (columns - 1) * _GAP) / columns
    y = 20.0
    for start in range(0, len(findings[:MOST]), columns):
        row = list(enumerate(findings[:MOST], start=1))[start : start + columns]
        ends = [
            _finding(sheet, place * (each + _GAP), y, each, number, finding)
            for place, (number, finding) in enumerate(row)
        ]
        for place in range(len(row)):
            sheet.marks.insert(
                0, Box(Rect(place * (each + _GAP), y, each, max(ends) - y), 6.0, None, "line-2")
            )
        y = max(ends) + 8.0
    return y - 8.0


def _finding(sheet: Sheet, x: float, top: float, width: float, number: int, finding: Finding) -> float:
    points = sheet.say(message("{loss}", loss=Loss(finding.points)))
    loss = sheet.width(points, STRONG)
    text, room = x + 10.0 + _BADGE + 8.0, width - 10.0 - _BADGE - 8.0 - 10.0
    sheet.add([Badge(x + 10.0, top + 9.0, _BADGE, finding.severity.value, str(number))])
    sheet.line(x + width - 10.0, top + 9.0, points, STRONG, colour="ink-2", align=Align.END)
    y = sheet.text(text, top + 9.0, finding.title, STRONG, width=room - loss - 8.0)
    return sheet.text(text, y + 2.0, suggestion(finding), TEXT, width=room, colour="ink-2") + 8.0

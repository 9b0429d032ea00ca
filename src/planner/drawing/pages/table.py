"""The table of findings: rows that are measured once, and flow over as many pages as they need."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from msgspec import Struct

from planner.drawing.marks import Align, Badge, Line
from planner.drawing.pages.findings import suggestion
from planner.drawing.pages.report import Report
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import FINE, MEDIUM, QUOTE, SECTION, STRONG, TEXT, VALUE
from planner.guidance import Evidence, Finding, Review
from planner.guidance.reasons import Reasons
from planner.guidance.shown import losses_shown, missing_shown
from planner.messages import Loss, Message, message

_PARTS: Final = (0.235, 0.305, 0.205, 0.175)  # finding, guidance, evidence, suggested change
_NUMBER: Final = 30.0
_POINTS: Final = 44.0
_GAP: Final = 14.0
_BADGE: Final = 16.0
_MOST_EVIDENCE: Final = 6


class Row(Struct, frozen=True):
    """A row: draws itself at a y and says where it ends. ``plain`` rows come without a head of columns.

    One that ``follows`` never stands on a page without the row before it.
    """

    draw: Callable[[Sheet, "Columns", float], float]
    plain: bool = False
    follows: bool = False


class Told(Struct, frozen=True):
    """A finding as the table tells it: its place, its points as they are shown, and what would mend it."""

    finding: Finding
    number: int
    points: float
    facts: tuple[Evidence, ...]
    suggestion: Message


class Columns(Struct, frozen=True):
    """Where a table's columns stand on a sheet."""

    x: float
    width: float

    @property
    def edges(self) -> list[tuple[float, float]]:
        """The x and width of the four columns of text."""
        room = self.width - _NUMBER - _POINTS
        x, edges = self.x + _NUMBER, []
        for part in _PARTS:
            edges.append((x, room * part / sum(_PARTS) - _GAP))
            x += room * part / sum(_PARTS)
        return edges

    @property
    def right(self) -> float:
        """The right edge, at which points end."""
        return self.x + self.width


class Table:
    """A part of the table on one sheet."""

    def __init__(self, sheet: Sheet, x: float, width: float) -> None:
        self._sheet = sheet
        self._columns = Columns(x, width)

    def fill(self, rows: Sequence[Row], top: float, bottom: float, *, least: int = 1) -> list[Row]:
        """Draw the head and as many rows as fit, and no head without a row; those left over come back.

        So many rows at least are drawn even where they do not fit: on a page of their own they never will.
        """
        start, y, kept = len(self._sheet.marks), top, 0
        if rows and not rows[0].plain:
            y = self._head(y)
        before = start
        for place, row in enumerate(rows):
            if not row.follows or place <= least:
                before, kept = len(self._sheet.marks), place
            y = row.draw(self._sheet, self._columns, y)
            if y > bottom and place >= least:
                del self._sheet.marks[before if kept else start :]
                return list(rows[kept:])
        return []

    def _head(self, y: float) -> float:
        titles = ("Finding", "Guidance", "Evidence", "Suggested change")
        for (x, _), title in zip(self._columns.edges, titles, strict=True):
            self._sheet.line(x, y, message(title), VALUE, colour="ink-2")
        right = self._columns.right
        self._sheet.line(right, y, message("Points"), VALUE, colour="ink-2", align=Align.END)
        self._sheet.rule(self._columns.x, y + 16.0, self._columns.width, colour="ink", line=1.0)
        return y + 16.0


def finding_rows(review: Review, *, with_skills: bool = False) -> list[Row]:
    """A row for each finding, and the sum; facts from people's records only ``with_skills``."""
    total = review.score.total
    if total is None:
        return []
    shown, reasons = losses_shown(review.findings, total), Reasons(review)
    rows = [
        Row(
            partial(
                _finding,
                Told(
                    finding=each,
                    number=number,
                    points=shown[each.key],
                    facts=_facts(each, with_skills=with_skills),
                    suggestion=suggestion(each, reasons),
                ),
            )
        )
        for number, each in enumerate(review.findings, start=1)
    ]
    return [*rows, Row(partial(_sum, missing_shown(total)), follows=True)]


def _facts(finding: Finding, *, with_skills: bool) -> tuple[Evidence, ...]:
    return tuple(fact for fact in finding.evidence if with_skills or not fact.from_record)


def _finding(told: Told, sheet: Sheet, columns: Columns, top: float) -> float:
    finding = told.finding
    (what, what_room), (word, word_room), (why, why_room), (then, then_room) = columns.edges
    y = top + 9.0
    sheet.add([Badge(columns.x + 4.0, y - 1.0, _BADGE, finding.severity.value, str(told.number))])
    ends = [sheet.text(what, y, finding.title, STRONG, width=what_room)]
    ends[0] = sheet.text(what, ends[0] + 1.0, finding.where, TEXT, width=what_room, colour="ink-2")
    end = sheet.text(word + 9.0, y, finding.guidance.text, QUOTE, width=word_room - 9.0)
    section = message("Guidance: {section}", section=finding.guidance.section)
    end = sheet.text(word + 9.0, end + 1.0, section, FINE, width=word_room - 9.0, colour="ink-2")
    sheet.add([Line(((word + 1.0, y), (word + 1.0, end)), "accent", 2.0)])
    ends.append(end)
    ends.append(_evidence(sheet, why, y, why_room, told.facts))
    ends.append(sheet.text(then, y, told.suggestion, MEDIUM, width=then_room))
    points = message("{loss}", loss=Loss(told.points))
    sheet.line(columns.right, y, points, STRONG, align=Align.END)
    bottom = max(ends) + 9.0
    sheet.rule(columns.x, bottom, columns.width, colour="line")
    return bottom


def _evidence(sheet: Sheet, x: float, y: float, width: float, facts: Sequence[Evidence]) -> float:
    for evidence in facts[:_MOST_EVIDENCE]:
        y = sheet.text(x, y, evidence.text, TEXT, width=width)
    more = len(facts) - _MOST_EVIDENCE
    if more > 0:
        y = sheet.text(x, y, message("and {more} more", more=more), TEXT, width=width)
    return y


def _sum(missing: float, sheet: Sheet, columns: Columns, y: float) -> float:
    sheet.rule(columns.x, y, columns.width, colour="ink", line=1.0)
    x = columns.edges[0][0]
    sheet.line(x, y + 7.0, message("Points missing from 100"), STRONG)
    sheet.line(columns.right, y + 7.0, message("{loss}", loss=Loss(missing)), STRONG, align=Align.END)
    return y + 24.0


def muted_rows(report: Report, review: Review) -> list[Row]:
    """The rules that were set aside, with the reasons given."""
    names = {score.rule.id: score.rule.name for score in review.score.rules}
    muted = [mute for mute in report.scenario.muted if mute.rule in names]
    if not muted:
        return []
    rows = [Row(partial(_title, message("Muted, and why")), plain=True)]
    for mute in muted:
        reason = mute.reason.strip() or message("no reason given")
        rows.append(Row(partial(_muted, names[mute.rule], reason), plain=True))
    return rows


def _title(text: Message, sheet: Sheet, columns: Columns, y: float) -> float:
    return sheet.text(columns.edges[0][0], y + 12.0, text, SECTION, width=columns.width - _NUMBER) + 4.0


def _muted(name: Message, reason: Message | str, sheet: Sheet, columns: Columns, y: float) -> float:
    x, room = columns.edges[0][0], columns.edges[0][1]
    end = sheet.text(x, y + 3.0, name, MEDIUM, width=room)
    second = columns.edges[1][0]
    other = sheet.text(second, y + 3.0, reason, TEXT, width=columns.right - second, colour="ink-2")
    return max(end, other) + 3.0

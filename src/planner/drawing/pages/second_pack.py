"""The block of the second pack behind the table of findings: a gauge, rules and findings of its own.

Its rows flow over pages like those of the table, and are never added to them.
"""

from functools import partial
from typing import Final

from planner.drawing.gauge import Gauge, small_gauge
from planner.drawing.marks import Align, Badge
from planner.drawing.pages.report import Report
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import FINE, MEDIUM, QUOTE, SECTION, STRONG, TEXT, VALUE
from planner.drawing.pages.table import Columns, Row
from planner.guidance import basics
from planner.guidance.basics import BasicsFinding, BasicsReview, BasicsScore
from planner.guidance.shown import losses_shown
from planner.messages import Loss, Message, Points, listed, message

_GAUGE: Final = 26.0
_BADGE: Final = 14.0
_NUMBER: Final = 30.0


def second_rows(report: Report) -> list[Row]:
    """The rows of the second pack; none unless the plan has switched it on."""
    if report.pack is None or not basics.is_on(report.project):
        return []
    review = basics.reviewed(report.project, report.scenario_id, report.pack.basics)
    shown = losses_shown(review.findings, review.score)
    return [
        Row(partial(_head, review), plain=True),
        *(Row(partial(_rule, each), plain=True) for each in review.rules if each.score is not None),
        *(Row(partial(_finding, each, Loss(shown[each.key])), plain=True) for each in review.findings),
        Row(partial(_foot, review), plain=True),
    ]


def _head(review: BasicsReview, sheet: Sheet, columns: Columns, top: float) -> float:
    y = top + 20.0
    centre = (columns.x + _GAUGE / 2, y + _GAUGE / 2)
    sheet.add(
        small_gauge(
            Gauge(review.score), sheet.measure, sheet.fonts, centre=centre, diameter=_GAUGE, style=VALUE
        )
    )
    x = columns.x + _NUMBER + 6.0
    room = columns.right - x
    end = sheet.text(x, y, message("{name}", name=review.data.name), SECTION, width=room)
    end = sheet.text(x, end, _total(review), TEXT, width=room, colour="ink-2")
    bottom = max(end, y + _GAUGE) + 5.0
    sheet.rule(columns.x, bottom, columns.width, colour="ink", line=1.0)
    return bottom


def _total(review: BasicsReview) -> Message:
    if review.score is None or review.band is None:
        return message("Nothing to judge yet. A pack of its own, not part of the guidance score.")
    return message(
        "{points} of 100, {band}. A pack of its own, not part of the guidance score.",
        points=Points(review.score),
        band=review.band.label,
    )


def _rule(each: BasicsScore, sheet: Sheet, columns: Columns, y: float) -> float:
    x, room = columns.edges[0]
    second = columns.edges[1][0]
    end = sheet.text(x, y + 6.0, each.rule.short, STRONG, width=room)
    figures = each.figures or message("")
    other = sheet.text(second, y + 6.0, figures, TEXT, width=columns.right - second - 50.0)
    score = message("muted") if each.muted else message("{score}", score=round(100 * (each.score or 0.0)))
    sheet.line(columns.right, y + 6.0, score, STRONG, align=Align.END)
    return max(end, other)


def _finding(finding: BasicsFinding, loss: Loss, sheet: Sheet, columns: Columns, top: float) -> float:
    (what, what_room), (word, word_room), (why, why_room), (then, then_room) = columns.edges
    sheet.rule(columns.x, top + 7.0, columns.width, colour="line")
    y = top + 15.0
    sheet.add([Badge(columns.x + 5.0, y - 1.0, _BADGE, finding.severity.value)])
    end = sheet.text(what, y, finding.title, STRONG, width=what_room)
    ends = [sheet.text(what, end + 1.0, finding.where, TEXT, width=what_room, colour="ink-2")]
    end = sheet.text(word, y, finding.rule.says, QUOTE, width=word_room)
    works = listed([work.cited for work in finding.sources], at_most=len(finding.sources))
    after = message("After {works}", works=works)
    ends.append(sheet.text(word, end + 1.0, after, FINE, width=word_room, colour="ink-2"))
    end = y
    for evidence in finding.evidence:
        end = sheet.text(why, end, evidence.text, TEXT, width=why_room)
    ends.append(end)
    suggestion = finding.fixes[0].label if finding.fixes else finding.reason_for_no_fix
    ends.append(sheet.text(then, y, suggestion, MEDIUM, width=then_room))
    sheet.line(columns.right, y, message("{loss}", loss=loss), STRONG, align=Align.END)
    return max(ends)


def _foot(review: BasicsReview, sheet: Sheet, columns: Columns, y: float) -> float:
    x = columns.edges[0][0]
    note = message("{note}", note=review.data.note)
    return sheet.text(x, y + 8.0, note, FINE, width=columns.width - _NUMBER, colour="ink-2") + 4.0

"""The chart page: the whole chart as large as it can be, its score above, its findings below."""

from dataclasses import dataclass, replace
from itertools import product
from typing import Final, NamedTuple

from planner.drawing.chart import Chart
from planner.drawing.marks import Drawing, Group, Rect
from planner.drawing.pages.bench import bench_box, benched
from planner.drawing.pages.findings import MOST, findings_box, numbered
from planner.drawing.pages.heading import heading
from planner.drawing.pages.legend import legend
from planner.drawing.pages.papers import MM, Paper
from planner.drawing.pages.report import BOTTOM, MARGIN, TOP, Report, furniture_scale, structure_line
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import SUBTITLE
from planner.drawing.pages.title_block import HEIGHT, TitleBlock
from planner.messages import Message, message
from planner.placement import PAPER, Placement, place
from planner.placement import settings as measures
from planner.typography.scale import CARD_NAME

NAME_LEAST: Final = 8.0  # points
_LEAST: Final = NAME_LEAST / CARD_NAME.size
_MOST: Final = 1.0
_GAP: Final = 16.0
_EDGE: Final = 12.0  # px left around the chart, for the numbers on its teams
_LONGEST: Final = 14_400.0  # points: the longest side that a PDF page may have
_MANY: Final = 300
_SHAPE: Final = 1.5  # of a lying sheet without title and title block
_NO_TEAMS: Final = message("No teams yet.")


class _Part(NamedTuple):
    name: str
    sheet: Sheet
    height: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The paper that holds the chart, how the chart is placed on it, and at what scale (points per px)."""

    paper: Paper
    placement: Placement
    scale: float
    notes: tuple[Message, ...] = ()


def fitted(report: Report, paper: Paper) -> Fit:
    """Find the smallest paper from the one asked for up on which names are 8 points or more."""
    placements = _placements(report, paper)
    for sheet in (paper, *paper.larger()):
        room = _room(report, sheet)
        best = max(placements, key=lambda placement: _scale(placement, room))
        scale = min(_scale(best, room), _MOST)
        if scale >= _LEAST:
            return Fit(sheet, best, scale, _grown(paper, sheet) if sheet is not paper else ())
    return _custom(report, paper, placements)


def chart_page(report: Report, fit: Fit, block: TitleBlock, *, pages: int) -> Drawing:
    """Draw the page."""
    paper, unit = fit.paper, furniture_scale(fit.paper)
    width = paper.width / unit - 2 * MARGIN
    above, below = _above(report, width), _below(report, width)
    left = MARGIN * unit
    y = TOP * unit
    groups = [above.sheet.group(above.name, Rect(left, y, width * unit, above.height * unit), scale=unit)]
    y += (above.height + _GAP) * unit
    chart = _chart_groups(report, fit, y)
    groups.extend(chart)
    y += _size(fit.placement)[1] * fit.scale + _GAP * unit
    for part in below:
        groups.append(
            part.sheet.group(part.name, Rect(left, y, width * unit, part.height * unit), scale=unit)
        )
        y += (part.height + _GAP) * unit
    foot = paper.height - (BOTTOM + HEIGHT) * unit
    key = report.sheet()
    height = legend(key, width, report.scenario)
    groups.append(
        key.group(
            "legend", Rect(left, foot - (height + 12.0) * unit, width * unit, height * unit), scale=unit
        )
    )
    title = report.sheet()
    block.draw(title, width, page=1, pages=pages)
    groups.append(title.group("title block", Rect(left, foot, width * unit, HEIGHT * unit), scale=unit))
    return Drawing(paper.width, paper.height, tuple(groups))


def _chart_groups(report: Report, fit: Fit, top: float) -> list[Group]:
    if not report.scenario.teams:
        sheet = report.sheet()
        sheet.line(0.0, 0.0, _NO_TEAMS, SUBTITLE, colour="ink-2")
        return [sheet.group("chart", Rect(MARGIN, top, 100.0, 15.0))]
    numbers = numbered(report.review.findings) if report.review else {}
    chart = Chart(fit.placement, report.review, fonts=report.fonts, numbers=numbers)
    width, _ = _size(fit.placement)
    inset = measures.MARGIN - _EDGE
    x = (fit.paper.width - width * fit.scale) / 2 - inset * fit.scale
    y = top - inset * fit.scale
    return [_on_page(chart.group(key), x, y, fit.scale) for key in chart.keys]


def _on_page(group: Group, x: float, y: float, scale: float) -> Group:
    bounds = group.bounds
    rect = Rect(x + bounds.x * scale, y + bounds.y * scale, bounds.width * scale, bounds.height * scale)
    return Group(group.key, rect, group.marks, scale)


def _placements(report: Report, paper: Paper) -> list[Placement]:
    """The chart in several shapes, of which the page takes the one that fits best."""
    room = _room(report, paper)
    shape = max(room[0] / max(room[1], 1.0), 0.4)
    lying = paper.width > paper.height
    many = len(report.scenario.seats) > _MANY
    columns = ((1, 8), (2, 4)) if many else ((1, 8), (2, 4), (3, 3))
    widths = (1680.0, 3200.0) if many else (820.0, 1240.0, 1680.0, 2400.0)
    aspects = (_SHAPE if lying else 1 / _SHAPE,) if many else (shape, _SHAPE if lying else 1 / _SHAPE)
    found: dict[tuple[float, float], Placement] = {}
    for (squads, length), row_width, aspect in product(columns, widths, aspects):
        settings = replace(
            PAPER, squad_columns=squads, column_length=length, row_width=row_width, aspect=aspect
        )
        placed = place(report.project, report.scenario_id, report.measure, settings)
        found.setdefault(placed.size, placed)
    return list(found.values())


def _size(placement: Placement) -> tuple[float, float]:
    """A placed chart's size in px without the outermost margin."""
    inset = 2 * (measures.MARGIN - _EDGE)
    return max(placement.size[0] - inset, 1.0), max(placement.size[1] - inset, 1.0)


def _scale(placement: Placement, room: tuple[float, float]) -> float:
    width, height = _size(placement)
    return min(room[0] / width, room[1] / height)


def _room(report: Report, paper: Paper) -> tuple[float, float]:
    """The width and height in points that a paper leaves to the chart."""
    unit = furniture_scale(paper)
    width = paper.width / unit - 2 * MARGIN
    return width * unit, paper.height - _furniture(report, width) * unit


def _furniture(report: Report, width: float) -> float:
    """The height of all but the chart, in points at A3."""
    below = sum(part.height + _GAP for part in _below(report, width))
    key = legend(report.sheet(), width, report.scenario)
    return TOP + _above(report, width).height + _GAP + _GAP + below + key + 12.0 + HEIGHT + BOTTOM


def _above(report: Report, width: float) -> _Part:
    sheet = report.sheet()
    title = message("{name}", name=report.scenario.name)
    return _Part("heading", sheet, heading(sheet, width, title, structure_line(report), report.review))


def _below(report: Report, width: float) -> list[_Part]:
    parts: list[_Part] = []
    people = benched(report.project, report.scenario)
    if people:
        sheet = report.sheet()
        parts.append(_Part("bench", sheet, bench_box(sheet, width, people)))
    findings = report.review.findings[:MOST] if report.review else ()
    if findings:
        sheet = report.sheet()
        parts.append(_Part("findings", sheet, findings_box(sheet, width, findings)))
    return parts


def _custom(report: Report, asked: Paper, placements: list[Placement]) -> Fit:
    """A page of no standard size, just large enough."""
    unit = 3.0
    best = min(placements, key=lambda each: max(_size(each)[0], _SHAPE * _size(each)[1]))
    width, height = _size(best)
    page_width = max(width * _LEAST + 2 * MARGIN * unit, 2000.0)
    page_height = height * _LEAST + _furniture(report, page_width / unit - 2 * MARGIN) * unit
    page_height = max(page_height, 3.0 * 842.0)
    too_long = max(page_width, page_height) / _LONGEST
    if too_long <= 1.0:
        sheet = Paper("", page_width, page_height)
        return Fit(sheet, best, _LEAST, _grown(asked, sheet))
    sheet = Paper("", min(page_width, _LONGEST), min(page_height, _LONGEST))
    scale = min(_scale(best, _room(report, sheet)), _LEAST)
    note = message(
        "The names are {size} points high, because a page cannot be longer than {longest} m.",
        size=CARD_NAME.size * scale,
        longest=_LONGEST / MM / 1000,
    )
    return Fit(sheet, best, scale, (*_grown(asked, sheet), note))


def _grown(asked: Paper, sheet: Paper) -> tuple[Message, ...]:
    size = (
        message("{name}", name=sheet.name)
        if sheet.name
        else message("{width} × {height} mm", width=round(sheet.width / MM), height=round(sheet.height / MM))
    )
    return (
        message(
            "The chart page is {size}: on {asked} its names would be smaller than {least} points.",
            size=size,
            asked=asked.name or message("the paper"),
            least=round(NAME_LEAST),
        ),
    )

"""The chart page: the whole chart as large as it can be, its score above, its findings below."""

from typing import Final

from planner.drawing.chart import Chart
from planner.drawing.marks import Drawing, Group, Rect
from planner.drawing.pages.findings import numbered
from planner.drawing.pages.fitting import EDGE, Fit
from planner.drawing.pages.furniture import ABOVE_TITLE_BLOCK, GAP, Part
from planner.drawing.pages.report import BOTTOM, MARGIN, TOP, Report
from planner.drawing.pages.styles import SUBTITLE
from planner.drawing.pages.title_block import HEIGHT, TitleBlock
from planner.messages import message
from planner.placement import settings as measures

_AIR: Final = 16.0
_NO_TEAMS: Final = message("No teams yet.")


def chart_page(report: Report, fit: Fit, block: TitleBlock, *, pages: int) -> Drawing:
    """Draw the page from the top, legend and title block from the foot.

    Some of the height that nothing needs goes around the chart, the rest above the legend.
    """
    furniture, unit = fit.furniture, fit.furniture.unit
    spare = furniture.room(fit.paper)[1] - fit.size[1]
    air = min(max(spare, 0.0) / 3, _AIR * unit)
    y = TOP * unit
    groups = [_placed(furniture.heading, fit, y)]
    y += (furniture.heading.height + GAP) * unit + air
    groups.extend(_chart_groups(report, fit, y))
    y += fit.size[1] + GAP * unit + air
    for part in furniture.below:
        groups.append(_placed(part, fit, y))
        y += (part.height + GAP) * unit
    foot = fit.paper.height - (BOTTOM + HEIGHT) * unit
    groups.append(_placed(furniture.legend, fit, foot - (furniture.legend.height + ABOVE_TITLE_BLOCK) * unit))
    title = report.sheet()
    block.draw(title, furniture.width, page=1, pages=pages)
    groups.append(_placed(Part("title block", title, HEIGHT), fit, foot))
    return Drawing(fit.paper.width, fit.paper.height, tuple(groups))


def _placed(part: Part, fit: Fit, y: float) -> Group:
    unit, width = fit.furniture.unit, fit.furniture.width
    rect = Rect(MARGIN * unit, y, width * unit, part.height * unit)
    return part.sheet.group(part.name, rect, scale=unit)


def _chart_groups(report: Report, fit: Fit, top: float) -> list[Group]:
    if not report.scenario.teams:
        sheet = report.sheet()
        sheet.line(0.0, 0.0, _NO_TEAMS, SUBTITLE, colour="ink-2")
        return [_placed(Part("chart", sheet, SUBTITLE.line_height), fit, top)]
    numbers = numbered(report.review.findings[: fit.furniture.findings]) if report.review else {}
    chart = Chart(fit.placement, report.review, fonts=report.fonts, numbers=numbers)
    inset = (measures.MARGIN - EDGE) * fit.scale
    x = (fit.paper.width - fit.size[0]) / 2 - inset
    return [_on_page(chart.group(key), x, top - inset, fit.scale) for key in chart.keys]


def _on_page(group: Group, x: float, y: float, scale: float) -> Group:
    bounds = group.bounds
    rect = Rect(x + bounds.x * scale, y + bounds.y * scale, bounds.width * scale, bounds.height * scale)
    return Group(group.key, rect, group.marks, scale)

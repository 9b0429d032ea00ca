"""The score pages: the total and its categories with how to read them, and every finding in full."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from planner.drawing.bars import bar_marks
from planner.drawing.gauge import NOTHING_TO_SCORE, Gauge, gauge_marks, judgement
from planner.drawing.marks import Align, Box, Drawing, Group, Rect
from planner.drawing.pages.heading import heading
from planner.drawing.pages.papers import Paper
from planner.drawing.pages.report import BOTTOM, MARGIN, TOP, Report, furniture_scale
from planner.drawing.pages.second_pack import second_rows
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import BAND_LARGE, STRONG, TEXT, VALUE
from planner.drawing.pages.table import Row, Table, finding_rows, muted_rows
from planner.drawing.pages.title_block import HEIGHT, TitleBlock
from planner.guidance import Band, Category, CategoryScore, Review, fit_sentence
from planner.messages import Message, Points, counted, message

QUESTIONS: Final = {
    Category.ROLES: message("Are the roles filled, and can models reach production?"),
    Category.PEOPLE: message("Are shares, skills and workloads realistic?"),
    Category.STRUCTURE: message("Does the structure fit the company and its aim?"),
    Category.CENTRAL_TEAM: message("Is the core open, funded and close to the business?"),
    Category.SQUADS: message("Can each squad ship alone, and stay informed?"),
    Category.HYBRID: message("Do core and squads divide the work clearly?"),
    Category.PRODUCT_CENTRE: message("Do the ventures choose and build as one company?"),
}
_SIDE: Final = 288.0
_NARROW: Final = 700.0
_GAUGE: Final = 118.0
_THIN: Final = 2
"""A last page with less than half as many rows as the others have on average has little on it."""
_EVEN_PARTS: Final = (0.5, 0.6, 0.7, 0.8, 0.9)


class ScorePage(Struct, frozen=True):
    """One page of the score, all but its title block."""

    paper: Paper
    groups: tuple[Group, ...]
    sheet_of: Report

    def drawn(self, block: TitleBlock, *, page: int, pages: int) -> Drawing:
        """The page with its title block."""
        unit = furniture_scale(self.paper)
        width = self.paper.width / unit - 2 * MARGIN
        sheet = self.sheet_of.sheet()
        block.draw(sheet, width, page=page, pages=pages)
        foot = self.paper.height - (BOTTOM + HEIGHT) * unit
        rect = Rect(MARGIN * unit, foot, width * unit, HEIGHT * unit)
        groups = (*self.groups, sheet.group("title block", rect, scale=unit))
        return Drawing(self.paper.width, self.paper.height, groups)


def score_pages(report: Report, paper: Paper) -> list[ScorePage]:
    """The pages that a score needs; a report without a review needs none.

    A last page with little on it takes rows over from those before.
    """
    review = report.review
    if review is None:
        return []
    rows = [
        *finding_rows(review, with_skills=report.with_skills),
        *muted_rows(report, review),
        *second_rows(report),
    ]
    pages, counts = _flowing(report, review, paper, rows)
    if len(pages) > 1 and counts[-1] * _THIN * len(pages) < len(rows):
        for part in _EVEN_PARTS:
            even, _ = _flowing(report, review, paper, rows, part)
            if len(even) == len(pages):
                return even
    return pages


def _flowing(
    report: Report, review: Review, paper: Paper, rows: list[Row], part: float = 1.0
) -> tuple[list[ScorePage], list[int]]:
    """Pages that rows fill down to a part of the height, and how many rows each has."""
    unit = furniture_scale(paper)
    width, height = paper.width / unit - 2 * MARGIN, paper.height / unit - TOP - BOTTOM - HEIGHT - 10.0
    side = min(_SIDE, width * 0.3)
    across = width < _NARROW or not _fits_beside(report, side, height)
    table_x = 0.0 if across else side + 34.0
    pages: list[ScorePage] = []
    counts: list[int] = []
    while True:
        sheet = report.sheet()
        top = heading(sheet, width, message("Score and findings"), _subtitle(report), None) + 16.0
        if not pages and across:
            top = _across(sheet, top, width, review) + 14.0
        elif not pages:
            _beside(sheet, top, side, review)
        table = Table(sheet, table_x, width - table_x)
        left = table.fill(rows, top, height * part, least=0 if across and not pages else 1)
        rect = Rect(MARGIN * unit, TOP * unit, width * unit, height * unit)
        pages.append(ScorePage(paper, (sheet.group("score", rect, scale=unit),), report))
        counts.append(len(rows) - len(left))
        rows = left
        if not rows:
            return pages, counts


def _subtitle(report: Report) -> Message:
    scenario, plan, own = report.scenario.name, report.project.name, report.project.rule_pack
    if own is None:
        return message("{scenario}, {plan}", scenario=scenario, plan=plan)
    return message("{scenario}, {plan}; weights: {own}", scenario=scenario, plan=plan, own=own.name)


def _fits_beside(report: Report, width: float, height: float) -> bool:
    """Whether the summary fits in one column beside the table."""
    review = report.review
    sheet = report.sheet()
    top = heading(sheet, width, message("Score and findings"), _subtitle(report), None) + 16.0
    return review is None or _beside(sheet, top, width, review) <= height


def _beside(sheet: Sheet, top: float, width: float, review: Review) -> float:
    """Gauge, categories and how to read them, in one column."""
    left = _total(sheet, top, width, review)
    y = _categories(sheet, 0.0, left + 14.0, width, review.score.categories)
    sheet.rule(0.0, y + 2.0, width)
    return _reading(sheet, 0.0, y + 12.0, width, review)


def _across(sheet: Sheet, top: float, width: float, review: Review) -> float:
    """The same above the table: gauge and how to read it, beside them the categories in one column or two."""
    parts = 2 if width < _NARROW else 3
    each = (width - 30.0 * (parts - 1)) / parts
    ends = [_reading(sheet, 0.0, _total(sheet, top, each, review) + 8.0, each, review)]
    scored = [category for category in review.score.categories if category.score is not None]
    length = -(-len(scored) // (parts - 1))
    for place in range(parts - 1):
        column = scored[place * length : (place + 1) * length]
        ends.append(_categories(sheet, (place + 1) * (each + 30.0), top, each, column))
    return max(ends)


def _total(sheet: Sheet, top: float, width: float, review: Review) -> float:
    size = min(_GAUGE, width * 0.42)
    gauge = Gauge(review.score.total)
    centre = (size / 2 + 4.0, top + size / 2)
    sheet.add(
        gauge_marks(gauge, sheet.measure, sheet.fonts, centre=centre, diameter=size, decimal_small=False)
    )
    x = size + 24.0
    if review.band is None:
        sheet.text(x, top + 22.0, NOTHING_TO_SCORE, BAND_LARGE, width=width - x)
        return top + size
    y = sheet.text(x, top + 14.0, review.band.label, BAND_LARGE, width=width - x)
    sentence = fit_sentence(review.pack, review.scenario)
    y = sheet.text(x, y + 3.0, sentence, TEXT, width=width - x, colour="ink-2")
    if review.score.as_drawn is not None and _differs(review):
        drawn = message("{points} as drawn, by teams and seats alone", points=Points(review.score.as_drawn))
        y = sheet.text(x, y + 5.0, drawn, TEXT, width=width - x, colour="ink-2")
    return max(y, top + size)


def _differs(review: Review) -> bool:
    total, drawn = review.score.total, review.score.as_drawn
    return total is not None and drawn is not None and abs(total - drawn) >= 0.05


def _categories(sheet: Sheet, x: float, y: float, width: float, categories: Sequence[CategoryScore]) -> float:
    for category in categories:
        if category.score is None:
            continue
        score = message("{score}", score=round(category.score))
        sheet.line(x, y, message(category.name.value), STRONG)
        sheet.line(x + width, y, score, STRONG, align=Align.END)
        sheet.add(bar_marks(Rect(x, y + 16.0, width, 6.0), category.score))
        y = sheet.text(x, y + 26.0, QUESTIONS[category.name], TEXT, width=width, colour="ink-2") + 10.0
    return y


def _reading(sheet: Sheet, x: float, y: float, width: float, review: Review) -> float:
    sheet.line(x, y, message("How to read the score"), STRONG)
    passed = sum(1 for rule in review.score.rules if rule.passed)
    text = message(
        "{points} {passed}",
        points=message(
            "Each finding shows the points it costs. The points of all findings add up to the points missing "
            "from 100."
        ),
        passed=counted("{count} check passed.", "{count} checks passed.", passed),
    )
    y = sheet.text(x, y + 15.0, text, TEXT, width=width, colour="ink-2") + 8.0
    bands = list(Band)
    for place, band in enumerate(bands):
        last = bands[place + 1].starts_at - 1 if place + 1 < len(bands) else 100
        sheet.add([Box(Rect(x, y + 3.5, 20.0, 6.0), 3.0, judgement(float(band.starts_at)))])
        numbers = message("{first}–{last}", first=band.starts_at, last=last)
        sheet.line(x + 28.0, y, numbers, VALUE)
        sheet.line(x + 72.0, y, band.label, TEXT, colour="ink-2")
        y += 15.0
    return y

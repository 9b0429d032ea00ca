"""The comparison page: scenarios beside each other as on the screen, on the paper that is large enough."""

from datetime import datetime
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.advice.comparing import Comparison, Row
from planner.drawing.comparing.cells import LEADING, ROW, Cells
from planner.drawing.comparing.head import Head
from planner.drawing.comparing.words import row_hint, row_label
from planner.drawing.marks import Box, Drawing, Group, Label, Line, Mark, Rect, moved
from planner.drawing.pages.heading import heading
from planner.drawing.pages.legend import legend
from planner.drawing.pages.moves_page import MovesList
from planner.drawing.pages.papers import Paper
from planner.drawing.pages.report import BOTTOM, MARGIN, TOP, Pages, furniture_scale
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.title_block import HEIGHT, TitleBlock
from planner.guidance import Pack
from planner.messages import Message, counted, listed, message
from planner.placement.measuring import Measure
from planner.typography import Fonts
from planner.typography.scale import BODY_MEDIUM, SMALL

LEAST_SCALE: Final = 0.8
"""The cells' texts of 10 to 15 px become no smaller than 8 points."""
_LABELS: Final = 160.0
_GAP: Final = 14.0
_NAMED: Final = 120
"""So many letters of names have room in the title block; the heads have them all in any case."""
_ABOVE: Final = 16.0
_BELOW: Final = 14.0
_RADIUS: Final = 10.0


class ComparisonReport(Struct, frozen=True, kw_only=True):
    """What a comparison page is about, and the moment it is made."""

    comparison: Comparison
    pack: Pack
    measure: Measure
    fonts: Fonts
    now: datetime

    def sheet(self) -> Sheet:
        """An empty sheet to set texts on."""
        return Sheet(self.measure, self.fonts)


def comparison_pages(report: ComparisonReport, paper: Paper) -> Pages:
    """One page on the paper asked for, or on the next larger one on which all of it can be read.

    Behind it stands who moves, where anybody does.
    """
    tried = [_Page(report, each) for each in (paper, *paper.larger())]
    page = next((each for each in tried if each.scale >= LEAST_SCALE), tried[-1])
    notes: tuple[Message, ...] = ()
    if page.paper != paper:
        text = "The page is {size}: on {asked} the comparison could not be read."
        notes = (message(text, size=page.paper.name, asked=paper.name or message("the paper")),)
    lists = MovesList(
        comparison=report.comparison,
        block=report_block(report),
        measure=report.measure,
        fonts=report.fonts,
        now=report.now,
        paper=page.paper,
    )
    listed_on = lists.pages()
    count = 1 + len(listed_on)
    behind = (lists.drawn(lines, page=number, pages=count) for number, lines in enumerate(listed_on, start=2))
    return Pages((page.drawn(pages=count), *behind), page.paper, notes)


class _Page:
    """The page on one paper: heading, columns, legend and title block."""

    def __init__(self, report: ComparisonReport, paper: Paper) -> None:
        self._report, self.paper = report, paper
        self._unit = furniture_scale(paper)
        self._width = paper.width / self._unit - 2 * MARGIN
        self._head = report.sheet()
        self._top = heading(self._head, self._width, message("Comparison"), self._subtitle(), None) + _ABOVE
        self._legend = report.sheet()
        self._legend_height = legend(
            self._legend, self._width, *(column.scenario for column in report.comparison.columns)
        )
        self._cells = Cells(report.comparison, report.measure, report.fonts, on_screen=False)
        self._heads = Head(report.comparison, report.measure, report.fonts, lines=None)
        self.scale = self._fitting()

    def drawn(self, *, pages: int) -> Drawing:
        """The whole page, the first of so many."""
        unit, width = self._unit, self._width
        block = report_block(self._report)
        foot = self._report.sheet()
        block.draw(foot, width, page=1, pages=pages)
        bottom = self.paper.height - (BOTTOM + HEIGHT) * unit
        legend_top = bottom - (self._legend_height + _BELOW) * unit
        left, whole = MARGIN * unit, width * unit
        table = Rect(left, (TOP + self._top) * unit, whole, self._height() * self.scale * unit)
        return Drawing(
            self.paper.width,
            self.paper.height,
            (
                self._head.group("heading", Rect(left, TOP * unit, whole, self._top * unit), scale=unit),
                Group(("page", "comparison"), table, tuple(self._table()), self.scale * unit),
                self._legend.group(
                    "legend", Rect(left, legend_top, whole, self._legend_height * unit), scale=unit
                ),
                foot.group("title block", Rect(left, bottom, whole, HEIGHT * unit), scale=unit),
            ),
        )

    def _subtitle(self) -> Message:
        comparison = self._report.comparison
        return message(
            "{plan}. A black tick on a bar is {scenario}.",
            plan=comparison.project.name,
            scenario=comparison.reference.scenario.name,
        )

    def _fitting(self) -> float:
        """The largest scale at which the rows fit; the cells' width, and so their height, depends on it."""
        room = self.paper.height / self._unit - TOP - self._top - self._legend_height - 2 * _BELOW
        room -= HEIGHT + BOTTOM
        self.scale = 1.0
        while self._height() * self.scale > room and self.scale > LEAST_SCALE / 2:
            self.scale -= 0.02
        return self.scale

    def _card(self) -> float:
        """The width of a card, in px."""
        count = len(self._report.comparison.columns)
        return (self._width / self.scale - _LABELS - _GAP * (count - 1)) / count

    def _height(self) -> float:
        card = self._card()
        rows = sum(self._cells.height(row, card) for row in self._cells.rows)
        return self._heads.height(card) + rows + 4.0

    def _table(self) -> list[Mark]:
        card, height = self._card(), self._height()
        marks: list[Mark] = []
        for place, column in enumerate(self._report.comparison.columns):
            x = _LABELS + place * (card + _GAP)
            marks.append(Box(Rect(x, 0.0, card, height), _RADIUS, "surface", "line-2", 1.0))
            marks.extend(moved(mark, x, 0.0) for mark in self._heads.marks(column, card))
            y = self._heads.height(card)
            for row in self._cells.rows:
                marks.extend(moved(mark, x, y) for mark in self._cells.marks(row, column, card))
                y += self._cells.height(row, card)
        marks.extend(self._labels(card))
        return marks

    def _labels(self, card: float) -> list[Mark]:
        fonts, say = self._report.fonts, self._report.measure.say
        marks: list[Mark] = []
        y = self._heads.height(card)
        for row in self._cells.rows:
            top = y
            if self._cells.starts_group(row):
                marks.append(Line(((0.0, y + 0.5), (_LABELS - 16.0, y + 0.5)), "line-2", 1.0))
                top += LEADING
            baseline = top + fonts.cap_baseline(BODY_MEDIUM, ROW)
            for line in self._label_lines(row):
                marks.append(Label(0.0, baseline, line, BODY_MEDIUM, "ink"))
                baseline += BODY_MEDIUM.line_height
            hint = row_hint(row)
            if hint is not None:
                marks.append(Label(0.0, baseline, say(hint), SMALL, "ink-2"))
            y += self._cells.height(row, card)
        return marks

    def _label_lines(self, row: Row) -> list[str]:
        """A row's name; where the name of a scenario is too long for its room, without it."""
        report = self._report
        words = report.measure.say(row_label(row, report.comparison))
        lines = report.fonts.lines(words, BODY_MEDIUM, _LABELS - 16.0)
        return lines if len(lines) == 1 else [report.measure.say(message("Moves"))]


def _names(names: list[str]) -> Message:
    """The names of scenarios, or how many they are where they need more than two lines of the title block."""
    if sum(map(len, names)) > _NAMED:
        return counted("{count} scenario", "{count} scenarios", len(names))
    return message("{names}", names=listed(names, at_most=len(names)))


def report_block(report: ComparisonReport) -> TitleBlock:
    """The title block of a comparison: all its scenarios, and the company where it is the same for all."""
    comparison = report.comparison
    block = TitleBlock.of(comparison.project, comparison.reference.scenario, report.pack, report.now)
    cells = list(block.cells)
    cells[1] = (message("Scenarios"), _names([column.scenario.name for column in comparison.columns]))
    cells[2] = (message("Compared with"), message("{name}", name=comparison.reference.scenario.name))
    if not comparison.has_one_context:
        cells[3] = (cells[3][0], message("Not the same for all"))
    people = counted("{count} person", "{count} people", len(comparison.project.people))
    cells[4] = (message("People"), people)
    return replace(block, cells=tuple(cells))

"""Pages behind a comparison that list who sits elsewhere than in the layout it is compared with."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final, NamedTuple

from msgspec import Struct

from planner.advice.comparing import Column, Comparison
from planner.drawing.comparing.words import elsewhere_words, left_words, taken_words
from planner.drawing.marks import Drawing, Rect
from planner.drawing.pages.heading import heading
from planner.drawing.pages.papers import Paper
from planner.drawing.pages.report import BOTTOM, MARGIN, TOP, furniture_scale
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import MEDIUM, SECTION, STRONG, TEXT
from planner.drawing.pages.title_block import HEIGHT, TitleBlock
from planner.messages import Message, message
from planner.placement.measuring import Measure
from planner.typography import Fonts

_PARTS: Final = (0.23, 0.39, 0.38)
_HEADS: Final = (message("Person"), message("From"), message("To"))
_GAP: Final = 14.0
_PAD: Final = 4.0
_ABOVE: Final = 16.0
_BELOW: Final = 14.0


class _Line(NamedTuple):
    """A line of a list: who, from where, to where, and how high it is; a head says all in one cell."""

    cells: tuple[list[str], ...]
    height: float
    is_head: bool = False


class MovesList(Struct, frozen=True, kw_only=True):
    """The moves of all columns of a comparison, flowed over as many pages as they need."""

    comparison: Comparison
    block: TitleBlock
    measure: Measure
    fonts: Fonts
    now: datetime
    paper: Paper

    def pages(self) -> tuple[tuple[_Line, ...], ...]:
        """The lines of each page; none where nobody moves."""
        made: list[tuple[_Line, ...]] = []
        page: list[_Line] = []
        room = left = self._room()
        for column in self.comparison.columns:
            lines = list(self._lines(column)) if column.moves else []
            for place, line in enumerate(lines):
                needed = line.height + (lines[place + 1].height if line.is_head else 0.0)
                if needed > left and page:
                    made.append(tuple(page))
                    page, left = ([] if line.is_head else [lines[0]]), room
                    left -= sum(each.height for each in page)
                page.append(line)
                left -= line.height
        return (*made, tuple(page)) if page else tuple(made)

    def drawn(self, lines: Sequence[_Line], *, page: int, pages: int) -> Drawing:
        """One page."""
        unit = furniture_scale(self.paper)
        head, body, foot = (Sheet(self.measure, self.fonts) for _ in range(3))
        top = self._heading(head)
        self.block.draw(foot, self._width, page=page, pages=pages)
        y = 0.0
        for line in lines:
            self._draw(body, line, y)
            y += line.height
        left, whole = MARGIN * unit, self._width * unit
        bottom = self.paper.height - (BOTTOM + HEIGHT) * unit
        return Drawing(
            self.paper.width,
            self.paper.height,
            (
                head.group("heading", Rect(left, TOP * unit, whole, top * unit), scale=unit),
                body.group("moves", Rect(left, (TOP + top + _ABOVE) * unit, whole, y * unit), scale=unit),
                foot.group("title block", Rect(left, bottom, whole, HEIGHT * unit), scale=unit),
            ),
        )

    @property
    def _width(self) -> float:
        return self.paper.width / furniture_scale(self.paper) - 2 * MARGIN

    @property
    def _edges(self) -> list[tuple[float, float]]:
        x, edges = 0.0, []
        for part in _PARTS:
            edges.append((x, self._width * part - _GAP))
            x += self._width * part
        return edges

    def _room(self) -> float:
        top = self._heading(Sheet(self.measure, self.fonts))
        return self.paper.height / furniture_scale(self.paper) - TOP - top - _ABOVE - _BELOW - HEIGHT - BOTTOM

    def _heading(self, sheet: Sheet) -> float:
        subtitle = message(
            "{plan}. Who sits elsewhere than in {scenario}.",
            plan=self.comparison.project.name,
            scenario=self.comparison.reference.scenario.name,
        )
        return heading(sheet, self._width, message("Who moves"), subtitle, None)

    def _lines(self, column: Column) -> Iterator[_Line]:
        """A head with the number of people, and a line for each of them."""
        title = self._broken(elsewhere_words(self.comparison, column), self._width)
        height = len(title) * SECTION.line_height + STRONG.line_height + 5 * _PAD
        yield _Line((title,), height, is_head=True)
        for move in column.moves or ():
            name = self.comparison.project.people[move.person].name
            texts: tuple[Message | str, ...] = (name, left_words(move), taken_words(move))
            cells = tuple(
                self._broken(text, width) for text, (_x, width) in zip(texts, self._edges, strict=True)
            )
            yield _Line(cells, max(map(len, cells)) * TEXT.line_height + 2 * _PAD)

    def _broken(self, text: Message | str, width: float) -> list[str]:
        said = text if isinstance(text, str) else self.measure.say(text)
        return self.fonts.lines(said, TEXT, width)

    def _draw(self, sheet: Sheet, line: _Line, y: float) -> None:
        if line.is_head:
            below = y + 2 * _PAD
            for words in line.cells[0]:
                sheet.line(0.0, below, words, SECTION)
                below += SECTION.line_height
            for head, (x, _width) in zip(_HEADS, self._edges, strict=True):
                sheet.line(x, below + _PAD, head, STRONG, colour="ink-2")
            sheet.rule(0.0, y + line.height, self._width)
            return
        for place, (cell, (x, _width)) in enumerate(zip(line.cells, self._edges, strict=True)):
            below = y + _PAD
            for words in cell:
                sheet.line(x, below, words, TEXT if place else MEDIUM)
                below += TEXT.line_height
        sheet.rule(0.0, y + line.height, self._width)

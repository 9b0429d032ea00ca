"""The cells of a comparison as marks: each row of a layout, relative to the left top corner of its cell."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from planner.advice.comparing import Column, Comparison, Row
from planner.domain import Function
from planner.drawing.bars import bar_marks
from planner.drawing.comparing.thumbnail import thumbnail
from planner.drawing.comparing.words import DOES_NOT_APPLY, fact_words
from planner.drawing.marks import Align, Badge, Box, Label, Line, Mark, Rect
from planner.guidance import Category, Severity
from planner.messages import Message, message
from planner.placement.measuring import Measure
from planner.typography import Fonts, Style
from planner.typography.scale import BODY, BODY_STRONG, LABEL, SHARE, SMALL

PAD: Final = 20.0
"""What a card keeps clear at both sides."""
PICTURE: Final = 172.0
"""The height of the picture of a layout."""
_BAR: Final = 6.0
_CHANGE: Final = 40.0
_VALUE: Final = 34.0
_SIGN: Final = 14.0
_SIGN_STEP: Final = 56.0
_MIX: Final = 22.0
_HEIGHTS: Final = {Row.LAYOUT: PICTURE + 8.0, Row.FINDINGS: 27.0, Row.ROLE_MIX: 29.0}
ROW: Final = 25.0
"""The height of a row that is one line, and of a row's name."""
LEADING: Final = 12.0
"""What the first row of a group takes above itself."""
_TRAILING: Final = 6.0
_GROUPS: Final = {Row.LAYOUT: 0, **dict.fromkeys(Row, 2), Row.IN_SHORT: 3}
BUTTON: Final = (84.0, 30.0)
"""Width and height of the button that opens a scenario."""
_BUTTON_GAP: Final = 12.0


class Cells(Struct, frozen=True):
    """Draws the cells of one comparison; ``measure`` writes the texts.

    On the screen people who move can be asked for, and the last row has room for a button at its right.
    ``hidden`` rows are left out; a hairline parts the groups of those that are left.
    """

    comparison: Comparison
    measure: Measure
    fonts: Fonts
    on_screen: bool = True
    hidden: frozenset[Row] = frozenset()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom; categories that apply nowhere are none."""
        applying = self.comparison.categories
        return tuple(row for row in Row if row.category is None or row.category in applying)

    @property
    def seen(self) -> tuple[Row, ...]:
        """The rows that are not hidden."""
        return tuple(row for row in self.rows if row not in self.hidden)

    def starts_group(self, row: Row) -> bool:
        """Whether a hairline stands above a row."""
        seen = self.seen
        place = seen.index(row) if row in seen else -1
        return place == 0 or (place > 0 and _group(seen[place - 1]) != _group(row))

    def _ends_group(self, row: Row) -> bool:
        seen = self.seen
        place = seen.index(row) if row in seen else len(seen)
        return place + 1 < len(seen) and _group(seen[place + 1]) != _group(row)

    def height(self, row: Row, width: float) -> float:
        """The height of a row in columns of a width."""
        lead = LEADING if self.starts_group(row) else 0.0
        if row is not Row.IN_SHORT:
            tail = _TRAILING if self._ends_group(row) else 0.0
            return lead + _HEIGHTS.get(row, ROW) + tail
        most = max(len(self._summary(column, width)) for column in self.comparison.columns)
        needed = most * SMALL.line_height
        return lead + max(needed, BUTTON[1] if self.on_screen else 0.0) + 16.0

    def marks(self, row: Row, column: Column, width: float) -> Iterator[Mark]:
        """A cell's marks in a card of a width."""
        top = 0.0
        if self.starts_group(row):
            yield Line(((PAD, 0.5), (width - PAD, 0.5)), "line", 1.0)
            top = LEADING
        category = row.category
        if row is Row.LAYOUT:
            yield from self._picture(column, top, width)
        elif category is not None:
            yield from self._category(column, category, top, width)
        elif row is Row.FINDINGS:
            yield from self._findings(column, top)
        elif row is Row.ROLE_MIX:
            yield from self._mix(column, top, width)
        elif row is Row.IN_SHORT:
            yield from self._in_short(column, top, width)
        else:
            leads = self.on_screen and row is Row.MOVES and bool(column.moves)
            yield self._text(PAD, top, fact_words(row, column), BODY, "accent-ink" if leads else "ink")

    def _text(
        self,
        x: float,
        top: float,
        text: Message | str,
        style: Style,
        colour: str = "ink",
        *,
        end: bool = False,
    ) -> Label:
        """A text in the middle of a row of the usual height."""
        words = text if isinstance(text, str) else self.measure.say(text)
        baseline = top + self.fonts.cap_baseline(style, ROW)
        return Label(x, baseline, words, style, colour, Align.END if end else Align.START)

    def _picture(self, column: Column, top: float, width: float) -> Iterator[Mark]:
        well = Rect(PAD - 4.0, top, width - 2 * PAD + 8.0, PICTURE)
        yield Box(well, 8.0, "canvas", "line")
        yield from thumbnail(column.scenario, self.fonts, well.grown(-9.0))

    def _category(self, column: Column, category: Category, top: float, width: float) -> Iterator[Mark]:
        score = column.figures.category(category)
        if score is None:
            yield self._text(PAD, top, DOES_NOT_APPLY, SMALL, "ink-2")
            return
        end = width - PAD
        bar = Rect(PAD, top + (ROW - _BAR) / 2, end - PAD - _CHANGE - _VALUE - 8.0, _BAR)
        yield from bar_marks(bar, score)
        base = self.comparison.reference.figures.category(category)
        if not column.is_reference and base is not None:
            x = min(max(bar.x + bar.width * base / 100, bar.x + 1.0), bar.right - 1.0)
            yield Line(((x, bar.y - 4.0), (x, bar.bottom + 4.0)), "ink", 2.0)
        value = message("{score}", score=round(score))
        yield self._text(end - _CHANGE, top, value, BODY_STRONG, end=True)
        change = self.comparison.category_change(column, category)
        if change:
            sign = "+" if change > 0 else "−"
            text = message("{sign}{points}", sign=sign, points=abs(round(change)))
            yield self._text(end, top, text, LABEL, "good" if change > 0 else "problem", end=True)

    def _findings(self, column: Column, top: float) -> Iterator[Mark]:
        x = PAD
        for place, severity in enumerate(Severity):
            counts = column.findings
            text = "…" if counts is None else message("{count}", count=counts[place])
            yield Badge(x, top + (ROW - _SIGN) / 2, _SIGN, severity.value)
            yield self._text(x + _SIGN + 6.0, top, text, LABEL)
            x += _SIGN_STEP

    def _mix(self, column: Column, top: float, width: float) -> Iterator[Mark]:
        """Seats by role as one bar, as long as there are seats against the layout that has most."""
        most = max(each.figures.ml_seats for each in self.comparison.columns)
        if not column.figures.ml_seats:
            yield self._text(PAD, top, message("None"), SMALL, "ink-2")
            return
        shown = [(role, count) for role, count in column.figures.roles if count]
        room = width - 2 * PAD
        texts, least, style = self._letters(shown, room)
        whole = room * column.figures.ml_seats / most
        x = PAD
        for (role, _count), words, wide in zip(
            shown, texts, shared_out([count for _role, count in shown], whole, least), strict=True
        ):
            part = Rect(x, top + (ROW - _MIX) / 2, wide - 1.0, _MIX)
            yield Box(part, 3.0, f"chip:{role.value}")
            baseline = part.y + self.fonts.cap_baseline(style, _MIX)
            middle = part.x + part.width / 2
            yield Label(middle, baseline, words, style, f"letter:{role.value}", Align.MIDDLE)
            x += wide

    def _letters(
        self, shown: Sequence[tuple[Function, int]], room: float
    ) -> tuple[list[str], list[float], Style]:
        """What stands in the parts of the mix, what each needs, and how it is set.

        Letters and count, somewhat smaller where room is scarce, else letters alone.
        """
        full = [f"{role.code} {self.measure.say(message('{count}', count=count))}" for role, count in shown]
        codes = [role.code for role, _count in shown]
        small = SHARE.scaled(10.0 / SHARE.size)
        least: list[float] = []
        for texts, style, pad in (
            (full, SHARE, 8.0),
            (full, SHARE, 3.0),
            (full, small, 2.0),
            (codes, SHARE, 3.0),
        ):
            least = [self.fonts.width(words, style) + pad for words in texts]
            if sum(least) <= room:
                return texts, least, style
        return codes, least, SHARE

    def _summary(self, column: Column, width: float) -> list[str]:
        room = width - 2 * PAD - (BUTTON[0] + _BUTTON_GAP if self.on_screen else 0.0)
        return self.fonts.lines(self.measure.say(column.summary), SMALL, room)

    def _in_short(self, column: Column, top: float, width: float) -> Iterator[Mark]:
        for place, line in enumerate(self._summary(column, width)):
            baseline = top + place * SMALL.line_height + self.fonts.baseline(SMALL)
            yield Label(PAD, baseline, line, SMALL, "ink-2")


def shared_out(counts: Sequence[int], whole: float, least: Sequence[float]) -> list[float]:
    """Widths in proportion to counts, none below its least: what small ones need, large ones give."""
    if sum(least) >= whole:
        return list(least)
    wide = [count * whole / sum(counts) for count in counts]
    while True:
        short = [place for place, width in enumerate(wide) if width < least[place]]
        if not short:
            return wide
        fixed = {place for place, width in enumerate(wide) if width <= least[place]}
        rest = whole - sum(least[place] for place in fixed)
        free = sum(count for place, count in enumerate(counts) if place not in fixed)
        wide = [least[place] if place in fixed else count * rest / free for place, count in enumerate(counts)]


def _group(row: Row) -> int:
    return 1 if row.category is not None else _GROUPS[row]

"""The head of a column: the scenario's name and structure, its marks, and the gauge with its change."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import Struct

from planner.advice.comparing import Column, Comparison
from planner.drawing.comparing.cells import PAD
from planner.drawing.comparing.words import BASELINE, BEST, NOTHING_TO_SCORE, band_word, change_words
from planner.drawing.gauge import START, SWEEP, judgement
from planner.drawing.marks import Align, Arc, Box, Label, Mark, Rect
from planner.messages import Message, Points, message
from planner.placement.measuring import Measure
from planner.typography import Fonts, Style
from planner.typography.scale import CAPTION, GAUGE_SMALL, LABEL, PANEL_TITLE, SHARE, SMALL

_TOP: Final = 18.0
_GAUGE: Final = 76.0
_GAUGE_GAP: Final = 14.0
_RING: Final = 6.5
_PILL: Final = 20.0
_FOOT: Final = 18.0
_LOW_TOP: Final = 12.0
_LOW_FOOT: Final = 10.0
_LOW_TOTAL: Final = 48.0


class _Pill(NamedTuple):
    words: str
    ink: str
    ground: str


class Head(Struct, frozen=True):
    """Draws the heads of one comparison. On the screen a name or a change takes at most ``lines`` lines.

    A ``low`` head has the total and its band as words in place of the gauge.
    """

    comparison: Comparison
    measure: Measure
    fonts: Fonts
    lines: int | None = 2
    low: bool = False

    def height(self, width: float) -> float:
        """The height that the heads of all columns need."""
        needed = max(self._text_height(column, width) for column in self.comparison.columns)
        if self.low:
            return _LOW_TOP + needed + _LOW_FOOT
        return _TOP + max(needed, _GAUGE - 6.0) + _FOOT

    def marks(self, column: Column, width: float) -> Iterator[Mark]:
        """A head's marks in a card of a width."""
        room = self._room(width)
        y = (_LOW_TOP if self.low else _TOP) - 2.0
        for line in self._name(column, room):
            yield Label(PAD, y + self.fonts.baseline(PANEL_TITLE), line, PANEL_TITLE, "ink")
            y += PANEL_TITLE.line_height
        for line in self._structure(column, room):
            yield Label(PAD, y + self.fonts.baseline(SMALL), line, SMALL, "ink-2")
            y += SMALL.line_height
        yield from self._standing(column, y + 7.0, room)
        if self.low:
            yield from self._total(column, width - PAD, _LOW_TOP - 2.0)
        else:
            yield from self._gauge(column, width - PAD - _GAUGE / 2, _TOP - 4.0 + _GAUGE / 2)

    def _room(self, width: float) -> float:
        beside = _LOW_TOTAL if self.low else _GAUGE
        return max(width - 2 * PAD - beside - _GAUGE_GAP, 60.0)

    def _name(self, column: Column, room: float) -> list[str]:
        return self._lines(column.scenario.name, PANEL_TITLE, room)

    def _structure(self, column: Column, room: float) -> list[str]:
        return self.fonts.lines(self.measure.say(column.structure), SMALL, room)

    def _text_height(self, column: Column, width: float) -> float:
        room = self._room(width)
        lines = len(self._name(column, room)) * PANEL_TITLE.line_height
        lines += len(self._structure(column, room)) * SMALL.line_height
        pills, words = self._pills(column), self._change_lines(column, room)
        standing = (_PILL + 4.0 if pills else 0.0) + len(words) * LABEL.line_height
        if pills and self._fits_beside(pills, words, room):
            standing = _PILL
        return lines + 7.0 + standing

    def _standing(self, column: Column, y: float, room: float) -> Iterator[Mark]:
        """Pills, and the change beside them where there is room, else below."""
        pills, words = self._pills(column), self._change_lines(column, room)
        x = PAD
        for pill in pills:
            wide = self.fonts.width(pill.words, SHARE) + 16.0
            yield Box(Rect(x, y, wide, _PILL), _PILL / 2, pill.ground)
            baseline = y + self.fonts.cap_baseline(SHARE, _PILL)
            yield Label(x + wide / 2, baseline, pill.words, SHARE, pill.ink, Align.MIDDLE)
            x += wide + 8.0
        if pills and not self._fits_beside(pills, words, room):
            x, y = PAD, y + _PILL + 4.0
        change = self.comparison.change(column)
        colour = "ink-2" if not change else "good" if change > 0 else "problem"
        offset = (_PILL - LABEL.line_height) / 2 if x > PAD else 0.0
        for line in words:
            yield Label(x, y + offset + self.fonts.baseline(LABEL), line, LABEL, colour)
            y += LABEL.line_height

    def _pills(self, column: Column) -> list[_Pill]:
        found = []
        if column.scenario.baseline:
            found.append(_Pill(self.measure.say(BASELINE), "ink-2", "sunken"))
        if column.is_best:
            found.append(_Pill(self.measure.say(BEST), "good", "good-tint"))
        return found

    def _fits_beside(self, pills: list[_Pill], words: list[str], room: float) -> bool:
        wide = sum(self.fonts.width(pill.words, SHARE) + 24.0 for pill in pills)
        if not words:
            return True
        return len(words) == 1 and wide + self.fonts.width(words[0], LABEL) <= room

    def _change_lines(self, column: Column, room: float) -> list[str]:
        words: Message | None = change_words(self.comparison, column)
        if column.figures.total is None:
            words = NOTHING_TO_SCORE
        return [] if words is None else self._lines(self.measure.say(words), LABEL, room)

    def _lines(self, text: str, style: Style, room: float) -> list[str]:
        """The lines of a text with a name in it, which may be of any length."""
        found = self.fonts.lines(text, style, room)
        if self.lines is None or len(found) <= self.lines:
            return found
        kept = found[: self.lines]
        kept[-1] = self.fonts.elided(f"{kept[-1]} {found[self.lines]}…", style, room)
        return kept

    def _gauge(self, column: Column, x: float, y: float) -> Iterator[Mark]:
        radius = (_GAUGE - _RING) / 2
        yield Arc(x, y, radius, START, SWEEP, "track", _RING)
        total, band = column.figures.total, column.figures.band
        if total is None or band is None:
            return
        if total > 0:
            yield Arc(x, y, radius, START, SWEEP * total / 100, judgement(total), _RING)
        number = self.measure.say(message("{total}", total=Points(total)))
        middle = y - 3.0 + self.fonts.cap_baseline(GAUGE_SMALL, 0.0)
        yield Label(x, middle, number, GAUGE_SMALL, "ink", Align.MIDDLE)
        below = y + 15.0 + self.fonts.cap_baseline(CAPTION, 0.0)
        yield Label(x, below, self.measure.say(band_word(band)), CAPTION, "ink-2", Align.MIDDLE)

    def _total(self, column: Column, right: float, y: float) -> Iterator[Mark]:
        """What the gauge says, in words at the right."""
        total, band = column.figures.total, column.figures.band
        if total is None or band is None:
            return
        number = self.measure.say(message("{total}", total=Points(total)))
        yield Label(right, y + self.fonts.baseline(PANEL_TITLE), number, PANEL_TITLE, "ink", Align.END)
        below = y + PANEL_TITLE.line_height + self.fonts.baseline(SMALL)
        yield Label(right, below, self.measure.say(band_word(band)), SMALL, "ink-2", Align.END)

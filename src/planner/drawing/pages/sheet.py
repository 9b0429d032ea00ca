"""A sheet collects the marks of a part of a page: lines of text, wrapped texts, rules."""

from collections.abc import Sequence

from planner.drawing.marks import Align, Group, Label, Line, Mark, Rect
from planner.messages import Message
from planner.placement.measuring import Measure
from planner.typography import Fonts, Style

RULE = 0.6
STRONG_RULE = 0.4 * 72 / 25.4  # 0.4 mm


class Sheet:
    """Marks of one part, all relative to its corner, in points at A3."""

    def __init__(self, measure: Measure, fonts: Fonts) -> None:
        self.measure = measure
        self.fonts = fonts
        self.marks: list[Mark] = []

    def say(self, text: Message | str) -> str:
        """A text as it is written."""
        return text if isinstance(text, str) else self.measure.say(text)

    def width(self, text: Message | str, style: Style) -> float:
        """The width of a text on one line."""
        return self.fonts.width(self.say(text), style)

    def add(self, marks: Sequence[Mark]) -> None:
        """Take marks as they are."""
        self.marks.extend(marks)

    def line(
        self,
        x: float,
        y: float,
        text: Message | str,
        style: Style,
        *,
        colour: str = "ink",
        align: Align = Align.START,
    ) -> None:
        """One line of text whose line box starts at y."""
        baseline = y + self.fonts.baseline(style)
        self.marks.append(Label(x, baseline, self.say(text), style, colour, align))

    def text(
        self, x: float, y: float, text: Message | str, style: Style, *, width: float, colour: str = "ink"
    ) -> float:
        """A text that wraps; the y below it comes back."""
        for line in self.lines(text, style, width):
            self.line(x, y, line, style, colour=colour)
            y += style.line_height
        return y

    def lines(self, text: Message | str, style: Style, width: float) -> list[str]:
        """A text broken to a width."""
        return self.fonts.lines(self.say(text), style, width)

    def rule(self, x: float, y: float, width: float, *, colour: str = "line-2", line: float = RULE) -> None:
        """A level rule."""
        self.marks.append(Line(((x, y), (x + width, y)), colour, line))

    def upright(self, x: float, top: float, bottom: float, *, colour: str, line: float = RULE) -> None:
        """An upright rule."""
        self.marks.append(Line(((x, top), (x, bottom)), colour, line))

    def group(self, name: str, rect: Rect, *, scale: float = 1.0) -> Group:
        """All marks as a group that stands at a place on the page."""
        return Group(("page", name), rect, tuple(self.marks), scale)

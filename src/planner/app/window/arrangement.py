"""Says where bench, canvas and score panel stand in a window of a given width; no widgets, only numbers.

Narrow windows turn the bench into a rail of chips and let the score panel slide over the canvas.
"""

from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from planner.app.settings import BENCH_SHOWN, PANEL_SHOWN, Settings
from planner.app.settings import BENCH_WIDTH as REMEMBERED_BENCH
from planner.app.settings import PANEL_WIDTH as REMEMBERED_PANEL
from planner.app.theme.metrics import (
    BENCH_LEAST,
    BENCH_MOST,
    BENCH_WIDTH,
    CANVAS_LEAST,
    OVERLAY_BELOW,
    PANEL_LEAST,
    PANEL_MOST,
    PANEL_WIDTH,
    RAIL_BELOW,
    RAIL_WIDTH,
)

WIDTH_STEP: Final = 20
"""How much the commands *wider* and *narrower* change a side."""


class Span(NamedTuple):
    """A part's place from left to right, in pixels; no width means that it is hidden."""

    left: int
    width: int

    @property
    def right(self) -> int:
        """The first pixel behind it."""
        return self.left + self.width


class Sides(Struct, frozen=True):
    """What the user asks for: which sides are shown, how wide, and which are opened over the canvas."""

    bench_shown: bool = True
    bench_width: int = BENCH_WIDTH
    bench_over: bool = False
    panel_shown: bool = True
    panel_width: int = PANEL_WIDTH
    panel_over: bool = False


def sides_before(settings: Settings) -> Sides:
    """The sides as they were shown last on this machine."""
    return Sides(
        bench_shown=settings.get(BENCH_SHOWN),
        bench_width=settings.get(REMEMBERED_BENCH),
        panel_shown=settings.get(PANEL_SHOWN),
        panel_width=settings.get(REMEMBERED_PANEL),
    )


class Arrangement(Struct, frozen=True):
    """Where everything stands; the rail takes the bench's place, and sides may lie over the canvas."""

    bench: Span
    rail: Span
    canvas: Span
    panel: Span
    bench_is_over: bool
    panel_is_over: bool


def arranged(width: int, sides: Sides, *, text: float = 1.0) -> Arrangement:
    """Arrange the parts in a window that is so wide; at a larger ``text`` as in a narrower one, enlarged."""
    if text == 1.0:
        return _arranged(width, sides)
    now = _arranged(round(width / text), sides)
    bench, rail, panel = (_scaled(span, text) for span in (now.bench, now.rail, now.panel))
    left = rail.width + (0 if now.bench_is_over else bench.width)
    if panel.width:
        panel = Span(width - panel.width, panel.width)
    right = width if now.panel_is_over or not panel.width else panel.left
    return replace(now, bench=bench, rail=rail, canvas=Span(left, max(0, right - left)), panel=panel)


def _scaled(span: Span, by: float) -> Span:
    return Span(round(span.left * by), round(span.width * by))


def _arranged(width: int, sides: Sides) -> Arrangement:
    has_rail = width < RAIL_BELOW and sides.bench_shown
    panel_slides = width < OVERLAY_BELOW
    bench_width = within(sides.bench_width, BENCH_LEAST, BENCH_MOST)
    panel_width = within(sides.panel_width, PANEL_LEAST, PANEL_MOST)
    rail = RAIL_WIDTH if has_rail else 0
    panel = panel_width if sides.panel_shown and not panel_slides else 0
    bench = bench_width if sides.bench_shown and not has_rail else 0
    panel, bench = _squeezed(width - rail, panel, bench)
    left = rail + bench
    bench_over = has_rail and sides.bench_over
    panel_over = panel_slides and sides.panel_over
    return Arrangement(
        bench=Span(rail, bench_width) if bench_over else Span(0, bench),
        rail=Span(0, rail),
        canvas=Span(left, max(0, width - left - panel)),
        panel=Span(width - panel_width, panel_width) if panel_over else Span(width - panel, panel),
        bench_is_over=bench_over,
        panel_is_over=panel_over,
    )


def within(value: int, least: int, most: int) -> int:
    """The value, or the nearest bound."""
    return max(least, min(most, value))


def _squeezed(room: int, panel: int, bench: int) -> tuple[int, int]:
    """Give the canvas its least width: the score panel gives way first, then the bench."""
    missing = max(0, CANVAS_LEAST - (room - panel - bench))
    from_panel = min(missing, max(0, panel - PANEL_LEAST))
    from_bench = min(missing - from_panel, max(0, bench - BENCH_LEAST))
    return panel - from_panel, bench - from_bench

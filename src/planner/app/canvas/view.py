"""A view says which part of the chart is seen, and how large: all of panning, zooming and fitting is here."""

from typing import Final

from msgspec import Struct

from planner.placement.overview import UNIT

LEAST: Final = 0.25
OVERVIEW: Final = 1 / UNIT
"""One step further out than the least scale: the overview, whose tiles have one size only."""
MOST: Final = 4.0
STEP: Final = 1.2
"""One step of the zoom keys and buttons."""
STEPS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)


class View(Struct, frozen=True):
    """Screen = chart × ``scale`` + (``dx``, ``dy``); lengths on screen are the viewport's logical pixels."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    @property
    def is_overview(self) -> bool:
        """Whether the overview is seen instead of the chart."""
        return self.scale < LEAST

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the chart is seen."""
        return x * self.scale + self.dx, y * self.scale + self.dy

    def to_chart(self, x: float, y: float) -> tuple[float, float]:
        """Which point of the chart is seen here."""
        return (x - self.dx) / self.scale, (y - self.dy) / self.scale

    def panned(self, dx: float, dy: float) -> "View":
        """The chart moved by so much on screen; whole pixels, so that letters stay crisp."""
        return View(self.scale, round(self.dx + dx), round(self.dy + dy))

    def zoomed(self, scale: float, at: tuple[float, float]) -> "View":
        """Another scale, with the point of the chart that is seen at a place kept there.

        Smaller than the least scale is the overview, and anything larger than that the least scale.
        """
        if scale < LEAST:
            scale = LEAST if self.is_overview and scale > self.scale else OVERVIEW
        scale = min(MOST, scale)
        x, y = self.to_chart(*at)
        return View(scale, round(at[0] - x * scale), round(at[1] - y * scale))


def next_step(scale: float, *, larger: bool, unit: float = 1.0) -> float:
    """The next scale that the keys and buttons stop at, in steps of the scale that is 100%."""
    if larger:
        return next((step * unit for step in STEPS if step * unit > scale + 0.005), MOST)
    return next((step * unit for step in reversed(STEPS) if step * unit < scale - 0.005), OVERVIEW)


def fitted(
    chart: tuple[float, float, float, float], room: tuple[float, float, float, float], *, at_most: float = 1.0
) -> View:
    """Show the whole of a chart (x, y, width, height) in a room on screen: in the middle, from the top.

    A chart too large at the least scale is shown from its top middle.
    """
    scale = min(at_most, whole_scale(chart, room))
    return placed(min(MOST, max(LEAST, scale)), chart, room)


def whole_scale(chart: tuple[float, float, float, float], room: tuple[float, float, float, float]) -> float:
    """The scale at which the whole of a chart just fits."""
    return min(room[2] / max(chart[2], 1.0), room[3] / max(chart[3], 1.0))


def placed(
    scale: float, chart: tuple[float, float, float, float], room: tuple[float, float, float, float]
) -> View:
    """Show a chart at a scale in the middle of a room, from the top."""
    x, y, width, _ = room
    dx = x + (width - chart[2] * scale) / 2 - chart[0] * scale
    return View(scale, round(dx), round(y - chart[1] * scale))


def kept_near(
    view: View, size: tuple[float, float], viewport: tuple[float, float], margin: float = 80.0
) -> View:
    """The view, moved so that some of the chart stays in sight however far one pans."""
    width, height = size[0] * view.scale, size[1] * view.scale
    dx = min(max(view.dx, margin - width), viewport[0] - margin)
    dy = min(max(view.dy, margin - height), viewport[1] - margin)
    return View(view.scale, round(dx), round(dy))


def shown(
    view: View, rect: tuple[float, float, float, float], room: tuple[float, float, float, float]
) -> View:
    """The least pan that brings a rectangle of the chart wholly into a room on screen."""
    left, top = view.to_screen(rect[0], rect[1])
    right, bottom = view.to_screen(rect[0] + rect[2], rect[1] + rect[3])
    x, y, width, height = room
    return view.panned(_shift(left, right, x, x + width), _shift(top, bottom, y, y + height))


def _shift(low: float, high: float, least: float, most: float) -> float:
    if low >= least and high <= most:
        return 0.0
    if high - low > most - least:
        return least - low
    return least - low if low < least else most - high

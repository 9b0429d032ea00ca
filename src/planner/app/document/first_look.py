"""A first look is what a window shows of a plan before anybody changed it, worked out beside the window."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from planner.app.bench.places import Places
    from planner.app.canvas.packed import PackedScene
    from planner.drawing.chart import Chart
    from planner.guidance import Review


class FirstLook(Struct, frozen=True):
    """The first scenario as it is shown first: its review, its chart, and who stands where on the bench.

    ``packed`` is its overview, where the chart is too large to be seen whole. The bench goes on with
    ``places``, and so only one may have them.
    """

    review: "Review"
    chart: "Chart"
    places: "Places"
    packed: "PackedScene | None" = None

"""Makes the chart that the canvas shows; no widget has a part in it, so that a thread may do it too."""

from planner.app.canvas.packed import PackedScene
from planner.app.canvas.view import LEAST, whole_scale
from planner.domain import Project
from planner.drawing.chart import Chart
from planner.drawing.colouring import ColourBy
from planner.drawing.people import PeopleChart
from planner.drawing.worst import Worst
from planner.guidance import Review
from planner.placement import Measure, Placement, Rect, Settings, overview, place
from planner.placement.people import PeoplePlacement, by_people
from planner.typography import Fonts


def placed(
    project: Project, scenario_id: str, measure: Measure, settings: Settings, collapsed: frozenset[str]
) -> Placement:
    """Place a scenario from scratch; among people no team is collapsed."""
    if settings.people:
        return by_people(place(project, scenario_id, measure, settings))
    return place(project, scenario_id, measure, settings, collapsed)


def chart_of(
    placement: Placement, review: Review, *, fonts: Fonts, by: ColourBy, worst: Worst | None = None
) -> Chart:
    """The chart of a placement, of teams or of people; ``worst`` as it is known to be, or was."""
    kind = PeopleChart if isinstance(placement, PeoplePlacement) else Chart
    return kind(placement, review, fonts=fonts, colour_by=by, worst=worst)


def overview_of(chart: Chart, room: tuple[float, float]) -> PackedScene | None:
    """The overview of a chart that is too large to be seen whole in a room in px, with what painting asks."""
    placement = chart.placement
    if not placement.order or whole_scale((0.0, 0.0, *placement.size), (0.0, 0.0, *room)) >= LEAST:
        return None
    packed = PackedScene(chart, overview(placement, room[0], 1.0), chart.colour_by)
    for _ in packed.keys_in(Rect(0.0, 0.0, *room)):  # all is worked out by then
        break
    return packed

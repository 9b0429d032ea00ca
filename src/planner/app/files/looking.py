"""Works out in a thread what a window shows first of a plan: of a large one that takes long."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from planner.app.canvas.packed import PackedScene
    from planner.app.document.first_look import FirstLook
    from planner.app.settings import Settings
    from planner.domain import Project
    from planner.drawing.chart import Chart
    from planner.guidance import Pack
    from planner.typography import Fonts


class Looking(Struct, frozen=True):
    """How a window looks at plans: by which rules, in which fonts, and as its user likes to see them.

    ``size`` is the window's, in px; ``text`` is how large text is, 1.0 at 100%.
    """

    pack: "Pack"
    fonts: "Fonts"
    settings: "Settings"
    size: tuple[int, int]
    text: float

    def at(self, project: "Project", path: Path | None) -> "FirstLook":
        """What a window shows first of a project, as the file at ``path`` was shown last."""
        from planner.app.bench.places import Places
        from planner.app.canvas.charting import chart_of, placed
        from planner.app.canvas.shown import Shown, shown_before
        from planner.app.document.first_look import FirstLook
        from planner.guidance import review
        from planner.placement import Measure

        scenario = next(iter(project.scenarios)).id
        seen = review(project, scenario, self.pack)
        shown = shown_before(self.settings, path).get(scenario, Shown())
        measure, placing = Measure(self.fonts), shown.placing(self.settings)
        placement = placed(project, scenario, measure, placing, shown.collapsed)
        chart = chart_of(placement, seen, fonts=self.fonts, by=shown.colour)
        _ = seen.score.total, chart.worst.telling, placement.order, placement.places
        return FirstLook(seen, chart, Places.of(project, scenario), self._overview(chart))

    def _overview(self, chart: "Chart") -> "PackedScene | None":
        """The overview that a window of this size shows; at larger text a plan is seen at 100% first."""
        if self.text > 1.0:
            return None
        from planner.app.canvas.charting import overview_of
        from planner.app.canvas.sight import ROOM_MARGIN
        from planner.app.window.arrangement import arranged, sides_before

        width, height = self.size
        canvas = arranged(width, sides_before(self.settings), text=self.text).canvas
        return overview_of(chart, (max(1.0, canvas.width - 2 * ROOM_MARGIN), height))

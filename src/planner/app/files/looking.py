"""Works out in a thread what a window shows first of a plan: of a large one that takes long."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from planner.app.document.first_look import FirstLook
    from planner.app.settings import Settings
    from planner.domain import Project
    from planner.guidance import Pack
    from planner.typography import Fonts


class Looking(Struct, frozen=True):
    """How this program looks at plans: by which rules, in which fonts, and as its user likes to see them."""

    pack: "Pack"
    fonts: "Fonts"
    settings: "Settings"

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
        return FirstLook(seen, chart, Places.of(project, scenario))

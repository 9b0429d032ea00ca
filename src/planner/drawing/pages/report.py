"""A report is what pages are made of: a scenario with its review, and the moment at which it is printed."""

from datetime import datetime
from math import sqrt
from typing import NamedTuple

from msgspec import Struct

from planner.domain import Kind, Project, Scenario
from planner.drawing.marks import Drawing
from planner.drawing.pages.papers import Paper
from planner.drawing.pages.sheet import Sheet
from planner.guidance import Pack, Review
from planner.messages import Message, counted, listed, message
from planner.placement.measuring import Measure
from planner.typography import Fonts

MARGIN = 30.0
TOP = 25.0
BOTTOM = 18.0
A3_SHORT = 842.0


class Report(Struct, frozen=True, kw_only=True):
    """What a report is about: one scenario, its review if there is one, and the moment it is made.

    ``measure`` measures and writes the chart's texts; ``fonts`` are those of the pages around it. What
    people's records say of their skills is left out unless ``with_skills``.
    """

    project: Project
    scenario_id: str
    review: Review | None
    pack: Pack | None
    measure: Measure
    fonts: Fonts
    now: datetime
    with_skills: bool = False

    @property
    def scenario(self) -> Scenario:
        """The scenario that the report is about."""
        return self.project.scenarios[self.scenario_id]

    def sheet(self) -> Sheet:
        """An empty sheet to set texts on."""
        return Sheet(self.measure, self.fonts)


class Pages(NamedTuple):
    """The finished pages, the paper that the chart needed, and what its reader should know."""

    drawings: tuple[Drawing, ...]
    paper: Paper
    notes: tuple[Message, ...]


def furniture_scale(paper: Paper) -> float:
    """How much larger than at A3 everything around the chart is.

    A large sheet is read from further away, but its room is for the chart: on A0, almost three times as wide
    as A3, the furniture is 1.7 times as large.
    """
    return sqrt(max(min(paper.width, paper.height) / A3_SHORT, 1.0))


def structure_line(report: Report) -> Message:
    """Plan and structure in one line: ``Halden Mutual: hybrid, 1 core and 4 squads``."""
    counts = dict.fromkeys(Kind, 0)
    for team in report.scenario.teams:
        counts[team.kind] += 1
    parts = [counted(*_COUNTS[kind], count) for kind, count in counts.items() if count and kind in _COUNTS]
    structure = message(report.scenario.structure.label.lower())
    if not parts:
        return message("{plan}: {structure}", plan=report.project.name, structure=structure)
    return message(
        "{plan}: {structure}, {teams}",
        plan=report.project.name,
        structure=structure,
        teams=listed(parts, at_most=len(parts)),
    )


_COUNTS = {
    Kind.CORE: ("{count} core", "{count} cores"),
    Kind.SQUAD: ("{count} squad", "{count} squads"),
    Kind.VENTURE: ("{count} venture", "{count} ventures"),
    Kind.PARTNER: ("{count} partner team", "{count} partner teams"),
}

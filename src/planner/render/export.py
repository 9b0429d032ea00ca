"""Prints a scenario: reviewed, laid out, and made into the bytes of a PDF file or of a picture.

Files are none of its business: who asked for the bytes puts them where they belong.
"""

from datetime import datetime
from typing import Final

from msgspec import Struct

from planner.domain import Project
from planner.drawing.marks import Drawing
from planner.drawing.pages import Pages, Report, laid_out, paper_named
from planner.guidance import Pack, review
from planner.messages import Message
from planner.placement import Measure
from planner.render import pdf, png
from planner.render.pdf import Ink

PICTURE_DPI: Final = 144.0
_MOST_PIXELS: Final = 10_000  # along a picture's longer side


class Printed(Struct, frozen=True):
    """A PDF file's bytes, its pages as drawings, and what its reader should know, as a larger paper."""

    data: bytes
    pages: tuple[Drawing, ...]
    paper: str
    """The paper of the chart, empty where it has no name."""
    notes: tuple[Message, ...]

    def picture(self) -> bytes:
        """The chart page as the bytes of a PNG file."""
        chart = self.pages[0]
        dpi = min(PICTURE_DPI, _MOST_PIXELS / max(chart.width, chart.height) * 72.0)
        return png.pictured(self.data, dpi=dpi)


def printed(
    project: Project,
    scenario_id: str,
    *,
    pack: Pack,
    ink: Ink,
    now: datetime,
    paper: str = "A3",
    portrait: bool = False,
    with_skills: bool = False,
) -> Printed:
    """Chart and score page of a scenario; PlannerError for a paper that there is not."""
    pages = pages_of(
        project,
        scenario_id,
        pack=pack,
        ink=ink,
        now=now,
        paper=paper,
        portrait=portrait,
        with_skills=with_skills,
    )
    title = f"{project.name}: {project.scenarios[scenario_id].name}"
    data, notes = pdf.written(pages.drawings, ink, title=title, now=now)
    return Printed(data, pages.drawings, pages.paper.name, (*pages.notes, *notes))


def pages_of(
    project: Project,
    scenario_id: str,
    *,
    pack: Pack,
    ink: Ink,
    now: datetime,
    paper: str = "A3",
    portrait: bool = False,
    with_skills: bool = False,
) -> Pages:
    """The pages as drawings, in points; what people's records say of their skills only ``with_skills``."""
    report = Report(
        project=project,
        scenario_id=scenario_id,
        review=review(project, scenario_id, pack),
        pack=pack,
        measure=Measure(ink.fonts),
        fonts=ink.fonts,
        now=now,
        with_skills=with_skills,
    )
    return laid_out(report, paper_named(paper, portrait=portrait))

"""The furniture of the chart page is all that stands around the chart, at the size that its reader needs."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from planner.drawing.pages.bench import bench_box, benched
from planner.drawing.pages.findings import Main, findings_box, main_findings
from planner.drawing.pages.heading import heading
from planner.drawing.pages.legend import legend
from planner.drawing.pages.papers import Paper
from planner.drawing.pages.report import BOTTOM, MARGIN, TOP, Report, furniture_scale, structure_line
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.title_block import HEIGHT
from planner.messages import message

GAP: Final = 12.0
ABOVE_TITLE_BLOCK: Final = 11.0


class Part(NamedTuple):
    """A part of the page and its height, in points of the furniture."""

    name: str
    sheet: Sheet
    height: float


class Furniture(Struct, frozen=True):
    """The parts around the chart, ``unit`` points of the page to each of their own; ``width`` is theirs.

    ``findings`` is how many of the main findings are listed, and so numbered in the chart.
    """

    unit: float
    width: float
    heading: Part
    below: tuple[Part, ...]
    legend: Part
    findings: int = 0

    @property
    def height(self) -> float:
        """What all parts and the gaps between them take of the page's height, in points of the page."""
        below = sum(part.height + GAP for part in self.below)
        foot = self.legend.height + ABOVE_TITLE_BLOCK + HEIGHT + BOTTOM
        return (TOP + self.heading.height + 2 * GAP + below + foot) * self.unit

    def room(self, paper: Paper) -> tuple[float, float]:
        """The width and height in points that are left to the chart."""
        return self.width * self.unit, paper.height - self.height


def furnishings(report: Report, paper: Paper) -> Iterator[Furniture]:
    """The furniture for a paper: with all main findings first, then with fewer and fewer, but for one."""
    bare = _bare(report, furniture_scale(paper), paper.width)
    mains = main_findings(report.review)
    if not mains:
        yield bare
    for count in range(len(mains), 0, -1):
        yield _listing(bare, report, mains[:count])


def furnished(report: Report, unit: float, page_width: float) -> Furniture:
    """The furniture with all main findings for a page of any width."""
    return _listing(_bare(report, unit, page_width), report, main_findings(report.review))


def _bare(report: Report, unit: float, page_width: float) -> Furniture:
    width = page_width / unit - 2 * MARGIN
    head, key = report.sheet(), report.sheet()
    title = message("{name}", name=report.scenario.name)
    height = heading(head, width, title, structure_line(report), report.review)
    return Furniture(
        unit,
        width,
        heading=Part("heading", head, height),
        below=_bench(report, width),
        legend=Part("legend", key, legend(key, width, report.scenario)),
    )


def _bench(report: Report, width: float) -> tuple[Part, ...]:
    people = benched(report.project, report.scenario)
    if not people:
        return ()
    sheet = report.sheet()
    return (Part("bench", sheet, bench_box(sheet, width, people)),)


def _listing(bare: Furniture, report: Report, mains: tuple[Main, ...]) -> Furniture:
    if not mains or report.review is None:
        return bare
    sheet = report.sheet()
    height = findings_box(sheet, bare.width, mains, of=len(report.review.findings))
    part = Part("findings", sheet, height)
    return replace(bare, below=(*bare.below, part), findings=len(mains))

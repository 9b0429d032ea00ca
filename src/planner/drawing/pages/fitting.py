"""Finds the smallest paper on which a chart can be read, and the shape of the chart that fills it best."""

from collections.abc import Sequence
from itertools import product
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.drawing.pages.furniture import Furniture, furnished, furnishings
from planner.drawing.pages.papers import MM, Paper
from planner.drawing.pages.report import A3_SHORT, MARGIN, Report, furniture_scale
from planner.messages import Message, message
from planner.placement import PAPER, Placement, place
from planner.placement import settings as measures
from planner.typography.scale import CARD_NAME

NAME_LEAST: Final = 8.0  # points
EDGE: Final = 12.0  # px left around the chart, for the numbers on its teams
_LEAST: Final = NAME_LEAST / CARD_NAME.size
_MOST: Final = 1.0  # at A3
_BESIDE_TITLE: Final = 1.5  # larger than this beside the furniture, teams would outshine the title
_LONGEST: Final = 14_400.0  # points: the longest side that a PDF page may have
_NARROWEST: Final = 1191.0  # points of the furniture: the long side of A3
_MANY: Final = 300
_SHAPE: Final = 1.5  # of a lying sheet without title and title block
_ASPECTS: Final = (_SHAPE, 2.5)


class Fit(Struct, frozen=True):
    """The paper that holds the chart, how the chart is placed on it, and at what scale (points per px)."""

    paper: Paper
    placement: Placement
    scale: float
    furniture: Furniture
    notes: tuple[Message, ...] = ()

    @property
    def size(self) -> tuple[float, float]:
        """The chart's width and height on the page, in points."""
        width, height = _size(self.placement)
        return width * self.scale, height * self.scale


def fitted(report: Report, paper: Paper) -> Fit:
    """Find the smallest paper from the one asked for up on which names are 8 points or more.

    Where all main findings leave too little room, fewer are listed: they stand on the score page in full.
    """
    placements = _placements(report, lying=paper.width > paper.height)
    for sheet in (paper, *paper.larger()):
        for furniture in furnishings(report, sheet):
            room = furniture.room(sheet)
            best = max(placements, key=lambda placement: _scale(placement, room))
            scale = min(_scale(best, room), _most(sheet))
            if scale >= _LEAST:
                notes = _grown(paper, sheet) if sheet is not paper else ()
                return Fit(sheet, best, scale, furniture, notes)
    return _custom(report, paper, placements)


def _most(paper: Paper) -> float:
    """Few people stand large on a large sheet, but no larger than suits the title."""
    side = min(paper.width, paper.height) / A3_SHORT
    return _MOST * max(min(side, _BESIDE_TITLE * furniture_scale(paper)), 1.0)


def _placements(report: Report, *, lying: bool) -> list[Placement]:
    """The chart in several shapes, of which the page takes the one that fits best."""
    many = len(report.scenario.seats) > _MANY
    columns = ((2, 4), (3, 3)) if many else ((1, 8), (2, 4), (3, 3))
    widths = (820.0, 6400.0) if many else (820.0, 1240.0, 1680.0, 2400.0)
    aspects = _ASPECTS if lying else (1 / _SHAPE, 1.0)
    found: dict[tuple[float, float], Placement] = {}
    for (squads, length), row_width, aspect in product(columns, widths, aspects):
        settings = replace(
            PAPER, squad_columns=squads, column_length=length, row_width=row_width, aspect=aspect
        )
        placed = place(report.project, report.scenario_id, report.measure, settings)
        found.setdefault(placed.size, placed)
    return list(found.values())


def _size(placement: Placement) -> tuple[float, float]:
    """A placed chart's size in px without the outermost margin."""
    inset = 2 * (measures.MARGIN - EDGE)
    return max(placement.size[0] - inset, 1.0), max(placement.size[1] - inset, 1.0)


def _scale(placement: Placement, room: tuple[float, float]) -> float:
    width, height = _size(placement)
    return min(room[0] / width, room[1] / height)


def _custom(report: Report, asked: Paper, placements: Sequence[Placement]) -> Fit:
    """A page of no standard size, just large enough."""
    best = min(placements, key=lambda each: max(_size(each)[0], _SHAPE * _size(each)[1]))
    width, height = (side * _LEAST for side in _size(best))
    unit = furniture_scale(Paper("", width, height))
    page_width = max(width + 2 * MARGIN * unit, _NARROWEST * unit)
    furniture = furnished(report, unit, page_width)
    page_height = height + furniture.height
    if max(page_width, page_height) <= _LONGEST:
        sheet = Paper("", page_width, page_height)
        return Fit(sheet, best, _LEAST, furniture, _grown(asked, sheet))
    sheet = Paper("", min(page_width, _LONGEST), min(page_height, _LONGEST))
    furniture = furnished(report, unit, sheet.width)
    scale = min(_scale(best, furniture.room(sheet)), _LEAST)
    note = message(
        "The names are {size} points high, because a page cannot be longer than {longest} m.",
        size=CARD_NAME.size * scale,
        longest=_LONGEST / MM / 1000,
    )
    return Fit(sheet, best, scale, furniture, (*_grown(asked, sheet), note))


def _grown(asked: Paper, sheet: Paper) -> tuple[Message, ...]:
    size = (
        message("{name}", name=sheet.name)
        if sheet.name
        else message("{width} × {height} mm", width=round(sheet.width / MM), height=round(sheet.height / MM))
    )
    return (
        message(
            "The chart page is {size}: on {asked} its names would be smaller than {least} points.",
            size=size,
            asked=asked.name or message("the paper"),
            least=round(NAME_LEAST),
        ),
    )

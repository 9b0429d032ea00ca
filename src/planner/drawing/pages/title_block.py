"""The title block at the foot of every page: what is shown, as of when, and whose guidance it is held to."""

from datetime import datetime

from msgspec import Struct

from planner.domain import OwnWeights, Project, Scenario
from planner.drawing.marks import Align
from planner.drawing.pages.sheet import STRONG_RULE, Sheet
from planner.drawing.pages.styles import FINE, VALUE
from planner.guidance import Pack
from planner.messages import Fte, Message, counted, message
from planner.typography import Style

HEIGHT = 56.0
_SPACE = 16.0  # between cells
_WIDEST = 0.3  # what one cell may take of the width before it wraps
_PAGE = 56.0


class TitleBlock(Struct, frozen=True):
    """What the title block says on all pages."""

    cells: tuple[tuple[Message, Message], ...]
    source: Message | None

    @classmethod
    def of(cls, project: Project, scenario: Scenario, pack: Pack | None, now: datetime) -> "TitleBlock":
        """Say it of a scenario at a moment, which is written as the clock shows it."""
        cells = (
            (message("Plan"), message("{name}", name=project.name)),
            (message("Scenario"), message("{name}", name=scenario.name)),
            (message("Structure"), message(scenario.structure.label)),
            (message("Context"), _context(scenario)),
            (message("People"), _people(project, scenario)),
            (message("Date"), message("{date}", date=f"{now:%Y-%m-%d %H:%M}")),
        )
        return cls(cells, _source(pack, project.rule_pack) if pack else None)

    def draw(self, sheet: Sheet, width: float, *, page: int, pages: int) -> None:
        """Put it on a sheet, its rule at y 0."""
        sheet.rule(0.0, 0.0, width, colour="ink", line=STRONG_RULE)
        x = 0.0
        for (label, value), room in zip(self.cells, self._widths(sheet, width - _PAGE), strict=True):
            if x:
                sheet.upright(x - _SPACE / 2, 8.0, 36.0, colour="line-2")
            sheet.line(x, 7.0, label, FINE, colour="ink-2")
            sheet.text(x, 18.0, value, _fitting(sheet, value, room - _SPACE), width=room - _SPACE)
            x += room
        sheet.line(width, 7.0, message("Page"), FINE, colour="ink-2", align=Align.END)
        number = message("{page} of {pages}", page=page, pages=pages)
        sheet.line(width, 18.0, number, VALUE, align=Align.END)
        if self.source:
            sheet.text(0.0, 45.0, self.source, FINE, width=width, colour="ink-2")

    def _widths(self, sheet: Sheet, width: float) -> list[float]:
        """What each cell gets: what it needs and an equal part of the rest; less where space lacks."""
        whole = [
            min(max(sheet.width(label, FINE), sheet.width(value, VALUE)) + _SPACE + 1.0, width * _WIDEST)
            for label, value in self.cells
        ]
        if sum(whole) <= width:
            return [each + (width - sum(whole)) / len(whole) for each in whole]
        words = [
            max(sheet.width(word, VALUE) for word in (*sheet.say(value).split(), sheet.say(label)))
            + _SPACE
            + 1.0
            for label, value in self.cells
        ]
        least = [min(word, each) for word, each in zip(words, whole, strict=True)]
        share = max(width - sum(least), 0.0) / (sum(whole) - sum(least) or 1.0)
        return [low + (high - low) * share for low, high in zip(least, whole, strict=True)]


def _fitting(sheet: Sheet, value: Message, width: float) -> Style:
    """Smaller type where a value would need more than two lines."""
    few = len(sheet.lines(value, VALUE, width)) <= 2
    return VALUE if few else VALUE.scaled(FINE.size / VALUE.size)


def _context(scenario: Scenario) -> Message:
    return message(
        "{stage}, {aim} aim", stage=message(scenario.stage.label), aim=message(scenario.aim.label.lower())
    )


def _people(project: Project, scenario: Scenario) -> Message:
    fte = Fte(sum(seat.share or 0.0 for seat in scenario.seats))
    return counted(
        "{count} person, {fte} FTE placed", "{count} people, {fte} FTE placed", len(project.people), fte=fte
    )


def _source(pack: Pack, own: OwnWeights | None) -> Message:
    weights = message("weights are this tool's judgement")
    if own is not None:
        weights = message("weights: {name}", name=own.name)
    return message(
        "Guidance: {author}, {publisher}. Rule pack: {pack}, version {version}; {weights}.",
        weights=weights,
        author=pack.source.author,
        publisher=pack.source.publisher,
        pack=pack.name,
        version=pack.version,
    )

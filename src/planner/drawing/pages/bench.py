"""The box *On the bench*: everyone who holds no seat and leads no team, so that no name is lost on paper."""

from collections.abc import Sequence
from math import ceil

from planner.domain import Person, Project, Scenario
from planner.drawing.marks import Box, Chip, Rect
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import SECTION, TEXT
from planner.messages import counted

_INSET = 10.0
_CHIP = 13.0
_COLUMN = 130.0
_LINE = 15.0


def benched(project: Project, scenario: Scenario) -> list[Person]:
    """Those who hold no seat and lead no team in a scenario, in the order of the plan."""
    placed = {seat.person for seat in scenario.seats} | {team.lead for team in scenario.teams}
    return [person for person in project.people if person.id not in placed]


def bench_box(sheet: Sheet, width: float, people: Sequence[Person]) -> float:
    """Draw the box from y 0, at least one person in it; the y below it comes back.

    The few stand beside the title, the many below it in columns.
    """
    columns = max(int((width - 2 * _INSET) / _COLUMN), 1)
    each = (width - 2 * _INSET) / columns
    title = counted("On the bench: {count} person", "On the bench: {count} people", len(people))
    sheet.line(_INSET, 7.0, title, SECTION)
    taken = ceil((sheet.width(title, SECTION) + _INSET) / each)
    if taken + len(people) <= columns:
        y = _row(sheet, _INSET + taken * each, 7.0, each, people)
    else:
        y = 26.0
        for start in range(0, len(people), columns):
            y = _row(sheet, _INSET, y, each, people[start : start + columns])
    sheet.marks.insert(0, Box(Rect(0.0, 0.0, width, y + 4.0), 6.0, "panel", "line-2"))
    return y + 4.0


def _row(sheet: Sheet, x: float, y: float, width: float, people: Sequence[Person]) -> float:
    end = y + _LINE
    for place, person in enumerate(people):
        left = x + place * width
        sheet.add([Chip(left, y + 0.5, _CHIP, person.main_function, letters=7.0 / _CHIP)])
        name = sheet.text(left + _CHIP + 5.0, y + 1.0, person.name, TEXT, width=width - _CHIP - 10.0)
        end = max(end, name + 3.0)
    return end

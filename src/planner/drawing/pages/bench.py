"""The box *On the bench*: everyone who holds no seat and leads no team, so that no name is lost on paper."""

from collections.abc import Sequence

from planner.domain import Person, Project, Scenario
from planner.drawing.marks import Box, Chip, Rect
from planner.drawing.pages.sheet import Sheet
from planner.drawing.pages.styles import SECTION, TEXT
from planner.messages import counted

_CHIP = 13.0
_COLUMN = 130.0
_LINE = 15.0


def benched(project: Project, scenario: Scenario) -> list[Person]:
    """Those who hold no seat and lead no team in a scenario, in the order of the plan."""
    placed = {seat.person for seat in scenario.seats} | {team.lead for team in scenario.teams}
    return [person for person in project.people if person.id not in placed]


def bench_box(sheet: Sheet, width: float, people: Sequence[Person]) -> float:
    """Draw the box from y 0; the y below it comes back, 0 when nobody is on the bench."""
    if not people:
        return 0.0
    columns = max(int((width - 20.0) / _COLUMN), 1)
    each = (width - 20.0) / columns
    title = counted("On the bench: {count} person", "On the bench: {count} people", len(people))
    sheet.line(10.0, 8.0, title, SECTION)
    y = 28.0
    for start in range(0, len(people), columns):
        lowest = y
        for place, person in enumerate(people[start : start + columns]):
            x = 10.0 + place * each
            sheet.add([Chip(x, y - 0.5, _CHIP, person.main_function, letters=7.0 / _CHIP)])
            end = sheet.text(x + _CHIP + 5.0, y, person.name, TEXT, width=each - _CHIP - 10.0)
            lowest = max(lowest, end)
        y = max(y + _LINE, lowest + 3.0)
    sheet.marks.insert(0, Box(Rect(0.0, 0.0, width, y + 4.0), 6.0, "panel", "line-2"))
    return y + 4.0

"""The card that tells of one team of the overview: who is in it, what is vacant, and what was found."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from planner.domain import DISPLAY_ORDER, Seat
from planner.drawing.chart import Chart
from planner.drawing.marks import Align, Badge, Box, Chip, Group, IconMark, Label, Mark, Rect
from planner.drawing.overview import OverviewChart
from planner.drawing.team_frames import KIND_ICONS
from planner.messages import Message, counted, message
from planner.typography.scale import BODY, BODY_MEDIUM, SMALL, TEAM

_LEAST: Final = 252.0
_MOST: Final = 360.0
_TITLE: Final = 26.0
"""Where what follows an icon begins."""
_PAD: Final = 14.0
_CHIP: Final = 20.0
_CHIP_STEP: Final = 56.0
_CHIPS: Final = 4
_BESIDE_CHIP: Final = 7.0
_BETWEEN_CHIPS: Final = 8.0
_LINE: Final = 22.0
_FINDINGS: Final = 3


def team_card(overview: OverviewChart, team: str, hint: Message) -> Group:
    """The card of a team and all below it, from (0, 0); ``hint`` is how to come nearer."""
    width = _width(overview, team)
    marks = list(_marks(overview, team, hint, width))
    height = max(mark.baseline for mark in marks if isinstance(mark, Label)) + _PAD
    whole = Rect(0.0, 0.0, width, height)
    return Group(("card", team), whole, (Box(whole, 12.0, "raised", "line-2"), *marks))


def _width(overview: OverviewChart, team: str) -> float:
    """As wide as what was found is long, within limits."""
    chart = overview.chart
    say, found = chart.placement.measure.say, chart.worst.about(team)[:_FINDINGS]
    titles = [chart.fonts.width(say(finding.title), BODY) for finding in found]
    return min(max([_LEAST, *(2 * _PAD + _TITLE + title + 1.0 for title in titles)]), _MOST)


def _marks(overview: OverviewChart, team: str, hint: Message, width: float) -> Iterator[Mark]:
    chart = overview.chart
    say, fonts = chart.placement.measure.say, chart.fonts
    seats = chart.scenario.seats.pick(overview.overview.seats_below(team))
    holders = [seat.person for seat in seats]
    people = len({*holders} - {None})
    count = say(counted("{count} person", "{count} people", people))
    row = chart.scenario.teams[team]
    yield IconMark(_PAD, 14.0, 16.0, KIND_ICONS[row.kind], "ink-2")
    room = width - 2 * _PAD - 24.0 - fonts.width(count, SMALL) - 8.0
    yield Label(_PAD + 24.0, 27.0, fonts.elided(row.name, TEAM, room), TEAM, "ink")
    yield Label(width - _PAD, 27.0, count, SMALL, "ink-2", Align.END)
    y = 42.0
    for mark, below in _chips(chart, seats, y, width):
        y = below
        yield mark
    vacant = holders.count(None)
    if vacant:
        said = say(counted("{count} vacant seat", "{count} vacant seats", vacant))
        yield IconMark(_PAD + 2.0, y + 3.0, 16.0, "person-add", "ink-2")
        yield Label(_PAD + _TITLE, y + 15.0, said, BODY, "ink")
        y += _LINE
    found = chart.worst.about(team)
    for finding in found[:_FINDINGS]:
        yield Badge(_PAD + 2.0, y + 3.0, 15.0, finding.severity.value)
        title = fonts.elided(say(finding.title), BODY, width - 2 * _PAD - _TITLE)
        yield Label(_PAD + _TITLE, y + 15.0, title, BODY, "ink")
        y += _LINE
    if len(found) > _FINDINGS:
        more = say(counted("and {count} more", "and {count} more", len(found) - _FINDINGS))
        yield Label(_PAD + _TITLE, y + 14.0, more, SMALL, "ink-2")
        y += _LINE - 2.0
    yield Label(_PAD, y + 16.0, say(hint), SMALL, "ink-3")


def _chips(chart: Chart, seats: list[Seat], top: float, width: float) -> Iterator[tuple[Mark, float]]:
    """A chip with its count for each function, and where what follows begins."""
    say, fonts = chart.placement.measure.say, chart.fonts
    found = Counter([seat.function for seat in seats])
    counts = {each: say(message("{number}", number=found[each])) for each in DISPLAY_ORDER if found[each]}
    widest = max([fonts.width(count, BODY_MEDIUM) for count in counts.values()], default=0.0)
    step = max(_CHIP_STEP, _CHIP + _BESIDE_CHIP + widest + _BETWEEN_CHIPS)
    across = min(int((width - 2 * _PAD) / step), _CHIPS)
    for place, (function, count) in enumerate(counts.items()):
        row, column = divmod(place, across)
        x, y = _PAD + column * step, top + row * 26.0
        below = y + 30.0
        yield Chip(x, y, _CHIP, function), below
        yield Label(x + _CHIP + _BESIDE_CHIP, y + 14.5, count, BODY_MEDIUM, "ink"), below


ZOOM_BY_POINTER: Final = message("Double-click to zoom in")
ZOOM_BY_KEYS: Final = message("Press Enter to zoom in")

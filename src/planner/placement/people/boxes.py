"""Boxes are groups of a reporting chart by their size: a lead's card, and under it columns of members."""

from math import ceil
from typing import Final

from msgspec import Struct

from planner.domain import Person, Project, Scenario
from planner.messages import message
from planner.placement import settings as size
from planner.placement.geometry import Rect
from planner.placement.holdings import Holdings
from planner.placement.measuring import Measure, card_text
from planner.placement.people.reporting import Group
from planner.placement.settings import Settings
from planner.placement.shapes import card_height
from planner.typography.scale import BODY_MEDIUM, CARD_NAME, CARD_ROLE, LABEL, TEAM

CAPTION: Final = 22.0
"""The height of the line with a team's name above its lead."""
INDENT: Final = 18.0
"""How far members stand to the right of the line that they hang on."""
SIDE: Final = 14.0
"""The room right of a column for the dashed lines of people who also work elsewhere."""
BELOW_HEAD: Final = 12.0
BETWEEN_TEAMS: Final = 8.0
NODE: Final = 34.0
"""The height of a team that nobody leads."""
_LONG: Final = 10
_STEP: Final = 4.0


class Stack(Struct, frozen=True):
    """One team of a group: its area, its caption or node, its members in columns, the place of one more."""

    team: str
    area: Rect
    header: Rect
    seats: tuple[str, ...]
    cards: tuple[Rect, ...]
    columns: tuple[tuple[int, int], ...]
    add_row: Rect


class GroupBox(Struct, frozen=True):
    """A group's size, its head's place and its stacks, relative to the left top corner."""

    width: float
    height: float
    head: Rect
    stacks: tuple[Stack, ...]
    lines: tuple[tuple[str, ...], tuple[str, ...]]
    """Name and second line of a lead who holds no seat, broken; both empty otherwise."""


class Sizing(Struct, frozen=True):
    """What boxes are measured with."""

    project: Project
    scenario: Scenario
    holdings: Holdings
    measure: Measure
    settings: Settings


def group_box(group: Group, sizing: Sizing) -> GroupBox:
    """Measure a group."""
    card = _card_width(group, sizing)
    lines = lead_lines(group, sizing, card)
    head = _head(group, sizing, card, lines)
    y = head.bottom
    stacks: list[Stack] = []
    for place, team in enumerate(group.teams):
        stack = _stack(team, group, sizing, card, head, y=y, first=place == 0)
        stacks.append(stack)
        y = stack.area.bottom + BETWEEN_TEAMS
    width = max([card + SIDE, *(stack.area.width for stack in stacks)])
    whole = tuple(_as_wide(stack, width) for stack in stacks)
    return GroupBox(width, whole[-1].area.bottom, head, whole, lines)


def lead_lines(group: Group, sizing: Sizing, width: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the card of a lead says who holds no seat."""
    if group.lead is None or group.seat is not None:
        return (), ()
    fonts, person = sizing.measure.fonts, sizing.project.people[group.lead]
    room = width - size.CARD_TEXT - size.CARD_END
    name = tuple(fonts.lines(person.name, CARD_NAME, room))
    return name, tuple(fonts.lines(lead_role(person, sizing.measure), CARD_ROLE, room))


def lead_role(person: Person, measure: Measure) -> str:
    """The second line of a lead without a seat."""
    return person.title.strip() or measure.say(message("Lead"))


def _card_width(group: Group, sizing: Sizing) -> float:
    scenario, measure = sizing.scenario, sizing.measure
    seats = [scenario.seats[seat] for team in group.teams for seat in group.members[team]]
    if group.seat is not None:
        seats.append(scenario.seats[group.seat])
    wanted = max(measure.cards(seats, sizing.project.people, sizing.holdings.over), default=0.0)
    if group.lead is not None and group.seat is None:
        person = sizing.project.people[group.lead]
        texts = measure.width(person.name, CARD_NAME), measure.width(lead_role(person, measure), CARD_ROLE)
        wanted = max(wanted, size.CARD_TEXT + max(texts) + size.CARD_END)
    for team in group.teams:
        style, around = (LABEL, 50.0) if group.lead is not None else (TEAM, 72.0)
        name = measure.width(scenario.teams[team].name, style)
        count = measure.width(count_of(team, sizing), BODY_MEDIUM)
        wanted = max(wanted, name + count + around)
    return float(min(max(ceil(wanted / _STEP) * _STEP, size.CARD_LEAST), size.CARD_MOST))


def count_of(team: str, sizing: Sizing) -> str:
    """``7/8``, empty for a team without seats."""
    seats = sizing.holdings.by_team.get(team, ())
    filled = sum(sizing.scenario.seats[seat].is_filled for seat in seats)
    return sizing.measure.count(filled, len(seats), paper=False) if seats else ""


def _head(group: Group, sizing: Sizing, card: float, lines: tuple[tuple[str, ...], tuple[str, ...]]) -> Rect:
    """The lead's card below the caption of the first team, or the node of a team that nobody leads."""
    if group.lead is None:
        return Rect(0.0, 0.0, card, NODE)
    usual = sizing.settings.card_height
    if group.seat is not None:
        return Rect(0.0, CAPTION, card, _height(group.seat, sizing, card))
    return Rect(0.0, CAPTION, card, card_height(len(lines[0]), len(lines[1]), usual))


def _height(seat: str, sizing: Sizing, card: float) -> float:
    one = sizing.scenario.seats[seat]
    over = one.person in sizing.holdings.over
    person = sizing.project.people.get(one.person)
    if sizing.measure.card(one, person, over=over) <= card:
        return sizing.settings.card_height  # as almost all are: nothing has to be broken into lines
    text = card_text(sizing.measure, one, person, over=over, width=card)
    return card_height(len(text.name), len(text.role), sizing.settings.card_height)


def _stack(
    team: str, group: Group, sizing: Sizing, card: float, head: Rect, *, y: float, first: bool
) -> Stack:
    """A team's members, in columns of about ten from top to bottom."""
    seats = group.members[team]
    top = 0.0 if first else y
    left = 0.0 if first else INDENT  # the line to the members below runs beside it
    header = Rect(left, top, card, NODE if group.lead is None else CAPTION)
    start = (head.bottom if first else header.bottom) + BELOW_HEAD
    columns = _columns(len(seats))
    cards: list[Rect] = []
    foot = start
    for column, (begin, end) in enumerate(columns):
        x, foot = INDENT + column * (card + SIDE + INDENT), start
        for seat in seats[begin:end]:
            height = _height(seat, sizing, card)
            cards.append(Rect(x, foot, card, height))
            foot += height + size.CARD_GAP
    bottom = max([rect.bottom for rect in cards], default=head.bottom if first else header.bottom)
    last = INDENT + max(len(columns) - 1, 0) * (card + SIDE + INDENT)
    add_row = Rect(last, foot, card, sizing.settings.card_height)
    width = last + card + SIDE if seats else card + SIDE
    area = Rect(0.0, top, width, bottom - top)
    if first and group.seat is not None:
        seats, cards = (group.seat, *seats), [head, *cards]
        columns = tuple((begin + 1, end + 1) for begin, end in columns)
    return Stack(team, area, header, seats, tuple(cards), columns, add_row)


def _columns(count: int) -> tuple[tuple[int, int], ...]:
    """The first and the last place of each column."""
    if not count:
        return ()
    columns = min(ceil(count / _LONG), size.MOST_COLUMNS)
    rows = ceil(count / columns)
    return tuple((begin, min(begin + rows, count)) for begin in range(0, count, rows))


def _as_wide(stack: Stack, width: float) -> Stack:
    area = Rect(stack.area.x, stack.area.y, width, stack.area.height)
    return Stack(stack.team, area, stack.header, stack.seats, stack.cards, stack.columns, stack.add_row)

"""Finds the place one step on or back, as keys shift them: of a team beside others, of a seat in its team."""

from planner.advice.moves import BetweenSeats, InGap
from planner.advice.seat_order import seat_name
from planner.domain import Project, Scenario, Seat, Team
from planner.errors import PlannerError
from planner.placement.hierarchy import hierarchy, only_squad


def sibling_gap(scenario: Scenario, team: Team, by: int) -> InGap:
    """The gap behind the next sibling (``by`` 1) or before the one in front (-1); refused at the ends."""
    tree = hierarchy(scenario.teams, scenario.links)
    parent = tree.above[team.id]
    siblings = tree.children[parent]
    place = siblings.index(team.id) + by
    if place < 0:
        raise PlannerError("{team} is the first already", team=team.name)
    if place >= len(siblings):
        raise PlannerError("{team} is the last already", team=team.name)
    return InGap(parent, siblings[place], None) if by < 0 else InGap(parent, None, siblings[place])


def seat_gap(project: Project, scenario: Scenario, seat: Seat, by: int) -> BetweenSeats:
    """The gap behind the next seat of the team (``by`` 1) or before the one in front; refused at the ends."""
    among = shifted_among(scenario, seat)
    place = among.index(seat.id) + by
    if place < 0:
        raise PlannerError("{seat} is the first already", seat=seat_name(project, seat, is_first=True))
    if place >= len(among):
        raise PlannerError("{seat} is the last already", seat=seat_name(project, seat, is_first=True))
    other = among[place]
    return BetweenSeats(seat.team, other, None) if by < 0 else BetweenSeats(seat.team, None, other)


def shifted_among(scenario: Scenario, seat: Seat) -> tuple[str, ...]:
    """The seats of a team in their order; those on one side of it where it stands in two with headings."""
    own = [each for each in scenario.seats if each.team == seat.team]
    if only_squad(scenario.teams) == seat.team:
        own = [each for each in own if each.function.is_role == seat.function.is_role]
    return tuple(each.id for each in own)

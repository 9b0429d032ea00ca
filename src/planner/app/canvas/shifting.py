"""Finds the place one step on or back for a team among its siblings, as the keys shift it."""

from planner.advice.moves import InGap
from planner.domain import Scenario, Team
from planner.errors import PlannerError
from planner.placement.hierarchy import hierarchy


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

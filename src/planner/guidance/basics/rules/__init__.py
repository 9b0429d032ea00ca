"""The rules of the pack, in the order in which they are listed."""

from typing import Final

from planner.guidance.basics.rule import BasicsRule
from planner.guidance.basics.rules import layers, many_teams, span_of_control, team_cost, team_lead, team_size

RULES: Final[tuple[BasicsRule, ...]] = (
    span_of_control.RULE,
    layers.RULE,
    team_size.RULE,
    team_lead.RULE,
    many_teams.RULE,
    team_cost.RULE,
)

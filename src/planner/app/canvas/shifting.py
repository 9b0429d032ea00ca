"""Shifts a team by one place among its siblings, as the keys do."""

from planner.advice.moves import InGap, Outcome
from planner.advice.team_moves import team_outcome
from planner.domain import Project, Scenario, Team
from planner.messages import message
from planner.placement.hierarchy import hierarchy


def shifted(project: Project, scenario: Scenario, team: Team, by: int) -> Outcome:
    """What shifting a team one place on (``by`` 1) or back (-1) does; refused at the ends."""
    tree = hierarchy(scenario.teams, scenario.links)
    parent = tree.above[team.id]
    siblings = tree.children[parent]
    place = siblings.index(team.id) + by
    if not 0 <= place < len(siblings):
        words = message("{team} is the first already", team=team.name)
        if by > 0:
            words = message("{team} is the last already", team=team.name)
        return Outcome(edit=None, words=words, on_card=words, refusal=words)
    gap = InGap(parent, siblings[place], None) if by < 0 else InGap(parent, None, siblings[place])
    return team_outcome(project, scenario.id, team.id, gap)

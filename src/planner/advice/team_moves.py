"""Moves of whole teams: under another, out onto the canvas, or to another place among its siblings."""

from functools import partial

from planner.advice.drops import InGap, OnCanvas, OnTeam, Outcome, Target, refused
from planner.domain import Project, Scenario, Team, edits
from planner.messages import Message, message
from planner.placement.hierarchy import Hierarchy, hierarchy


def team_outcome(project: Project, scenario_id: str, team: str, target: Target) -> Outcome:
    """What dropping a team on a target does; circles, locked teams and what changes nothing are refused."""
    scenario = project.scenarios[scenario_id]
    box = scenario.teams[team]
    if box.locked:
        return refused(message("Team is locked"))
    tree = _tree_of(scenario)
    match target:
        case OnTeam(other):
            found = _under(scenario, tree, box, scenario.teams[other])
        case OnCanvas():
            found = _out(scenario, tree, box)
        case InGap():
            found = _beside(scenario, tree, box, target)
            if found.edit is not None and not found.edit(project).difference:
                return refused(message("Already there"))
        case _:
            return refused(message("A team stands on the chart"))
    return found  # under another team it never was: no trial for each of the thousands that a list names


_last: tuple[Scenario, Hierarchy] | None = None
"""The tree of the last layout asked for: a list of places asks for the same one hundreds of times."""


def _tree_of(scenario: Scenario) -> Hierarchy:
    global _last  # noqa: PLW0603 - a memory of work done, which changes no answer
    known = _last
    if known is None or known[0] is not scenario:
        _last = known = (scenario, hierarchy(scenario.teams, scenario.links))
    return known[1]


def is_above(scenario: Scenario, team: str, other: str) -> bool:
    """Whether a team is another or stands above it, by the parents that the plan names."""
    seen: set[str] = set()
    current: str | None = other
    while current is not None and current not in seen:
        if current == team:
            return True
        seen.add(current)
        current = scenario.teams[current].parent
    return False


def _under(scenario: Scenario, tree: Hierarchy, box: Team, other: Team) -> Outcome:
    if is_above(scenario, box.id, other.id):
        return refused(message("A team cannot stand under itself"))
    if box.parent == other.id:
        return refused(message("Already under {team}", team=other.name))
    edit = partial(edits.move_team, scenario=scenario.id, team=box.id, parent=other.id)
    words = message("Move under {team}", team=other.name)
    remark = _stays(scenario, tree, box, other.id)
    return Outcome(edit, words, message("Drop to move under {team}", team=other.name), remark=remark)


def _out(scenario: Scenario, tree: Hierarchy, box: Team) -> Outcome:
    if box.parent is None:
        stays = _stays(scenario, tree, box, None)
        return refused(stays or message("Stands under no team already"))
    above = scenario.teams[box.parent]
    edit = partial(edits.move_team, scenario=scenario.id, team=box.id, parent=None)
    words = message("Move out of {team}", team=above.name)
    return Outcome(edit, words, words, remark=_stays(scenario, tree, box, None))


def _beside(scenario: Scenario, tree: Hierarchy, box: Team, gap: InGap) -> Outcome:
    if box.id in (gap.before, gap.after):
        return refused(message("Already there"))
    if gap.parent is not None and is_above(scenario, box.id, gap.parent):
        return refused(message("A team cannot stand under itself"))
    # A squad that its core serves stands below it whatever its parent, which then stays.
    is_here = tree.above[box.id] == gap.parent
    parent = box.parent if is_here else gap.parent
    edit = partial(
        edits.move_team,
        scenario=scenario.id,
        team=box.id,
        parent=parent,
        before=gap.before,
        after=gap.after if gap.before is None else None,
    )
    beside = scenario.teams[gap.before or gap.after or ""].name
    words = _beside_words(scenario, gap, beside, is_here=is_here)
    remark = None if is_here else _stays(scenario, tree, box, gap.parent)
    return Outcome(edit, words, words, remark=remark)


def _beside_words(scenario: Scenario, gap: InGap, beside: str, *, is_here: bool) -> Message:
    """Which sibling a team is put beside, and under which team where that is another one."""
    if is_here:
        return message("Place before {team}" if gap.before else "Place behind {team}", team=beside)
    if gap.parent is None:
        text = "Move to the top, before {team}" if gap.before else "Move to the top, behind {team}"
        return message(text, team=beside)
    above = scenario.teams[gap.parent].name
    text = "Move under {parent}, before {team}" if gap.before else "Move under {parent}, behind {team}"
    return message(text, parent=above, team=beside)


def _stays(scenario: Scenario, tree: Hierarchy, box: Team, parent: str | None) -> Message | None:
    """Says that a served squad is drawn below its core all the same."""
    above = tree.above[box.id]
    if box.id not in tree.served or above is None or above == parent:
        return None
    return message("stands below {team}, which serves it", team=scenario.teams[above].name)

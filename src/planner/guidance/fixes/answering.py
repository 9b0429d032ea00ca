"""Fixes that name one accountable team for an activity, or leave it to one of several."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Final

from planner.domain import Activity, Edit, Function, Kind, Level, edits, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.steps import both
from planner.guidance.statements import Fix
from planner.messages import message

DONE_BY: Final = {
    Activity.DATA_PIPELINES: (Function.DATA_ENGINEER,),
    Activity.MODEL_DEVELOPMENT: (Function.DATA_SCIENTIST, Function.RESEARCH_SCIENTIST),
    Activity.DEPLOYMENT: (Function.MLOPS_ENGINEER,),
    Activity.CONTINUOUS_TRAINING: (Function.MLOPS_ENGINEER,),
    Activity.VALIDATION: (Function.DATA_SCIENTIST, Function.DATA_ANALYST),
    Activity.MONITORING: (Function.MLOPS_ENGINEER, Function.SOFTWARE_DEVELOPER),
    Activity.GOVERNANCE: (Function.MLOPS_ENGINEER, Function.DATA_ENGINEER),
    Activity.APPLICATION_INTEGRATION: (Function.SOFTWARE_DEVELOPER,),
}
"""Who is offered as accountable: the team with most of these people."""
_BY_SQUADS: Final = (Activity.MODEL_DEVELOPMENT, Activity.VALIDATION, Activity.APPLICATION_INTEGRATION)
"""What squads are offered for first; the rest goes to the core first."""
_OFFERED = 4


def ablest(facts: Facts, activity: Activity, teams: Iterable[str]) -> str | None:
    """The team with most of the people for an activity, then with most ML work; ties by the order given."""
    able = [
        (
            sum(facts.teams[team].fte.get(each, 0) for each in DONE_BY[activity]),
            facts.teams[team].ml_fte,
            team,
        )
        for team in teams
    ]
    return max(able, key=lambda entry: entry[:2])[-1] if able else None


def set_level(facts: Facts, activity: Activity, team: str, level: Level | None) -> Edit:
    """Say how a team is responsible for an activity."""
    return partial(
        edits.set_responsibility, scenario=facts.scenario.id, activity=activity, team=team, level=level
    )


def name_one(facts: Facts, gaps: Mapping[Activity, list[str]]) -> Iterator[Fix]:
    """Name an accountable team for activities of squads that have none: the core, or each squad itself.

    For all activities in one step, then for each. A layout without squads names none of them.
    """
    first = [next(_ways_to_name(facts, *gap), None) for gap in gaps.items()]
    fixes = [fix for fix in first if fix is not None]
    if len(fixes) > 1:
        yield both(message("Name one accountable team each"), *fixes)
    for gap in islice(gaps.items(), _OFFERED):
        yield from _ways_to_name(facts, *gap)


def _ways_to_name(facts: Facts, activity: Activity, squads: list[str]) -> Iterator[Fix]:
    is_for_squads = activity in _BY_SQUADS or _some_answer(facts, activity)
    for way in (_each_squad, _central) if is_for_squads else (_central, _each_squad):
        fix = way(facts, activity, squads)
        if fix is not None:
            yield fix


def _some_answer(facts: Facts, activity: Activity) -> bool:
    """Whether squads answer for an activity already, with which a core could collide."""
    return len(facts.accountable[activity]) > len(facts.central[activity])


def _central(facts: Facts, activity: Activity, squads: list[str]) -> Fix | None:
    """The core that serves the squads, else another core, else any team that is no squad."""
    teams = [team for team in facts.scenario.teams if team.kind not in (Kind.GROUP, Kind.SQUAD)]
    cores = [team.id for team in teams if team.kind is Kind.CORE]
    serving = [core for core in cores if facts.tied(core).serves & set(squads)]
    team = ablest(facts, activity, serving or cores or [team.id for team in teams])
    return None if team is None else made_accountable(facts, activity, team)


def made_accountable(facts: Facts, activity: Activity, team: str) -> Fix:
    """Make a team accountable for an activity."""
    label = message(
        "Make {team} accountable for {activity}",
        team=facts.team(team).name,
        activity=message(activity.phrase),
    )
    return Fix(label, set_level(facts, activity, team, Level.ACCOUNTABLE))


def _each_squad(facts: Facts, activity: Activity, squads: list[str]) -> Fix | None:
    if not squads:
        return None
    if len(squads) == 1:
        return made_accountable(facts, activity, squads[0])
    label = message("Make each squad accountable for {activity}", activity=message(activity.phrase))
    steps = [set_level(facts, activity, squad, Level.ACCOUNTABLE) for squad in squads]
    return Fix(label, together(label, *steps))


def settle_on_one(facts: Facts, collisions: Mapping[Activity, list[str]]) -> Iterator[Fix]:
    """Leave each activity that several teams answer for to one of them; the others stay responsible.

    For all activities in one step, then for each.
    """
    ways = {activity: _ways_to_settle(facts, activity, squads) for activity, squads in collisions.items()}
    first = [fixes[0] for fixes in ways.values() if fixes]
    if len(first) > 1:
        yield both(message("Leave one accountable team each"), *first)
    for fixes in list(ways.values())[:_OFFERED]:
        yield from fixes


def _ways_to_settle(facts: Facts, activity: Activity, squads: list[str]) -> list[Fix]:
    """Left to one team that is no squad, or to the squads that answer for it."""
    accountable, central = facts.accountable[activity], facts.central[activity]
    in_order = [team.id for team in facts.scenario.teams if team.id in central]
    cores = [team for team in in_order if facts.teams[team].kind is Kind.CORE]
    serving = [core for core in cores if facts.tied(core).serves & set(squads)]
    keeper = ablest(facts, activity, serving or cores or in_order)
    ways = []
    if keeper is not None:
        others = (central | (accountable & set(squads))) - {keeper}
        ways.append(_left_to(facts, activity, facts.team(keeper).name, others))
    if accountable & set(squads) and central:
        ways.append(_left_to(facts, activity, "", central))
    if not squads and len(accountable) > 1:
        team = ablest(facts, activity, [team.id for team in facts.scenario.teams if team.id in accountable])
        if team is not None:
            ways.append(_left_to(facts, activity, facts.team(team).name, accountable - {team}))
    squads_first = activity in _BY_SQUADS
    return ways[::-1] if squads_first else ways


def _left_to(facts: Facts, activity: Activity, name: str, others: frozenset[str]) -> Fix:
    words = "Leave {activity} to {team}" if name else "Leave {activity} to the squads"
    label = message(words, activity=message(activity.phrase), team=name)
    steps = (set_level(facts, activity, team, Level.RESPONSIBLE) for team in sorted(others))
    return Fix(label, together(label, *steps))

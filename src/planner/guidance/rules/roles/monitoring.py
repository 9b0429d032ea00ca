"""Finds models in production that nobody is set to watch. Guidance: Roles.

Half is for people who can watch (who says which metrics matter, and who measures them), half for someone on
call who can act.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import Aim, Function, Kind, Practice, PracticeKind, edits
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import NOBODY_FREE, fill, fill_twice, ways_to_fill
from planner.guidance.fixes.steps import both, new_id
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, a_role, teams
from planner.messages import message

_PAIR = (Function.DATA_SCIENTIST, Function.MLOPS_ENGINEER)
_ON_CALL = (Function.SOFTWARE_DEVELOPER, Function.MLOPS_ENGINEER)


def _missing(facts: Facts) -> list[Function]:
    return [function for function in _PAIR if not facts.tallies.filled[function]]


def _practices(facts: Facts) -> list[Practice]:
    return [each for each in facts.scenario.practices if each.kind is PracticeKind.ON_CALL]


def _somebody_on_call(facts: Facts) -> bool:
    return any(
        facts.teams[team].has(*_ON_CALL)
        for practice in _practices(facts)
        for team in facts.taking_part(practice)
    )


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if facts.scenario.aim is not Aim.PRODUCT:
        return None
    return int(not _missing(facts)) + int(_somebody_on_call(facts)), 2


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    missing = _missing(facts)
    if missing:
        yield Defect(
            key="watchers",
            part=losses.part(1),
            title=message("Nobody is there to watch the models"),
            where=WHOLE_LAYOUT,
            message=message(
                "It takes a data scientist to say what to watch, and an MLOps engineer to watch it."
            ),
            evidence=tuple(
                Evidence(message("No seat for {role} is filled.", role=a_role(function)))
                for function in missing
            ),
            fixes=partial(_fix_watchers, facts, missing),
            no_fix=NOBODY_FREE,
        )
    if not _somebody_on_call(facts):
        yield Defect(
            key="on-call",
            part=losses.part(1),
            title=message("Nobody is on call for the models"),
            where=WHOLE_LAYOUT,
            message=message(
                "No team with a developer or an MLOps engineer takes part in an on-call practice."
            ),
            subjects=teams(_able(facts)),
            evidence=(_on_call_fact(facts),),
            fixes=partial(_fix_on_call, facts),
            no_fix=NOBODY_FREE,
        )


def _on_call_fact(facts: Facts) -> Evidence:
    if not _practices(facts):
        return Evidence(message("There is no on-call practice."))
    return Evidence(message("Those on call have neither a developer nor an MLOps engineer seat filled."))


def _able(facts: Facts) -> list[str]:
    """Teams that could be on call: ML teams first, then who has most people for it."""
    one, other = _ON_CALL
    found = []
    for place, team in enumerate(facts.scenario.teams):
        mine = facts.teams[team.id]
        if (mine.filled.get(one) or mine.filled.get(other)) and team.kind is not Kind.GROUP:
            able = mine.fte.get(one, 0) + mine.fte.get(other, 0)
            found.append((not team.kind.is_ml, -able, place, team.id))
    return [team for *_, team in sorted(found)]


def _fix_watchers(facts: Facts, missing: list[Function]) -> Iterator[Fix]:
    return fill(facts, missing[0]) if len(missing) == 1 else fill_twice(facts, *missing)


def _fix_on_call(facts: Facts) -> Iterator[Fix]:
    able = _able(facts)
    if able:
        yield _put_on_call(facts, able[:1])
        ml_teams = [team for team in able if facts.teams[team].kind.is_ml]
        if len(ml_teams) > 1:
            yield _put_on_call(facts, ml_teams)
        return
    for function in _ON_CALL:
        for team, fix in ways_to_fill(facts, function):
            put = _put_on_call(facts, [team])
            yield both(message("{fill}, on call", fill=fix.label), fix, put)


def _put_on_call(facts: Facts, teams_on_call: list[str]) -> Fix:
    """Let teams take part in the on-call practice there is, or start one that the first of them owns."""
    scenario, practices = facts.scenario.id, _practices(facts)
    if len(teams_on_call) == 1:
        label = message("Put {team} on call", team=facts.team(teams_on_call[0]).name)
    else:
        label = message("Put {count} teams on call", count=len(teams_on_call))
    if practices:
        known = practices[0]
        others = tuple(team for team in teams_on_call if team not in known.teams)
        change = partial(
            edits.edit_practice,
            scenario=scenario,
            practice=known.id,
            owner=known.owner,
            teams=(*known.teams, *others),
        )
        return Fix(label, change)
    practice = Practice(
        id=new_id(),
        kind=PracticeKind.ON_CALL,
        owner=teams_on_call[0],
        teams=tuple(teams_on_call),
    )
    return Fix(label, partial(edits.add_practice, scenario=scenario, practice=practice))


RULE = Rule(
    id="roles/monitoring",
    name=message("Running models are watched"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Scenarios whose aim is products."),
    looks_for=message(
        "Half: a data scientist and an MLOps engineer, anywhere. Half: a team with a developer or an MLOps "
        "engineer that takes part in an on-call practice."
    ),
    why=message(
        "Models in products go stale in silence. Somebody has to define what to measure, somebody to "
        "measure it, and somebody to be called when it goes wrong."
    ),
    better=message("Both roles filled, and an on-call practice that names a team which can act."),
    section=message("Roles"),
    says=message(
        "Data scientists define the metrics to watch in production, MLOps engineers monitor them, and "
        "developers are on call."
    ),
    breaking="""
scenario Today: small-startup, product
squad Checkout
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    mended="""
scenario Today: small-startup, product
squad Checkout
  DS Ravi Kulkarni
  MO Clara Dubois
practice on-call by Checkout
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)

"""Finds cores without developers of their own, or within reach by agreed priorities. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Kind, LinkKind, PracticeKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.agreeing import agreed
from planner.guidance.fixes.linking import collaborating, link
from planner.guidance.fixes.staffing import CHOICES, fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

_DEVELOPER = Function.SOFTWARE_DEVELOPER
_OWN, _LENT, _MOST = 10, 7, 10
_MENDED_ALONE = 2


def _lenders(facts: Facts, core: str) -> list[str]:
    """The teams with a developer that collaborate with a core or serve it."""
    ties = facts.tied(core)
    return [each for each in ties.collaborates | ties.served_by if facts.teams[each].has(_DEVELOPER)]


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.CORE:
        return None
    if facts.has_with_ventures(team, _DEVELOPER):
        return _OWN, _MOST
    lenders = _lenders(facts, team)
    if not lenders:
        return 0, _MOST
    shared = any(facts.together(team, each, PracticeKind.PRIORITISATION) for each in lenders)
    return _MOST if shared else _LENT, _MOST


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    lent = [core for core in losses.items if _lenders(facts, core)]
    without = [core for core in losses.items if core not in set(lent)]
    if without:
        yield Defect(
            key="developers",
            part=losses.part(_MOST * len(without)),
            title=counted("One core has no developers", "{count} cores have no developers", len(without)),
            where=at(team_names(facts, without)),
            message=message("Nobody within reach of the core can join its models to the products."),
            subjects=teams(without),
            evidence=of_each(
                facts, without, "{team} has no developer, and no team with one serves or works with it."
            ),
            fixes=partial(_fix_without, facts, without),
            no_fix=message("Nobody with this role has time left, and no other team has a developer."),
        )
    if lent:
        yield Defect(
            key="priorities",
            part=losses.part((_MOST - _LENT) * len(lent)),
            title=counted("One core borrows developers ad hoc", "{count} cores borrow developers", len(lent)),
            where=at(team_names(facts, lent)),
            message=message("Developers are shared with another team, but no order of the work is agreed."),
            subjects=teams(lent),
            evidence=of_each(
                facts, lent, "{team} and the teams that lend it developers share no prioritisation."
            ),
            fixes=partial(_fix_lent, facts, lent),
            no_fix=message("There is no team to agree with."),
        )


def _fix_without(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    able = [
        (not team.kind.is_ml, -facts.teams[team.id].fte[_DEVELOPER], place, team.id)
        for place, team in enumerate(facts.scenario.teams)
        if facts.teams[team.id].has(_DEVELOPER) and team.kind is not Kind.GROUP
    ]
    helpers = [team for *_, team in sorted(able)][:CHOICES]
    for core in cores[:_MENDED_ALONE]:
        for helper in helpers[:1]:
            yield _share_with(facts, core, helper)
        yield from fill(facts, _DEVELOPER, one_of(core))
        yield from (link(facts, core, helper, LinkKind.COLLABORATES) for helper in helpers)


def _share_with(facts: Facts, core: str, helper: str) -> Fix:
    """Have two teams collaborate and agree on priorities in one step."""
    label = message(
        "Share developers of {helper} with {core}", helper=facts.team(helper).name, core=facts.team(core).name
    )
    return collaborating(facts, label, core, helper, PracticeKind.PRIORITISATION)


def _fix_lent(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    for core in cores[:_MENDED_ALONE]:
        for lender in sorted(_lenders(facts, core))[:CHOICES]:
            label = message(
                "Rank the work of {core} and {lender} together",
                core=facts.team(core).name,
                lender=facts.team(lender).name,
            )
            yield Fix(label, agreed(facts, PracticeKind.PRIORITISATION, [core, lender], owner=core))
        yield from fill(facts, _DEVELOPER, one_of(core))


RULE = Rule(
    id="core/engineering-capacity",
    name=message("The core has developers it can count on"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message(
        "A developer in the core or in a venture under it; else a team with one that collaborates with the "
        "core or serves it, and a prioritisation in which both take part. Without that prioritisation it "
        "counts 70%."
    ),
    why=message(
        "A central team has few developers of its own. What it builds waits until others find the time, "
        "unless both sides agree on what comes first."
    ),
    better=message("Developers of its own, or shared ones under priorities that both teams agreed on."),
    section=message("Structures: centralized"),
    says=message(
        "A central team is short of developers. The remedy is shared responsibility with engineering, under "
        "agreed priorities."
    ),
    breaking="""
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
partner Engineering
  SD Adam Novak
""",
    mended="""
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
partner Engineering
  SD Adam Novak
ML Platform collaborates Engineering
practice prioritisation by ML Platform: Engineering
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

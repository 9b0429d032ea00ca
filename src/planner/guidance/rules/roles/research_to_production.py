"""Finds research scientists whose results have no way into production. Guidance: Roles, inferred from it.

They need not take a result to production themselves, so that somebody within reach must.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Kind, LinkKind
from planner.guidance.capabilities import Capability
from planner.guidance.facts import Facts
from planner.guidance.fixes.linking import link_all, provider
from planner.guidance.fixes.staffing import fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, team_names, teams, told
from planner.messages import message

_WAYS = (Function.MLOPS_ENGINEER, Function.SOFTWARE_DEVELOPER)
_MENDED_ALONE = 2


def _judge(facts: Facts, team: str) -> Judgement | None:
    mine = facts.teams[team]
    if mine.kind is Kind.GROUP or not mine.has(Function.RESEARCH_SCIENTIST):
        return None
    reaches = facts.reaches(team, Capability.HOST) or facts.reaches(team, Capability.EMBED)
    return int(reaches), 1


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    cut_off = list(losses.items)
    yield Defect(
        key="cut-off",
        part=losses.part(len(cut_off)),
        title=message("Research has no way to production"),
        where=at(team_names(facts, cut_off)),
        message=message("Research scientists sit where nobody within reach hosts or embeds what they find."),
        subjects=teams(cut_off),
        evidence=told(
            (
                Evidence(
                    message(
                        "{team} reaches no MLOps engineer and no software developer.",
                        team=facts.team(team).name,
                    ),
                    teams([team]),
                )
                for team in cut_off
            ),
            len(cut_off),
        ),
        fixes=partial(_fixes, facts, cut_off),
        no_fix=message(
            "No team has an MLOps engineer or a software developer, and nobody who is one is free."
        ),
    )


def _fixes(facts: Facts, cut_off: list[str]) -> Iterator[Fix]:
    helper = provider(facts, _WAYS)
    if helper is not None:
        yield from link_all(facts, helper, cut_off, LinkKind.COLLABORATES)
    for team in cut_off[:_MENDED_ALONE]:
        for function in _WAYS:
            yield from fill(facts, function, one_of(team))


RULE = Rule(
    id="roles/research-to-production",
    name=message("Research has a way to production"),
    category=Category.ROLES,
    source=Origin.INFERRED,
    needs=Needs.CHART,
    applies_to=message("Teams of any kind, groups aside, in which a research scientist seat is filled."),
    looks_for=message(
        "Whether the team has, or reaches through a team that serves it or collaborates with it, an MLOps "
        "engineer or a software developer."
    ),
    why=message(
        "A finding that nobody can bring to users is a paper. Somebody near the research must take it on."
    ),
    better=message(
        "An MLOps engineer or a software developer in the team, or a link to a team that has one."
    ),
    section=message("Roles"),
    says=message("Research scientists need not bring a result to production; then somebody near them must."),
    breaking="""
scenario Today: large-startup, research, centralized
core Lab
  RS Paula Reis
core Platform
  MO Clara Dubois
""",
    mended="""
scenario Today: large-startup, research, centralized
core Lab
  RS Paula Reis
core Platform
  MO Clara Dubois
Lab collaborates Platform
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

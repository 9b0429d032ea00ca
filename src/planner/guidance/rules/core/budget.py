"""Finds cores that must ask for money case by case, or have no room for experiments. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind
from planner.guidance.facts import Facts
from planner.guidance.fixes.fields import TEAM_LOCKED, give
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

PROPOSED_SHARE = 0.1
"""What a fix keeps for experiments; any share above none satisfies the rule."""


def _judge(facts: Facts, team: str) -> Judgement | None:
    row = facts.team(team)
    if row.kind is not Kind.CORE:
        return None
    return int(row.own_budget) + int(row.experiment_share > 0), 2


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    without = [core for core in losses.items if not facts.team(core).own_budget]
    if without:
        yield Defect(
            key="budget",
            part=losses.part(len(without)),
            title=counted("One core has no own budget", "{count} cores have no own budget", len(without)),
            where=at(team_names(facts, without)),
            message=message("Work that is hard to estimate cannot be paid for request by request."),
            subjects=teams(without),
            evidence=of_each(facts, without, "{team} has no budget of its own."),
            fixes=partial(_fix_budget, facts, without),
            no_fix=TEAM_LOCKED,
        )
    no_room = [core for core in losses.items if not facts.team(core).experiment_share > 0]
    if no_room:
        yield Defect(
            key="experiments",
            part=losses.part(len(no_room)),
            title=counted("One core plans no experiments", "{count} cores plan no experiments", len(no_room)),
            where=at(team_names(facts, no_room)),
            message=message("A plan without room for experiments leaves no way to find out what works."),
            subjects=teams(no_room),
            evidence=of_each(facts, no_room, "{team} keeps no part of its time or money for experiments."),
            fixes=partial(_fix_experiments, facts, no_room),
            no_fix=TEAM_LOCKED,
        )


def _fix_budget(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    return give(
        facts,
        cores,
        "Give {team} a budget of its own",
        "Give {count} cores a budget of their own",
        own_budget=True,
    )


def _fix_experiments(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    return give(
        facts,
        cores,
        "Keep 10% of {team} for experiments",
        "Keep 10% of {count} cores for experiments",
        experiment_share=PROPOSED_SHARE,
    )


RULE = Rule(
    id="core/budget",
    name=message("The core has a budget with room to try"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message("Half: a budget of its own. Half: any part of its time or money kept for experiments."),
    why=message(
        "Nobody can say beforehand what a model will take. A team that must promise each cost in advance "
        "promises little, and tries nothing."
    ),
    better=message("A budget of its own, and a share kept for experiments in every plan."),
    section=message("Structures: centralized"),
    says=message(
        "The work of a central team is hard to estimate. The remedy is a budget of its own, with experiments "
        "in every plan."
    ),
    breaking="""
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    mended="""
scenario Today: enterprise, product, centralized
core ML Platform, budget, experiments 20%
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

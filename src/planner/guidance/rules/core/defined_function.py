"""Finds cores of which nobody has said what they are for. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Aim, Focus, Kind
from planner.guidance.facts import Facts
from planner.guidance.fixes.fields import TEAM_LOCKED, give
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Fix
from planner.guidance.texts import is_given
from planner.guidance.wording import at, of_each, team_names, teams
from planner.messages import counted, message

_PURPOSES = {
    Aim.PRODUCT: "Bring machine learning into the company's products, and keep it running there",
    Aim.RESEARCH: "Find out what new methods of machine learning can do for the company",
}
"""What a fix proposes, for people to put in their own words."""


def _judge(facts: Facts, team: str) -> Judgement | None:
    row = facts.team(team)
    if row.kind is not Kind.CORE:
        return None
    return int(is_given(row.purpose)) + int(row.focus is not None), 2


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    vague = [core for core in losses.items if not is_given(facts.team(core).purpose)]
    if vague:
        yield Defect(
            key="purpose",
            part=losses.part(len(vague)),
            title=counted("One core has no stated purpose", "{count} cores have no purpose", len(vague)),
            where=at(team_names(facts, vague)),
            message=message("Nothing says what the core is there for, so everybody expects something else."),
            subjects=teams(vague),
            evidence=of_each(facts, vague, "The purpose of {team} is blank."),
            fixes=partial(_fix_purpose, facts, vague),
            no_fix=TEAM_LOCKED,
        )
    unfocused = [core for core in losses.items if facts.team(core).focus is None]
    if unfocused:
        yield Defect(
            key="focus",
            part=losses.part(len(unfocused)),
            title=counted("One core has no focus", "{count} cores have no focus", len(unfocused)),
            where=at(team_names(facts, unfocused)),
            message=message(
                "It is open whether the core works on future technology or on business metrics of the coming "
                "months."
            ),
            subjects=teams(unfocused),
            evidence=of_each(facts, unfocused, "No focus is chosen for {team}."),
            fixes=partial(_fix_focus, facts, unfocused),
            no_fix=TEAM_LOCKED,
        )


def _fix_purpose(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    return give(
        facts,
        cores,
        "Say what {team} is for",
        "Say what {count} cores are for",
        purpose=_PURPOSES[facts.scenario.aim],
    )


def _fix_focus(facts: Facts, cores: list[str]) -> Iterator[Fix]:
    """Business metrics first where the aim is products, future technology first where it is research."""
    metrics = give(
        facts,
        cores,
        "Focus {team} on business metrics",
        "Focus {count} cores on business metrics",
        focus=Focus.BUSINESS_METRICS,
    )
    future = give(
        facts,
        cores,
        "Focus {team} on future technology",
        "Focus {count} cores on future technology",
        focus=Focus.FUTURE_TECHNOLOGY,
    )
    first, second = (metrics, future) if facts.scenario.aim is Aim.PRODUCT else (future, metrics)
    for one, other in zip(first, second, strict=True):
        yield from (one, other)


RULE = Rule(
    id="core/defined-function",
    name=message("The core has a purpose and a focus"),
    category=Category.CENTRAL_TEAM,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Cores."),
    looks_for=message(
        "Half: a purpose in words. Half: a focus, either future technology or business metrics."
    ),
    why=message(
        "A central team can be asked for anything. Unless it is settled what it is for, it is judged by "
        "everybody's own idea of it."
    ),
    better=message(
        "A purpose of a sentence, and the choice between tomorrow's technology and today's metrics."
    ),
    section=message("Structures: centralized"),
    says=message(
        "The function of a central team tends to stay vague. The remedy is to say what it is for: technology "
        "of the future, or business metrics in the coming months."
    ),
    breaking="""
scenario Today: enterprise, product, centralized
core ML Platform
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    mended="""
scenario Today: enterprise, product, centralized
core ML Platform, purpose "Shared platform and models for every shop", focus business-metrics
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

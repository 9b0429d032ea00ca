"""Finds data analysts who sit away from the business people that they work for. Guidance: Roles."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Function, Kind, LinkKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.linking import link, link_all
from planner.guidance.fixes.staffing import fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, team_names, teams, told
from planner.messages import counted, message

_ANALYST = Function.DATA_ANALYST
_BUSINESS = (Function.PRODUCT, Function.BUSINESS)
_PARTNERS_OFFERED = 3
_MENDED_ALONE = 2


def _near(facts: Facts, team: str) -> bool:
    mine = facts.teams[team]
    if mine.kind is Kind.PARTNER or mine.has(*_BUSINESS):
        return True
    return any(facts.teams[other].kind is Kind.PARTNER for other in facts.tied(team).collaborates)


def _judge(facts: Facts, team: str) -> Judgement | None:
    analysts = facts.teams[team].filled.get(_ANALYST)
    if not analysts:
        return None
    return analysts if _near(facts, team) else 0, analysts


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    away = list(losses.items)
    seats = sum(facts.teams[team].filled[_ANALYST] for team in away)
    yield Defect(
        key="away",
        part=losses.part(seats),
        title=counted(
            "One analyst sits away from the business", "{count} analysts sit far from business", seats
        ),
        where=at(team_names(facts, away)),
        message=message(
            "Analyst seats stand in teams without product or business people, and without a link to any."
        ),
        subjects=teams(away),
        evidence=told(
            (
                Evidence(
                    message(
                        "{team} has no product or business person and collaborates with no partner team.",
                        team=facts.team(team).name,
                    ),
                    teams([team]),
                )
                for team in away
            ),
            len(away),
        ),
        fixes=partial(_fixes, facts, away),
        no_fix=message(
            "There is no partner team to link with, and nobody free for a product or business seat."
        ),
    )


def _fixes(facts: Facts, away: list[str]) -> Iterator[Fix]:
    partners = _partners(facts)
    if len(away) > 1 and partners:
        yield next(link_all(facts, partners[0], away, LinkKind.COLLABORATES))
    for team in away[:_MENDED_ALONE]:
        for partner in partners[:_PARTNERS_OFFERED]:
            yield link(facts, partner, team, LinkKind.COLLABORATES)
        for function in _BUSINESS:
            yield from fill(facts, function, one_of(team))


def _partners(facts: Facts) -> list[str]:
    """The partner teams, those with product or business people first, in the order on screen."""
    found = [team.id for team in facts.scenario.teams if team.kind is Kind.PARTNER]
    return sorted(found, key=lambda team: not facts.teams[team].has(*_BUSINESS))


RULE = Rule(
    id="roles/analyst-near-business",
    name=message("Analysts sit near the business"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.AGREEMENTS,
    applies_to=message("Filled data analyst seats."),
    looks_for=message(
        "Whether the team of the seat is a partner team, has a product or business seat filled, or "
        "collaborates with a partner team."
    ),
    why=message(
        "An analyst answers questions that product and business people ask. Far from them, the questions "
        "arrive late and the answers are not used."
    ),
    better=message(
        "A product or business person in the analyst's team, or a team that works with a partner team."
    ),
    section=message("Roles"),
    says=message("Data analysts work with product managers and business teams."),
    breaking="""
scenario Today: enterprise, product, centralized
core ML Platform
  DA Sofia Marino
  DS Ravi Kulkarni
partner Marketing
  BU Dieter Vogel
""",
    mended="""
scenario Today: enterprise, product, centralized
core ML Platform
  DA Sofia Marino
  DS Ravi Kulkarni
partner Marketing
  BU Dieter Vogel
ML Platform collaborates Marketing
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

"""Finds roles that nobody fills: a mature organisation has all six of them.

How much a role weighs depends on the company: research counts double for one that aims at research, half in
an enterprise that builds products, and not at all in a start-up that does. Guidance: Roles.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import ROLES, Function, Seat
from planner.guidance.amounts import fixed
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import NOBODY_FREE, fill
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Guidance
from planner.guidance.wording import WHOLE_LAYOUT, role_name, seats, teams
from planner.messages import counted, message


def _weights(facts: Facts) -> dict[Function, int]:
    """The fixed-point weight of each role that counts here."""
    weights = facts.pack.role_weights[facts.scenario.aim, facts.scenario.stage]
    return {role: fixed(weights[role]) for role in ROLES if weights[role]}


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if not facts.tallies.ml_teams:
        return None
    weights = _weights(facts)
    filled = sum(weight for role, weight in weights.items() if facts.tallies.filled[role])
    return filled, sum(weights.values())


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    for role, weight in _weights(facts).items():
        if not facts.tallies.filled[role]:
            yield _defect(facts, role, losses.part(weight))


def _seats_for(facts: Facts, role: Function) -> list[Seat]:
    """The seats for a role; few layouts have any for one that nobody fills, and most are not searched."""
    if not any(role in team.vacant or role in team.filled for team in facts.teams.values()):
        return []
    return [seat for seat in facts.scenario.seats if seat.function is role]


def _defect(facts: Facts, role: Function, part: float) -> Defect:
    vacant = _seats_for(facts, role)
    fact = counted(
        "One seat for this role is vacant.", "{count} seats for this role are vacant.", len(vacant)
    )
    return Defect(
        key=role,
        part=part,
        title=message("No {role}", role=role_name(role)),
        where=WHOLE_LAYOUT,
        message=message("Nobody fills the {role} role.", role=role_name(role)),
        subjects=teams(team.id for team in facts.scenario.teams if team.kind.is_ml),
        evidence=(
            Evidence(
                fact if vacant else message("No team has a seat for this role."), seats(s.id for s in vacant)
            ),
        ),
        guidance=Guidance(message("Roles"), facts.pack.role_texts[role]),
        fixes=partial(fill, facts, role),
        no_fix=NOBODY_FREE,
    )


RULE = Rule(
    id="roles/coverage",
    name=message("Every role is filled"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Layouts with at least one ML team."),
    looks_for=message("Roles that nobody fills, in a team of any kind."),
    why=message(
        "Each role does work that the others depend on: without data nothing can be trained, and without "
        "integration nothing reaches a user. What nobody does is left to chance."
    ),
    better=message(
        "Somebody for each role that counts, full time or part time. A research scientist counts double "
        "where the aim is research, half in an enterprise with a product aim, and not in a start-up with one."
    ),
    section=message("Roles"),
    says=message("A mature organisation has all six roles."),
    breaking="""
person Mateo Silva: data-engineer
scenario Today: small-startup, product
squad Checkout
  DA Ana Costa
  DS Ravi Kulkarni
  MO Clara Dubois
  SD Adam Novak
""",
    mended="""
scenario Today: small-startup, product
squad Checkout
  DA Ana Costa
  DE Mateo Silva
  DS Ravi Kulkarni
  MO Clara Dubois
  SD Adam Novak
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)

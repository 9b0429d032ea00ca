"""Finds organisations that aim at research without a research scientist. Guidance: Roles."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Aim, Function
from planner.guidance.amounts import ONE, floating
from planner.guidance.facts import Facts
from planner.guidance.fixes.seats import raise_share
from planner.guidance.fixes.staffing import NOBODY_FREE, fill
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, seats
from planner.messages import Fte, message

_RESEARCHER = Function.RESEARCH_SCIENTIST


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if facts.scenario.aim is not Aim.RESEARCH:
        return None
    return min(facts.tallies.fte[_RESEARCHER], ONE), ONE


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    held = [seat.id for seat in facts.scenario.seats if seat.function is _RESEARCHER and seat.is_filled]
    yield Defect(
        key="research",
        part=losses.part(losses.possible - losses.earned),
        title=message("Less than one research scientist")
        if held
        else message("No research scientist for research"),
        where=WHOLE_LAYOUT,
        message=message(
            "The aim is research, and less than one full-time research scientist is there for it."
        ),
        subjects=seats(held),
        evidence=(
            Evidence(
                message(
                    "Research scientists give {fte} of 1.0 FTE.",
                    fte=Fte(floating(facts.tallies.fte[_RESEARCHER])),
                ),
                seats(held),
            ),
        ),
        fixes=partial(_fixes, facts, held),
        no_fix=NOBODY_FREE,
    )


def _fixes(facts: Facts, held: list[str]) -> Iterator[Fix]:
    for seat in held:
        yield from raise_share(facts, facts.scenario.seats[seat], 1.0)
    yield from fill(facts, _RESEARCHER)


RULE = Rule(
    id="roles/research-for-innovation",
    name=message("Research has a research scientist"),
    category=Category.ROLES,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Scenarios whose aim is research."),
    looks_for=message("The FTE that research scientists give, in all teams together; one FTE is enough."),
    why=message(
        "New algorithms and techniques come from people who have the time to look for them. A company that "
        "lives by innovation cannot leave that to whoever is done early."
    ),
    better=message("At least one research scientist, full time, or several who add up to one."),
    section=message("Roles"),
    says=message("A research scientist is for organisations that aim at innovation: there, one is needed."),
    breaking="""
person Paula Reis: research-scientist
scenario Today: small-startup, research, centralized
core Lab
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    mended="""
scenario Today: small-startup, research, centralized
core Lab
  RS Paula Reis
  DS Ravi Kulkarni
  MO Clara Dubois
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)

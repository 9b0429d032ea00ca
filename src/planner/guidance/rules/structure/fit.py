"""Finds structures that do not suit the company's stage and aim, as far as the teams show them.

A label buys nothing that the teams do not show: the fit of the declared structure is multiplied by the share
of the layout that has its shape. Guidance: Structures.
"""

from collections.abc import Iterator
from functools import partial

from planner.domain import Structure
from planner.guidance.facts import Facts
from planner.guidance.fixes.reshaping import declare, reshape
from planner.guidance.recommending import fit_sentence, recommendation
from planner.guidance.rule import Category, Defect, Losses, Needs, Origin, Rule, Scope
from planner.guidance.shapes import judge_declared, shape_context
from planner.guidance.statements import Evidence, Fix, Guidance
from planner.guidance.wording import WHOLE_LAYOUT, at, team_names, teams
from planner.messages import Message, Share, message


def _fit(facts: Facts) -> float:
    return facts.pack.fit(facts.scenario.stage, facts.scenario.aim, facts.scenario.structure)


def _shown(earned: int, possible: int) -> float:
    return earned / possible if possible else 0.0


def _combine(facts: Facts, earned: int, possible: int) -> float:
    return _fit(facts) * _shown(earned, possible)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    fit, shown = _fit(facts), _shown(losses.earned, losses.possible)
    if fit < 1:
        yield _other_suits_better(facts, 1 - fit)
    if fit * (1 - shown) > 0:
        yield _not_built(facts, losses, fit * (1 - shown), shown)


def _other_suits_better(facts: Facts, part: float) -> Defect:
    best = _best(facts)
    return Defect(
        key="suits",
        part=part,
        title=message("Another structure suits better"),
        where=WHOLE_LAYOUT,
        message=fit_sentence(facts.pack, facts.scenario),
        evidence=(
            Evidence(
                message(
                    "{structure} has a fit of {fit} for this stage and aim.",
                    structure=_label(facts.scenario.structure),
                    fit=Share(_fit(facts)),
                )
            ),
            *(
                Evidence(
                    message(
                        "{structure} has a fit of {fit}.",
                        structure=_label(each),
                        fit=Share(facts.pack.fit(facts.scenario.stage, facts.scenario.aim, each)),
                    )
                )
                for each in best
            ),
        ),
        guidance=Guidance(message("Which structure for whom"), _why(facts)),
        fixes=partial(_fix_suits, facts),
        no_fix=message("It takes more than one ML team, unlocked, to build the structure that suits better."),
    )


def _not_built(facts: Facts, losses: Losses, part: float, shown: float) -> Defect:
    return Defect(
        key="built",
        part=part,
        title=message("Structure is declared but not built"),
        where=at(team_names(facts, losses.items)) if losses.items else WHOLE_LAYOUT,
        message=message("The structure can only pay off as far as the teams show it."),
        subjects=teams(losses.items),
        evidence=(
            Evidence(
                message(
                    "{share} of the ML work sits in teams that fit {structure}.",
                    share=Share(shown),
                    structure=message(facts.scenario.structure.label.lower()),
                )
            ),
        ),
        fixes=partial(_fix_built, facts),
        no_fix=message("It takes people in ML teams, unlocked, to build the structure."),
    )


def _best(facts: Facts) -> tuple[Structure, ...]:
    scenario = facts.scenario
    return recommendation(facts.pack, scenario.stage, scenario.aim, scenario.chooser).structures


def _why(facts: Facts) -> Message:
    scenario = facts.scenario
    return recommendation(facts.pack, scenario.stage, scenario.aim, scenario.chooser).why


def _label(structure: Structure) -> Message:
    return message(structure.label)


def _fix_suits(facts: Facts) -> Iterator[Fix]:
    for structure in _best(facts):
        yield from reshape(facts, structure)
    yield from declare(facts)


def _fix_built(facts: Facts) -> Iterator[Fix]:
    yield from reshape(facts, facts.scenario.structure)
    yield from declare(facts)


RULE = Rule(
    id="structure/fit",
    name=message("The structure suits the company"),
    category=Category.STRUCTURE,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Every scenario."),
    looks_for=message(
        "How well the declared structure suits the company's stage and aim, times the share of the ML work "
        "in teams that show that structure."
    ),
    why=message(
        "A start-up that ships products is slowed down by a centre, one that does research is starved by "
        "squads, and an enterprise needs both shared ground and closeness to each business."
    ),
    better=message(
        "Squads for a start-up with a product aim, a central team for one with a research aim, a hybrid or a "
        "product centre for an enterprise. No structure is final."
    ),
    section=message("Which structure for whom"),
    says=message("How mature the company is and what it wants from AI decide which structure suits it."),
    breaking="""
scenario Today: small-startup, product, centralized
core ML Team
  DS Ravi Kulkarni
  MO Clara Dubois
  DE Mateo Silva
  SD Adam Novak
""",
    mended="""
scenario Today: small-startup, product, decentralized
squad ML Team
  DS Ravi Kulkarni
  MO Clara Dubois
  DE Mateo Silva
  SD Adam Novak
""",
    scope=Scope.TEAMS,
    judge=judge_declared,
    explain=_explain,
    context=shape_context,
    combine=_combine,
)

"""Tells which teams have the shape that a structure asks for, and how much of the ML work sits in them."""

from collections.abc import Hashable

from planner.domain import Function, Kind, Structure
from planner.guidance.facts import Facts
from planner.guidance.rule import Judgement
from planner.guidance.texts import is_given


def fits(facts: Facts, team: str, structure: Structure) -> bool:
    """Whether a team is of the shape that a structure asks for.

    For a hybrid the team's kind alone is looked at here; ``has_both_halves`` says the rest.
    """
    kind = facts.teams[team].kind
    match structure:
        case Structure.CENTRALIZED:
            return kind is Kind.CORE
        case Structure.DECENTRALIZED:
            return kind is Kind.SQUAD
        case Structure.HYBRID:
            return kind in (Kind.CORE, Kind.SQUAD)
        case Structure.PRODUCT_CENTRE:
            return _fits_product_centre(facts, team)


def _fits_product_centre(facts: Facts, team: str) -> bool:
    """Ventures under a core; cores with a venture under them, or under such a core; cores with a product."""
    mine, nesting = facts.teams[team], facts.nesting
    if mine.kind is Kind.VENTURE:
        return bool(nesting.cores_above(team))
    if mine.kind is not Kind.CORE:
        return False
    return (
        team in nesting.ventures_under
        or any(core in nesting.ventures_under for core in nesting.cores_above(team))
        or (is_given(mine.row.product) and mine.has(Function.SOFTWARE_DEVELOPER))
    )


def has_both_halves(facts: Facts) -> bool:
    """Whether at least one core and at least one squad hold ML FTE, without which nothing fits a hybrid."""
    return bool(facts.tallies.ml_fte[Kind.CORE] and facts.tallies.ml_fte[Kind.SQUAD])


def judge_shape(facts: Facts, team: str, structure: Structure | None = None) -> Judgement | None:
    """The ML FTE of a team, earned when the team fits the declared structure (or another one)."""
    held = facts.teams[team].ml_fte
    if not held:
        return None
    asked = structure or facts.scenario.structure
    shown = fits(facts, team, asked) and (asked is not Structure.HYBRID or has_both_halves(facts))
    return held if shown else 0, held


def judge_declared(facts: Facts, team: str) -> Judgement | None:
    """The ML FTE of a team, earned when the team fits the declared structure."""
    return judge_shape(facts, team)


def shape_context(facts: Facts) -> Hashable:
    """What decides which teams fit, beside the teams themselves."""
    return facts.scenario.structure, has_both_halves(facts)


def share_shown(facts: Facts, structure: Structure) -> float:
    """The share of the ML FTE that is in teams which fit a structure; none where there is no ML FTE."""
    judgements = [judge_shape(facts, team, structure) or (0, 0) for team in facts.teams]
    possible = sum(most for _, most in judgements)
    return sum(earned for earned, _ in judgements) / possible if possible else 0.0

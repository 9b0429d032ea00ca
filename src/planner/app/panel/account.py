"""The account of a score: what each rule brings and costs, in numbers that add up as they are shown.

No widgets, only numbers.
"""

from collections.abc import Sequence
from enum import StrEnum
from itertools import groupby

from msgspec import Struct

from planner.guidance import Category, Needs, Review, Rule, RuleScore
from planner.guidance.shown import missing_shown, rule_points_shown, sum_shown

_DIGITS = range(2, 7)


class Standing(StrEnum):
    """Whether a rule stands in the sum, and why not."""

    COUNTS = "counts"
    MUTED = "muted"
    APPLIES_NOT = "does not apply"


class RuleLine(Struct, frozen=True):
    """One rule; ``score`` from 0 to 1 where it applies, ``lost`` points of the total where it counts."""

    rule: Rule
    weight: float
    standing: Standing
    score: float | None
    lost: float | None


class CategoryLines(Struct, frozen=True):
    """A category with its rules; ``score`` from 0 to 100 and ``lost`` are None where no rule counts."""

    name: Category
    weight: float
    score: float | None
    lost: float | None
    rules: tuple[RuleLine, ...]


class Sum(Struct, frozen=True):
    """100 × ``earned`` / ``weight`` is ``total``, also with ``earned`` cut to ``digits`` decimals."""

    total: float
    earned: float
    weight: float
    digits: int


class Account(Struct, frozen=True):
    """How a score is made; ``total`` and ``as_drawn`` are None where there is nothing to score."""

    total: Sum | None
    as_drawn: Sum | None
    missing: float
    """Points missing from 100, with one decimal; the lost points of all rules add up to it.

    So do the points of all findings, as they are shown.
    """
    categories: tuple[CategoryLines, ...]
    own_weights: str | None
    """The name of the project's own weights, where it has some."""


def account_of(review: Review) -> Account:
    """The account of a review's score."""
    score = review.score
    counting = [each for each in score.rules if each.counts]
    lost = rule_points_shown(counting, review.findings, score.total)
    lines = [_line(each, lost.get(each.rule.id)) for each in score.rules]
    grouped = {name: tuple(group) for name, group in groupby(lines, lambda line: line.rule.category)}
    own = review.project.rule_pack
    return Account(
        total=_sum(score.total, counting),
        as_drawn=_sum(score.as_drawn, [each for each in counting if each.rule.needs is Needs.CHART]),
        missing=missing_shown(score.total),
        categories=tuple(
            _category(each.name, each.score, each.weight, grouped.get(each.name, ()))
            for each in score.categories
        ),
        own_weights=own.name if own is not None else None,
    )


def _line(each: RuleScore, lost: float | None) -> RuleLine:
    return RuleLine(each.rule, each.weight, _standing(each), each.score, lost)


def _standing(each: RuleScore) -> Standing:
    if not each.applies:
        return Standing.APPLIES_NOT
    return Standing.MUTED if each.muted else Standing.COUNTS


def _category(
    name: Category, score: float | None, weight: float, lines: tuple[RuleLine, ...]
) -> CategoryLines:
    lost = sum_shown(line.lost or 0.0 for line in lines) if score is not None else None
    return CategoryLines(name, weight, score, lost, lines)


def _sum(total: float | None, counting: Sequence[RuleScore]) -> Sum | None:
    weight = sum(each.weight for each in counting)
    if total is None or not weight:
        return None
    earned = sum(each.weight * (each.score or 0.0) for each in counting)
    digits = next(
        (each for each in _DIGITS if round(100 * round(earned, each) / weight, 1) == round(total, 1)),
        _DIGITS[-1],
    )
    return Sum(total, earned, weight, digits)

"""A score is what a review adds up to: the total, the categories, and every rule's own."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from planner.guidance.rule import Category, Needs, Rule
from planner.messages import Message, message


class RuleScore(Struct, frozen=True):
    """One rule's score from 0 to 1, None where it does not apply; muted rules are scored all the same."""

    rule: Rule
    weight: float
    applies: bool
    muted: bool
    score: float | None

    @property
    def counts(self) -> bool:
        """Whether the rule stands in the sums."""
        return self.applies and not self.muted

    @property
    def passed(self) -> bool:
        """Whether the rule counts and nothing is lost."""
        return self.counts and self.score == 1.0


class CategoryScore(Struct, frozen=True):
    """A category's score from 0 to 100, None where no rule of it counts, and the weight of those that do."""

    name: Category
    score: float | None
    weight: float


class Score(Struct, frozen=True):
    """The whole score; ``total`` and ``as_drawn`` from 0 to 100, or None where there is nothing to score.

    ``as_drawn`` is the same sum over the rules that need only the chart.
    """

    total: float | None
    as_drawn: float | None
    categories: tuple[CategoryScore, ...]
    rules: tuple[RuleScore, ...]

    def of(self, rule: str) -> RuleScore:
        """The score of the rule with an id."""
        return next(each for each in self.rules if each.rule.id == rule)


class Band(StrEnum):
    """The word for a total."""

    WEAK = "weak"
    MIXED = "mixed"
    GOOD = "good"
    STRONG = "strong"

    __hash__ = str.__hash__

    @property
    def label(self) -> Message:
        """The word as it is shown."""
        return _LABELS[self]

    @property
    def judgement(self) -> str:
        """The colour token that goes with it: problem, warning or good."""
        return _TOKENS[self]

    @property
    def starts_at(self) -> int:
        """The lowest total of the band."""
        return _STARTS[self]

    @classmethod
    def of(cls, total: float) -> "Band":
        """The band of a total, as it reads with its one decimal: 89.96 shows as 90.0 and is strong."""
        shown = float(f"{total:.1f}")
        return next(band for band in reversed(cls) if shown >= band.starts_at)


_LABELS = {
    Band.WEAK: message("Weak fit"),
    Band.MIXED: message("Mixed fit"),
    Band.GOOD: message("Good fit"),
    Band.STRONG: message("Strong fit"),
}
_TOKENS = {Band.WEAK: "problem", Band.MIXED: "warning", Band.GOOD: "good", Band.STRONG: "good"}
_STARTS = {Band.WEAK: 0, Band.MIXED: 50, Band.GOOD: 75, Band.STRONG: 90}


def added_up(rules: tuple[RuleScore, ...]) -> Score:
    """Add up the scores of all rules, as if something were filled."""
    counting = [each for each in rules if each.counts]
    return Score(
        total=_mean(counting),
        as_drawn=_mean([each for each in counting if each.rule.needs is Needs.CHART]),
        categories=tuple(_category(name, counting) for name in Category),
        rules=rules,
    )


def nothing_to_score(rules: tuple[RuleScore, ...]) -> Score:
    """The score of a layout in which nobody fills one of the six roles: none at all."""
    return Score(
        total=None,
        as_drawn=None,
        categories=tuple(CategoryScore(name, None, 0) for name in Category),
        rules=tuple(replace(each, applies=False, score=None) for each in rules),
    )


def _category(name: Category, counting: list[RuleScore]) -> CategoryScore:
    mine = [each for each in counting if each.rule.category is name]
    return CategoryScore(name, _mean(mine), sum(each.weight for each in mine))


def _mean(counting: list[RuleScore]) -> float | None:
    weight = sum(each.weight for each in counting)
    if not weight:
        return None
    return 100 * sum(each.weight * (each.score or 0.0) for each in counting) / weight

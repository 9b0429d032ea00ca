"""A comparison: up to four layouts of one plan beside each other, the others measured against one of them."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from planner.advice.comparing.columns import Column
from planner.advice.comparing.figures import Figures, SeverityCounts, figures_of, shown_change
from planner.advice.comparing.moves import moves
from planner.advice.comparing.rows import Row, equal_rows
from planner.advice.comparing.summing_up import in_short
from planner.domain import Project
from planner.domain.pausing import Pausing
from planner.guidance import Category, Review
from planner.messages import Message

MOST: Final = 4
"""So many layouts stand beside each other."""


class Comparison(Struct, frozen=True):
    """Columns in the order of the plan."""

    project: Project
    columns: tuple[Column, ...]
    equal: frozenset[Row]

    @property
    def reference(self) -> Column:
        """What the others are compared with."""
        return next(column for column in self.columns if column.is_reference)

    @property
    def categories(self) -> tuple[Category, ...]:
        """The categories that apply somewhere; the others are no rows."""
        return tuple(
            category
            for category in Category
            if any(column.figures.category(category) is not None for column in self.columns)
        )

    @property
    def has_one_context(self) -> bool:
        """Whether all layouts are for the same company."""
        contexts = {
            (each.scenario.stage, each.scenario.aim, each.scenario.use_cases, each.scenario.chooser)
            for each in self.columns
        }
        return len(contexts) == 1

    def change(self, column: Column) -> float | None:
        """The change of the total as it is shown, None for the reference and where there is no total."""
        if column.is_reference:
            return None
        return shown_change(column.figures.total, self.reference.figures.total, 1)

    def category_change(self, column: Column, category: Category) -> float | None:
        """The change of a category as it is shown, None for the reference and where it does not apply."""
        if column.is_reference:
            return None
        return shown_change(column.figures.category(category), self.reference.figures.category(category), 0)


def first_choice(project: Project, shown: str) -> tuple[str, ...]:
    """The scenarios to compare where there are more than fit: baseline, the one shown, then the first."""
    order = [scenario.id for scenario in project.scenarios]
    baseline = [scenario.id for scenario in project.scenarios if scenario.baseline]
    wanted = dict.fromkeys([*baseline, shown, *order])
    chosen = set(list(wanted)[:MOST])
    return tuple(each for each in order if each in chosen)


def compared(
    reviews: Sequence[Review],
    findings: Mapping[str, SeverityCounts] | None = None,
    *,
    reference: str | None = None,
    places: int = 0,
) -> Comparison:
    """Compare layouts of one plan, whose findings are told as far as they are counted.

    ``reference`` names what the others are compared with, else it is the baseline or the first; ``places``
    is with how many decimals the reader sees the categories.

    Raises:
        ValueError: for no layout at all, or more than ``MOST``.
    """
    if not 1 <= len(reviews) <= MOST:
        raise ValueError(f"{len(reviews)} layouts cannot stand beside each other")
    base = _base_of(reviews, reference)
    figures = [figures_of(review) for review in reviews]
    base_figures = figures[reviews.index(base)]
    best = _best_of(figures)
    counts = findings or {}
    project, pack = base.project, base.pack
    columns = tuple(
        Column(
            scenario=review.scenario,
            structure=pack.structures[review.scenario.structure].name,
            figures=mine,
            findings=counts.get(review.scenario.id),
            moves=None if review is base else moves(project, base.scenario, review.scenario),
            summary=_summary(review, mine, base, base_figures, places),
            is_reference=review is base,
            is_best=best is not None and _is_best(mine, best),
        )
        for review, mine in zip(reviews, figures, strict=True)
    )
    return Comparison(project, columns, equal_rows(columns))


def counting(reviews: Sequence[Review]) -> Pausing[dict[str, SeverityCounts]]:
    """Count the findings of layouts, by the ids of their scenarios, with pauses."""
    counts = {}
    for review in reviews:
        yield from review.explaining()
        counts[review.scenario.id] = SeverityCounts.of(review)
        yield
    return counts


def _base_of(reviews: Sequence[Review], reference: str | None) -> Review:
    """What the others are compared with: what was named, else the baseline, else the first."""
    if reference is None:
        return next((each for each in reviews if each.scenario.baseline), reviews[0])
    return next(each for each in reviews if each.scenario.id == reference)


def _summary(review: Review, mine: Figures, base: Review, theirs: Figures, places: int) -> Message:
    against = None if review is base else (base.scenario, theirs)
    return in_short(review.pack, review.scenario, mine, against=against, places=places)


def _best_of(figures: Sequence[Figures]) -> float | None:
    """The highest total, None where all read alike and none stands out."""
    totals = [each.total for each in figures if each.total is not None]
    if not totals or (len(totals) == len(figures) and shown_change(max(totals), min(totals), 1) == 0):
        return None
    return max(totals)


def _is_best(figures: Figures, best: float) -> bool:
    """Whether a total reads as high as the best one: ties share the mark."""
    change = shown_change(figures.total, best, 1)
    return change is not None and change >= 0

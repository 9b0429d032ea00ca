"""The figures of one layout, as they stand in a comparison: its score, its seats and who holds them."""

from collections import Counter
from typing import NamedTuple

from msgspec import Struct

from planner.domain import ROLES, Function, Scenario
from planner.guidance import Band, Category, Review, Severity


class SeverityCounts(NamedTuple):
    """How many findings there are of each severity."""

    problems: int
    warnings: int
    notes: int

    @classmethod
    def of(cls, review: Review) -> "SeverityCounts":
        """Count the findings of a review."""
        found = Counter(finding.severity for finding in review.findings)
        return cls(*(found[severity] for severity in Severity))


class CategoryFigure(NamedTuple):
    """A category's score from 0 to 100, None where it does not apply."""

    name: Category
    score: float | None


class Figures(Struct, frozen=True, kw_only=True):
    """What a layout comes to. ``roles`` counts its seats for each of the six roles, vacant ones too.

    ``people`` counts those who hold a seat, ``second_roles`` those of them who hold more than one.
    """

    total: float | None
    categories: tuple[CategoryFigure, ...]
    roles: tuple[tuple[Function, int], ...]
    people: int
    vacant: int
    second_roles: int

    @property
    def band(self) -> Band | None:
        """The word for the total; None when there is nothing to score."""
        return None if self.total is None else Band.of(self.total)

    @property
    def ml_seats(self) -> int:
        """How many seats there are for the six roles."""
        return sum(count for _role, count in self.roles)

    def category(self, name: Category) -> float | None:
        """A category's score, None where it does not apply."""
        return next(each.score for each in self.categories if each.name is name)


def figures_of(review: Review) -> Figures:
    """The figures of the layout that was reviewed."""
    score = review.score
    seats, holders = _counts(review.scenario)
    return Figures(
        total=score.total,
        categories=tuple(CategoryFigure(each.name, each.score) for each in score.categories),
        roles=tuple((role, seats[role]) for role in ROLES),
        people=len(holders),
        vacant=sum(not seat.is_filled for seat in review.scenario.seats),
        second_roles=sum(count > 1 for count in holders.values()),
    )


def _counts(scenario: Scenario) -> tuple[Counter[Function], Counter[str]]:
    """Seats by function, and how many each person holds."""
    functions = Counter(seat.function for seat in scenario.seats)
    holders = Counter(seat.person for seat in scenario.seats if seat.person is not None)
    return functions, holders


def shown_change(after: float | None, before: float | None, places: int) -> float | None:
    """The change between two figures as they are shown: what a reader works out from them.

    None where one of them is missing.
    """
    if after is None or before is None:
        return None
    return round(_shown(after, places) - _shown(before, places), places)


def _shown(figure: float, places: int) -> float:
    """A figure as it is written: the nearest with so many decimals."""
    return float(f"{figure:.{places}f}")

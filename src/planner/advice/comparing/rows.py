"""The rows of a comparison, and which of them say the same of all layouts."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from planner.advice.comparing.columns import Column
from planner.domain import Scenario
from planner.guidance import Category


class Row(StrEnum):
    """A row, from top to bottom; those of the categories carry the category's name."""

    LAYOUT = "layout"
    ROLES = Category.ROLES.value
    PEOPLE = Category.PEOPLE.value
    STRUCTURE = Category.STRUCTURE.value
    CENTRAL_TEAM = Category.CENTRAL_TEAM.value
    SQUADS = Category.SQUADS.value
    HYBRID = Category.HYBRID.value
    PRODUCT_CENTRE = Category.PRODUCT_CENTRE.value
    FINDINGS = "findings"
    ROLE_MIX = "role mix"
    HOLDERS = "people"
    VACANT = "vacant seats"
    MOVES = "moves"
    SECOND_ROLES = "second roles"
    IN_SHORT = "in short"

    __hash__ = str.__hash__

    @property
    def category(self) -> Category | None:
        """The category that a row is about, None for one of another kind."""
        return _CATEGORIES.get(self)


_CATEGORIES = {Row(category.value): category for category in Category}


def equal_rows(columns: Sequence[Column]) -> frozenset[Row]:
    """The rows that read the same in all columns; what sums a layout up never does.

    Findings that are still being counted are not taken for the same: they would be hidden, and come back.
    """
    found = {row for row, read in _READ.items() if _is_same(columns, read)}
    if any(column.findings is None for column in columns):
        found.discard(Row.FINDINGS)
    if all(not column.moves for column in columns):
        found.add(Row.MOVES)
    return frozenset(found)


def _is_same(columns: Sequence[Column], read: Callable[[Column], Any]) -> bool:
    first, *rest = columns
    wanted = read(first)
    return all(read(column) == wanted for column in rest)


def _category(row: Row, category: Category) -> tuple[Row, Callable[[Column], Any]]:
    def read(column: Column) -> int | None:
        score = column.figures.category(category)
        return None if score is None else round(score)

    return row, read


def _layout(scenario: Scenario) -> object:
    """What the picture of a layout shows: teams in their nesting, seats with who is missing."""
    return (
        [(team.id, team.name, team.kind, team.parent) for team in scenario.teams],
        [(seat.team, seat.function, seat.is_filled) for seat in scenario.seats],
        frozenset(link.key for link in scenario.links),
    )


_READ: dict[Row, Callable[[Column], Any]] = {
    Row.LAYOUT: lambda column: _layout(column.scenario),
    **dict(_category(row, category) for row, category in _CATEGORIES.items()),
    Row.FINDINGS: lambda column: column.findings,
    Row.ROLE_MIX: lambda column: column.figures.roles,
    Row.HOLDERS: lambda column: column.figures.people,
    Row.VACANT: lambda column: column.figures.vacant,
    Row.SECOND_ROLES: lambda column: column.figures.second_roles,
}

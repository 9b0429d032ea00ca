"""Next moves are the fixes that would raise the total most, whichever finding they belong to.

The search is bounded and can be made in steps, so that a window stays at hand while it runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any, Final

from planner.domain import Edited
from planner.errors import PlannerError
from planner.guidance import Category, Finding, Fix, Review

FINDINGS_TRIED: Final = 6
"""The heaviest findings whose fixes are tried."""
SUBJECTS_MOST: Final = 60
"""A finding that names more things is left out: its fixes change a row for each, and take as long to try.

Those of the structure name every team, but change one field.
"""
GAIN_LEAST: Final = 0.05
"""A move that gains less reads ``no change``."""
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class NextMove:
    """A fix with the change of the total that it brings, and how many findings it resolves."""

    fix: Fix
    finding: Finding
    """The heaviest finding that offers it."""
    gain: float
    resolves: int


@dataclass(frozen=True, slots=True)
class _Tried:
    fix: Fix
    finding: Finding
    gain: float
    edited: Edited
    review: Review

    def same_as(self, other: "_Tried") -> bool:
        """Whether both lead to the same layout, whatever ids their new rows got."""
        return abs(self.gain - other.gain) < _SAME and _result(self.edited) == _result(other.edited)


class MoveSearch:
    """Looks for the best moves, one finding at a step."""

    def __init__(self, review: Review, *, findings: int = FINDINGS_TRIED) -> None:
        self._review = review
        self._waiting = iter(islice(_bounded(review), findings))
        self._tried: list[_Tried] = []

    def step(self) -> bool:
        """Try the fixes of one more finding; False when there was none left."""
        finding = next(self._waiting, None)
        if finding is None:
            return False
        for tried in _tried(self._review, finding):
            if not any(tried.same_as(other) for other in self._tried):
                self._tried.append(tried)
        return True

    def moves(self, limit: int) -> tuple[NextMove, ...]:
        """The best moves found so far, the highest gain first, ties by the heaviest finding."""
        best = sorted(self._tried, key=lambda tried: -tried.gain)[:limit]
        return tuple(self._move(each) for each in best)

    def _move(self, tried: _Tried) -> NextMove:
        left = {each.key for each in tried.review.findings}
        resolves = sum(each.key not in left for each in self._review.findings)
        return NextMove(tried.fix, tried.finding, tried.gain, resolves)


def next_moves(review: Review, limit: int = 3, *, findings: int = FINDINGS_TRIED) -> tuple[NextMove, ...]:
    """The moves that raise the total most, no two with the same result; none where nothing raises it."""
    search = MoveSearch(review, findings=findings)
    while search.step():
        pass
    return search.moves(limit)


def best_next_move(review: Review) -> NextMove | None:
    """The move that raises the total most, None where nothing raises it."""
    return next(iter(next_moves(review, 1)), None)


def _bounded(review: Review) -> Iterator[Finding]:
    return (
        each
        for each in review.findings
        if len(each.subjects) <= SUBJECTS_MOST or each.rule.category is Category.STRUCTURE
    )


def _tried(review: Review, finding: Finding) -> Iterator[_Tried]:
    before = review.score.total
    for fix in finding.fixes:
        try:
            edited = fix.edit(review.project)
            after = review.after(edited)
        except PlannerError:
            continue
        total = after.score.total
        if before is not None and total is not None and total - before >= GAIN_LEAST:
            yield _Tried(fix, finding, total - before, edited, after)


def _result(edited: Edited) -> frozenset[Any]:
    """What an edit leaves behind, with the ids of new rows told by their order alone."""
    changes = edited.difference.changes
    fresh = [change.key for change in changes if change.before is None]
    names = {key: f"new {place}" for place, key in enumerate(fresh) if isinstance(key, str)}
    return frozenset((change.table, change.scenario, _plain(change.after, names)) for change in changes)


def _plain(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_plain(each, names) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        return tuple(_plain(getattr(value, field.name), names) for field in fields(value))
    return value

"""Next moves are the fixes that would raise the total most, whichever finding they belong to.

The search is bounded and can be made in steps, so that a window stays at hand while it runs.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from msgspec import Struct

from planner.domain import Edited
from planner.domain.drafts import parts_of
from planner.domain.pausing import Pausing, finished
from planner.errors import PlannerError
from planner.guidance import Category, Finding, Fix, Review

FINDINGS_TRIED: Final = 6
"""The heaviest findings whose fixes are tried."""
SUBJECTS_MOST: Final = 60
"""A finding that names more things is left out: its fixes change a row for each, and take as long to try.

Those of the structure name every team, but change one field.
"""
PARTS_MOST: Final = 60
"""A fix made of more edits is left out: it changes half the plan, and is no next move."""
GAIN_LEAST: Final = 0.05
"""A move that gains less reads ``no change``."""
_SAME: Final = 1e-9


class NextMove(Struct, frozen=True):
    """A fix with the change of the total that it brings, and how many findings it resolves."""

    fix: Fix
    finding: Finding
    """The heaviest finding that offers it."""
    gain: float
    resolves: int


class _Tried(Struct, frozen=True):
    fix: Fix
    finding: Finding
    gain: float
    edited: Edited
    review: Review

    def same_as(self, other: "_Tried") -> bool:
        """Whether both lead to the same layout, whatever ids their new rows got."""
        return abs(self.gain - other.gain) < _SAME and _result(self.edited) == _result(other.edited)


def next_moves(review: Review, limit: int = 3, *, findings: int = FINDINGS_TRIED) -> tuple[NextMove, ...]:
    """The moves that raise the total most, no two with the same result; none where nothing raises it."""
    return finished(searching(review, limit, findings=findings))


def searching(
    review: Review, limit: int = 3, *, findings: int = FINDINGS_TRIED
) -> Pausing[tuple[NextMove, ...]]:
    """The same moves, looked for with a pause every few milliseconds, at 10,000 people too."""
    found: list[_Tried] = []
    yield from review.explaining()
    for finding in islice(_bounded(review), findings):
        for fix in (yield from finding.mending()):
            tried = yield from _trying(review, finding, fix)
            if tried is not None and not any(tried.same_as(other) for other in found):
                found.append(tried)
    moves = []
    for tried in sorted(found, key=lambda tried: -tried.gain)[:limit]:
        left = {each.key for each in (yield from tried.review.explaining())}
        resolves = sum(each.key not in left for each in review.findings)
        moves.append(NextMove(tried.fix, tried.finding, tried.gain, resolves))
    return tuple(moves)


def best_next_move(review: Review) -> NextMove | None:
    """The move that raises the total most, None where nothing raises it."""
    return next(iter(next_moves(review, 1)), None)


def _bounded(review: Review) -> Iterator[Finding]:
    return (
        each
        for each in review.findings
        if len(each.subjects) <= SUBJECTS_MOST or each.rule.category is Category.STRUCTURE
    )


def _trying(review: Review, finding: Finding, fix: Fix) -> Pausing[_Tried | None]:
    if parts_of(fix.edit) > PARTS_MOST:
        return None
    try:
        edited, after = yield from review.trying(fix)
    except PlannerError:
        return None
    before, total = review.score.total, after.score.total
    if before is None or total is None or total - before < GAIN_LEAST:
        return None
    return _Tried(fix, finding, total - before, edited, after)


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
    if isinstance(value, Struct):
        return tuple(_plain(getattr(value, name), names) for name in value.__struct_fields__)
    return value

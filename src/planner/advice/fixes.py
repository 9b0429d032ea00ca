"""Fixes are ranked by the total they give, and say how many other findings they resolve."""

from msgspec import Struct

from planner.domain.pausing import Pausing, finished
from planner.errors import PlannerError
from planner.guidance import Finding, Fix, Review


class RankedFix(Struct, frozen=True):
    """A fix with the change of the total that it brings, and how many further findings go with it."""

    fix: Fix
    gain: float
    also_resolves: int


def ranked(review: Review, finding: Finding) -> tuple[RankedFix, ...]:
    """The fixes of a finding that can be done now, the one with the highest total first."""
    return finished(ranking(review, finding))


def ranking(review: Review, finding: Finding) -> Pausing[tuple[RankedFix, ...]]:
    """The same, looked for with pauses: in a large plan it takes a second, which no window can wait."""
    found = []
    for fix in (yield from finding.mending()):
        tried = yield from _trying(review, finding, fix)
        if tried is not None:
            found.append(tried)
    return tuple(sorted(found, key=lambda each: -each.gain))


def _trying(review: Review, finding: Finding, fix: Fix) -> Pausing[RankedFix | None]:
    try:
        after = (yield from review.trying(fix)).review
    except PlannerError:
        return None
    before, then = review.score.total, after.score.total
    if before is None or then is None:
        return None
    left = {each.key for each in (yield from after.explaining())}
    gone = sum(each.key not in left for each in review.findings if each.key != finding.key)
    return RankedFix(fix, then - before, gone)

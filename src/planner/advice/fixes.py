"""Fixes are ranked by the total they give, and say how many other findings they resolve."""

from dataclasses import dataclass

from planner.domain import Project
from planner.errors import PlannerError
from planner.guidance import Finding, Fix, Review


@dataclass(frozen=True, slots=True)
class RankedFix:
    """A fix with the change of the total that it brings, and how many further findings go with it."""

    fix: Fix
    gain: float
    also_resolves: int


def ranked(review: Review, finding: Finding) -> tuple[RankedFix, ...]:
    """The fixes of a finding that can be done now, the one with the highest total first."""
    tried = (_tried(review, finding, fix) for fix in finding.fixes)
    return tuple(sorted((fix for fix in tried if fix is not None), key=lambda fix: -fix.gain))


def _tried(review: Review, finding: Finding, fix: Fix) -> RankedFix | None:
    project: Project = review.project
    try:
        after = review.after(fix.edit(project))
    except PlannerError:
        return None
    before, then = review.score.total, after.score.total
    if before is None or then is None:
        return None
    left = {each.key for each in after.findings}
    gone = sum(each.key not in left for each in review.findings if each.key != finding.key)
    return RankedFix(fix, then - before, gone)

"""Points as they are shown, with one decimal, such that the shown ones add up to the shown whole.

Rounded one by one, the points of many findings add up to a few tenths beside what is missing from 100.
Here each is cut to tenths, and those that were cut most are rounded up, as many as the sum needs. Reports
to other programs keep the exact points.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import ceil, floor, fsum
from typing import TYPE_CHECKING, Final

from planner.guidance.findings import Found

if TYPE_CHECKING:
    from planner.guidance import Finding, RuleScore

_NOISE: Final = 1e-6
"""Tenths nearer than this to a whole number are that number."""
_AGREES_WITHIN: Final = 3
"""Tenths by which the shown findings of a rule may differ from what the rule costs."""

Key = tuple[str, ...]


def missing_shown(total: float | None) -> float:
    """The points missing from 100 beside a total that is shown with one decimal; 0 without one."""
    return _missing(total) / 10


def losses_shown(findings: Sequence[Found], total: float | None) -> dict[Key, float]:
    """The points of all findings of a review as they are shown, by the findings' keys.

    They add up to the points shown as missing. Each differs from the exact points by less than 0.1, and none
    shows more than one that costs more. Among equals the first in the list show more.
    """
    tenths = _apportioned([each.points for each in findings], _missing(total))
    return {each.key: part / 10 for each, part in zip(findings, tenths, strict=True)}


def rule_losses_shown(
    exact: Sequence[float], of_findings: Sequence[float], total: float | None
) -> tuple[float, ...]:
    """The points that each rule costs as they are shown, which add up to the points shown as missing.

    ``of_findings`` are the sums of each rule's findings as they are shown. The rules agree with them, unless
    a rule has so many small findings that their tenths say something else than the rule costs.
    """
    if all(abs(10 * (one - other)) <= _AGREES_WITHIN for one, other in zip(exact, of_findings, strict=True)):
        return tuple(round(each, 1) for each in of_findings)
    return tuple(part / 10 for part in _apportioned(exact, _missing(total)))


def rule_points_shown(
    rules: Sequence["RuleScore"], findings: "Sequence[Finding] | None", total: float | None
) -> dict[str, float]:
    """The points that each rule that counts costs as they are shown, by the rules' ids.

    They agree with the findings as far as ``rule_losses_shown`` says; None stands for findings that nobody
    has looked for, as in a layout that is only proposed.
    """
    counting = [each for each in rules if each.counts]
    weight = fsum(each.weight for each in counting)
    if total is None or not weight:
        return {}
    exact = [100 * each.weight * (1 - (each.score or 0.0)) / weight for each in counting]
    if findings is None:
        lost = tuple(part / 10 for part in _apportioned(exact, _missing(total)))
    else:
        shown: defaultdict[str, float] = defaultdict(float)
        by_finding = losses_shown(findings, total)
        for finding in findings:
            shown[finding.rule.id] += by_finding[finding.key]
        lost = rule_losses_shown(exact, [shown[each.rule.id] for each in counting], total)
    return {each.rule.id: points for each, points in zip(counting, lost, strict=True)}


def sum_shown(points: Iterable[float]) -> float:
    """The sum of shown points, again with one decimal."""
    return round(sum(points), 1)


def _missing(total: float | None) -> int:
    return 0 if total is None else 1000 - round(10 * float(f"{total:.1f}"))


def _apportioned(points: Sequence[float], whole: int) -> list[int]:
    """Whole tenths of points, each next to the exact one, with a given sum."""
    least = [floor(10 * each + _NOISE) for each in points]
    most = [max(low, ceil(10 * each - _NOISE)) for low, each in zip(least, points, strict=True)]
    left = whole - sum(least)
    open_ones = [at for at, low in enumerate(least) if most[at] > low]
    open_ones.sort(key=lambda at: (round(least[at] - 10 * points[at], 6), at))
    for at in open_ones[: max(0, left)]:
        least[at] += 1
    return least

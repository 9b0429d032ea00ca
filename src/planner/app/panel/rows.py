"""Rows decide which findings the panel lists and what a preview does to each, without reordering them."""

from dataclasses import dataclass
from enum import StrEnum

from planner.guidance import Finding, Review


class Fate(StrEnum):
    """What becomes of a finding when the previewed edit is done."""

    STANDING = "standing"
    RESOLVED = "resolved"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One line of the list; ``points`` are those after the preview, but the old ones when it is resolved."""

    finding: Finding
    fate: Fate
    points: float


def finding_rows(
    current: Review, previewed: Review | None = None, *, category: str | None = None
) -> tuple[FindingRow, ...]:
    """The findings in their order now; resolved ones stay in place, new ones come last.

    ``category`` keeps one category's findings only.
    """
    listed = [each for each in current.findings if category in (None, each.rule.category)]
    if previewed is None:
        return tuple(FindingRow(each, Fate.STANDING, each.points) for each in listed)
    then = {each.key: each for each in previewed.findings}
    rows = [_after(each, then.get(each.key)) for each in listed]
    known = {each.key for each in current.findings}
    fresh = [
        FindingRow(each, Fate.NEW, each.points)
        for key, each in then.items()
        if key not in known and category in (None, each.rule.category)
    ]
    return (*rows, *fresh)


def _after(finding: Finding, then: Finding | None) -> FindingRow:
    if then is None:
        return FindingRow(finding, Fate.RESOLVED, finding.points)
    return FindingRow(finding, Fate.STANDING, then.points)

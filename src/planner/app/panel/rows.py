"""Rows decide which findings the panel lists and what a preview does to each, without reordering them."""

from enum import StrEnum

from msgspec import Struct

from planner.guidance import Finding, Review
from planner.guidance.shown import losses_shown


class Fate(StrEnum):
    """What becomes of a finding when the previewed edit is done."""

    STANDING = "standing"
    RESOLVED = "resolved"
    NEW = "new"


class FindingRow(Struct, frozen=True):
    """One line of the list; ``points`` are those after the preview, but the old ones when it is resolved.

    They are the points as they are shown: those that stay and the new ones add up to what is missing then.
    """

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
    now = losses_shown(current.findings, current.score.total)
    if previewed is None:
        return tuple(FindingRow(each, Fate.STANDING, now[each.key]) for each in listed)
    then = losses_shown(previewed.findings, previewed.score.total)
    rows = [
        FindingRow(each, Fate.STANDING, then[each.key])
        if each.key in then
        else FindingRow(each, Fate.RESOLVED, now[each.key])
        for each in listed
    ]
    fresh = [
        FindingRow(each, Fate.NEW, then[each.key])
        for each in previewed.findings
        if each.key not in now and category in (None, each.rule.category)
    ]
    return (*rows, *fresh)

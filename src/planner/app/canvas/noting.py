"""Noting counts the findings that name a team, a seat or a person."""

from collections import Counter
from typing import Final

from planner.app.document import Document
from planner.guidance import Review
from planner.messages import counted

_RANK: Final = ("problem", "warning", "note")


class Notes:
    """The findings that name a team, a seat or a person, counted once for each review."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._review: Review | None = None
        self._counts: dict[tuple[str, str], Counter[str]] = {}

    def counts(self, key: tuple[str, str]) -> Counter[str]:
        """How many findings of each severity name something."""
        review = self._document.review
        if review is not self._review:
            self._review = review
            self._counts = {}
            for finding in review.findings:
                for subject in {(each.kind, each.id) for each in finding.subjects}:
                    self._counts.setdefault(subject, Counter())[finding.severity.value] += 1
        return self._counts.get(key, Counter())

    def worst(self, key: tuple[str, str]) -> str:
        """The worst severity of a finding that names something, empty without one."""
        counts = self.counts(key)
        return next((severity for severity in _RANK if counts[severity]), "")

    def said(self, key: tuple[str, str]) -> str:
        """``1 warning``."""
        return ", ".join(
            str(counted("{count} {what}", "{count} {what}s", count, what=what))
            for what, count in self.counts(key).items()
        )

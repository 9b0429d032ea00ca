"""A finding says what is wrong with a layout, where, on whose word, what it costs, and how to mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from planner.domain.pausing import Pausing
from planner.guidance.rule import Rule
from planner.guidance.statements import Evidence, Fix, Guidance, Subject
from planner.messages import Message

PROBLEM_FROM = 2.0
WARNING_FROM = 0.5


class Severity(StrEnum):
    """How much a finding matters; it follows the points, so that sign and order never disagree."""

    PROBLEM = "problem"
    WARNING = "warning"
    NOTE = "note"

    __hash__ = str.__hash__

    @classmethod
    def of(cls, points: float) -> "Severity":
        """The severity of a finding that costs so many points."""
        if points >= PROBLEM_FROM:
            return cls.PROBLEM
        return cls.WARNING if points >= WARNING_FROM else cls.NOTE


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a rule of any pack found wrong, and where; equal content is equal, whatever its fixes."""

    key: tuple[str, ...]
    """Tells findings apart and stays the same from one review to the next."""
    points: float
    title: Message
    """At most 40 characters."""
    where: Message
    message: Message
    subjects: tuple[Subject, ...]
    evidence: tuple[Evidence, ...]
    reason_for_no_fix: Message = field(compare=False)
    mend: Callable[[], Iterable[Fix | None]] = field(compare=False, repr=False)
    """Gives the fixes, and None wherever the search may pause."""

    @property
    def severity(self) -> Severity:
        """Problem, warning or note, by the points."""
        return Severity.of(self.points)

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """Edits that mend it or a part of it, unranked; made when first asked for."""
        return tuple(fix for fix in self.mend() if fix is not None)

    def mending(self) -> Pausing[tuple[Fix, ...]]:
        """The fixes, looked for with pauses; ``fixes`` knows them from then on."""
        if "fixes" not in self.__dict__:
            found = []
            for fix in self.mend():
                if fix is None:
                    yield
                else:
                    found.append(fix)
            self.__dict__["fixes"] = tuple(found)
        return self.fixes

    @property
    def no_fix(self) -> Message | None:
        """Why there is no fix, when there is none."""
        return None if self.fixes else self.reason_for_no_fix


@dataclass(frozen=True, kw_only=True)
class Finding(Found):
    """What is wrong by the guidance; each fix raises the rule's score."""

    rule: Rule
    guidance: Guidance

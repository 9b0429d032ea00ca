"""A rule of the pack, what it judges, and what it finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from msgspec import Struct

from planner.guidance.basics.data import Work
from planner.guidance.basics.layout import OrgLayout
from planner.guidance.findings import Found
from planner.guidance.rule import Defect
from planner.messages import Message


class Judged(NamedTuple):
    """What a layout earns by a rule and the most it could, in units of the rule's own, and the figures."""

    earned: int
    possible: int
    figures: Callable[[], Message]
    defects: Callable[[], Iterable[Defect]]
    """What is wrong; the parts of all defects add up to what was not earned."""


class BasicsRule(Struct, frozen=True, kw_only=True, eq=False):
    """One rule: texts for people, and a pure judgement of a layout; None where there is nothing to judge."""

    id: str
    short: Message
    """Its name beside a bar."""
    name: Message
    """What holds where the rule is kept."""
    applies_to: Message
    looks_for: Message
    """The definition, exact."""
    why: Message
    says: Message
    """What its sources say, restated."""
    breaking: str
    mended: str
    judge: Callable[[OrgLayout], Judged | None]

    def __repr__(self) -> str:
        return f"<BasicsRule {self.id}>"


@dataclass(frozen=True, slots=True)
class BasicsScore:
    """One rule's score from 0 to 1, None where it does not apply; muted rules are scored all the same."""

    rule: BasicsRule
    weight: float
    muted: bool
    score: float | None
    tell: Callable[[], Message] | None = field(compare=False, repr=False)

    @property
    def figures(self) -> Message | None:
        """What was counted, in a sentence; None where the rule does not apply."""
        return None if self.tell is None else self.tell()

    @property
    def applies(self) -> bool:
        """Whether there is anything to judge."""
        return self.score is not None

    @property
    def counts(self) -> bool:
        """Whether the rule stands in the sum."""
        return self.applies and not self.muted

    @property
    def passed(self) -> bool:
        """Whether the rule counts and nothing is lost."""
        return self.counts and self.score == 1.0


@dataclass(frozen=True, kw_only=True)
class BasicsFinding(Found):
    """What is wrong by this pack, and on whose word; its fixes are the likeliest first."""

    rule: BasicsRule
    sources: tuple[Work, ...]

"""A rule is one statement of the guidance, made exact: what it judges, how, and what it says when broken."""

from collections.abc import Callable, Hashable, Iterable
from enum import Enum, StrEnum
from typing import NamedTuple

from msgspec import Struct

from planner.guidance.facts import Facts
from planner.guidance.statements import Evidence, Fix, Guidance, Subject
from planner.messages import Message


class Category(StrEnum):
    """The parts of the score, in the order in which they are shown."""

    ROLES = "Roles"
    PEOPLE = "People"
    STRUCTURE = "Structure"
    CENTRAL_TEAM = "Central team"
    SQUADS = "Squads"
    HYBRID = "Hybrid"
    PRODUCT_CENTRE = "Product centre"

    __hash__ = str.__hash__


class Origin(StrEnum):
    """Where a rule comes from: the source article, inferred from it, or this planner's own arithmetic."""

    ARTICLE = "article"
    INFERRED = "inferred"
    PLANNER = "planner"


class Needs(StrEnum):
    """What a rule needs: teams and seats alone, or links, practices, responsibilities and fields too."""

    CHART = "chart"
    AGREEMENTS = "agreements"


class Scope(Enum):
    """What a rule judges one by one."""

    PEOPLE = "people"
    TEAMS = "teams"
    SEATS = "seats"
    LAYOUT = "layout"
    """The layout as a whole is judged, once; cheap, as it is done after every edit."""


Judgement = tuple[int, int]
"""What one thing earns, and the most it could, in units of the rule's own; less than the most is a loss."""

Judge = Callable[[Facts, str], Judgement | None]
"""Judges the thing with an id (the layout's is empty); None when the rule has nothing to say of it."""


class Losses(NamedTuple):
    """What a rule lost, for its explanation."""

    items: tuple[str, ...]
    """The ids of the things that earned less than they could, in the order on screen."""
    earned: int
    possible: int

    def part(self, units: int) -> float:
        """So many units lost, as a part of the rule's score."""
        return units / self.possible


def no_fixes() -> Iterable[Fix]:
    """Nothing to offer."""
    return ()


class Defect(Struct, frozen=True, kw_only=True):
    """One thing that is wrong by a rule: a finding before its points are known.

    ``part`` is above 0; the parts of a rule's defects add up to 1 less its score. ``fixes`` gives candidates,
    the likeliest first; the review keeps those that work.
    """

    key: str
    part: float
    title: Message
    where: Message
    message: Message
    subjects: tuple[Subject, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    guidance: Guidance | None = None
    fixes: Callable[[], Iterable[Fix]] = no_fixes
    no_fix: Message


Explain = Callable[[Facts, Losses], Iterable[Defect]]
Combine = Callable[[Facts, int, int], float | None]


def share_earned(_facts: Facts, earned: int, possible: int) -> float | None:
    """The share of what could be earned; None where there is nothing to judge."""
    return earned / possible if possible else None


def no_context(_facts: Facts) -> Hashable:
    """A rule whose judgements rest on nothing but the things judged and their neighbours."""
    return None


class Rule(Struct, frozen=True, kw_only=True, eq=False):
    """One rule of the catalogue: data for people, and pure functions of a layout's facts.

    ``context`` is what its judgements read of the whole layout; when that changes, everything is judged
    again. ``combine`` makes the score (0 to 1, None where the rule does not apply) of the sums over all
    judgements. ``breaking`` and ``mended`` are outlines, of which the first breaks the rule.
    """

    id: str
    name: Message
    """What holds where the rule is kept: ``Every role is filled``."""
    category: Category
    source: Origin
    needs: Needs
    applies_to: Message
    looks_for: Message
    why: Message
    better: Message
    section: Message
    says: Message
    """The guidance behind it, restated in one or two sentences."""
    breaking: str
    mended: str
    scope: Scope
    judge: Judge
    explain: Explain
    context: Callable[[Facts], Hashable] = no_context
    combine: Combine = share_earned

    def __repr__(self) -> str:
        return f"<Rule {self.id}>"

"""Structures are compared by what the layout would be worth, were it converted to each of them.

The figure *as drawn* ranks them, since no structure should look worse for having more still to agree on.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from msgspec import Struct

from planner.advice.conversion import convert
from planner.domain import Edit, Edited, Project, Scenario, Structure
from planner.errors import PlannerError
from planner.guidance import Pack, Review, Severity, recommendation
from planner.guidance import review as review_of
from planner.guidance.recommending import PARTLY_FROM, SUITS_FROM
from planner.guidance.shown import rule_points_shown
from planner.messages import Message, message

FOLLOWED_AT_MOST: Final = 200
"""Changes of one step that a review follows; for more it is made anew."""


class Conversion:
    """An edit that converts a scenario to a structure; the same ids every time that it is tried."""

    def __init__(self, scenario_id: str, structure: Structure, *, new_id: Callable[[], str]) -> None:
        self._scenario_id, self._structure, self._new_id = scenario_id, structure, new_id
        self._drawn: list[str] = []

    def __call__(self, project: Project) -> Edited:
        """Convert; raises PlannerError when a locked team would have to change."""
        used = 0

        def drawn_id() -> str:
            nonlocal used
            if used == len(self._drawn):
                self._drawn.append(self._new_id())
            used += 1
            return self._drawn[used - 1]

        return convert(project, self._scenario_id, self._structure, new_id=drawn_id)


class StructureScore(Struct, frozen=True, kw_only=True):
    """One structure for a layout, beside the layout as it is.

    ``fit`` is the value of the guidance's table. ``edited`` and ``converted`` are the layout converted, None
    when that is refused, and then ``refusal`` says why.
    """

    structure: Structure
    is_declared: bool
    is_recommended: bool
    fit: float
    now: Review
    edit: Edit
    edited: Edited | None
    converted: Review | None
    refusal: Message | None = None

    @property
    def total(self) -> float | None:
        """The total of the converted layout, None when there is none."""
        return self.converted.score.total if self.converted is not None else None

    @property
    def as_drawn(self) -> float | None:
        """What teams and seats of the converted layout are worth, None when there is no such figure."""
        return self.converted.score.as_drawn if self.converted is not None else None

    @property
    def changes(self) -> bool:
        """Whether the layout differs from the converted one."""
        return self.edited is not None and bool(self.edited.difference)

    @property
    def total_gain(self) -> float | None:
        """The change of the total from the layout as it is."""
        return _gain(self.now.score.total, self.total)

    @property
    def drawn_gain(self) -> float | None:
        """The change of the figure as drawn from the layout as it is."""
        return _gain(self.now.score.as_drawn, self.as_drawn)


def by_fit(pack: Pack, scenario: Scenario) -> tuple[Structure, ...]:
    """All structures, the recommended first, then by the guidance's table; known before any is tried."""
    best = recommended(pack, scenario)
    row = pack.fit_table[scenario.stage, scenario.aim]
    return tuple(sorted(Structure, key=lambda each: (each not in best, -row[each])))


def recommended(pack: Pack, scenario: Scenario) -> tuple[Structure, ...]:
    """The structures that suit a scenario's company best."""
    return recommendation(pack, scenario.stage, scenario.aim, scenario.chooser).structures


def scored(review: Review, structure: Structure, *, new_id: Callable[[], str]) -> StructureScore:
    """What one structure would score; costs about as much as a review."""
    scenario, pack = review.scenario, review.pack
    edit = Conversion(scenario.id, structure, new_id=new_id)
    edited, refusal = None, None
    try:
        edited = edit(review.project)
    except PlannerError as refused:
        refusal = refused.message
    return StructureScore(
        structure=structure,
        is_declared=structure is scenario.structure,
        is_recommended=structure in recommended(pack, scenario),
        fit=pack.fit(scenario.stage, scenario.aim, structure),
        now=review,
        edit=edit,
        edited=edited,
        converted=_reviewed(review, edited) if edited is not None else None,
        refusal=refusal,
    )


def _reviewed(now: Review, edited: Edited) -> Review:
    """The review of a converted layout: from scratch where following each change would take longer."""
    if len(edited.difference.changes) > FOLLOWED_AT_MOST:
        return review_of(edited.project, now.scenario.id, now.pack)
    return now.after(edited)


def compared(review: Review, *, new_id: Callable[[], str]) -> tuple[StructureScore, ...]:
    """All structures, the best as drawn first."""
    order = by_fit(review.pack, review.scenario)
    return ranked(tuple(scored(review, structure, new_id=new_id) for structure in order))


def ranked(scores: tuple[StructureScore, ...]) -> tuple[StructureScore, ...]:
    """The best as drawn first; refused ones and ties in the order in which they come."""
    return tuple(sorted(scores, key=lambda each: -(each.as_drawn if each.as_drawn is not None else -1.0)))


def fit_word(fit: float, *, is_recommended: bool, is_alone: bool = True) -> Message:
    """How well a structure fits, in two or three words; ``is_alone`` when no other fits as well."""
    if is_recommended:
        return message("Best fit") if is_alone else message("Best fit too")
    if fit >= SUITS_FROM:
        return message("Good fit")
    return message("Partial fit") if fit >= PARTLY_FROM else message("Weak fit")


class Standing(StrEnum):
    """How a layout stands to a challenge of its structure."""

    MET = "met"
    OPEN = "open"
    MUTED = "muted"
    IDLE = "idle"
    """The rule finds nothing to judge."""


class Check(Struct, frozen=True):
    """A challenge that a structure brings, and how a layout stands to it; points are those it costs."""

    text: Message
    rule: str
    standing: Standing
    points: float = 0.0
    shown: float = 0.0
    """The points with one decimal, such that those of all rules add up to what is missing from 100."""

    @property
    def severity(self) -> Severity | None:
        """Problem, warning or note for an open one."""
        return Severity.of(self.points) if self.standing is Standing.OPEN else None


def checklist(review: Review, structure: Structure) -> tuple[Check, ...]:
    """The challenges of a structure, each judged in a layout by the rule that checks its remedy."""
    score = review.score
    weight = sum(each.weight for each in score.rules if each.counts)
    shown = rule_points_shown(score.rules, review.findings if review.is_explained else None, score.total)
    checks = []
    for challenge in review.pack.structures[structure].challenges:
        rule = score.of(challenge.rule)
        points = 100 * rule.weight * (1 - (rule.score or 0.0)) / weight if rule.counts and weight else 0.0
        if rule.muted:
            standing = Standing.MUTED
        elif not rule.applies:
            standing = Standing.IDLE
        else:
            standing = Standing.MET if rule.passed else Standing.OPEN
        checks.append(Check(challenge.text, challenge.rule, standing, points, shown.get(rule.rule.id, 0.0)))
    return tuple(checks)


def _gain(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before

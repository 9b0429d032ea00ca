"""A review of a layout by this pack: its score at once, its findings when asked for."""

from collections.abc import Iterator
from functools import cached_property, partial
from itertools import islice
from typing import Final

from planner.domain import Project, Scenario
from planner.errors import PlannerError
from planner.guidance.basics.data import Basics
from planner.guidance.basics.layout import OrgLayout
from planner.guidance.basics.rule import BasicsFinding, BasicsScore, Judged
from planner.guidance.basics.rules import RULES
from planner.guidance.rule import Defect
from planner.guidance.scores import Band
from planner.guidance.statements import Fix

FIXES_KEPT: Final = 4


class BasicsReview:
    """A value: what the pack says of one layout."""

    def __init__(self, layout: OrgLayout) -> None:
        self._layout = layout
        self._judged = tuple(rule.judge(layout) for rule in RULES)

    @property
    def project(self) -> Project:
        """The project that was reviewed."""
        return self._layout.project

    @property
    def scenario(self) -> Scenario:
        """The layout that was reviewed."""
        return self._layout.scenario

    @property
    def data(self) -> Basics:
        """The pack's data that it was reviewed by."""
        return self._layout.data

    @cached_property
    def rules(self) -> tuple[BasicsScore, ...]:
        """Every rule with its score, in the pack's order."""
        muted, weights = self.scenario.muted, self.data.weights
        return tuple(
            BasicsScore(
                rule=rule,
                weight=weights[rule.id],
                muted=rule.id in muted,
                score=None if judged is None else judged.earned / judged.possible,
                tell=None if judged is None else judged.figures,
            )
            for rule, judged in zip(RULES, self._judged, strict=True)
        )

    @cached_property
    def score(self) -> float | None:
        """0 to 100, or None where no rule has anything to judge."""
        weight = self._weight
        if not weight:
            return None
        return 100 * sum(each.weight * (each.score or 0.0) for each in self.rules if each.counts) / weight

    @property
    def band(self) -> Band | None:
        """The band of the score; None when there is nothing to judge."""
        return None if self.score is None else Band.of(self.score)

    @cached_property
    def findings(self) -> tuple[BasicsFinding, ...]:
        """What is wrong, the most points first, ties in the order of the rules.

        The points of all findings add up to what is missing from 100.
        """
        found = [
            finding
            for each, judged in zip(self.rules, self._judged, strict=True)
            for finding in self._findings(each, judged)
        ]
        return tuple(sorted(found, key=lambda finding: -finding.points))

    @cached_property
    def _weight(self) -> float:
        return sum(each.weight for each in self.rules if each.counts)

    def _findings(self, each: BasicsScore, judged: Judged | None) -> Iterator[BasicsFinding]:
        if judged is None or not each.counts or not each.weight or judged.earned == judged.possible:
            return
        points = 100 * each.weight / self._weight
        for defect in judged.defects():
            yield BasicsFinding(
                rule=each.rule,
                key=(each.rule.id, defect.key),
                points=points * defect.part,
                title=defect.title,
                where=defect.where,
                message=defect.message,
                subjects=defect.subjects,
                evidence=defect.evidence,
                sources=self.data.sources[each.rule.id],
                reason_for_no_fix=defect.no_fix,
                mend=partial(_fixes, defect),
            )


def _fixes(defect: Defect) -> tuple[Fix, ...]:
    return tuple(islice(defect.fixes(), FIXES_KEPT))


def reviewed(project: Project, scenario_id: str, data: Basics) -> BasicsReview:
    """Review a scenario by the second pack.

    Raises:
        PlannerError: when the project has no such scenario.
    """
    scenario = project.scenarios.get(scenario_id)
    if scenario is None:
        raise PlannerError("This plan has no scenario {id}.", id=scenario_id)
    return BasicsReview(OrgLayout(project, scenario, data))

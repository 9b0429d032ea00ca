"""A review is one layout seen through the guidance: its score at once, its findings when asked for."""

from collections.abc import Iterator
from functools import cached_property, partial
from itertools import islice
from typing import Final

from planner.domain import Edited, Project, Scenario, Table
from planner.errors import PlannerError
from planner.guidance.catalogue import CATALOGUE
from planner.guidance.facts import Facts, facts_after, facts_of
from planner.guidance.findings import Finding
from planner.guidance.judging import Standing, judged, judged_again, losses
from planner.guidance.pack import Pack
from planner.guidance.rule import Defect, Rule
from planner.guidance.scores import Band, RuleScore, Score, added_up, nothing_to_score
from planner.guidance.statements import Fix, Guidance

FIXES_TRIED: Final = 16
FIXES_KEPT: Final = 4


class Review:
    """A value: ``after`` leads to the review of an edited project and leaves this one as it is."""

    def __init__(self, facts: Facts, standings: tuple[Standing, ...]) -> None:
        self._facts = facts
        self._standings = standings

    @property
    def project(self) -> Project:
        """The project that was reviewed."""
        return self._facts.project

    @property
    def scenario(self) -> Scenario:
        """The layout that was reviewed."""
        return self._facts.scenario

    @property
    def pack(self) -> Pack:
        """The guidance that it was reviewed by."""
        return self._facts.pack

    @property
    def facts(self) -> Facts:
        """The index of the layout that the rules read."""
        return self._facts

    def after(self, edited: Edited) -> "Review":
        """The review of what an edit made of this project; equal to a fresh one, at a fraction of the work.

        Raises:
            PlannerError: when the edit removed the scenario.
        """
        project, difference = edited
        scenario = self.scenario.id
        if scenario not in project.scenarios:
            raise PlannerError("This plan no longer has the scenario {name}.", name=self.scenario.name)
        changes = difference.of_scenario(scenario)
        whole = any(each.table is Table.SCENARIOS and None in (each.before, each.after) for each in changes)
        if whole:
            return review(project, scenario, self.pack)
        old = self._facts
        new, touched = facts_after(old, project, difference)
        standings = tuple(
            judged_again(rule, standing, old, new, touched)
            for rule, standing in zip(CATALOGUE, self._standings, strict=True)
        )
        return Review(new, standings)

    @cached_property
    def score(self) -> Score:
        """The total, the figure as drawn, the categories and every rule."""
        facts, muted = self._facts, self.scenario.muted
        weights = self.pack.weights_in(self.project)
        rules = []
        for rule, standing in zip(CATALOGUE, self._standings, strict=True):
            score = rule.combine(facts, standing.earned, standing.possible)
            rules.append(RuleScore(rule, weights[rule.id], score is not None, rule.id in muted, score))
        scored = any(count for function, count in facts.tallies.filled.items() if function.is_role)
        return (added_up if scored else nothing_to_score)(tuple(rules))

    @property
    def band(self) -> Band | None:
        """The word for the total; None when there is nothing to score."""
        return None if self.score.total is None else Band.of(self.score.total)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, the most points first, ties in the order of the rules.

        Muted rules have no findings, nor have rules that a user weighs 0; the points of all findings add up
        to what is missing from 100.
        """
        found = [finding for at, rule in enumerate(CATALOGUE) for finding in self._findings(at, rule)]
        return tuple(sorted(found, key=lambda finding: -finding.points))

    @cached_property
    def _total_weight(self) -> float:
        return sum(each.weight for each in self.score.rules if each.counts)

    def _findings(self, at: int, rule: Rule) -> Iterator[Finding]:
        rule_score = self.score.rules[at]
        if not rule_score.counts or not rule_score.weight or rule_score.score == 1.0:
            return
        points = 100 * rule_score.weight / self._total_weight
        facts = self._facts
        for defect in rule.explain(facts, losses(rule, self._standings[at], facts)):
            yield Finding(
                rule=rule,
                key=(rule.id, defect.key),
                points=points * defect.part,
                title=defect.title,
                where=defect.where,
                message=defect.message,
                subjects=defect.subjects,
                evidence=defect.evidence,
                guidance=defect.guidance or Guidance(rule.section, rule.says),
                reason_for_no_fix=defect.no_fix,
                mend=partial(self._fixes, at, defect),
            )

    def _fixes(self, at: int, defect: Defect) -> tuple[Fix, ...]:
        """Those of a defect's first candidates that can be done and raise the rule's score."""
        tried = islice(defect.fixes(), FIXES_TRIED)
        return tuple(islice((fix for fix in tried if self._helps(at, fix)), FIXES_KEPT))

    def _helps(self, at: int, fix: Fix) -> bool:
        try:
            after = self.after(fix.edit(self.project)).score.rules[at].score
        except PlannerError:
            return False
        before = self.score.rules[at].score
        return after is not None and before is not None and after > before


def review(project: Project, scenario_id: str, pack: Pack) -> Review:
    """Review a scenario of a project from scratch.

    Raises:
        PlannerError: when the project has no such scenario.
    """
    if scenario_id not in project.scenarios:
        raise PlannerError("This plan has no scenario {id}.", id=scenario_id)
    facts = facts_of(project, scenario_id, pack)
    return Review(facts, tuple(judged(rule, facts) for rule in CATALOGUE))

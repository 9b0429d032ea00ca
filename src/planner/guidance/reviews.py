"""A review is one layout seen through the guidance: its score at once, its findings when asked for."""

from collections.abc import Generator, Iterator
from functools import cached_property, partial
from itertools import islice
from typing import Final, NamedTuple

from planner.domain import Difference, Edited, Project, Scenario, Table
from planner.domain.drafts import pausing
from planner.domain.pausing import Pausing, finished
from planner.errors import PlannerError
from planner.guidance.catalogue import CATALOGUE
from planner.guidance.facts import Facts, Touched, facts_after, facts_following, facts_of
from planner.guidance.findings import Finding
from planner.guidance.judging import Standing, judged, judged_again, judging_again, losses
from planner.guidance.pack import Pack
from planner.guidance.rule import Defect, Rule
from planner.guidance.scores import Band, RuleScore, Score, added_up, nothing_to_score
from planner.guidance.statements import Fix, Guidance

FIXES_TRIED: Final = 16
FIXES_KEPT: Final = 4
_TRIALS_KEPT: Final = 2 * FIXES_KEPT
"""Fixes whose outcome is remembered: those of a finding are tried when they are found, and when ranked."""


class Tried(NamedTuple):
    """What a fix did when it was tried, and the review of that."""

    edited: Edited
    review: "Review"


class _Trial(NamedTuple):
    fix: Fix
    edited: Edited
    facts: Facts
    touched: Touched


class Review:
    """A value: ``after`` leads to the review of an edited project and leaves this one as it is."""

    def __init__(self, facts: Facts, standings: tuple[Standing, ...]) -> None:
        self._facts = facts
        self._standings = standings
        self._findings_made: tuple[Finding, ...] | None = None
        self._explained: list[tuple[Finding, ...]] = []
        self._trials: dict[int, _Trial] = {}

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
        if self._starts_over(project, difference):
            return review(project, self.scenario.id, self.pack)
        old = self._facts
        new, touched = facts_after(old, project, difference)
        standings = tuple(
            judged_again(rule, standing, old, new, touched)
            for rule, standing in zip(CATALOGUE, self._standings, strict=True)
        )
        return Review(new, standings)

    def trying(self, fix: Fix) -> Pausing[Tried]:
        """What a fix would make of this project, worked out with pauses.

        Raises:
            PlannerError: when it cannot be done here.
        """
        trial = yield from self._trial(fix)
        standings = []
        for rule, standing in zip(CATALOGUE, self._standings, strict=True):
            again = judging_again(rule, standing, self._facts, trial.facts, trial.touched)
            standings.append((yield from again))
        return Tried(trial.edited, Review(trial.facts, tuple(standings)))

    def _starts_over(self, project: Project, difference: Difference) -> bool:
        scenario = self.scenario.id
        if scenario not in project.scenarios:
            raise PlannerError("This plan no longer has the scenario {name}.", name=self.scenario.name)
        return any(
            each.table is Table.SCENARIOS and None in (each.before, each.after)
            for each in difference.of_scenario(scenario)
        )

    @cached_property
    def score(self) -> Score:
        """The total, the figure as drawn, the categories and every rule."""
        facts, muted = self._facts, self.scenario.muted
        weights = self.pack.weights_in(self.project)
        rules = []
        for rule, standing in zip(CATALOGUE, self._standings, strict=True):
            score = rule.combine(facts, standing.earned, standing.possible)
            rules.append(RuleScore(rule, weights[rule.id], score is not None, rule.id in muted, score))
        return (added_up if _has_score(facts) else nothing_to_score)(tuple(rules))

    @property
    def band(self) -> Band | None:
        """The word for the total; None when there is nothing to score."""
        return None if self.score.total is None else Band.of(self.score.total)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, the most points first, ties in the order of the rules.

        Muted rules have no findings, nor have rules that a user weighs 0; the points of all findings add up
        to what is missing from 100.
        """
        found = self._findings_made
        return finished(self.explaining()) if found is None else found

    @property
    def is_explained(self) -> bool:
        """Whether the findings are at hand."""
        return self._findings_made is not None

    def explaining(self) -> Pausing[tuple[Finding, ...]]:
        """The findings, made with a pause after each rule; whoever asks next goes on where this was left."""
        done = self._explained
        while (at := len(done)) < len(CATALOGUE):
            done.append(tuple(self._findings(at, CATALOGUE[at])))
            yield
        if self._findings_made is None:
            found = [finding for some in done for finding in some]
            self._findings_made = tuple(sorted(found, key=lambda finding: -finding.points))
        return self._findings_made

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

    def _fixes(self, at: int, defect: Defect) -> Generator[Fix | None, None, None]:
        """Those of a defect's first candidates that can be done and raise the rule's score.

        None stands for a pause.
        """
        kept = 0
        for fix in islice(defect.fixes(), FIXES_TRIED):
            yield None
            if (yield from self._helping(at, fix)):
                yield fix
                kept += 1
            if kept == FIXES_KEPT:
                return

    def _helping(self, at: int, fix: Fix) -> Pausing[bool]:
        """Whether a fix raises the score of a rule, the only one that is judged for it."""
        try:
            trial = yield from self._trial(fix)
        except PlannerError:
            return False
        rule, standing = CATALOGUE[at], self._standings[at]
        again = yield from judging_again(rule, standing, self._facts, trial.facts, trial.touched)
        if not _has_score(trial.facts):
            return False
        before, after = self.score.rules[at].score, rule.combine(trial.facts, again.earned, again.possible)
        return after is not None and before is not None and after > before

    def _trial(self, fix: Fix) -> Pausing[_Trial]:
        known = self._trials.get(id(fix))
        if known is not None and known.fix is fix:
            return known
        edited = yield from pausing(fix.edit, self.project)
        if self._starts_over(*edited):
            raise LookupError("a fix brings no scenario into being")
        yield
        facts, touched = yield from facts_following(self._facts, *edited)
        while len(self._trials) >= _TRIALS_KEPT:
            del self._trials[next(iter(self._trials))]
        self._trials[id(fix)] = trial = _Trial(fix, edited, facts, touched)
        return trial


def _has_score(facts: Facts) -> bool:
    """Whether somebody fills one of the six roles."""
    return any(count for function, count in facts.tallies.filled.items() if function.is_role)


def review(project: Project, scenario_id: str, pack: Pack) -> Review:
    """Review a scenario of a project from scratch.

    Raises:
        PlannerError: when the project has no such scenario.
    """
    if scenario_id not in project.scenarios:
        raise PlannerError("This plan has no scenario {id}.", id=scenario_id)
    facts = facts_of(project, scenario_id, pack)
    return Review(facts, tuple(judged(rule, facts) for rule in CATALOGUE))

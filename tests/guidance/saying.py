"""Lets a test say in a line what an outline scores by a rule, and what its findings are."""

from collections.abc import Callable

from planner.domain.outline import parse
from planner.guidance import Finding, Pack, Review, review
from planner.messages import render

Scores = Callable[[str, str], float | None]
"""Rule and outline to score."""


def reviewed(outline: str, pack: Pack) -> Review:
    project = parse(outline)
    (scenario,) = project.scenarios
    return review(project, scenario.id, pack)


def findings(outline: str, rule: str, pack: Pack) -> list[Finding]:
    return [finding for finding in reviewed(outline, pack).findings if finding.rule.id == rule]


def titles(outline: str, rule: str, pack: Pack) -> list[str]:
    return [render(finding.title) for finding in findings(outline, rule, pack)]


def fixes(outline: str, rule: str, pack: Pack) -> list[str]:
    return [render(fix.label) for finding in findings(outline, rule, pack) for fix in finding.fixes]

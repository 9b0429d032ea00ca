"""Writes the manual page of the second pack from its rules and data."""

from collections.abc import Iterator

from planner.domain.outline import parse
from planner.guidance.basics.data import PACK_ID, Basics
from planner.guidance.basics.reviews import reviewed
from planner.guidance.basics.rule import BasicsRule
from planner.guidance.basics.rules import RULES
from planner.messages import Share, message, render

PAGE = "org-design-basics.md"

_HOW = (
    "The pack is off. *Plan ▸ Guidance ▸ Org design basics* switches it on for a plan, or "
    "`org-design-basics` among the plan's `extra_packs` does. It has a score, a gauge and findings of its "
    "own, below the guidance's; nothing of it enters the guidance score, nor the other way round."
)
_SCORED = (
    "Each rule that applies gives a score from 0 to 1, and the total is 100 times the mean of these, each "
    "counted by its weight. A rule without anything to judge does not apply; where none applies there is no "
    "score. What a rule lost is split over its findings, so that the points of all findings add up to what "
    "is missing from 100. Neither names nor the order of people, teams and seats matter. A muted rule counts "
    "for nothing. Own weights are those of the guidance's rules; this pack keeps the weights below."
)


def page(data: Basics) -> str:
    """The whole page, in Markdown."""
    rows = (
        f"| [`{rule.id}`](#{_anchor(rule)}) | {rule.name} | {data.weights[rule.id]:g} |" for rule in RULES
    )
    parts = (
        f"# {data.name}",
        f"`{PACK_ID}` · version {data.version}",
        _HOW,
        f"Each rule names the works that it rests on, restated in this program's words. {data.note}",
        "## How the score is made",
        _SCORED,
        "\n".join(("| rule | holds when | weight |", "|---|---|---|", *rows)),
        *(part for rule in RULES for part in _rule(rule, data)),
    )
    return "\n\n".join(parts) + "\n"


def _anchor(rule: BasicsRule) -> str:
    return rule.id.replace("/", "")


def _rule(rule: BasicsRule, data: Basics) -> Iterator[str]:
    yield f"## {rule.id}"
    yield f"{render(rule.name)}."
    yield f"**Applies to.** {render(rule.applies_to)}"
    bounds = data.bounds_of(rule.id)
    yield f"**Looks for.** {render(rule.looks_for)} {render(bounds) if bounds else ''}".rstrip()
    yield f"**Why.** {render(rule.why)}"
    yield f"> {render(rule.says)}"
    works = data.sources[rule.id]
    yield "After: " + "; ".join(f"{work.author}, *{work.title}* ({work.published})" for work in works) + "."
    if rule.breaking:
        yield "A layout that breaks it, and the same, mended:"
        yield from _example(rule, rule.breaking, data)
        yield from _example(rule, rule.mended, data)


def _example(rule: BasicsRule, outline: str, data: Basics) -> Iterator[str]:
    yield f"```\n{outline.strip()}\n```"
    project = parse(outline)
    (scenario,) = project.scenarios
    review = reviewed(project, scenario.id, data)
    score = next(each.score for each in review.rules if each.rule is rule)
    lines = [render(message("Scores {score} by this rule.", score=Share(score or 0.0)))]
    for finding in review.findings:
        if finding.rule is rule:
            lines.append(f"**{render(finding.title)}**, {render(finding.where)}. {render(finding.message)}")
            lines += [f"Offered: *{render(fix.label)}*." for fix in finding.fixes[:1]]
    yield " ".join(lines)

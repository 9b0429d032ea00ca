"""Writes the manual pages of the rules, and the page that lists them, from the rules themselves."""

from collections.abc import Iterator, Mapping

from planner.domain import Structure
from planner.domain.outline import parse
from planner.guidance import weights_page
from planner.guidance.basics import pages as basics_page
from planner.guidance.catalogue import CATALOGUE
from planner.guidance.findings import Finding
from planner.guidance.pack import Pack
from planner.guidance.reviews import Review, review
from planner.guidance.rule import Category, Needs, Origin, Rule
from planner.messages import Message, Share, message, render

_ORIGINS = {
    Origin.ARTICLE: "the source article",
    Origin.INFERRED: "inferred from the source article",
    Origin.PLANNER: "this planner's own arithmetic of people and seats",
}
_NEEDS = {
    Needs.CHART: "teams and seats",
    Needs.AGREEMENTS: "links, practices, responsibilities or team fields, beside teams and seats",
}


def pages(pack: Pack) -> Mapping[str, str]:
    """Every page by its file name, in Markdown; ``README.md`` lists the rest."""
    beside = {weights_page.PAGE: weights_page.page(pack), basics_page.PAGE: basics_page.page(pack.basics)}
    return {"README.md": index(pack), **beside, **{f"{rule.id}.md": page(rule, pack) for rule in CATALOGUE}}


def page(rule: Rule, pack: Pack) -> str:
    """One rule's page: what it looks for, why, what is better, and two examples."""
    parts = (
        f"# {render(rule.name)}",
        f"`{rule.id}` · {rule.category.value} · weight {pack.weights[rule.id]:g} of the default pack",
        f"Comes from {_ORIGINS[rule.source]}. Needs {_NEEDS[rule.needs]}.",
        "## Applies to",
        render(rule.applies_to),
        "## What it looks for",
        render(rule.looks_for),
        "## Why it matters",
        render(rule.why),
        "## What is better",
        render(rule.better),
        "## What the guidance says",
        f"> {render(rule.says)}",
        f"Section: {render(rule.section)}.",
        "## A layout that breaks it",
        *_example(rule, rule.breaking, pack),
        "## The same, mended",
        *_example(rule, rule.mended, pack),
    )
    return "\n\n".join(parts) + "\n"


def _example(rule: Rule, outline: str, pack: Pack) -> Iterator[str]:
    yield f"```\n{outline.strip()}\n```"
    seen = reviewed(outline, pack)
    score = Share(seen.score.of(rule.id).score or 0.0)
    yield render(message("Scores {score} by this rule.", score=score))
    lines = [line for finding in seen.findings if finding.rule is rule for line in _told(finding)]
    if lines:
        yield "\n".join(lines)


def _told(finding: Finding) -> Iterator[str]:
    yield f"- **{render(finding.title)}**, {render(finding.where)}. {render(finding.message)}"
    yield from (f"  - {render(fact.text)}" for fact in finding.evidence)
    yield from (f"  - Offered: *{render(fix.label)}*" for fix in finding.fixes[:1])


def reviewed(outline: str, pack: Pack) -> Review:
    """The review of the one scenario of an outline."""
    project = parse(outline)
    (scenario,) = project.scenarios
    return review(project, scenario.id, pack)


_HOW_SCORED = (
    "Each rule that applies gives a score from 0 to 1. The total is 100 times the mean of these, each "
    "counted by its weight; a category's score is the same over its own rules. Muted rules are listed, and "
    "count for nothing. *As drawn* is the same sum over the rules that need teams and seats alone. What a "
    "rule lost is split over its findings, so that the points of all findings add up to what is missing "
    "from 100. A layout in which nobody fills one of the six roles has no score."
)

_BESIDE = (
    f"Weights can be replaced by [own ones]({weights_page.PAGE}). A second pack, "
    f"[Org design basics]({basics_page.PAGE}), can be switched on; it has a score of its own."
)


def index(pack: Pack) -> str:
    """The page that lists all rules, says how the score is made, and shows the fit table."""
    source = pack.source
    origin = f"*{source.title}* by {source.author} ({source.publisher})"
    parts = (
        f"# The guidance: {pack.name}",
        f"Rule pack version {pack.version}. It restates {origin} in this program's words. {source.note}",
        "## How the score is made",
        _HOW_SCORED,
        _BESIDE,
        "## The rules",
        *(part for category in Category for part in _category(category, pack)),
        "## How well a structure fits a company",
        _fit_table(pack),
        "## What each structure brings",
        *(part for structure in Structure for part in _structure(structure, pack)),
    )
    return "\n\n".join(parts) + "\n"


def _category(category: Category, pack: Pack) -> Iterator[str]:
    rules = [rule for rule in CATALOGUE if rule.category is category]
    if not rules:
        return
    yield f"### {category.value}"
    rows = (
        f"| [`{rule.id}`]({rule.id}.md) | {render(rule.name)} | {pack.weights[rule.id]:g} | {rule.source} | "
        f"{rule.needs} |"
        for rule in rules
    )
    yield "\n".join(("| rule | holds when | weight | source | needs |", "|---|---|---|---|---|", *rows))


def _fit_table(pack: Pack) -> str:
    head = " | ".join(structure.label for structure in Structure)
    rows = (
        f"| {stage.label}, {aim.label.lower()} | "
        + " | ".join(f"{fits[structure]:g}" for structure in Structure)
        + " |"
        for (stage, aim), fits in pack.fit_table.items()
    )
    return "\n".join((f"| stage, aim | {head} |", "|---|---|---|---|---|", *rows))


def _structure(structure: Structure, pack: Pack) -> Iterator[str]:
    said = pack.structures[structure]
    yield f"### {render(said.name)}"
    yield render(said.idea)
    yield _list("Brings", said.benefits)
    yield _list("Watch", [challenge.text for challenge in said.challenges])


def _list(title: str, items: "tuple[Message, ...] | list[Message]") -> str:
    return "\n".join((f"{title}:", "", *(f"- {render(item)}" for item in items)))

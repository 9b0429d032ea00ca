"""Reports a review to other programs, as plain data, and to readers of a terminal, as lines of text."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from planner.domain import Scenario
from planner.guidance.findings import Finding, Found
from planner.guidance.reasons import Reasons
from planner.guidance.recommending import Recommendation, fit_sentence
from planner.guidance.reviews import Review
from planner.guidance.scores import Band, CategoryScore, RuleScore, Score
from planner.guidance.shown import losses_shown
from planner.messages import Format, Loss, Message, Points, counted, listed, message, render

_DATA = Format(group="")
"""Numbers inside sentences of data are written as in the C locale."""


class Muted(Protocol):
    """A rule of any pack, as far as it is named when it is muted."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def name(self) -> Message:
        """What people call it."""
        ...


def as_json(review: Review, recommended: Recommendation) -> dict[str, Any]:
    """The object that ``planner score --json`` prints for one scenario; see the plan format's page.

    Scores of rules are 0 to 1, all others 0 to 100, as floats of full precision.
    """
    score = review.score
    return {
        "scenario": {"id": review.scenario.id, "name": review.scenario.name},
        "score": score.total,
        "as_drawn": score.as_drawn,
        "categories": [_category(each) for each in score.categories],
        "rules": [_rule(each) for each in score.rules],
        "pack": {"name": pack_name(review), "version": review.pack.version},
        "findings": [_finding(each) for each in review.findings],
        "recommended": {
            "structures": [structure.value for structure in recommended.structures],
            "why": said(recommended.why),
        },
    }


def pack_name(review: Review) -> str:
    """The name of the weights that a review adds up by: the pack's, or that of the project's own."""
    own = review.project.rule_pack
    return own.name if own is not None else review.pack.name


def _category(each: CategoryScore) -> dict[str, Any]:
    return {"name": each.name.value, "score": each.score, "weight": number(each.weight)}


def _rule(each: RuleScore) -> dict[str, Any]:
    rule = each.rule
    return {
        "id": rule.id,
        "category": rule.category.value,
        "weight": number(each.weight),
        "source": rule.source.value,
        "needs": rule.needs.value,
        "applies": each.applies,
        "muted": each.muted,
        "score": each.score,
    }


def _finding(each: Finding) -> dict[str, Any]:
    section, text = each.guidance.section, each.guidance.text
    return finding_data(each, each.rule.id, {"section": said(section), "text": said(text)})


def finding_data(each: Found, rule: str, guidance: dict[str, Any]) -> dict[str, Any]:
    """A finding of any pack as data, with the rule's id and the words that it rests on."""
    return {
        "rule": rule,
        "points": each.points,
        "severity": each.severity.value,
        "title": said(each.title),
        "evidence": [said(fact.text) for fact in each.evidence],
        "message": said(each.message),
        "subjects": [{"kind": subject.kind, "id": subject.id} for subject in each.subjects],
        "guidance": guidance,
        "fixes": [said(fix.label) for fix in each.fixes],
    }


def said(text: Message) -> str:
    """A message inside data: in English, with the numbers of the C locale."""
    return render(text, _DATA)


def number(weight: float) -> float | int:
    """A weight as data: whole ones without a point."""
    return int(weight) if float(weight).is_integer() else weight


def as_prose(review: Review, recommended: Recommendation) -> tuple[Message, ...]:
    """The same for people: one message a line, an empty one between the parts."""
    return (
        message("{plan}, {scenario}", plan=review.project.name, scenario=review.scenario.name),
        *_headline(review),
        *_categories(review.score),
        *_findings(review),
        *_rest(review),
        message(""),
        message(
            "Recommended: {structures}. {why}",
            structures=listed(message(each.label) for each in recommended.structures),
            why=recommended.why,
        ),
    )


def _headline(review: Review) -> Iterator[Message]:
    score = review.score
    if score.total is None:
        yield message("Nothing to score yet: nobody fills one of the six roles.")
        return
    band = Band.of(score.total).label
    yield message("Guidance score {total} of 100: {band}.", total=Points(score.total), band=band)
    if review.project.rule_pack is not None:
        yield message("Weights: {name}, in place of the default ones.", name=review.project.rule_pack.name)
    if score.as_drawn is not None and score.as_drawn != score.total:
        yield message("As drawn, by teams and seats alone: {points}.", points=Points(score.as_drawn))
    yield fit_sentence(review.pack, review.scenario)
    if review.scenario.assumed:
        names = listed(message(each.value) for each in sorted(review.scenario.assumed))
        yield message("Assumed by the import, not confirmed yet: {names}.", names=names)


def _categories(score: Score) -> Iterator[Message]:
    shown = [each for each in score.categories if each.score is not None]
    if shown:
        yield message("")
    for each in shown:
        yield message("{name}: {score}", name=message(each.name.value), score=Points(each.score or 0.0))


def _findings(review: Review) -> Iterator[Message]:
    shown = losses_shown(review.findings, review.score.total)
    reasons = Reasons(review)
    for finding in review.findings:
        section, text = finding.guidance.section, finding.guidance.text
        word = message("Guidance, {section}: {text}", section=section, text=text)
        yield from told(finding, shown[finding.key], word, None if finding.fixes else reasons.why(finding))


def told(finding: Found, points: float, on_whose_word: Message, no_fix: Message | None) -> Iterator[Message]:
    """A finding of any pack for people, with its points as they are shown: a message a line, empty first."""
    yield message("")
    yield message(
        "{points}  {title} ({where})", points=Loss(points), title=finding.title, where=finding.where
    )
    yield message("    {message}", message=finding.message)
    for fact in finding.evidence:
        yield message("    - {fact}", fact=fact.text)
    yield message("    {words}", words=on_whose_word)
    if no_fix is None:
        yield message("    Fix: {fix}", fix=finding.fixes[0].label)
    else:
        yield message("    No fix: {reason}", reason=no_fix)


def _rest(review: Review) -> Iterator[Message]:
    passed = sum(each.passed for each in review.score.rules)
    muted = [each.rule for each in review.score.rules if each.muted]
    yield from rest(passed if review.score.total is not None else None, muted, review.scenario)


def rest(passed: int | None, muted: Iterable[Muted], scenario: Scenario) -> Iterator[Message]:
    """How many checks passed, None without a score, and the muted rules of any pack with their reasons."""
    if passed is not None:
        yield message("")
        yield counted("{count} check passed.", "{count} checks passed.", passed)
    for rule in muted:
        yield message("Muted: {rule}. {reason}", rule=rule.name, reason=scenario.muted[rule.id].reason)

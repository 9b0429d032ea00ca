"""Reports a review by the second pack: as data for other programs, and as lines for readers of a terminal."""

from collections.abc import Iterator
from typing import Any

from planner.guidance.basics.data import PACK_ID
from planner.guidance.basics.reviews import BasicsReview
from planner.guidance.basics.rule import BasicsFinding, BasicsScore
from planner.guidance.scores import Band
from planner.messages import Format, Loss, Message, Points, counted, listed, message, render

_DATA = Format(group="")
"""Numbers inside sentences of data are written as in the C locale."""


def as_json(review: BasicsReview) -> dict[str, Any]:
    """One of the ``extra_packs`` of ``planner score --json``; rules score 0 to 1, the pack 0 to 100."""
    return {
        "id": PACK_ID,
        "name": review.data.name,
        "version": review.data.version,
        "score": review.score,
        "rules": [_rule(each) for each in review.rules],
        "findings": [_finding(each) for each in review.findings],
    }


def _rule(each: BasicsScore) -> dict[str, Any]:
    return {
        "id": each.rule.id,
        "weight": int(each.weight) if float(each.weight).is_integer() else each.weight,
        "applies": each.applies,
        "muted": each.muted,
        "score": each.score,
        "figures": None if each.figures is None else _said(each.figures),
    }


def _finding(each: BasicsFinding) -> dict[str, Any]:
    return {
        "rule": each.rule.id,
        "points": each.points,
        "severity": each.severity.value,
        "title": _said(each.title),
        "evidence": [_said(fact.text) for fact in each.evidence],
        "message": _said(each.message),
        "subjects": [{"kind": subject.kind, "id": subject.id} for subject in each.subjects],
        "guidance": {"sources": [_said(work.cited) for work in each.sources], "text": _said(each.rule.says)},
        "fixes": [_said(fix.label) for fix in each.fixes],
    }


def _said(text: Message) -> str:
    return render(text, _DATA)


def as_prose(review: BasicsReview) -> tuple[Message, ...]:
    """The same for people: one message a line, a section of its own."""
    return (
        message("{name}, a pack of its own that the guidance score does not count:", name=review.data.name),
        *_headline(review),
        *_figures(review),
        *(line for finding in review.findings for line in _told(finding)),
        *_muted(review),
        message(""),
        message("{note}", note=review.data.note),
    )


def _headline(review: BasicsReview) -> Iterator[Message]:
    if review.score is None:
        yield message("Nothing to judge yet.")
        return
    band = Band.of(review.score).label
    yield message("{total} of 100: {band}.", total=Points(review.score), band=band)


def _figures(review: BasicsReview) -> Iterator[Message]:
    shown = [each for each in review.rules if each.score is not None and each.figures is not None]
    if shown:
        yield message("")
    for each in shown:
        score = Points(100 * (each.score or 0.0))
        figures = each.figures or message("")
        yield message("{name}: {score}. {figures}", name=each.rule.short, score=score, figures=figures)


def _told(finding: BasicsFinding) -> Iterator[Message]:
    yield message("")
    yield message(
        "{points}  {title} ({where})", points=Loss(finding.points), title=finding.title, where=finding.where
    )
    yield message("    {message}", message=finding.message)
    for fact in finding.evidence:
        yield message("    - {fact}", fact=fact.text)
    works = listed([work.cited for work in finding.sources], at_most=len(finding.sources))
    yield message("    After {works}: {text}", works=works, text=finding.rule.says)
    if finding.fixes:
        yield message("    Fix: {fix}", fix=finding.fixes[0].label)
    else:
        yield message("    No fix: {reason}", reason=finding.reason_for_no_fix)


def _muted(review: BasicsReview) -> Iterator[Message]:
    passed = sum(each.passed for each in review.rules)
    if review.score is not None:
        yield message("")
        yield counted("{count} check passed.", "{count} checks passed.", passed)
    for each in review.rules:
        if each.muted:
            reason = review.scenario.muted[each.rule.id].reason
            yield message("Muted: {rule}. {reason}", rule=each.rule.name, reason=reason)

"""Reports a review by the second pack: as data for other programs, and as lines for readers of a terminal."""

from collections.abc import Iterator
from typing import Any

from planner.guidance.basics.data import PACK_ID
from planner.guidance.basics.reviews import BasicsReview
from planner.guidance.basics.rule import BasicsFinding, BasicsScore
from planner.guidance.report import finding_data, number, rest, said, told
from planner.guidance.scores import Band
from planner.guidance.shown import losses_shown
from planner.messages import Message, Points, listed, message


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
        "weight": number(each.weight),
        "applies": each.applies,
        "muted": each.muted,
        "score": each.score,
        "figures": None if each.figures is None else said(each.figures),
    }


def _finding(each: BasicsFinding) -> dict[str, Any]:
    sources = [said(work.cited) for work in each.sources]
    return finding_data(each, each.rule.id, {"sources": sources, "text": said(each.rule.says)})


def as_prose(review: BasicsReview) -> tuple[Message, ...]:
    """The same for people: one message a line, a section of its own."""
    return (
        message("{name}, a pack of its own that the guidance score does not count:", name=review.data.name),
        *_headline(review),
        *_figures(review),
        *_findings(review),
        *_rest(review),
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


def _findings(review: BasicsReview) -> Iterator[Message]:
    shown = losses_shown(review.findings, review.score)
    for finding in review.findings:
        works = listed([work.cited for work in finding.sources], at_most=len(finding.sources))
        word = message("After {works}: {text}", works=works, text=finding.rule.says)
        yield from told(finding, shown[finding.key], word, finding.no_fix)


def _rest(review: BasicsReview) -> Iterator[Message]:
    passed = sum(each.passed for each in review.rules)
    muted = [each.rule for each in review.rules if each.muted]
    return rest(passed if review.score is not None else None, muted, review.scenario)

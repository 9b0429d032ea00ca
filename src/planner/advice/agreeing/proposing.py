"""Puts the questions together with the points that each can bring; all proposals together never cost any."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planner.advice.agreeing.answering import duties
from planner.advice.agreeing.asking import LABEL, Answers, Question
from planner.advice.agreeing.describing import budget, builds, charter
from planner.advice.agreeing.layout import Layout
from planner.advice.agreeing.linking import Ties, links
from planner.advice.agreeing.practising import on_call, order, sharing
from planner.advice.choices import gain_of
from planner.domain import Edit, together
from planner.guidance import Review

MOST: Final = 8
"""So many questions are asked at most."""
_EVEN = 1e-9


def questions(review: Review, *, new_id: Callable[[], str]) -> tuple[Question, ...]:
    """The questions that apply to a layout, most points first, those already settled last."""
    layout = Layout(review.facts, new_id)
    ties = Ties(layout)
    asked = (
        links(layout, ties),
        duties(layout),
        order(layout, ties),
        sharing(layout, ties),
        builds(layout),
        charter(layout),
        budget(layout),
        on_call(layout),
    )
    safe = _harmless(review, [each for each in asked if each is not None])
    scored = [replace(each, gain=_gain(review, [each])) for each in safe]
    return tuple(sorted(scored, key=lambda each: (each.is_settled, -(each.gain or 0.0))))


def agreement(asked: Iterable[Question], answers: Mapping[str, Answers]) -> Edit | None:
    """One step made of the answers to several questions, by their ids; None when they change nothing."""
    steps = [step for each in asked if each.id in answers for step in each.steps(answers[each.id])]
    return together(LABEL, *steps) if steps else None


def _harmless(review: Review, asked: list[Question]) -> list[Question]:
    """The questions, with proposals withdrawn one by one while all of them together would cost points."""
    while (_gain(review, asked) or 0.0) < -_EVEN:
        open_ones = [at for at, each in enumerate(asked) if not each.is_settled]
        tries = [[*asked[:at], asked[at].left_as_it_is(), *asked[at + 1 :]] for at in open_ones]
        asked = max(tries, key=lambda each: _gain(review, each) or 0.0)
    return asked


def _gain(review: Review, asked: Sequence[Question]) -> float | None:
    edit = agreement(asked, {each.id: each.proposed for each in asked})
    if edit is None:
        return None if review.score.total is None else 0.0
    return gain_of(review, edit)

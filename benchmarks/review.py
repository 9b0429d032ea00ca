"""What a review after one edit costs, and a whole drag preview, on a plan of 10,000 people.

The goals in milliseconds stand beside the ratios as figures against a budget: a ratio alone could be met by a
slow full review.
"""

from collections.abc import Iterator

from benchmarks.loading import pack
from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import SCENARIO, large_plan
from planner.advice.moves import Carried, OnSeat, outcome
from planner.domain import edits
from planner.guidance import review

PEOPLE = 10_000
EDITS = 20
REVIEW_BUDGET = 0.001
PREVIEW_BUDGET = 0.005
"""Seconds: a re-score after an edit; and what a drag shows over a target, words, edit and new score."""


def figures() -> Iterator[Figure]:
    """Twenty reviews after an edit, each with its total, in turns with a full one."""
    rules = pack()
    project = large_plan(PEOPLE)
    before = review(project, SCENARIO, rules)
    _ = before.score.total
    filled = [seat.id for seat in project.scenarios[SCENARIO].seats if seat.is_filled][
        :: PEOPLE // EDITS // 2
    ]
    edited = [edits.unassign(project, SCENARIO, seat=seat) for seat in filled[:EDITS]]

    def incremental() -> None:
        for each in edited:
            _ = before.after(each).score.total

    def full() -> None:
        _ = review(project, SCENARIO, rules).score.total

    carried = [seat for seat in project.scenarios[SCENARIO].seats if seat.is_filled][:: PEOPLE // EDITS // 2]

    def drags() -> None:
        for one, other in zip(carried[:EDITS], carried[EDITS:], strict=False):
            what = Carried(one.person or "", one.id)
            does = outcome(project, SCENARIO, what, OnSeat(other.id), new_id=_no_id)
            if does.edit is not None:
                _ = before.after(does.edit(project)).score.total

    ours, whole = best_of(incremental, full)
    name = "review after one edit, 10,000 people"
    yield in_milliseconds(name, (ours, whole), goal=1 / 100, against="a full review", each=EDITS)
    yield in_milliseconds(name, (ours, REVIEW_BUDGET), goal=1, against="1 ms", each=EDITS)
    ours, _ = best_of(drags, full)
    yield in_milliseconds(
        "drag preview over a seat, 10,000 people",
        (ours, PREVIEW_BUDGET),
        goal=1,
        against="5 ms",
        each=min(EDITS, len(carried) - EDITS),
    )


def _no_id() -> str:
    raise AssertionError("a swap makes nothing new")

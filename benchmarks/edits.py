"""A thousand random edits of a plan of 10,000 people: each with its review, against one full review."""

from collections.abc import Iterator
from functools import partial

from benchmarks.loading import pack
from benchmarks.measuring import Figure, in_milliseconds, seconds
from benchmarks.plans import SCENARIO, large_plan
from benchmarks.walking import Walk
from planner.domain import Project
from planner.guidance import Pack, Review, review
from planner.store import history

PEOPLE = 10_000
EDITS = 1_000
KIBIBYTE = 1_024


def figures() -> Iterator[Figure]:
    """Seconds and bytes of one step, on average over a thousand different edits."""
    rules, project = pack(), large_plan(PEOPLE)
    full = min(seconds(partial(_full, project, rules)) for _ in range(3))
    walk = _ReviewedWalk(Walk(project), review(project, SCENARIO, rules))
    walked = seconds(walk.all_steps)
    full = min(full, seconds(partial(_full, project, rules)))
    yield in_milliseconds(
        "edit, difference and review, 10,000",
        (walked, full),
        goal=1 / 20,
        against="a full review",
        each=EDITS,
    )
    yield Figure("history of one step", walk.bytes_kept / EDITS, KIBIBYTE, "bytes", 1.0, "1 KB")


def _full(project: Project, rules: Pack) -> None:
    _ = review(project, SCENARIO, rules).score.total


class _ReviewedWalk:
    """Random edits one after the other, each with its review and its line of history."""

    def __init__(self, walk: Walk, first: Review) -> None:
        self._walk = walk
        self.review = first
        self.bytes_kept = 0

    def all_steps(self) -> None:
        _ = self.review.score.total
        for number in range(EDITS):
            edited = self._walk.next(number)
            self.review = self.review.after(edited)
            _ = self.review.score.total
            self.bytes_kept += len(history.dumps(edited.difference))

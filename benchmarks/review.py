"""How much a review after one edit costs, against a review of the whole plan of 10,000 people."""

from collections.abc import Iterator

from benchmarks.loading import pack
from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import SCENARIO, large_plan
from planner.domain import edits
from planner.guidance import review

PEOPLE = 10_000
EDITS = 20


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

    yield in_milliseconds(
        "review after one edit, 10,000 people",
        best_of(incremental, full),
        goal=1 / 20,
        against="a full review",
        each=len(edited),
    )

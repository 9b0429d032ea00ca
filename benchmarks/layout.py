"""How much placing a plan of 10,000 people costs after one edit, against placing the whole."""

from collections.abc import Iterator

from benchmarks.loading import fonts
from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import SCENARIO, large_plan
from planner.domain import Function, edits
from planner.placement import place
from planner.placement.measuring import Measure

PEOPLE = 10_000


def figures() -> Iterator[Figure]:
    """After one more seat, which makes a team larger, and after a swap, which moves nothing."""
    project = large_plan(PEOPLE)
    measure = Measure(fonts())
    whole = place(project, SCENARIO, measure)
    seats = [seat.id for seat in project.scenarios[SCENARIO].seats if seat.is_filled]
    grown = edits.add_seat(
        project, SCENARIO, seat="new", team="squad5", function=Function.DATA_SCIENTIST, person=None
    )
    swapped = edits.swap(project, SCENARIO, source=seats[0], target=seats[-1])

    def full() -> None:
        place(project, SCENARIO, measure)

    yield in_milliseconds(
        "layout after a new seat, 10,000",
        best_of(lambda: whole.after(grown), full),
        goal=1 / 5,
        against="all",
    )
    yield in_milliseconds(
        "layout after a swap, 10,000", best_of(lambda: whole.after(swapped), full), goal=1 / 20, against="all"
    )

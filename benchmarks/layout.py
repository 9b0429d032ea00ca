"""What placing large plans costs: how it grows with their size, and one move against placing all again."""

from collections.abc import Iterator
from math import log

from benchmarks.loading import fonts, pack
from benchmarks.measuring import Figure, best_of, in_milliseconds, seconds
from benchmarks.plans import SCENARIO, large_plan
from planner.domain import Function, edits
from planner.guidance import review
from planner.placement import place
from planner.placement.measuring import Measure

PEOPLE = 10_000
SIZES = (6_000, 12_000, 25_000, 50_000, 100_000)


def figures() -> Iterator[Figure]:
    """After one more seat, which makes a team larger, after a move, which moves nothing, and the growth."""
    project = large_plan(PEOPLE)
    measure, rules = Measure(fonts()), pack()
    whole = place(project, SCENARIO, measure)
    filled = [seat.id for seat in project.scenarios[SCENARIO].seats if seat.is_filled]
    vacant = next(seat.id for seat in project.scenarios[SCENARIO].seats if not seat.is_filled)
    grown = edits.add_seat(
        project, SCENARIO, seat="new", team="squad5", function=Function.DATA_SCIENTIST, person=None
    )
    moved = edits.move_to_seat(project, SCENARIO, source=filled[0], target=vacant)
    shifted = edits.move_team(project, SCENARIO, team="squad3", parent=None, before="squad1")

    def full() -> None:
        place(project, SCENARIO, measure)

    def reviewed() -> None:
        _ = review(project, SCENARIO, rules).score.total

    # About 6 µs a card, spread over measuring, columns and trees: the screen waits for it only when a plan
    # is opened, which reviews it as well.
    times = best_of(full, reviewed)
    yield in_milliseconds("layout, whole, 10,000", times, goal=1.0, against="a full review")
    for name, edited in (("a new seat", grown), ("a move", moved), ("a team moved beside another", shifted)):
        times = best_of(lambda edited=edited: whole.after(edited), full)  # type: ignore[misc]
        yield in_milliseconds(f"layout after {name}, 10,000", times, goal=1 / 20, against="all")
    yield Figure("layout, growth to 100,000 (power)", _power(measure), 1.0, "", 1.2, "linear")


def _power(measure: Measure) -> float:
    """The power of the size with which placing grows: the slope of times over sizes, both as logarithms."""
    points: list[tuple[float, float]] = []
    for size in SIZES:
        project = large_plan(size)

        def full(project: object = project) -> None:
            place(project, SCENARIO, measure)  # type: ignore[arg-type]

        full()
        points.append((log(size), log(min(seconds(full) for _ in range(4)))))
    middle_x = sum(x for x, _ in points) / len(points)
    middle_y = sum(y for _, y in points) / len(points)
    rise = sum((x - middle_x) * (y - middle_y) for x, y in points)
    return rise / sum((x - middle_x) ** 2 for x, _ in points)

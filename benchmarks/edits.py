"""A thousand random edits of a plan of 10,000 people: each with its review, against one full review."""

from collections.abc import Callable, Iterator
from functools import partial
from random import Random

from benchmarks.loading import pack
from benchmarks.measuring import Figure, in_milliseconds, seconds
from benchmarks.plans import SCENARIO, large_plan
from planner.domain import Edited, Function, Person, Project, edits
from planner.errors import PlannerError
from planner.guidance import Pack, Review, review
from planner.store import history

PEOPLE = 10_000
EDITS = 1_000
KIBIBYTE = 1_024


def figures() -> Iterator[Figure]:
    """Seconds and bytes of one step, on average over a thousand different edits."""
    rules, project = pack(), large_plan(PEOPLE)
    full = min(seconds(partial(_full, project, rules)) for _ in range(3))
    walk = _Walk(project, review(project, SCENARIO, rules))
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


class _Walk:
    """Random edits one after the other, as a busy planner makes them."""

    def __init__(self, project: Project, first: Review) -> None:
        self.project = project
        self.review = first
        self.bytes_kept = 0
        self._random = Random(7)
        self._seats = list(project.scenarios[SCENARIO].seats.order)
        self._people = list(project.people.order)
        self._squads = [team.id for team in project.scenarios[SCENARIO].teams if team.id.startswith("squad")]

    def all_steps(self) -> None:
        _ = self.review.score.total
        for number in range(EDITS):
            self._step(self._edited(number))

    def _step(self, edited: Edited) -> None:
        self.review = self.review.after(edited)
        _ = self.review.score.total
        self.project = edited.project
        self.bytes_kept += len(history.dumps(edited.difference))

    def _edited(self, number: int) -> Edited:
        while True:
            try:
                edited = self._random.choice(_EDITS)(self, number)
            except PlannerError:
                continue  # a random edit may make no sense; a person would not try it
            if edited.difference:
                return edited

    def seat(self) -> str:
        return str(self._random.choice(self._seats))

    def person(self) -> str:
        return str(self._random.choice(self._people))

    def squad(self) -> str:
        return self._random.choice(self._squads)

    def function(self) -> Function:
        return self._random.choice(list(Function))


_EDITS: tuple[Callable[[_Walk, int], Edited], ...] = (
    lambda walk, _: edits.unassign(walk.project, SCENARIO, seat=walk.seat()),
    lambda walk, _: edits.assign(walk.project, SCENARIO, seat=walk.seat(), person=walk.person()),
    lambda walk, _: edits.move_to_seat(walk.project, SCENARIO, source=walk.seat(), target=walk.seat()),
    lambda walk, _: edits.swap(walk.project, SCENARIO, source=walk.seat(), target=walk.seat()),
    lambda walk, _: edits.set_function(walk.project, SCENARIO, seat=walk.seat(), function=walk.function()),
    lambda walk, number: edits.add_seat(
        walk.project, SCENARIO, seat=f"new{number}", team=walk.squad(), function=walk.function()
    ),
    lambda walk, number: edits.rename_team(
        walk.project, SCENARIO, team=walk.squad(), name=f"Squad {number} renamed"
    ),
    lambda walk, number: edits.add_person(
        walk.project, person=Person(id=f"new{number}", name=f"New Person {number}")
    ),
)

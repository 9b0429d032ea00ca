"""Random edits one after the other, as a busy planner makes them: the same ones from the same seed."""

from collections.abc import Callable
from random import Random

from benchmarks.plans import SCENARIO
from planner.domain import Edited, Function, Person, Project, edits
from planner.errors import PlannerError


class Walk:
    """Leads a large plan from edit to edit; ``project`` is where it stands."""

    def __init__(self, project: Project, *, seed: int = 7) -> None:
        self.project = project
        self._random = Random(seed)
        self._seats = list(project.scenarios[SCENARIO].seats.order)
        self._people = list(project.people.order)
        self._squads = [team.id for team in project.scenarios[SCENARIO].teams if team.id.startswith("squad")]

    def next(self, number: int) -> Edited:
        """Make the next edit; ``number`` keeps the ids of what it adds apart."""
        while True:
            try:
                edited = self._random.choice(_EDITS)(self, number)
            except PlannerError:
                continue  # a random edit may make no sense; a person would not try it
            if edited.difference:
                self.project = edited.project
                return edited

    def seat(self) -> str:
        return str(self._random.choice(self._seats))

    def person(self) -> str:
        return str(self._random.choice(self._people))

    def squad(self) -> str:
        return self._random.choice(self._squads)

    def function(self) -> Function:
        return self._random.choice(list(Function))


_EDITS: tuple[Callable[[Walk, int], Edited], ...] = (
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

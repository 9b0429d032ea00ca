"""Commands on scenarios as a whole: new, duplicate, rename, move, baseline, remove; each is one step."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace

from planner.app.commands.plan import free_name
from planner.app.document import Document
from planner.domain import Edit, Function, Kind, Project, Scenario, Structure
from planner.domain import edits as edit
from planner.errors import PlannerError
from planner.messages import Message

_ML = frozenset({Kind.SQUAD, Kind.VENTURE})


class ScenarioCommands:
    """What the rows of the Scenario menu name; ``rename_on_tab`` lets a name be typed on its tab."""

    def __init__(
        self,
        document: Document,
        *,
        rename_on_tab: Callable[[str], object],
        new_id: Callable[[], str],
        say: Callable[[Message], object],
        refuse: Callable[[PlannerError], object],
    ) -> None:
        self._document, self._new_id = document, new_id
        self._rename_on_tab, self._say, self._refuse = rename_on_tab, say, refuse

    @property
    def has_others(self) -> bool:
        """Whether there is more than the one scenario that a plan keeps."""
        return len(self._document.project.scenarios) > 1

    @property
    def can_move_left(self) -> bool:
        """Whether a scenario stands at the left of the one shown."""
        return self._place > 0

    @property
    def can_move_right(self) -> bool:
        """Whether a scenario stands at the right of the one shown."""
        return self._place < len(self._document.project.scenarios) - 1

    @property
    def is_baseline(self) -> bool:
        """Whether others are compared with the one shown."""
        return self._document.scenario.baseline

    def add_empty(self) -> None:
        """Add a scenario without teams, in the context of the one shown, and show it."""
        bare = replace(self._document.scenario.without_rows(), id=self._new_id(), notes="", baseline=False)
        self._add(replace(bare, name=self._free("New scenario")))

    def add_centralized(self) -> None:
        """Add a scenario that starts from the centralized structure."""
        self._start_from(Structure.CENTRALIZED)

    def add_decentralized(self) -> None:
        """Add a scenario that starts from the decentralized structure."""
        self._start_from(Structure.DECENTRALIZED)

    def add_hybrid(self) -> None:
        """Add a scenario that starts from the hybrid structure."""
        self._start_from(Structure.HYBRID)

    def add_product_centre(self) -> None:
        """Add a scenario that starts from a product centre."""
        self._start_from(Structure.PRODUCT_CENTRE)

    def duplicate(self) -> None:
        """Copy the shown scenario behind itself and show the copy."""
        scenario, copy = self._document.scenario, self._new_id()
        name = self._free(self._unnumbered(scenario.name))
        self._apply(partial(edit.duplicate_scenario, scenario=scenario.id, copy=copy, name=name))
        self._document.show_scenario(copy)

    def rename(self) -> None:
        """Let the shown scenario's name be typed on its tab."""
        self._rename_on_tab(self._document.scenario_id)

    def name(self, scenario: str, name: str) -> None:
        """Give a scenario another name; nothing happens when it is the same."""
        if name != self._document.project.scenarios[scenario].name:
            self._apply(partial(edit.edit_context, scenario=scenario, name=name))

    def move_left(self) -> None:
        """Put the shown scenario in front of its neighbour."""
        self.move(self._document.scenario_id, self._place - 1)

    def move_right(self) -> None:
        """Put the shown scenario behind its neighbour."""
        self.move(self._document.scenario_id, self._place + 1)

    def move(self, scenario: str, to: int) -> None:
        """Put a scenario at a place in the order."""
        self._apply(partial(edit.move_scenario, scenario=scenario, to=to))

    def toggle_baseline(self) -> None:
        """Make the shown scenario the baseline, or take the mark off it."""
        scenario = self._document.scenario
        self._apply(partial(edit.mark_baseline, scenario=scenario.id, baseline=not scenario.baseline))

    def remove(self) -> None:
        """Remove the shown scenario."""
        self.remove_that(self._document.scenario_id)

    def remove_that(self, scenario: str) -> None:
        """Remove a scenario; its neighbour is shown instead, and undo brings it back."""
        order = self._document.project.scenarios.order
        removal = partial(edit.remove_scenario, scenario=scenario)
        if len(order) > 1 and scenario == self._document.scenario_id:
            place = order.index(scenario)
            self._document.show_scenario(str(order[place + 1 if place + 1 < len(order) else place - 1]))
        self._apply(removal)

    @property
    def _place(self) -> int:
        return self._document.project.scenarios.index(self._document.scenario_id)

    def _free(self, wish: str) -> str:
        return free_name(wish, [each.name for each in self._document.project.scenarios])

    def _unnumbered(self, name: str) -> str:
        """``Today`` of ``Today 2`` where there is a ``Today``: a copy of a copy is the next number."""
        base, _, number = name.rpartition(" ")
        taken = {each.name for each in self._document.project.scenarios}
        return base if number.isdecimal() and base in taken else name

    def _start_from(self, structure: Structure) -> None:
        from planner.advice.starting import Answers, starting_layout

        shown, project = self._document.scenario, self._document.project
        features = sum(team.kind in _ML for team in shown.teams) or shown.use_cases or 1
        answers = Answers(
            name=project.name,
            stage=shown.stage,
            aim=shown.aim,
            structure=structure,
            people=_ml_people(project, shown),
            features=features,
        )
        (made,) = starting_layout(answers, new_id=self._new_id).project.scenarios
        self._add(
            replace(
                made,
                name=self._free(str(structure.label)),
                use_cases=shown.use_cases,
                chooser=shown.chooser,
            )
        )

    def _add(self, scenario: Scenario) -> None:
        self._apply(partial(edit.add_scenario, scenario=scenario, at=self._place + 1))
        self._document.show_scenario(scenario.id)

    def _apply(self, change: Edit) -> None:
        try:
            difference = self._document.apply(change)
        except PlannerError as refusal:
            self._refuse(refusal)
        else:
            if difference:
                self._say(difference.label)


def _ml_people(project: Project, scenario: Scenario) -> int:
    """How many people do ML: those whose main role, or whose seat, is one of the six."""
    roles: set[Function] = {function for function in Function if function.is_role}
    seated = {seat.person for seat in scenario.seats if seat.person is not None and seat.function in roles}
    return sum(person.id in seated or person.main_function in roles for person in project.people)

"""Converts a layout to another structure in one step: people, seats and agreements stay, teams change shape.

What the guidance asks for: centralized, every ML team a core; decentralized, every ML team a squad; hybrid,
the cores there are, else the ML team with the most hosting and data FTE (ties by id), is the core and every
other ML team a squad; product centre, the same with ventures under that core. One ML team alone gives its
host and feed seats to a new core, which serves it. Then come the ``serves`` links and one prioritisation,
and the structure is declared.

Where that can be read in more than one way:

- *Several cores* stay cores in a hybrid and in a product centre. Where all ML teams are cores there would be
  no other half: the one with the most hosting and data FTE stays, the others become squads or ventures.
- *The core* that new links, ventures and the prioritisation belong to is the one with the most hosting and
  data FTE, ties by id; in a product centre among the cores with ventures under them, where there are any. A
  team that stands under another core belongs to that one.
- *Nesting* changes only where the structure asks for it. For a product centre ventures under no core move
  under the core, which first comes out from under them; a core without ventures of its own, and under no core
  that has some, moves there too. No ML team stays under a core that stops being one: it moves up beside it.
- *Locked* teams keep kind, seats and place; where a structure asks for another, the conversion is refused.
- *No ML team at all*: only the structure is declared.
- Groups, partner teams, fields of teams, links, practices and responsibilities stay, even where they make
  little sense afterwards: nobody's agreement is thrown away by trying a shape.
- *No twins*: who is served by a core already gets no second link; a prioritisation that there is takes in the
  ML teams which are missing, and gets an owner only when it has none. Without a core there is none to begin.
"""

from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from planner.domain import (
    Change,
    Difference,
    Draft,
    Edited,
    Function,
    Kind,
    Link,
    LinkKind,
    Practice,
    PracticeKind,
    Project,
    Rows,
    Seat,
    Structure,
    Table,
    Team,
    edits,
)
from planner.errors import PlannerError
from planner.guidance.amounts import fixed
from planner.messages import message

HOST_AND_FEED: Final = (Function.MLOPS_ENGINEER, Function.DATA_ENGINEER)
CORE_NAME: Final = "ML core"

_HAS_BOTH: Final = {Structure.HYBRID: Kind.SQUAD, Structure.PRODUCT_CENTRE: Kind.VENTURE}
"""The structures of a core and others, with the kind of the others."""


def convert(project: Project, scenario_id: str, structure: Structure, *, new_id: Callable[[], str]) -> Edited:
    """Convert a scenario's layout to a structure, and declare it; every person keeps every seat.

    Raises:
        PlannerError: when a locked team would have to change, with the team's name.
    """
    conversion = _Conversion(Draft(project, scenario_id), scenario_id, structure, new_id)
    conversion.change_kinds()
    if structure is Structure.PRODUCT_CENTRE:
        conversion.gather_under_the_core()
    if structure in _HAS_BOTH:
        conversion.let_cores_serve()
    conversion.agree_on_priorities()
    return conversion.declared()


class _Conversion:
    """One conversion in the making; its steps build on each other in the order of ``convert``."""

    def __init__(
        self, draft: Draft, scenario_id: str, structure: Structure, new_id: Callable[[], str]
    ) -> None:
        self._draft, self._scenario_id, self._structure = draft, scenario_id, structure
        self._new_id = new_id
        self._main: str | None = None
        """The core that what is new belongs to; None while there is none."""

    def change_kinds(self) -> None:
        """Make cores, squads and ventures of the ML teams, with a new core where one team is alone."""
        teams = self._ml_teams()
        others = _HAS_BOTH.get(self._structure)
        if others is None:
            kind = Kind.CORE if self._structure is Structure.CENTRALIZED else Kind.SQUAD
            self._make(teams, {team.id for team in teams} if kind is Kind.CORE else set(), kind)
        elif len(teams) == 1:
            self._found_core(teams[0], others)
            return
        elif teams:
            cores = {team.id for team in teams if team.kind is Kind.CORE}
            if not cores or len(cores) == len(teams):
                cores = {self._best_of(teams)}
            self._make(teams, cores, others)
        self._choose_main()

    def gather_under_the_core(self) -> None:
        """Bring ventures that stand under no core, and cores with no venture to do with, under the core."""
        if self._main is None:
            return
        self._lift_out(self._main)
        for team in self._ml_teams():
            if team.kind is Kind.VENTURE and not self._cores_above(team.id):
                self._move(team, self._main)
        centres = self._centres()
        for team in self._ml_teams():
            if team.kind is Kind.CORE and centres.isdisjoint({team.id, *self._cores_above(team.id)}):
                self._move(team, self._main)

    def let_cores_serve(self) -> None:
        """Let each squad or venture that no core serves by a link be served by the core it belongs to."""
        cores = {team.id for team in self._ml_teams() if team.kind is Kind.CORE}
        links = self._draft.scenario.links
        served = {each.target for each in links if each.kind is LinkKind.SERVES and each.source in cores}
        for team in self._ml_teams():
            if team.id in cores or team.id in served:
                continue
            source = next(iter(self._cores_above(team.id)), self._main)
            if source is not None:
                self._draft.put(Table.LINKS, Link(source=source, target=team.id, kind=LinkKind.SERVES))

    def agree_on_priorities(self) -> None:
        """Have all ML teams in one prioritisation, owned by the core where nobody owns it."""
        if self._main is None:
            return
        wanted = [team.id for team in self._ml_teams()]
        known = [each for each in self._draft.scenario.practices if each.kind is PracticeKind.PRIORITISATION]
        if not known:
            practice = Practice(
                id=self._new_id(), kind=PracticeKind.PRIORITISATION, owner=self._main, teams=tuple(wanted)
            )
        else:
            best = min(known, key=lambda each: self._preference(each, wanted))
            taking_part = {best.owner, *best.teams}
            missing = [team for team in wanted if team not in taking_part and team != self._main]
            if self._main not in taking_part and best.owner is not None:
                missing.insert(0, self._main)
            practice = replace(best, owner=best.owner or self._main, teams=(*best.teams, *missing))
        self._draft.put(Table.PRACTICES, practice)

    def declared(self) -> Edited:
        """Declare the structure and close the step."""
        self._draft.include(
            edits.edit_context(self._draft.project, self._scenario_id, structure=self._structure)
        )
        name = message(self._structure.label.lower())
        return self._draft.edited(message("Convert to {structure}", structure=name))

    # Kinds

    def _make(self, teams: list[Team], cores: set[str], others: Kind) -> None:
        demoted = {team.id for team in teams if team.kind is Kind.CORE and team.id not in cores}
        for team in teams:
            self._turn(team, Kind.CORE if team.id in cores else others)
        for team in self._ml_teams():
            if team.parent in demoted and not team.locked:
                self._move(team, next((each for each in self._above(team.id) if each not in demoted), None))

    def _found_core(self, alone: Team, kind: Kind) -> None:
        """Give a lone team's host and feed seats to a new core beside it."""
        taken = {team.name for team in self._draft.scenario.teams}
        core = Team(id=self._new_id(), name=_free(CORE_NAME, taken), kind=Kind.CORE, parent=alone.parent)
        moving = [
            seat
            for seat in self._draft.scenario.seats
            if seat.team == alone.id and seat.function in HOST_AND_FEED
        ]
        if moving and alone.locked:
            raise PlannerError(
                "{team} is locked, so its seats cannot move into a core of their own.", team=alone.name
            )
        self._turn(alone, kind)
        self._draft.put(Table.TEAMS, core, at=self._draft.scenario.teams.index(alone.id))
        self._reseat(moving, core.id)
        self._main = core.id

    def _reseat(self, seats: list[Seat], team: str) -> None:
        """Move seats to another team, all at once: one by one, thousands would take seconds."""
        project, scenario = self._draft.project, self._draft.scenario
        moved = {seat.id: replace(seat, team=team) for seat in seats}
        changes = tuple(
            Change(table=Table.SEATS, scenario=scenario.id, before=seat, after=moved[seat.id])
            for seat in seats
        )
        rows = Rows([moved.get(seat.id, seat) for seat in scenario.seats])
        after = project.scenarios.put(replace(scenario, seats=rows))
        self._draft.include(
            Edited(replace(project, scenarios=after), Difference(message("Move Seats"), changes))
        )

    def _turn(self, team: Team, kind: Kind) -> None:
        if team.kind is kind:
            return
        if team.locked:
            raise PlannerError(
                "{team} is locked, so it cannot become a {kind}.", team=team.name, kind=message(kind.value)
            )
        self._draft.put(Table.TEAMS, replace(team, kind=kind))

    # Nesting

    def _centres(self) -> set[str]:
        """The cores with a venture under them."""
        teams = self._draft.scenario.teams
        ventures = (team.id for team in teams if team.kind is Kind.VENTURE)
        return {core for venture in ventures for core in self._cores_above(venture)}

    def _cores_above(self, team: str) -> list[str]:
        """The cores that a team stands under, nearest first."""
        teams = self._draft.scenario.teams
        return [each for each in self._above(team) if teams[each].kind is Kind.CORE]

    def _lift_out(self, core: str) -> None:
        """Bring the core out from under ventures that are to stand under it."""
        teams = self._draft.scenario.teams
        over = [
            teams[each]
            for each in self._above(core)
            if teams[each].kind is Kind.VENTURE and not self._cores_above(each)
        ]
        if over:
            self._move(teams[core], over[-1].parent)

    def _move(self, team: Team, parent: str | None) -> None:
        if team.locked:
            raise PlannerError("{team} is locked, so it cannot move to another place.", team=team.name)
        self._draft.put(Table.TEAMS, replace(team, parent=parent))

    def _above(self, team: str) -> Iterator[str]:
        teams = self._draft.scenario.teams
        parent = teams[team].parent
        while parent is not None:
            yield parent
            parent = teams[parent].parent

    # What there is

    def _ml_teams(self) -> list[Team]:
        return [team for team in self._draft.scenario.teams if team.kind.is_ml]

    def _choose_main(self) -> None:
        cores = [team for team in self._ml_teams() if team.kind is Kind.CORE]
        if self._structure is Structure.PRODUCT_CENTRE:
            centres = self._centres()
            cores = [team for team in cores if team.id in centres] or cores
        self._main = self._best_of(cores) if cores else None

    def _best_of(self, teams: list[Team]) -> str:
        """The team with the most hosting and data FTE; ties by id."""
        seats = self._draft.scenario.seats
        held = {
            team.id: sum(
                fixed(seat.share)
                for seat in seats.where("team", team.id)
                if seat.share is not None and seat.function in HOST_AND_FEED
            )
            for team in teams
        }
        return min(held, key=lambda team: (-held[team], team))

    def _preference(self, practice: Practice, wanted: list[str]) -> tuple[object, ...]:
        """Which prioritisation to build on: one with an owner, with most of the teams; ties by what it is."""
        there = len({practice.owner, *practice.teams} & set(wanted))
        return practice.owner is None, -there, -len(practice.teams), sorted(practice.teams), practice.id


def _free(wish: str, taken: set[str]) -> str:
    numbers = (f"{wish} {number}" for number in range(2, len(taken) + 3))
    return next(name for name in (wish, *numbers) if name not in taken)

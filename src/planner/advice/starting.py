"""Starting layouts turn the answers of *New plan* into teams and vacant seats, sized to the people there are.

Every team first gets the seats that its structure cannot do without; what people are left make the teams
larger, in turn. Features that nobody is left for are not given a team: they are hires to consider.
"""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from msgspec import Struct
from msgspec.structs import replace

from planner.advice.moves import NewId
from planner.domain import (
    Aim,
    Function,
    Kind,
    Link,
    LinkKind,
    Practice,
    PracticeKind,
    Project,
    Rows,
    Scenario,
    Seat,
    Stage,
    Structure,
    Team,
)

DA, DE, DS = Function.DATA_ANALYST, Function.DATA_ENGINEER, Function.DATA_SCIENTIST
RS, MO, SD = Function.RESEARCH_SCIENTIST, Function.MLOPS_ENGINEER, Function.SOFTWARE_DEVELOPER
PR, MK, DG = Function.PRODUCT, Function.MARKETING, Function.DESIGN

MOST_FEATURES = 200
MOST_PEOPLE = 10_000


class Answers(Struct, frozen=True):
    """What *New plan* asks: how many people do ML today, and how many product features they build."""

    name: str
    stage: Stage
    aim: Aim
    structure: Structure
    people: int
    features: int


class Starting(Struct, frozen=True):
    """A layout to start from. ``hires`` is how many more ML people all features together would take."""

    project: Project
    teams: int
    vacant_seats: int
    features: int
    hires: int


class _Pattern(Struct, frozen=True):
    """What one team of a kind needs first, what it grows by, and its partner functions."""

    kind: Kind
    essential: tuple[Function, ...]
    growth: tuple[Function, ...]
    partners: tuple[Function, ...]


class _Shape(Struct, frozen=True):
    """A structure as patterns: at most one team at the centre, and one for every feature."""

    centre: _Pattern | None
    feature: _Pattern | None


def _shape(structure: Structure, aim: Aim) -> _Shape:
    research = (RS,) if aim is Aim.RESEARCH else ()
    platform = _Pattern(Kind.CORE, (MO, DE, *research), (SD, DS, MO, DE, DA, *research), (PR,))
    match structure:
        case Structure.CENTRALIZED:
            whole = _Pattern(Kind.CORE, (*research, DS, DE, MO, SD), (DA, DS, *research, DE, SD, MO), (PR,))
            return _Shape(whole, None)
        case Structure.DECENTRALIZED:
            model = (RS,) if aim is Aim.RESEARCH else (DS,)
            squad = _Pattern(Kind.SQUAD, (*model, DE, MO, SD), (DS, DA, DE, SD, MO), (PR, MK, DG))
            return _Shape(None, squad)
        case Structure.HYBRID:
            return _Shape(platform, _Pattern(Kind.SQUAD, (DS, SD), (DE, MO, DS, DA), (PR, MK, DG)))
        case Structure.PRODUCT_CENTRE:
            return _Shape(platform, _Pattern(Kind.VENTURE, (DS, SD), (DE, MO, DS, DA), (PR, MK, DG)))


def starting_layout(answers: Answers, *, new_id: NewId) -> Starting:
    """The layout for the answers, every seat vacant; the same answers give the same teams and seats."""
    shape = _shape(answers.structure, answers.aim)
    features = _features_staffed(shape, answers)
    plans = _staffed(shape, answers, features)
    scenario = _Builder(answers, new_id).scenario(plans)
    boxes = [team for team in scenario.teams if team.kind is not Kind.GROUP]
    return Starting(
        project=Project(name=answers.name, scenarios=Rows([scenario])),
        teams=len(boxes),
        vacant_seats=len(scenario.seats),
        features=features,
        hires=_hires(shape, answers, features),
    )


def empty_plan(answers: Answers, *, new_id: NewId) -> Project:
    """A plan with the context of the answers and no teams."""
    scenario = _Builder(answers, new_id).bare()
    return Project(name=answers.name, scenarios=Rows([scenario]))


def _hires(shape: _Shape, answers: Answers, staffed: int) -> int:
    """How many more ML people all features would take; in a small start-up one person can carry one."""
    wanted = max(1, answers.features)
    if answers.stage is Stage.SMALL_STARTUP:
        return (wanted - staffed) + (answers.people == 0)
    centre = len(shape.centre.essential) if shape.centre else 0
    needed = centre + (wanted * len(shape.feature.essential) if shape.feature else 0)
    return max(0, needed - answers.people)


def _features_staffed(shape: _Shape, answers: Answers) -> int:
    """For how many features there are people enough: one at least."""
    wanted = max(1, answers.features)
    if shape.feature is None:
        return wanted
    centre = len(shape.centre.essential) if shape.centre else 0
    return max(1, min(wanted, (answers.people - centre) // len(shape.feature.essential)))


def _staffed(shape: _Shape, answers: Answers, features: int) -> list[tuple[_Pattern, list[Function]]]:
    """Each team's ML seats: the essential ones, then growth in turn until everybody has a seat."""
    patterns = [shape.centre] if shape.centre else []
    patterns += [shape.feature] * features if shape.feature else []
    seats = [list(pattern.essential) for pattern in patterns]
    left = max(0, answers.people - sum(map(len, seats)))
    growing = cycle(_in_turn(patterns))
    for place, function in islice(growing, left):
        seats[place].append(function)
    return list(zip(patterns, seats, strict=True))


def _in_turn(patterns: list[_Pattern]) -> Iterator[tuple[int, Function]]:
    longest = max(len(pattern.growth) for pattern in patterns)
    for step in range(longest):
        for place, pattern in enumerate(patterns):
            yield place, pattern.growth[step % len(pattern.growth)]


class _Builder:
    """Builds the scenario of a starting layout."""

    def __init__(self, answers: Answers, new_id: NewId) -> None:
        self._answers = answers
        self._new_id = new_id

    def bare(self) -> Scenario:
        answers = self._answers
        return Scenario(
            id=self._new_id(),
            name="First layout",
            stage=answers.stage,
            aim=answers.aim,
            structure=answers.structure,
            use_cases=max(0, answers.features),
        )

    def scenario(self, plans: list[tuple[_Pattern, list[Function]]]) -> Scenario:
        head = Team(id=self._new_id(), name=self._answers.name, kind=Kind.GROUP)
        teams = self._teams(head, [pattern for pattern, _ in plans])
        demand = self._demand(sum(len(functions) for _, functions in plans))
        seats: list[Seat] = []
        for team, (pattern, functions) in zip(teams, plans, strict=True):
            seats += self._seats(team, functions, demand)
            seats += self._seats(team, pattern.partners, 1.0)
        return replace(
            self.bare(),
            teams=Rows([head, *teams]),
            seats=Rows(seats),
            links=Rows(self._links(teams)),
            practices=Rows(self._practices(teams)),
        )

    def _teams(self, head: Team, patterns: list[_Pattern]) -> list[Team]:
        made: list[Team] = []
        core: Team | None = None
        for pattern in patterns:
            if pattern.kind is Kind.CORE:
                core = self._core(head)
                made.append(core)
            else:
                above = core if core is not None and pattern.kind is Kind.VENTURE else head
                name = f"Feature {1 + sum(team.kind is not Kind.CORE for team in made)}"
                box = Team(id=self._new_id(), name=name, kind=pattern.kind, parent=above.id, product=name)
                made.append(box)
        return made

    def _core(self, head: Team) -> Team:
        alone = self._answers.structure is Structure.CENTRALIZED
        purpose = "Builds and runs ML for the company" if alone else "Data, training and deployment for all"
        name = "ML team" if alone else "ML Platform"
        return Team(id=self._new_id(), name=name, kind=Kind.CORE, parent=head.id, purpose=purpose)

    def _demand(self, ml_seats: int) -> float:
        """What an ML seat asks for; in a small start-up few people share more seats, each asking for less."""
        people = max(1, self._answers.people)
        if self._answers.stage is not Stage.SMALL_STARTUP or people >= ml_seats:
            return 1.0
        return max(0.1, int(people / ml_seats * 10) / 10)

    def _seats(self, team: Team, functions: Sequence[Function], demand: float) -> list[Seat]:
        """Seats in the order in which their functions first come, equal ones side by side."""
        return [
            Seat(id=self._new_id(), team=team.id, function=function, demand=demand)
            for function in sorted(functions, key=functions.index)
        ]

    def _links(self, teams: list[Team]) -> list[Link]:
        cores = [team for team in teams if team.kind is Kind.CORE]
        return [
            Link(source=core.id, target=team.id, kind=LinkKind.SERVES)
            for core in cores
            for team in teams
            if team.kind is not Kind.CORE
        ]

    def _practices(self, teams: list[Team]) -> list[Practice]:
        cores = [team for team in teams if team.kind is Kind.CORE]
        if not cores or len(teams) == 1:
            return []
        everyone = tuple(team.id for team in teams)
        owner = cores[0].id
        return [
            Practice(id=self._new_id(), kind=PracticeKind.PRIORITISATION, owner=owner, teams=everyone),
        ]

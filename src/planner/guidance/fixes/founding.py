"""Fixes that bring a team into being where a rule needs one of a kind and there is none."""

from collections.abc import Iterator
from functools import partial
from typing import Final, NamedTuple

from planner.domain import Edit, Function, Kind, Team, edits, together
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import CHOICES, free_people
from planner.guidance.fixes.steps import new_id
from planner.guidance.statements import Fix
from planner.guidance.wording import person_name
from planner.messages import message

_NAMES: Final = {
    Kind.CORE: "ML core",
    Kind.SQUAD: "New squad",
    Kind.VENTURE: "New venture",
    Kind.PARTNER: "Business",
}


class Founded(NamedTuple):
    """Teams of one kind, and the steps that bring them into being: none where they are there."""

    teams: tuple[str, ...]
    steps: tuple[Edit, ...]
    name: str
    """What the first of them is called."""

    @property
    def is_new(self) -> bool:
        """Whether it takes a step to have them."""
        return bool(self.steps)


def found(facts: Facts, kind: Kind, parent: str | None = None) -> Founded:
    """The teams of a kind that there are, else a new one, under a parent."""
    there = [team for team in facts.scenario.teams if team.kind is kind]
    if there:
        return Founded(tuple(team.id for team in there), (), there[0].name)
    new = Team(id=new_id(), name=_NAMES[kind], kind=kind, parent=parent)
    return Founded((new.id,), (partial(edits.add_team, scenario=facts.scenario.id, team=new),), new.name)


def turned(facts: Facts, kind: Kind, *others: Kind) -> Founded | None:
    """Every unlocked team of other kinds made one of this kind; None where there is none."""
    able = [team for team in facts.scenario.teams if team.kind in others and not team.locked]
    if not able:
        return None
    steps = tuple(
        partial(edits.edit_team, scenario=facts.scenario.id, team=team.id, kind=kind) for team in able
    )
    return Founded(tuple(team.id for team in able), steps, able[0].name)


def staffed(facts: Facts, kind: Kind, function: Function, words: str) -> Iterator[Fix]:
    """A new team of a kind with someone free who fits a function; ``words`` name the {person}."""
    for person in free_people(facts, function)[:CHOICES]:
        new = Team(id=new_id(), name=_NAMES[kind], kind=kind)
        add = partial(edits.add_team, scenario=facts.scenario.id, team=new)
        seat = partial(
            edits.add_seat,
            scenario=facts.scenario.id,
            seat=new_id(),
            team=new.id,
            function=function,
            person=person,
        )
        label = message(words, person=person_name(facts, person))
        yield Fix(label, together(label, add, seat))


def squads_to_be(facts: Facts) -> Iterator[Founded]:
    """Ways to have a first squad: ventures made squads, or cores beside the main one, or a new one."""
    ventures = turned(facts, Kind.SQUAD, Kind.VENTURE)
    if ventures is not None:
        yield ventures
    cores = [team for team in facts.scenario.teams if team.kind is Kind.CORE]
    spare = [team for team in sorted(cores, key=lambda team: _platform(facts, team)) if not team.locked]
    for team in spare[: len(cores) - 1]:
        step = partial(edits.edit_team, scenario=facts.scenario.id, team=team.id, kind=Kind.SQUAD)
        yield Founded((team.id,), (step,), team.name)
    yield found(facts, Kind.SQUAD)


def cores_to_be(facts: Facts) -> Iterator[Founded]:
    """Ways to have a core: the main one there is, else the team with most platform people, or a new one."""
    cores = [team for team in facts.scenario.teams if team.kind is Kind.CORE]
    if cores:
        main = max(cores, key=lambda team: _platform(facts, team))
        yield Founded((main.id,), (), main.name)
        return
    able = [team for team in facts.scenario.teams if team.kind.is_ml and not team.locked]
    if len(able) > 1:
        team = max(able, key=lambda team: _platform(facts, team))
        step = partial(edits.edit_team, scenario=facts.scenario.id, team=team.id, kind=Kind.CORE)
        yield Founded((team.id,), (step,), team.name)
    yield found(facts, Kind.CORE)


def ventures_to_be(facts: Facts, core: str) -> Iterator[Founded]:
    """Ways to have ventures: those there are, else the squads under a core, or a new one there."""
    ventures = [team for team in facts.scenario.teams if team.kind is Kind.VENTURE]
    if not ventures:
        squads = turned(facts, Kind.VENTURE, Kind.SQUAD)
        if squads is not None:
            moves = (
                partial(edits.move_team, scenario=facts.scenario.id, team=team, parent=core)
                for team in squads.teams
                if core not in facts.nesting.cores_above(team) and team not in set(facts.nesting.above(core))
            )
            yield squads._replace(steps=(*squads.steps, *moves))
    yield found(facts, Kind.VENTURE, parent=core)


def _platform(facts: Facts, team: Team) -> int:
    """How much hosting and data supply a team holds."""
    fte = facts.teams[team.id].fte
    return sum(fte.get(each, 0) for each in (Function.MLOPS_ENGINEER, Function.DATA_ENGINEER))

"""Fixes that change the shape of a layout: the kinds of its teams, their nesting, the declared structure."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Edit, Function, Kind, Structure, Team, edits, together
from planner.guidance.facts import Facts
from planner.guidance.shapes import share_shown
from planner.guidance.statements import Fix
from planner.messages import Message, message

_PLATFORM = (Function.MLOPS_ENGINEER, Function.DATA_ENGINEER)


def declare(facts: Facts) -> Iterator[Fix]:
    """Declare another structure, the one that most of the ML work shows first."""
    others = [each for each in Structure if each is not facts.scenario.structure]
    for structure in sorted(others, key=lambda each: -share_shown(facts, each)):
        yield Fix(message("Declare {structure}", structure=_named(structure)), _declared(facts, structure))


def reshape(facts: Facts, structure: Structure) -> Iterator[Fix]:
    """Change kinds and nesting of the ML teams to what a structure asks for, and declare it."""
    ml_teams = [team for team in facts.scenario.teams if team.kind.is_ml]
    if not ml_teams:
        return
    core = _core(facts, ml_teams)
    steps = _kinds(facts, structure, ml_teams, core)
    if structure is Structure.PRODUCT_CENTRE:
        steps += _nesting(facts, ml_teams, core)
    if structure is not facts.scenario.structure:
        steps.append(_declared(facts, structure))
    if steps:
        label = _label(structure, core)
        yield Fix(label, together(label, *steps))


def _kinds(facts: Facts, structure: Structure, ml_teams: list[Team], core: Team) -> list[Edit]:
    """Every team a core, or a squad; or the cores there are (else one) and the rest squads or ventures."""
    scenario = facts.scenario.id
    steps: list[Edit] = []
    for team in ml_teams:
        match structure:
            case Structure.CENTRALIZED:
                kind = Kind.CORE
            case Structure.DECENTRALIZED:
                kind = Kind.SQUAD
            case _ if team.kind is Kind.CORE or team is core:
                kind = Kind.CORE
            case Structure.HYBRID:
                kind = Kind.SQUAD
            case _:
                kind = Kind.VENTURE
        if kind is not team.kind:
            steps.append(partial(edits.edit_team, scenario=scenario, team=team.id, kind=kind))
    return steps


def _nesting(facts: Facts, ml_teams: list[Team], core: Team) -> list[Edit]:
    """Every team but the cores under the core, which first comes out from under them."""
    scenario, nesting = facts.scenario.id, facts.nesting
    steps: list[Edit] = []
    if any(facts.teams[above].kind.is_ml for above in nesting.above(core.id)):
        steps.append(partial(edits.move_team, scenario=scenario, team=core.id, parent=None))
    outside = [
        team
        for team in ml_teams
        if team.kind is not Kind.CORE and team is not core and not nesting.cores_above(team.id)
    ]
    moves = (partial(edits.move_team, scenario=scenario, team=team.id, parent=core.id) for team in outside)
    return [*steps, *moves]


def _core(facts: Facts, ml_teams: list[Team]) -> Team:
    """The first core there is, else the ML team with the most hosting and data FTE, ties by id."""
    cores = [team for team in ml_teams if team.kind is Kind.CORE]
    if cores:
        return cores[0]
    return min(
        ml_teams,
        key=lambda team: (-sum(facts.teams[team.id].fte.get(each, 0) for each in _PLATFORM), team.id),
    )


def _declared(facts: Facts, structure: Structure) -> Edit:
    return partial(edits.edit_context, scenario=facts.scenario.id, structure=structure)


def _named(structure: Structure) -> Message:
    return message(structure.label.lower())


def _label(structure: Structure, core: Team) -> Message:
    match structure:
        case Structure.CENTRALIZED:
            return message("Make every ML team a core")
        case Structure.DECENTRALIZED:
            return message("Make every ML team a squad")
        case Structure.HYBRID:
            return message("Make {team} the core, the rest squads", team=core.name)
        case Structure.PRODUCT_CENTRE:
            return message("Make {team} the core, the rest ventures", team=core.name)

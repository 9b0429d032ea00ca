"""Finds hybrids that miss a half: the core's platform, or the squads' builders. Guidance: Structures."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Kind, Structure, edits, together
from planner.guidance.capabilities import Capability
from planner.guidance.facts import Facts
from planner.guidance.fixes.founding import squads_to_be, staffed
from planner.guidance.fixes.moving import moved
from planner.guidance.fixes.staffing import CHOICES, NOBODY_FREE, fill, one_of
from planner.guidance.fixes.steps import unlocked
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, at, of_each, team_names, teams
from planner.messages import Message, counted, message

_CORE_HALF = (Capability.HOST, Capability.FEED)
_SQUAD_HALF = (Capability.MODEL, Capability.EMBED)
_HALF = 0.5
_MENDED_ALONE = 3


def _missing(facts: Facts) -> list[Capability]:
    """What the cores together do not have of their half."""
    filled = facts.tallies.core_filled
    return [each for each in _CORE_HALF if not any(filled[function] for function in each.functions)]


def _judge(facts: Facts, team: str) -> Judgement | None:
    mine = facts.teams[team]
    if mine.kind is not Kind.SQUAD:
        return None
    return sum([mine.has(*each.functions) for each in _SQUAD_HALF]), len(_SQUAD_HALF)


def _combine(facts: Facts, earned: int, possible: int) -> float | None:
    if facts.scenario.structure is not Structure.HYBRID:
        return None
    core = 1 - len(_missing(facts)) / len(_CORE_HALF)
    return _HALF * core + _HALF * (earned / possible if possible else 0.0)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    yield from (_core_lacks(facts, each) for each in _missing(facts))
    if not losses.possible:
        yield _no_squad(facts)
    for capability in _SQUAD_HALF:
        short = [squad for squad in losses.items if not facts.teams[squad].has(*capability.functions)]
        if short:
            yield _squads_lack(facts, losses, capability, short)


def _core_lacks(facts: Facts, capability: Capability) -> Defect:
    cores = [team.id for team in facts.scenario.teams if team.kind is Kind.CORE]
    deed = message(capability.deed)
    return Defect(
        key=f"core-{capability}",
        part=_HALF / len(_CORE_HALF),
        title=message("No core can {deed}", deed=deed),
        where=at(team_names(facts, cores)) if cores else WHOLE_LAYOUT,
        message=message("In a hybrid the core carries the infrastructure that all squads stand on."),
        subjects=teams(cores),
        evidence=(
            Evidence(
                message("Nobody in a core can {deed}.", deed=deed)
                if cores
                else message("The layout has no core.")
            ),
        ),
        fixes=partial(_fix_core, facts, capability, cores),
        no_fix=NOBODY_FREE,
    )


def _no_squad(facts: Facts) -> Defect:
    return Defect(
        key="no-squad",
        part=_HALF,
        title=message("The hybrid has no squad"),
        where=WHOLE_LAYOUT,
        message=message("In a hybrid squads build the applications for each business."),
        evidence=(Evidence(message("The layout has no squad.")),),
        fixes=partial(_fix_no_squad, facts),
        no_fix=NOBODY_FREE,
    )


def _squads_lack(facts: Facts, losses: Losses, capability: Capability, short: list[str]) -> Defect:
    deed = message(capability.deed)
    return Defect(
        key=f"squads-{capability}",
        part=_HALF * losses.part(len(short)),
        title=counted("One squad cannot {deed}", "{count} squads cannot {deed}", len(short), deed=deed),
        where=at(team_names(facts, short)),
        message=message("In a hybrid each squad builds its models and brings them into its product itself."),
        subjects=teams(short),
        evidence=of_each(facts, short, _fact(capability)),
        fixes=partial(_fix_squads, facts, capability, short),
        no_fix=NOBODY_FREE,
    )


def _fact(capability: Capability) -> str:
    if capability is Capability.MODEL:
        return "{team} has neither a data scientist nor a research scientist."
    return "{team} has no software developer."


def _fix_core(facts: Facts, capability: Capability, cores: list[str]) -> Iterator[Fix]:
    (function, *_) = capability.functions
    yield from fill(facts, function, one_of(*cores))
    if not cores:
        yield from _make_core(facts, capability)
        yield from staffed(facts, Kind.CORE, function, "Add a core with {person}")
    open_cores = [core for core in cores if unlocked(facts, core)]
    held = [
        seat
        for seat in facts.scenario.seats
        if seat.function is function
        and seat.person is not None
        and unlocked(facts, seat.team)
        and facts.teams[seat.team].kind.is_ml
        and facts.teams[seat.team].kind is not Kind.CORE
    ]
    yield from (moved(facts, seat, core) for seat in held[:CHOICES] for core in open_cores[:1])


def _make_core(facts: Facts, capability: Capability) -> Iterator[Fix]:
    able = [
        team
        for team in facts.scenario.teams
        if team.kind.is_ml and not team.locked and facts.teams[team.id].has(*capability.functions)
    ]
    for team in able[:CHOICES]:
        label = message("Make {team} the core", team=team.name)
        yield Fix(label, partial(edits.edit_team, scenario=facts.scenario.id, team=team.id, kind=Kind.CORE))


def _fix_no_squad(facts: Facts) -> Iterator[Fix]:
    for squads in squads_to_be(facts):
        label = _made_squads(squads.name, len(squads.teams))
        yield Fix(label, together(label, *squads.steps))
    for capability in _SQUAD_HALF:
        yield from staffed(facts, Kind.SQUAD, capability.functions[0], "Add a squad with {person}")


def _made_squads(name: str, count: int) -> Message:
    return counted("Make {team} a squad", "Make {count} teams squads", count, team=name)


def _fix_squads(facts: Facts, capability: Capability, short: list[str]) -> Iterator[Fix]:
    for squad in short[:_MENDED_ALONE]:
        for function in capability.functions:
            yield from fill(facts, function, one_of(squad))


RULE = Rule(
    id="hybrid/both-halves",
    name=message("Core and squads each do their half"),
    category=Category.HYBRID,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Scenarios that declare a hybrid."),
    looks_for=message(
        "Half: an MLOps engineer and a data engineer, in any core. Half: model building and a developer, in "
        "each squad. A half without teams counts nothing."
    ),
    why=message(
        "A hybrid brings the benefits of both structures only when both are there. A core without a platform "
        "is a committee, and squads without builders are its customers."
    ),
    better=message("Hosting and data supply in the core, a scientist and a developer in each squad."),
    section=message("Structures: hybrid"),
    says=message(
        "A hybrid has a central core for infrastructure and good practice, and squads for the applications "
        "in the business."
    ),
    breaking="""
person Mateo Silva: data-engineer
person Adam Novak: software-developer
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
squad Fraud Shield
  DS Ravi Kulkarni
""",
    mended="""
scenario Today: enterprise, product, hybrid
core ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
    combine=_combine,
)

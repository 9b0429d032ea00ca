"""Finds layouts whose teams do not have the shape that the declared structure says."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Structure
from planner.guidance.amounts import floating
from planner.guidance.facts import Facts
from planner.guidance.fixes.reshaping import declare, reshape
from planner.guidance.rule import Category, Defect, Losses, Needs, Origin, Rule, Scope
from planner.guidance.shapes import has_both_halves, judge_declared, shape_context
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, team_names, teams, told
from planner.messages import Fte, Message, message


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    yield Defect(
        key="shape",
        part=losses.part(losses.possible - losses.earned),
        title=message("Layout does not show its structure"),
        where=at(team_names(facts, losses.items)),
        message=_message(facts),
        subjects=teams(losses.items),
        evidence=tuple(_evidence(facts, losses)),
        fixes=partial(_fixes, facts),
        no_fix=message("The teams are locked. Unlock them to change what they are."),
    )


def _message(facts: Facts) -> Message:
    match facts.scenario.structure:
        case Structure.CENTRALIZED:
            return message("A centralized layout has its ML work in cores.")
        case Structure.DECENTRALIZED:
            return message("A decentralized layout has its ML work in squads.")
        case Structure.HYBRID:
            return message("A hybrid has its ML work in a core and in squads, with people in both.")
        case Structure.PRODUCT_CENTRE:
            return message("A product centre has its ML work in a core and in ventures that stand under it.")


def _evidence(facts: Facts, losses: Losses) -> Iterator[Evidence]:
    yield Evidence(
        message(
            "{fitting} of {all} ML FTE sit in teams that fit.",
            fitting=Fte(floating(losses.earned)),
            all=Fte(floating(losses.possible)),
        )
    )
    if facts.scenario.structure is Structure.HYBRID and not has_both_halves(facts):
        yield Evidence(message("Core and squads do not both hold ML people."))
        return
    yield from told((_kind_of(facts, team) for team in losses.items), len(losses.items))


def _kind_of(facts: Facts, team: str) -> Evidence:
    row = facts.team(team)
    text = message("{team} is a {kind}.", team=row.name, kind=message(row.kind.label.lower()))
    return Evidence(text, teams([team]))


def _fixes(facts: Facts) -> Iterator[Fix]:
    yield from reshape(facts, facts.scenario.structure)
    yield from declare(facts)


RULE = Rule(
    id="structure/as-declared",
    name=message("Teams show the declared structure"),
    category=Category.STRUCTURE,
    source=Origin.PLANNER,
    needs=Needs.CHART,
    applies_to=message("ML teams, once anybody in them fills one of the six roles."),
    looks_for=message(
        "The share of the ML FTE in teams of the right shape: cores for centralized, squads for "
        "decentralized, both for hybrid, ventures under a core with that core for a product centre. A core "
        "that has a product and a developer counts as a product centre too."
    ),
    why=message(
        "The name of a structure brings nothing. What it promises comes from how the teams are built."
    ),
    better=message(
        "Teams of the kinds that the structure asks for, or the name of the structure that is there."
    ),
    section=message("Structures"),
    says=message(
        "Each structure is a pattern of teams: one central team, squads, both, or ventures inside a centre."
    ),
    breaking="""
scenario Today: enterprise, product, hybrid
squad ML Platform
  MO Clara Dubois
  DE Mateo Silva
squad Fraud Shield
  DS Ravi Kulkarni
  SD Adam Novak
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
    judge=judge_declared,
    explain=_explain,
    context=shape_context,
)

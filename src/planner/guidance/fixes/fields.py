"""Fixes that give a team's own fields: purpose, focus, product, lead, budget, room for experiments."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from planner.domain import Edit, Function, edits
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import CHOICES
from planner.guidance.fixes.steps import both, unlocked
from planner.guidance.statements import Fix
from planner.guidance.wording import person_name
from planner.messages import message

TEAM_LOCKED = message("The team is locked. Unlock it to change its fields.")


def given(facts: Facts, team: str, **fields: Any) -> Edit:
    """Give fields of a team."""
    return partial(edits.edit_team, scenario=facts.scenario.id, team=team, **fields)


def give(facts: Facts, teams: Iterable[str], words: str, many: str, **fields: Any) -> Iterator[Fix]:
    """Give the same fields to several unlocked teams: to all in one step, then one by one.

    ``words`` names one {team}, ``many`` the {count} of them.
    """
    open_teams = [team for team in teams if unlocked(facts, team)]
    fixes = [
        Fix(message(words, team=facts.team(team).name), given(facts, team, **fields)) for team in open_teams
    ]
    if len(fixes) > 1:
        yield both(message(many, count=len(fixes)), *fixes)
    yield from fixes


def name_products(facts: Facts, teams: Iterable[str]) -> Iterator[Fix]:
    """Name the products of teams after the teams: all in one step, then one by one."""
    fixes = [_name_product(facts, team) for team in teams if unlocked(facts, team)]
    if len(fixes) > 1:
        yield both(message("Name {count} products after their teams", count=len(fixes)), *fixes)
    yield from fixes


def _name_product(facts: Facts, team: str) -> Fix:
    name = facts.team(team).name
    return Fix(message("Name the product of {team} after it", team=name), given(facts, team, product=name))


def name_leads(facts: Facts, teams: Iterable[str]) -> Iterator[Fix]:
    """Have someone lead each team: the likeliest for all in one step, then the choices team by team."""
    choices = {team: _leaders(facts, team) for team in teams if unlocked(facts, team)}
    first = [_lead(facts, team, people[0]) for team, people in choices.items() if people]
    if len(first) > 1:
        yield both(message("Name leads of {count} teams", count=len(first)), *first)
    for team, people in choices.items():
        yield from (_lead(facts, team, person) for person in people)


def _lead(facts: Facts, team: str, person: str) -> Fix:
    label = message(
        "Make {person} the lead of {team}", person=person_name(facts, person), team=facts.team(team).name
    )
    return Fix(label, given(facts, team, lead=person))


def _leaders(facts: Facts, team: str) -> list[str]:
    """Who might lead a team: product people in it, then who gives it most, else people with time left."""
    held: dict[str, tuple[bool, float]] = {}
    for seat in facts.scenario.seats.where("team", team):
        if seat.person is not None:
            product, share = held.get(seat.person, (False, 0.0))
            held[seat.person] = product or seat.function is Function.PRODUCT, share + (seat.share or 0.0)
    inside = sorted(held, key=lambda person: (not held[person][0], -held[person][1], person))
    free = (person.id for person in facts.project.people if person.id not in held and facts.free(person.id))
    return (inside or list(free))[:CHOICES]

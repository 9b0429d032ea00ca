"""Fixes that have teams take part in a practice: in one that there is, or in a new one."""

from collections.abc import Iterable
from functools import partial

from planner.domain import Edit, Kind, Practice, PracticeKind, edits
from planner.guidance.facts import Facts
from planner.guidance.fixes.steps import new_id


def company(facts: Facts, team: str) -> list[str]:
    """The teams with which a team would share a practice: those linked with it, else all but groups."""
    others = [each for each in facts.scenario.teams if each.id != team and each.kind is not Kind.GROUP]
    linked = facts.tied(team).all
    return [each.id for each in others if each.id in linked] or [each.id for each in others]


def owner_of_all(facts: Facts, teams: Iterable[str]) -> str | None:
    """Who would own a practice of so many teams: a core among them, else a core, else the first of them."""
    named = list(teams)
    cores = [each.id for each in facts.scenario.teams if each.kind is Kind.CORE]
    among = [each for each in cores if each in named]
    return next(iter([*among, *cores, *named]), None)


def known(facts: Facts, *kinds: PracticeKind) -> list[Practice]:
    """The practices of these kinds: first those with an owner, then those of more teams; ties by id."""
    found = [each for each in facts.scenario.practices if each.kind in kinds]
    return sorted(found, key=lambda each: (each.owner is None, -len(each.teams), each.id))


def joined(facts: Facts, practice: Practice, teams: Iterable[str], *, owner: str | None = None) -> Edit:
    """Have teams take part in a practice; ``owner`` owns it from now on where it has none."""
    others = tuple(dict.fromkeys(each for each in teams if each not in practice.teams))
    return partial(
        edits.edit_practice,
        scenario=facts.scenario.id,
        practice=practice.id,
        owner=practice.owner or owner,
        teams=(*practice.teams, *others),
    )


def started(facts: Facts, kind: PracticeKind, teams: Iterable[str], *, owner: str | None) -> Edit:
    """Start a practice of a kind."""
    practice = Practice(id=new_id(), kind=kind, owner=owner, teams=tuple(dict.fromkeys(teams)))
    return partial(edits.add_practice, scenario=facts.scenario.id, practice=practice)


def agreed(facts: Facts, kind: PracticeKind, teams: Iterable[str], *, owner: str | None) -> Edit:
    """Have teams take part in the best practice of a kind that there is, or else start one."""
    there = known(facts, kind)
    if there:
        return joined(facts, there[0], teams, owner=owner)
    return started(facts, kind, teams, owner=owner)

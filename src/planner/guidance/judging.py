"""Judges a layout by one rule: all of it once, and after an edit only what the edit touched."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Final, NamedTuple

from planner.domain.pausing import Pausing
from planner.guidance.facts import Facts, Touched
from planner.guidance.rule import Judgement, Losses, Rule, Scope

LAYOUT = ("",)
_BETWEEN_PAUSES: Final = 64
"""So many things are judged at a time."""


class Standing(NamedTuple):
    """Where a layout stands by one rule: exact sums over all judgements, and who lost."""

    earned: int
    possible: int
    losers: Mapping[str, None]
    context: Hashable


def judged(rule: Rule, facts: Facts) -> Standing:
    """Judge everything by a rule."""
    return _judged(rule, facts, _all(rule.scope, facts), rule.context(facts))


def judged_again(rule: Rule, standing: Standing, old: Facts, new: Facts, touched: Touched) -> Standing:
    """Judge by a rule what an edit touched; everything, when what its judgements rest on changed."""
    context = rule.context(new)
    if context != standing.context or rule.scope is Scope.LAYOUT:
        return _judged(rule, new, _all(rule.scope, new), context)
    return _followed(rule, standing, old, new, _touched(rule.scope, touched))


def judging_again(
    rule: Rule, standing: Standing, old: Facts, new: Facts, touched: Touched
) -> Pausing[Standing]:
    """Judge again, pausing after every few things; the result is that of ``judged_again``."""
    context = rule.context(new)
    if context == standing.context and rule.scope is not Scope.LAYOUT:
        for some in _by_and_by(_touched(rule.scope, touched)):
            standing = _followed(rule, standing, old, new, some)
            yield
        return standing
    earned = possible = 0
    losers: dict[str, None] = {}
    for some in _by_and_by(_all(rule.scope, new)):
        found = _judged(rule, new, some, context)
        earned, possible = earned + found.earned, possible + found.possible
        losers.update(found.losers)
        yield
    return Standing(earned, possible, losers, context)


def _by_and_by(items: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(items)
    while some := list(islice(rest, _BETWEEN_PAUSES)):
        yield some


def _judged(rule: Rule, facts: Facts, items: Iterable[str], context: Hashable) -> Standing:
    judge = rule.judge
    all_earned = all_possible = 0
    losers: dict[str, None] = {}
    for item in items:
        judgement = judge(facts, item)
        if judgement is None:
            continue
        earned, possible = judgement
        all_earned += earned
        all_possible += possible
        if earned < possible:
            losers[item] = None
    return Standing(all_earned, all_possible, losers, context)


def _followed(rule: Rule, standing: Standing, old: Facts, new: Facts, items: Iterable[str]) -> Standing:
    all_earned, all_possible = standing.earned, standing.possible
    losers: dict[str, None] | None = None
    for item in items:
        before, after = _judgement(rule, old, item), _judgement(rule, new, item)
        if before == after:
            continue
        all_earned += after[0] - before[0]
        all_possible += after[1] - before[1]
        loses = after[0] < after[1]
        if loses != (item in standing.losers):
            losers = dict(standing.losers) if losers is None else losers
            if loses:
                losers[item] = None
            else:
                del losers[item]
    if losers is None and (all_earned, all_possible) == standing[:2]:
        return standing
    kept = standing.losers if losers is None else losers
    return Standing(all_earned, all_possible, kept, standing.context)


def losses(rule: Rule, standing: Standing, facts: Facts) -> Losses:
    """What was lost by a rule, with the losers in the order on screen."""
    losers = standing.losers
    items: Iterable[str] = losers
    if len(losers) > 1:
        items = filter(losers.__contains__, _in_order(rule.scope, facts))
    return Losses(tuple(items), standing.earned, standing.possible)


def _judgement(rule: Rule, facts: Facts, item: str) -> Judgement:
    everything = facts.scenario.seats if rule.scope is Scope.SEATS else _all(rule.scope, facts)
    there = item in everything
    return (rule.judge(facts, item) if there else None) or (0, 0)


def _all(scope: Scope, facts: Facts):  # type: ignore[no-untyped-def]  # iterated, and asked for membership
    match scope:
        case Scope.PEOPLE:
            return facts.people
        case Scope.TEAMS:
            return facts.teams
        case Scope.SEATS:
            return facts.scenario.seats.keys()
        case Scope.LAYOUT:
            return LAYOUT


def _touched(scope: Scope, touched: Touched) -> Iterable[str]:
    match scope:
        case Scope.PEOPLE:
            return touched.people
        case Scope.TEAMS:
            return touched.teams
        case Scope.SEATS:
            return touched.seats
        case Scope.LAYOUT:
            return LAYOUT


def _in_order(scope: Scope, facts: Facts) -> Iterable[str]:
    match scope:
        case Scope.PEOPLE:
            return map(str, facts.project.people.order)
        case Scope.TEAMS:
            return map(str, facts.scenario.teams.order)
        case Scope.SEATS:
            return map(str, facts.scenario.seats.order)
        case Scope.LAYOUT:
            return LAYOUT

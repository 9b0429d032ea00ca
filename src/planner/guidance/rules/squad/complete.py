"""Finds squads that are not complete feature teams. Guidance: Structures.

A partner function that a squad only has through a partner team it works with counts half.
"""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from planner.domain import ROLES, Function, Kind, LinkKind
from planner.guidance.facts import Facts
from planner.guidance.fixes.linking import link
from planner.guidance.fixes.staffing import fill, one_of
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, team_names, teams, told
from planner.messages import counted, message

_WHOLE, _HALF = 2, 1
_OTHER_ROLES = tuple(role for role in ROLES if role is not Function.SOFTWARE_DEVELOPER)
_OFFERED_ROLES = (Function.MLOPS_ENGINEER, Function.DATA_SCIENTIST, Function.DATA_ENGINEER)
_MENDED_ALONE = 3


def presence(facts: Facts, team: str, function: Function) -> int:
    """2 when a team has a partner function, 1 when a partner team it works with has it, else 0."""
    if facts.teams[team].has(function):
        return _WHOLE
    return _HALF if any(_lends(facts, each, function) for each in facts.tied(team).collaborates) else 0


def _lends(facts: Facts, team: str, function: Function) -> bool:
    return facts.teams[team].kind is Kind.PARTNER and facts.teams[team].has(function)


def _own(*functions: Function) -> Callable[[Facts, str], int]:
    return lambda facts, team: _WHOLE if facts.teams[team].has(*functions) else 0


class _Part(Struct, frozen=True):
    """One of the five parts of a complete squad, and what is said where it is missing."""

    key: str
    functions: tuple[Function, ...]
    """Who can fill it, the likeliest first."""
    earned: Callable[[Facts, str], int]
    one: str
    many: str
    text: str
    fact: str


def _partner(function: Function, noun: str, text: str) -> _Part:
    return _Part(
        key=function,
        functions=(function,),
        earned=partial(presence, function=function),
        one=f"One squad lacks a {noun}",
        many=f"{{count}} squads lack a {noun}",
        text=text,
        fact=f"{{team}} has no {noun}.",
    )


_PARTS = (
    _partner(
        Function.PRODUCT,
        "product person",
        "Without a product person a squad cannot decide on its own what to build.",
    ),
    _partner(
        Function.MARKETING,
        "marketing person",
        "Without marketing a squad hears late how its feature is received.",
    ),
    _partner(Function.DESIGN, "designer", "Without a designer a squad cannot try an idea on users."),
    _Part(
        key="developer",
        functions=(Function.SOFTWARE_DEVELOPER,),
        earned=_own(Function.SOFTWARE_DEVELOPER),
        one="One squad lacks a software developer",
        many="{count} squads lack a developer",
        text="Without a developer of its own a squad waits for others to bring its models into the product.",
        fact="{team} has no software developer.",
    ),
    _Part(
        key="ml",
        functions=_OFFERED_ROLES,
        earned=_own(*_OTHER_ROLES),
        one="One squad has no ML people",
        many="{count} squads have no ML people",
        text="A squad without ML people of its own has the feature, but not the models behind it.",
        fact="{team} has nobody in an ML role other than software developer.",
    ),
)


def _judge(facts: Facts, team: str) -> Judgement | None:
    if facts.teams[team].kind is not Kind.SQUAD:
        return None
    return sum([part.earned(facts, team) for part in _PARTS]), _WHOLE * len(_PARTS)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    for part in _PARTS:
        lost = {squad: _WHOLE - part.earned(facts, squad) for squad in losses.items}
        short = [squad for squad, units in lost.items() if units]
        if short:
            yield Defect(
                key=part.key,
                part=losses.part(sum(lost.values())),
                title=counted(part.one, part.many, len(short)),
                where=at(team_names(facts, short)),
                message=message(part.text),
                subjects=teams(short),
                evidence=told((_fact(facts, part, squad) for squad in short), len(short)),
                fixes=partial(_fixes, facts, part, short),
                no_fix=message("Nobody for these seats has time left. Hire someone, or free someone."),
            )


def _fact(facts: Facts, part: _Part, squad: str) -> Evidence:
    name = facts.team(squad).name
    if part.earned(facts, squad) == _HALF:
        text = message("{team} has one only in a partner team that it works with: half.", team=name)
    else:
        text = message(part.fact, team=name)
    return Evidence(text, teams([squad]))


def _fixes(facts: Facts, part: _Part, short: list[str]) -> Iterator[Fix]:
    for squad in short[:_MENDED_ALONE]:
        for function in part.functions:
            yield from fill(facts, function, one_of(squad))
    (function, *_) = part.functions
    if function.is_role:
        return
    lenders = [team.id for team in facts.scenario.teams if _lends(facts, team.id, function)]
    for squad in short[:_MENDED_ALONE]:
        if not part.earned(facts, squad):
            yield from (link(facts, squad, lender, LinkKind.COLLABORATES) for lender in lenders[:1])


RULE = Rule(
    id="squad/complete",
    name=message("Squads are complete feature teams"),
    category=Category.SQUADS,
    source=Origin.ARTICLE,
    needs=Needs.CHART,
    applies_to=message("Squads."),
    looks_for=message(
        "Five parts: product, marketing, design, a developer, and anybody in another ML role. The first "
        "three count half when only a partner team that the squad collaborates with has them."
    ),
    why=message(
        "A squad that lacks a trade has to ask for it elsewhere, and then it is no longer free to try an "
        "idea by itself."
    ),
    better=message("All five in the squad itself; partner teams that it works with where that is too much."),
    section=message("Structures: decentralized"),
    says=message(
        "Squads are complete feature teams: product, marketing, software engineering, design and MLOps "
        "people together."
    ),
    breaking="""
person Lena Okafor: product
person Mia Torres: marketing
person Yuki Mori: design
scenario Today: small-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
  SD Adam Novak
""",
    mended="""
scenario Today: small-startup, product, decentralized
squad Checkout
  PR Lena Okafor
  MK Mia Torres
  DG Yuki Mori
  DS Ravi Kulkarni
  SD Adam Novak
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

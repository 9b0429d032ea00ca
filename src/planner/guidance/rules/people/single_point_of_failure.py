"""Finds capabilities that hang on one person, in companies that are past their first months."""

from collections.abc import Iterator
from functools import partial
from itertools import chain

from planner.domain import Stage
from planner.guidance.capabilities import CAPABILITIES, Capability
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import NOBODY_FREE, fill, fill_twice
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import WHOLE_LAYOUT, at, people, people_names, person_name
from planner.messages import Message, message

_ENOUGH = 2


def _judge(facts: Facts, _layout: str) -> Judgement | None:
    if facts.scenario.stage is Stage.SMALL_STARTUP:
        return None
    safe = sum(facts.tallies.holders[capability] >= _ENOUGH for capability in CAPABILITIES)
    return safe, len(CAPABILITIES)


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    for capability in CAPABILITIES:
        if facts.tallies.holders[capability] < _ENOUGH:
            yield _defect(facts, capability, losses.part(1))


def _defect(facts: Facts, capability: Capability, part: float) -> Defect:
    holders = [person for person, known in facts.people.items() if known.roles & set(capability.functions)]
    work = message(capability.noun)
    if holders:
        text = message("Only {person} holds a seat for it.", person=person_name(facts, holders[0]))
    else:
        text = message("Nobody holds a seat for it.")
    return Defect(
        key=capability,
        part=part,
        title=_title(capability, alone=bool(holders)),
        where=at(people_names(facts, holders)) if holders else WHOLE_LAYOUT,
        message=message("When that one person is away, {work} stops.", work=work)
        if holders
        else message("For {work}, not even one person is there, let alone a second.", work=work),
        subjects=people(holders),
        evidence=(Evidence(text, people(holders)),),
        fixes=partial(_fixes, facts, capability, holders),
        no_fix=NOBODY_FREE,
    )


def _title(capability: Capability, *, alone: bool) -> Message:
    if not alone:
        return message("No one covers {work}", work=message(capability.noun))
    return message("One person carries all {work}", work=message(capability.noun))


def _fixes(facts: Facts, capability: Capability, holders: list[str]) -> Iterator[Fix]:
    roles = capability.functions
    if holders:
        yield from chain.from_iterable(fill(facts, role, but=holders) for role in roles)
    else:
        yield from chain.from_iterable(fill_twice(facts, one, two) for one in roles for two in roles)


RULE = Rule(
    id="people/single-point-of-failure",
    name=message("No capability hangs on one person"),
    category=Category.PEOPLE,
    source=Origin.PLANNER,
    needs=Needs.CHART,
    applies_to=message("Large start-ups and enterprises."),
    looks_for=message(
        "For each of the four capabilities, whether at least two different people fill it, anywhere."
    ),
    why=message(
        "A holiday, an illness or a new job of one person should not stop what the whole company relies on."
    ),
    better=message("Two people or more for each capability, part time where one is enough."),
    section=message("Planning, this program's own"),
    says=message("What only one person can do stops when they are away."),
    breaking="""
person Aisha Rahman: mlops-engineer
scenario Today: large-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
  DS Leila Haddad
  DE Mateo Silva
  DE Hana Kobayashi
  MO Clara Dubois
  SD Adam Novak
  SD Ewa Wójcik
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Checkout
  DS Ravi Kulkarni
  DS Leila Haddad
  DE Mateo Silva
  DE Hana Kobayashi
  MO Clara Dubois
  MO Aisha Rahman
  SD Adam Novak
  SD Ewa Wójcik
""",
    scope=Scope.LAYOUT,
    judge=_judge,
    explain=_explain,
)

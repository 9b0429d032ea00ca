"""Finds people who are planned for more than there is of them."""

from collections.abc import Iterator
from functools import partial
from math import floor

from planner.domain import Seat, edits, together
from planner.guidance.amounts import TOLERANCE, floating
from planner.guidance.facts import Facts
from planner.guidance.fixes.seats import hand_over, leave
from planner.guidance.fixes.steps import both, unlocked
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import at, people, people_names, person_name, told
from planner.messages import Share, counted, message

_MENDED_ALONE = 3
_STEPS = 100
"""Shares are cut to whole hundredths."""


def _judge(facts: Facts, person: str) -> Judgement | None:
    mine = facts.people[person]
    return int(mine.planned <= mine.capacity + TOLERANCE), 1


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    who = list(losses.items)
    yield Defect(
        key="overbooked",
        part=losses.part(len(who)),
        title=counted(
            "One person is planned above capacity", "{count} people are planned above capacity", len(who)
        ),
        where=at(people_names(facts, who)),
        message=message("The shares given to seats add up to more time than there is."),
        subjects=people(who),
        evidence=told((_fact(facts, person) for person in who), len(who)),
        fixes=partial(_fixes, facts, who),
        no_fix=message("The seats stand in locked teams. Unlock them to change shares."),
    )


def _fact(facts: Facts, person: str) -> Evidence:
    mine = facts.people[person]
    text = message(
        "{person} is planned at {planned}, with a capacity of {capacity}.",
        person=person_name(facts, person),
        planned=Share(floating(mine.planned)),
        capacity=Share(facts.project.people[person].capacity),
    )
    return Evidence(text, people([person]))


def _fixes(facts: Facts, who: list[str]) -> Iterator[Fix]:
    cuts = [fix for fix in (_cut(facts, person) for person in who) if fix is not None]
    if len(cuts) > 1:
        yield both(message("Cut the shares of {count} people", count=len(cuts)), *cuts)
    for person in who[:_MENDED_ALONE]:
        cut = _cut(facts, person)
        if cut is not None:
            yield cut
        seat = _seat_to_leave(facts, person)
        if seat is not None:
            yield from hand_over(facts, [seat])
            yield from leave(facts, person, [seat])


def _cut(facts: Facts, person: str) -> Fix | None:
    """Cut all of a person's shares by the same part, so that they fit into the capacity."""
    seats = facts.seats_of(person)
    if not all(unlocked(facts, seat.team) for seat in seats):
        return None
    capacity = facts.project.people[person].capacity
    part = capacity / floating(facts.people[person].planned)
    label = message(
        "Cut the shares of {person} to {capacity}",
        person=person_name(facts, person),
        capacity=Share(capacity),
    )
    cuts = [
        partial(
            edits.set_share, scenario=facts.scenario.id, seat=seat.id, share=_less(seat.share or 0.0, part)
        )
        for seat in seats
    ]
    return Fix(label, together(label, *cuts))


def _less(share: float, part: float) -> float:
    """A part of a share in whole hundredths, rounded down, at least one."""
    return max(1, floor(share * part * _STEPS + 1e-6)) / _STEPS


def _seat_to_leave(facts: Facts, person: str) -> Seat | None:
    """The smallest seat without which a person is within their capacity."""
    mine = facts.people[person]
    over = floating(mine.planned - mine.capacity)
    enough = [seat for seat in facts.seats_of(person) if (seat.share or 0.0) >= over - 1e-9]
    return enough[-1] if enough and len(mine.seats) > 1 else None


RULE = Rule(
    id="people/allocation",
    name=message("Everyone is planned within capacity"),
    category=Category.PEOPLE,
    source=Origin.PLANNER,
    needs=Needs.CHART,
    applies_to=message("People who hold at least one seat, in partner functions too."),
    looks_for=message(
        "Whether the shares that a person gives to all their seats add up to no more than their capacity."
    ),
    why=message(
        "A plan that counts on 120% of somebody will be late by the difference, and wears people out."
    ),
    better=message("Shares that add up to the capacity or less; hand a seat to someone who has time."),
    section=message("Planning, this program's own"),
    says=message("Nobody can give more time than they have: what is planned beyond that will not be done."),
    breaking="""
scenario Today: large-startup, product, decentralized
squad Claims Copilot
  MO Nadia Kessler 60%
squad Churn Radar
  MO Nadia Kessler 60%
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Claims Copilot
  MO Nadia Kessler 50% of 60%
squad Churn Radar
  MO Nadia Kessler 50% of 60%
""",
    scope=Scope.PEOPLE,
    judge=_judge,
    explain=_explain,
)

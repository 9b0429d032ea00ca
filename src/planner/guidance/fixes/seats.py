"""Fixes that change what people give to seats they hold, or take them off these."""

from collections.abc import Iterator
from functools import partial

from planner.domain import Seat, edits, together
from planner.guidance.amounts import floating
from planner.guidance.facts import Facts
from planner.guidance.fixes.staffing import CHOICES, free_people
from planner.guidance.fixes.steps import unlocked
from planner.guidance.statements import Fix
from planner.guidance.wording import person_name
from planner.messages import Share, message


def raise_share(facts: Facts, seat: Seat, most: float) -> Iterator[Fix]:
    """Have a seat's holder give more of the time that they have left, up to so much."""
    if seat.person is None or seat.share is None or not unlocked(facts, seat.team):
        return
    share = round(min(most, seat.share + floating(facts.free(seat.person))), 6)
    if share > seat.share:
        label = message(
            "Raise the share of {person} to {share}",
            person=person_name(facts, seat.person),
            share=Share(share),
        )
        yield Fix(label, partial(edits.set_share, scenario=facts.scenario.id, seat=seat.id, share=share))


def hand_over(facts: Facts, seats: list[Seat]) -> Iterator[Fix]:
    """Let someone else who fits and has time take a person's seat; only where it is one seat."""
    if len(seats) != 1:
        return
    (seat,) = seats
    if not unlocked(facts, seat.team):
        return
    for other in free_people(facts, seat.function, but=(seat.person or "",))[:CHOICES]:
        label = message(
            "Give the {role} seat to {person}",
            role=message(seat.function.phrase),
            person=person_name(facts, other),
        )
        take = partial(edits.replace_holder, scenario=facts.scenario.id, target=seat.id, person=other)
        yield Fix(label, take)


def leave(facts: Facts, person: str, seats: list[Seat]) -> Iterator[Fix]:
    """Take a person off some of their seats, which stay vacant."""
    if not seats or not all(unlocked(facts, seat.team) for seat in seats):
        return
    name = person_name(facts, person)
    label = (
        message(
            "Take {person} off the {role} seat in {team}",
            person=name,
            role=message(seats[0].function.phrase),
            team=facts.team(seats[0].team).name,
        )
        if len(seats) == 1
        else message("Take {person} off {count} seats", person=name, count=len(seats))
    )
    scenario = facts.scenario.id
    yield Fix(label, together(label, *(partial(edits.unassign, scenario=scenario, seat=s.id) for s in seats)))

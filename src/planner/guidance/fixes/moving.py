"""Fixes that take a seat, with whoever holds it, into another team."""

from functools import partial

from planner.domain import Edit, Seat, edits, together
from planner.domain.shares import share_held
from planner.guidance.facts import Facts
from planner.guidance.fixes.steps import new_id
from planner.guidance.statements import Fix
from planner.guidance.wording import person_name
from planner.messages import message


def moved(facts: Facts, seat: Seat, team: str) -> Fix:
    """Take a filled seat into another team, as one step."""
    label = message(
        "Move {person} to {team}", person=person_name(facts, seat.person), team=facts.team(team).name
    )
    return Fix(label, together(label, *steps_into(facts, seat, team)))


def steps_into(facts: Facts, seat: Seat, team: str) -> tuple[Edit, ...]:
    """The steps of that: the seat goes, and one like it comes; who does the same there already does more."""
    scenario = facts.scenario.id
    removed = partial(edits.remove_seat, scenario=scenario, seat=seat.id)
    there = _same_work(facts, seat, team)
    if there is not None:
        share = min(1.0, round(share_held(there) + share_held(seat), 9))
        return (
            removed,
            partial(edits.set_demand, scenario=scenario, seat=there.id, demand=max(share, there.demand)),
            partial(edits.set_share, scenario=scenario, seat=there.id, share=share),
        )
    return (
        removed,
        partial(
            edits.add_seat,
            scenario=scenario,
            seat=new_id(),
            team=team,
            function=seat.function,
            title=seat.title,
            demand=seat.demand,
            person=seat.person,
            share=seat.share,
        ),
    )


def _same_work(facts: Facts, seat: Seat, team: str) -> Seat | None:
    """The seat that the holder of another has in a team for the same function, where there is one."""
    held = facts.scenario.seats.where("person", seat.person)
    return next((each for each in held if (each.team, each.function) == (team, seat.function)), None)

"""Fixes that take a seat, with whoever holds it, into another team."""

from functools import partial

from planner.domain import Edit, Seat, edits, together
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


def steps_into(facts: Facts, seat: Seat, team: str) -> tuple[Edit, Edit]:
    """The steps of that: the seat goes, and one like it comes."""
    scenario = facts.scenario.id
    return (
        partial(edits.remove_seat, scenario=scenario, seat=seat.id),
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

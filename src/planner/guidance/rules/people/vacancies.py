"""Finds seats in the six roles that nobody holds, or whose holder gives less than the seat asks for."""

from collections.abc import Iterable, Iterator
from functools import partial

from planner.domain import ROLES, Function, Seat, edits
from planner.guidance.amounts import fixed, floating
from planner.guidance.facts import Facts
from planner.guidance.fixes.seats import raise_share
from planner.guidance.fixes.staffing import fill_vacant
from planner.guidance.fixes.steps import unlocked
from planner.guidance.rule import Category, Defect, Judgement, Losses, Needs, Origin, Rule, Scope
from planner.guidance.statements import Evidence, Fix
from planner.guidance.wording import a_role, at, person_name, role_name, seats, team_names, told
from planner.messages import Fte, Share, counted, message

_MENDED_ALONE = 3


def _judge(facts: Facts, team: str) -> Judgement | None:
    mine = facts.teams[team]
    return (mine.met, mine.asked) if mine.asked else None


def _explain(facts: Facts, losses: Losses) -> Iterator[Defect]:
    short: list[Seat] = []
    vacant: dict[Function, list[Seat]] = {role: [] for role in ROLES}
    for seat in _wanting(facts, set(losses.items)):
        if seat.function in vacant and _lacks(seat):
            (short if seat.is_filled else vacant[seat.function]).append(seat)
    for role, found in vacant.items():
        if found:
            yield _vacant(facts, role, found, losses)
    if short:
        yield _part_filled(facts, short, losses)


def _wanting(facts: Facts, teams: set[str]) -> list[Seat]:
    """The seats of teams that get less than they ask for, give or take a rounding; made of every seat."""
    return [
        seat
        for seat in facts.scenario.seats
        if (seat.share is None or seat.share < seat.demand) and seat.team in teams
    ]


def _lacks(seat: Seat) -> int:
    """The fixed-point FTE that a seat asks for and does not get."""
    asked = fixed(seat.demand)
    return asked if seat.share is None else max(0, asked - fixed(seat.share))


def _vacant(facts: Facts, role: Function, found: list[Seat], losses: Losses) -> Defect:
    lacking = sum(map(_lacks, found))
    return Defect(
        key=f"vacant {role}",
        part=losses.part(lacking),
        title=counted(
            "One vacant {role} seat", "{count} vacant {role} seats", len(found), role=role_name(role)
        ),
        where=at(team_names(facts, _teams(found))),
        message=message(
            "{fte} FTE of {role} work has nobody to do it.", fte=Fte(floating(lacking)), role=role_name(role)
        ),
        subjects=seats(seat.id for seat in found),
        evidence=told(
            (
                Evidence(
                    message(
                        "{team} asks for {role} at {demand}.",
                        team=facts.team(seat.team).name,
                        demand=Share(seat.demand),
                        role=a_role(role),
                    ),
                    seats([seat.id]),
                )
                for seat in found
            ),
            len(found),
        ),
        fixes=partial(fill_vacant, facts, role),
        no_fix=message("Nobody with this role has time left. Hire someone, or plan without the seat."),
    )


def _part_filled(facts: Facts, found: list[Seat], losses: Losses) -> Defect:
    return Defect(
        key="part-filled",
        part=losses.part(sum(map(_lacks, found))),
        title=counted(
            "One seat asks for more than is given", "{count} seats ask for more than is given", len(found)
        ),
        where=at(team_names(facts, _teams(found))),
        message=message("A seat asks for more time than its holder gives to it."),
        subjects=seats(seat.id for seat in found),
        evidence=told(
            (
                Evidence(
                    message(
                        "{team} asks for {role} at {demand}; {person} gives {share}.",
                        team=facts.team(seat.team).name,
                        demand=Share(seat.demand),
                        role=a_role(seat.function),
                        person=person_name(facts, seat.person),
                        share=Share(seat.share or 0.0),
                    ),
                    seats([seat.id]),
                )
                for seat in found
            ),
            len(found),
        ),
        fixes=partial(_fix_part_filled, facts, found),
        no_fix=message("The seats stand in locked teams. Unlock them to change shares."),
    )


def _teams(found: Iterable[Seat]) -> list[str]:
    return list(dict.fromkeys(seat.team for seat in found))


def _fix_part_filled(facts: Facts, found: list[Seat]) -> Iterator[Fix]:
    for seat in found[:_MENDED_ALONE]:
        yield from raise_share(facts, seat, seat.demand)
    for seat in found[:_MENDED_ALONE]:
        if unlocked(facts, seat.team) and seat.share is not None:
            yield Fix(
                message(
                    "Ask {person} for {share} only",
                    person=person_name(facts, seat.person),
                    share=Share(seat.share),
                ),
                partial(edits.set_demand, scenario=facts.scenario.id, seat=seat.id, demand=seat.share),
            )


RULE = Rule(
    id="people/vacancies",
    name=message("Every seat gets the time it asks for"),
    category=Category.PEOPLE,
    source=Origin.PLANNER,
    needs=Needs.CHART,
    applies_to=message("Seats in the six roles, in teams of any kind."),
    looks_for=message(
        "The part of the demand of all these seats that the shares given to them meet, seat by seat."
    ),
    why=message(
        "A seat says that work is there to do. While nobody holds it, the work waits or falls on others."
    ),
    better=message("A person in each seat who gives what it asks for, or no seat where there is no work."),
    section=message("Planning, this program's own"),
    says=message("A layout works with the people who are there; what a vacant seat asks for is not done."),
    breaking="""
person Mateo Silva: data-engineer
scenario Today: large-startup, product, decentralized
squad Churn Radar
  DS Sana Iqbal
  DE vacant
""",
    mended="""
scenario Today: large-startup, product, decentralized
squad Churn Radar
  DS Sana Iqbal
  DE Mateo Silva
""",
    scope=Scope.TEAMS,
    judge=_judge,
    explain=_explain,
)

"""Moves say what dropping something somewhere does, in words and as an edit, before it is done.

Mouse, click-to-move, keyboard, lists and the clipboard all ask here, so that the same drop has the same
words, the same refusals and the same one undo step whichever way it is made.
"""

from planner.advice.drops import (
    BetweenSeats,
    ByLink,
    Carried,
    CarriedSeat,
    CarriedTeam,
    DrawnLink,
    InGap,
    Intent,
    Load,
    NewId,
    OnBench,
    OnCanvas,
    OnScenario,
    OnSeat,
    OnTeam,
    Outcome,
    Several,
    Target,
    people_of,
    refused,
    sources,
)
from planner.advice.one_person import fitting_seats, outcome_for_person
from planner.advice.seat_order import order_outcome, seat_outcome
from planner.advice.several_people import outcome_for_several
from planner.advice.team_links import link_outcome
from planner.advice.team_moves import team_outcome
from planner.domain import Project, Scenario
from planner.errors import PlannerError
from planner.messages import message

__all__ = [
    "BetweenSeats",
    "ByLink",
    "Carried",
    "CarriedSeat",
    "CarriedTeam",
    "DrawnLink",
    "InGap",
    "Intent",
    "Load",
    "NewId",
    "OnBench",
    "OnCanvas",
    "OnScenario",
    "OnSeat",
    "OnTeam",
    "Outcome",
    "Several",
    "Target",
    "fitting",
    "fitting_seats",
    "ordered_seat",
    "outcome",
    "people_of",
    "sources",
    "target_for",
    "untried",
]


_OTHER_SCENARIO = message("Each scenario has its own seats. Copy here, paste there")


def outcome(
    project: Project,
    scenario_id: str,
    load: Load,
    target: Target,
    intent: Intent = Intent.MOVE,
    *,
    new_id: NewId,
) -> Outcome:
    """What dropping a load on a target does, tried on the project so that a refusal is known at once."""
    found = untried(project, scenario_id, load, target, intent, new_id=new_id)
    if found.edit is None:
        return found
    try:
        found.edit(project)
    except PlannerError as reason:
        return refused(reason.message)
    return found


def untried(
    project: Project,
    scenario_id: str,
    load: Load,
    target: Target,
    intent: Intent = Intent.MOVE,
    *,
    new_id: NewId,
) -> Outcome:
    """What dropping a load on a target would do, unless the project refuses it."""
    if isinstance(target, OnScenario):
        return refused(_OTHER_SCENARIO)
    target = target_for(project.scenarios[scenario_id], load, target)
    match load:
        case _ if isinstance(target, BetweenSeats):
            found = order_outcome(project, scenario_id, ordered_seat(load), target)
        case Carried():
            found = outcome_for_person(project, scenario_id, load, target, intent, new_id)
        case Several(people):
            found = outcome_for_several(project, scenario_id, people, target, intent, new_id)
        case CarriedTeam(team):
            found = team_outcome(project, scenario_id, team, target)
        case CarriedSeat(seat):
            found = seat_outcome(project.scenarios[scenario_id], seat)
        case DrawnLink(team):
            found = link_outcome(project, scenario_id, team, target)
    return found


def target_for(scenario: Scenario, load: Load, target: Target) -> Target:
    """What a load held over something is really held over.

    Only a single person is dropped on a seat, and only a seat of the same team between two others.
    """
    if isinstance(target, BetweenSeats):
        seat = scenario.seats.get(ordered_seat(load))
        return target if seat is not None and seat.team == target.team else OnTeam(target.team)
    if isinstance(target, OnSeat) and not isinstance(load, Carried):
        return OnTeam(scenario.seats[target.seat].team)
    if isinstance(target, InGap) and not isinstance(load, CarriedTeam):
        return OnCanvas()
    return target


def ordered_seat(load: Load | None) -> str | None:
    """The seat that a load would put in another place of its team: that of one person, or a vacant one."""
    match load:
        case Carried(_, seat) | CarriedSeat(seat):
            return seat
    return None


def fitting(project: Project, scenario_id: str, load: Load) -> frozenset[str]:
    """The vacant seats that fit somebody of a load."""
    found = (fitting_seats(project, scenario_id, one.person) for one in people_of(load))
    return frozenset().union(*found)

"""What new things are called and do before somebody says otherwise."""

from typing import Final

from planner.domain import Function, Kind, Scenario
from planner.messages import message

_ORDER_OF_NEED: Final = (
    Function.DATA_SCIENTIST,
    Function.DATA_ENGINEER,
    Function.MLOPS_ENGINEER,
    Function.SOFTWARE_DEVELOPER,
    Function.PRODUCT,
    Function.DATA_ANALYST,
    Function.RESEARCH_SCIENTIST,
    Function.DESIGN,
    Function.MARKETING,
    Function.BUSINESS,
)


def next_function(scenario: Scenario, team: str) -> Function:
    """What the next seat of a team does: the first role that it lacks, else what it has most of."""
    held = [seat.function for seat in scenario.seats if seat.team == team]
    for function in _ORDER_OF_NEED:
        if function not in held:
            return function
    return max(held, key=held.count)


def new_name(scenario: Scenario, kind: Kind) -> str:
    """``New squad``, with a number where there is one already."""
    base = str(message("New {kind}", kind=message(kind.value)))
    taken = {team.name for team in scenario.teams}
    if base not in taken:
        return base
    return next(name for number in range(2, len(taken) + 3) if (name := f"{base} {number}") not in taken)


def copied_name(scenario: Scenario, name: str) -> str:
    """``Fraud Shield 2``: the name with the first number that no team has."""
    taken = {team.name for team in scenario.teams}
    return next(new for number in range(2, len(taken) + 3) if (new := f"{name} {number}") not in taken)

"""What a gesture carries: the thing that was grabbed, with all others that are selected beside it."""

from collections.abc import Iterable

from planner.advice.moves import Carried, CarriedSeat, CarriedTeam, Load, Several
from planner.app.canvas.selection import Key
from planner.domain import Scenario


def load_of(scenario: Scenario, grabbed: Key, selected: Iterable[Key]) -> Load | None:
    """What is carried by a card, a team or a bench row; several people when the grabbed one is among them.

    None for a vacant seat: it stays.
    """
    kind, name = grabbed
    if kind == "team":
        return CarriedTeam(name) if name in scenario.teams else None
    items = tuple(selected)
    if grabbed in items:
        people = tuple(one for one in (_carried(scenario, key) for key in items) if one is not None)
        if len({one.person for one in people}) > 1:
            return Several(people)
    return _carried(scenario, grabbed)


def dragged(scenario: Scenario, grabbed: Key, selected: Iterable[Key]) -> Load | None:
    """What a drag carries: that, or a vacant seat to another place in its team."""
    kind, name = grabbed
    seat = scenario.seats.get(name) if kind == "seat" else None
    if seat is not None and not seat.is_filled:
        return CarriedSeat(seat.id)
    return load_of(scenario, grabbed, selected)


def _carried(scenario: Scenario, key: Key) -> Carried | None:
    kind, name = key
    if kind == "person":
        return Carried(name)
    seat = scenario.seats.get(name) if kind == "seat" else None
    return Carried(seat.person, seat.id) if seat is not None and seat.person is not None else None


def locked_team(scenario: Scenario, load: Load) -> str | None:
    """The locked team that holds what is to be carried by one card; several leave it in place themselves."""
    match load:
        case CarriedTeam(team) if scenario.teams[team].locked:
            return team
        case Carried(_, seat) | CarriedSeat(seat) if seat is not None:
            team = scenario.seats[seat].team
            return team if scenario.teams[team].locked else None
    return None

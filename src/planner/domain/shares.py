"""Shares are what people give to seats; here stands how much of a person is planned and free."""

from collections import defaultdict
from math import fsum

from planner.domain.people import Person
from planner.domain.scenarios import Scenario
from planner.domain.teams import Seat

TOLERANCE = 1e-9
"""Sums of shares are compared with this tolerance, so that 0.1 + 0.2 fills 0.3."""


def share_held(seat: Seat) -> float:
    """The FTE that a seat's person gives to it; none for a vacant seat."""
    return seat.share if seat.share is not None else 0.0


def planned(scenario: Scenario, person: str) -> float:
    """The sum of a person's shares over all their seats, in FTE."""
    return fsum(share_held(seat) for seat in scenario.seats.where("person", person))


def planned_by_person(scenario: Scenario) -> dict[str, float]:
    """The sums of the shares of everyone who holds a seat, by person, in FTE; one pass over the seats."""
    shares: defaultdict[str, list[float]] = defaultdict(list)
    for seat in scenario.seats:
        if seat.person is not None:
            shares[seat.person].append(share_held(seat))
    return {person: fsum(parts) for person, parts in shares.items()}


def free_capacity(scenario: Scenario, person: Person) -> float:
    """The FTE that a person has left, never below zero; less than the tolerance is nothing."""
    free = round(person.capacity - planned(scenario, person.id), 9)
    return free if free > TOLERANCE else 0.0

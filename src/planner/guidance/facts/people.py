"""What rules need to know of one assigned person."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.domain import Function, Person, Seat
from planner.guidance.amounts import fixed


class PersonFacts(NamedTuple):
    """One person who holds at least one seat; amounts are fixed-point FTE."""

    seats: tuple[str, ...]
    """The ids of the seats they hold, in alphabetical order."""
    planned: int
    capacity: int
    teams: frozenset[str]
    roles: frozenset[Function]
    """The different ones of the six roles among their seats; partner functions are not roles."""


def person_facts(person: Person, seats: Iterable[Seat]) -> PersonFacts:
    """Gather the facts of a person from the seats that they hold."""
    held = list(seats)
    return PersonFacts(
        seats=tuple(sorted([seat.id for seat in held])),
        planned=sum([fixed(seat.share or 0.0) for seat in held]),
        capacity=fixed(person.capacity),
        teams=frozenset([seat.team for seat in held]),
        roles=frozenset([seat.function for seat in held if seat.function.is_role]),
    )

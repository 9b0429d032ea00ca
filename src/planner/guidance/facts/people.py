"""What rules need to know of one assigned person."""

from typing import Final, NamedTuple

from planner.domain import ROLES, Function, Person, Seat
from planner.guidance.amounts import fixed


class PersonFacts(NamedTuple):
    """One person who holds at least one seat; amounts are fixed-point FTE."""

    seats: tuple[str, ...]
    """The ids of the seats they hold, in alphabetical order."""
    planned: int
    capacity: int
    teams: int
    """In how many teams those seats lie."""
    roles: frozenset[Function]
    """The different ones of the six roles among their seats; partner functions are not roles."""


_NO_ROLE: Final[frozenset[Function]] = frozenset()
_ONE_ROLE: Final = {role: frozenset((role,)) for role in ROLES}


def person_facts(person: Person, held: list[Seat]) -> PersonFacts:
    """Gather the facts of a person from the seats that they hold."""
    if len(held) == 1:  # as most do: a third of the work of the general case
        (seat,) = held
        roles = _ONE_ROLE.get(seat.function, _NO_ROLE)
        return PersonFacts((seat.id,), fixed(seat.share or 0.0), fixed(person.capacity), 1, roles)
    return PersonFacts(
        seats=tuple(sorted([seat.id for seat in held])),
        planned=sum([fixed(seat.share or 0.0) for seat in held]),
        capacity=fixed(person.capacity),
        teams=len({seat.team for seat in held}),
        roles=frozenset([seat.function for seat in held if seat.function in _ONE_ROLE]),
    )

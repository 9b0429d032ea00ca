"""People can hold seats; what they can do and how much of them there is belongs to the project."""

from msgspec import Struct

from planner.domain.functions import Function


class Person(Struct, frozen=True, kw_only=True):
    """Someone who can hold seats.

    ``capacity`` is in FTE, 0 < c ≤ 1; ``cost`` is the yearly cost of one FTE in the project's currency, or
    None; ``roles`` are functions in order of preference, the first is the main one.
    """

    id: str
    name: str
    title: str = ""
    email: str = ""
    location: str = ""
    capacity: float = 1.0
    cost: float | None = None
    skills: tuple[str, ...] = ()
    notes: str = ""
    roles: tuple[Function, ...] = ()

    @property
    def key(self) -> str:
        """The person's id."""
        return self.id

    @property
    def main_function(self) -> Function:
        """The function of a new seat for this person: their main one, else *other*."""
        return self.roles[0] if self.roles else Function.OTHER

"""What rules need to know of one team's own seats, kept as running sums so that a huge team stays cheap."""

from typing import Final, Self

from planner.domain import ROLES, Function, Kind, Seat, Team
from planner.guidance.amounts import fixed

_ROLES: Final = frozenset(ROLES)


class TeamFacts:
    """One team's row, and sums over its own seats; amounts are fixed-point FTE.

    A value like any other once it stands in ``Facts``: whoever changes it changes a copy before that.
    """

    __slots__ = ("asked", "filled", "fte", "met", "modellers", "role_fte", "row", "vacant")

    def __init__(self, row: Team) -> None:
        self.row = row
        self.filled: dict[Function, int] = {}
        """How many seats of a function somebody holds."""
        self.vacant: dict[Function, int] = {}
        self.fte: dict[Function, int] = {}
        """The FTE given to the filled seats of a function."""
        self.role_fte = 0
        """The FTE given to filled seats in the six roles."""
        self.asked = 0
        """The demand of all seats in the six roles."""
        self.met = 0
        """What of that demand is met by the shares given."""
        self.modellers: dict[str, int] = {}
        """Who holds seats in the six roles but the developer's, and how many each."""

    def copy(self, row: Team) -> Self:
        """The same sums, free to be changed, under the team's present row."""
        twin = type(self)(row)
        twin.filled, twin.vacant, twin.fte = self.filled.copy(), self.vacant.copy(), self.fte.copy()
        twin.role_fte, twin.asked, twin.met = self.role_fte, self.asked, self.met
        twin.modellers = self.modellers.copy()
        return twin

    def count(self, seat: Seat, times: int = 1) -> None:
        """Take one of the team's seats into the sums, or out of them (``times`` −1)."""
        function, share = seat.function, seat.share
        demand = times * fixed(seat.demand) if function in _ROLES else 0
        self.asked += demand
        if share is None:
            self.vacant[function] = self.vacant.get(function, 0) + times
            return
        given = times * fixed(share)
        filled, fte = self.filled, self.fte
        filled[function] = filled.get(function, 0) + times
        fte[function] = fte.get(function, 0) + given
        if demand:
            self.role_fte += given
            self.met += given if share <= seat.demand else demand
            if function is not Function.SOFTWARE_DEVELOPER and seat.person is not None:
                self._count_modeller(seat.person, times)

    def _count_modeller(self, person: str, times: int) -> None:
        held = self.modellers.get(person, 0) + times
        if held:
            self.modellers[person] = held
        else:
            del self.modellers[person]

    @property
    def kind(self) -> Kind:
        """What the team is in the structure."""
        return self.row.kind

    @property
    def ml_fte(self) -> int:
        """The FTE of filled seats in the six roles, when this is an ML team; else none."""
        return self.role_fte if self.row.kind.is_ml else 0

    def has(self, *functions: Function) -> bool:
        """Whether somebody holds a seat of one of these functions in this very team."""
        return any(map(self.filled.get, functions))

    def seats_for(self, *functions: Function) -> bool:
        """Whether the team has a seat of one of these functions, filled or vacant."""
        return any(self.filled.get(each) or self.vacant.get(each) for each in functions)

    @property
    def offer(self) -> tuple[Kind, frozenset[Function]]:
        """What other teams can see of this one: its kind, and which functions it has filled."""
        return self.row.kind, frozenset([each for each, count in self.filled.items() if count])

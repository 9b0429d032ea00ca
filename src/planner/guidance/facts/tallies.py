"""Sums over a whole layout, kept up to date by what came and went."""

from typing import Self

from planner.domain import Function, Kind
from planner.guidance.capabilities import CAPABILITY_OF, Capability
from planner.guidance.facts.teams import TeamFacts


class Tallies:
    """How much there is of everything in one layout; amounts are fixed-point FTE."""

    __slots__ = ("core_filled", "filled", "fte", "holders", "kinds", "ml_fte", "vacant")

    def __init__(self) -> None:
        self.filled: dict[Function, int] = dict.fromkeys(Function, 0)
        """How many seats of a function are filled, anywhere."""
        self.vacant: dict[Function, int] = dict.fromkeys(Function, 0)
        """How many seats of a function nobody fills, anywhere."""
        self.core_filled: dict[Function, int] = dict.fromkeys(Function, 0)
        """How many seats of a function are filled in cores."""
        self.fte: dict[Function, int] = dict.fromkeys(Function, 0)
        self.kinds: dict[Kind, int] = dict.fromkeys(Kind, 0)
        """How many teams of a kind there are."""
        self.ml_fte: dict[Kind, int] = dict.fromkeys(Kind, 0)
        """The ML FTE in teams of a kind."""
        self.holders: dict[Capability, int] = dict.fromkeys(Capability, 0)
        """How many different people fill a capability, anywhere."""

    def copy(self) -> Self:
        """The same sums, free to be changed."""
        twin = type(self)()
        twin.filled, twin.vacant, twin.fte = self.filled.copy(), self.vacant.copy(), self.fte.copy()
        twin.kinds, twin.ml_fte = self.kinds.copy(), self.ml_fte.copy()
        twin.holders, twin.core_filled = self.holders.copy(), self.core_filled.copy()
        return twin

    def count_team(self, team: TeamFacts, times: int = 1) -> None:
        """Take a team and its seats in, or out (``times`` −1)."""
        kind = team.row.kind
        self.kinds[kind] += times
        self.ml_fte[kind] += times * team.ml_fte
        for function, count in team.filled.items():
            self.filled[function] += times * count
            self.fte[function] += times * team.fte[function]
            if kind is Kind.CORE:
                self.core_filled[function] += times * count
        for function, count in team.vacant.items():
            self.vacant[function] += times * count

    def count_person(self, roles: frozenset[Function], times: int = 1) -> None:
        """Take in a person with these roles, or several of them, or take them out (``times`` below 0)."""
        for capability in {CAPABILITY_OF[role] for role in roles if role in CAPABILITY_OF}:
            self.holders[capability] += times

    @property
    def ml_teams(self) -> int:
        """How many ML teams there are."""
        return self.kinds[Kind.CORE] + self.kinds[Kind.SQUAD] + self.kinds[Kind.VENTURE]

"""A scenario is one layout with its context: teams, seats and what has been agreed between them."""

from typing import Self

from msgspec import Struct, field
from msgspec.structs import replace

from planner.domain.agreements import Link, Practice, Responsibility
from planner.domain.context import Aim, Assumption, Chooser, Stage, Structure
from planner.domain.rows import Rows
from planner.domain.teams import Seat, Team


class Mute(Struct, frozen=True, kw_only=True):
    """A rule that a user set aside for a scenario, with the reason."""

    rule: str
    reason: str = ""

    @property
    def key(self) -> str:
        """The rule's id."""
        return self.rule


class Scenario(Struct, frozen=True, kw_only=True):
    """One layout. ``use_cases`` counts the ML use cases waiting; ``assumed`` is what an import guessed."""

    id: str
    name: str
    stage: Stage = Stage.SMALL_STARTUP
    aim: Aim = Aim.PRODUCT
    use_cases: int = 0
    structure: Structure = Structure.DECENTRALIZED
    chooser: Chooser | None = None
    assumed: frozenset[Assumption] = frozenset()
    notes: str = ""
    baseline: bool = False
    teams: Rows[Team] = field(default_factory=Rows)
    seats: Rows[Seat] = field(default_factory=Rows)
    links: Rows[Link] = field(default_factory=Rows)
    practices: Rows[Practice] = field(default_factory=Rows)
    responsibilities: Rows[Responsibility] = field(default_factory=Rows)
    muted: Rows[Mute] = field(default_factory=Rows)

    @property
    def key(self) -> str:
        """The scenario's id."""
        return self.id

    def without_rows(self) -> "Scenario":
        """The scenario's own fields, with no layout."""
        return replace(
            self,
            teams=Rows(),
            seats=Rows(),
            links=Rows(),
            practices=Rows(),
            responsibilities=Rows(),
            muted=Rows(),
        )

    def with_rows_of(self, other: Self) -> "Scenario":
        """These fields with the layout of another value of the scenario."""
        return replace(
            self,
            teams=other.teams,
            seats=other.seats,
            links=other.links,
            practices=other.practices,
            responsibilities=other.responsibilities,
            muted=other.muted,
        )

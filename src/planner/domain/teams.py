"""Teams are the boxes on the chart, and seats the places in them."""

from enum import StrEnum

from msgspec import Struct

from planner.domain.functions import Function


class Kind(StrEnum):
    """What a team is in the structure."""

    CORE = "core"
    SQUAD = "squad"
    VENTURE = "venture"
    PARTNER = "partner"
    GROUP = "group"

    __hash__ = str.__hash__

    @property
    def is_ml(self) -> bool:
        """Whether teams of this kind are ML teams."""
        return self in (Kind.CORE, Kind.SQUAD, Kind.VENTURE)

    @property
    def label(self) -> str:
        """The English name in sentence case."""
        return self.value.capitalize()


class Focus(StrEnum):
    """What a central team is for."""

    FUTURE_TECHNOLOGY = "future-technology"
    BUSINESS_METRICS = "business-metrics"

    __hash__ = str.__hash__


class Team(Struct, frozen=True, kw_only=True):
    """A box on the chart; ``parent`` is a team's id or None, ``lead`` a person's id or None.

    ``experiment_share`` is the part of its time or money kept for experiments, 0 to 1.
    """

    id: str
    name: str
    kind: Kind = Kind.SQUAD
    parent: str | None = None
    lead: str | None = None
    purpose: str = ""
    focus: Focus | None = None
    product: str = ""
    own_budget: bool = False
    experiment_share: float = 0.0
    locked: bool = False

    @property
    def key(self) -> str:
        """The team's id."""
        return self.id


class Seat(Struct, frozen=True, kw_only=True):
    """One place for one function in a team.

    ``demand`` is the FTE asked for, 0 < d ≤ 1. ``person`` is a person's id or None; ``share`` the part of one
    FTE that they give, 0 < s ≤ 1, and None exactly when the seat is vacant.
    """

    id: str
    team: str
    function: Function
    title: str = ""
    demand: float = 1.0
    person: str | None = None
    share: float | None = None

    def __post_init__(self) -> None:
        if (self.person is None) != (self.share is None):
            raise ValueError(f"seat {self.id!r} needs a person and a share, or neither")

    @property
    def key(self) -> str:
        """The seat's id."""
        return self.id

    @property
    def is_filled(self) -> bool:
        """Whether the seat names a person."""
        return self.person is not None

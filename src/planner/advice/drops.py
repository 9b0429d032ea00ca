"""Drops in values: what is carried, what it is held over, what is wanted of it, and what that would do.

Mouse, click-to-move, keyboard, lists and the clipboard all speak in these, so that a drop is the same
whichever way it is made.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from planner.domain import Edit, Function, Kind, LinkKind
from planner.messages import Message

NewId = Callable[[], str]
"""Makes the ids of seats and teams that a move creates."""


class Intent(StrEnum):
    """What the person making the move wants of it, read from the modifiers at the drop."""

    MOVE = "move"
    COPY = "copy"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Carried:
    """A person on the move, and the seat that they come from; None from the bench."""

    person: str
    seat: str | None = None


@dataclass(frozen=True, slots=True)
class Several:
    """Several people on the move at once, in the order in which they were selected."""

    people: tuple[Carried, ...]


@dataclass(frozen=True, slots=True)
class CarriedTeam:
    """A team on the move, by its id, with all that stands under it."""

    team: str


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A line being drawn from a team, by its id, to another."""

    team: str


@dataclass(frozen=True, slots=True)
class CarriedSeat:
    """A vacant seat on the move, by its id, to another place among the seats of its team."""

    seat: str


Load: TypeAlias = Carried | Several | CarriedTeam | CarriedSeat | DrawnLink
"""What is carried."""


@dataclass(frozen=True, slots=True)
class OnSeat:
    """A seat as target, by its id."""

    seat: str


@dataclass(frozen=True, slots=True)
class OnTeam:
    """A team beside its seats as target, by its id: a new seat."""

    team: str


@dataclass(frozen=True, slots=True)
class OnBench:
    """The bench as target."""


@dataclass(frozen=True, slots=True)
class OnCanvas:
    """Empty canvas as target: a new team."""


@dataclass(frozen=True, slots=True)
class InGap:
    """The gap between two teams side by side, as target of a team: before one, behind the other, or both.

    ``parent`` is the team that both stand below on the chart, None for the top.
    """

    parent: str | None
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class BetweenSeats:
    """The gap between two seats of a team, as target of one of its seats: before one, behind the other."""

    team: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ByLink:
    """Another team and the kind of link to it, as target of a line; one that is there already is removed."""

    team: str
    kind: LinkKind
    source: str | None = None
    """The team that the link starts from, where it is not the one that the line is drawn from."""


@dataclass(frozen=True, slots=True)
class OnScenario:
    """The tab of another scenario, by its id, which takes nothing: layouts are not shared."""

    scenario: str


Target: TypeAlias = OnSeat | OnTeam | OnBench | OnCanvas | InGap | BetweenSeats | ByLink | OnScenario


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a drop does: the edit, the words of the badge, and the first line of the card under the pointer.

    A drop that is impossible or pointless has no edit and a refusal instead. ``remark`` adds what is allowed
    but worth saying, such as a role held for the first time. ``created`` is the id of a new team or seat,
    ``function`` what a new seat does, ``kind`` what a new team is.
    """

    edit: Edit | None
    words: Message
    on_card: Message
    refusal: Message | None = None
    remark: Message | None = None
    created: str | None = None
    function: Function | None = None
    kind: Kind | None = None


def refused(reason: Message) -> Outcome:
    """A drop that cannot be, or changes nothing, with the reason."""
    return Outcome(edit=None, words=reason, on_card=reason, refusal=reason)


def sources(load: Load | None) -> frozenset[str]:
    """The seats that the people of a load come from."""
    return frozenset(one.seat for one in people_of(load) if one.seat is not None)


def people_of(load: Load | None) -> tuple[Carried, ...]:
    """The people of a load, none where a team or a link is carried."""
    match load:
        case Carried():
            return (load,)
        case Several(people):
            return people
    return ()

"""Drops in values: what is carried, what it is held over, what is wanted of it, and what that would do.

Mouse, click-to-move, keyboard, lists and the clipboard all speak in these, so that a drop is the same
whichever way it is made.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct

from planner.domain import Edit, Function, Kind, LinkKind
from planner.messages import Message

NewId = Callable[[], str]
"""Makes the ids of seats and teams that a move creates."""


class Intent(StrEnum):
    """What the person making the move wants of it, read from the modifiers at the drop."""

    MOVE = "move"
    COPY = "copy"
    REPLACE = "replace"


class Carried(Struct, frozen=True):
    """A person on the move, and the seat that they come from; None from the bench."""

    person: str
    seat: str | None = None


class Several(Struct, frozen=True):
    """Several people on the move at once, in the order in which they were selected."""

    people: tuple[Carried, ...]


class CarriedTeam(Struct, frozen=True):
    """A team on the move, by its id, with all that stands under it."""

    team: str


class DrawnLink(Struct, frozen=True):
    """A line being drawn from a team, by its id, to another."""

    team: str


class CarriedSeat(Struct, frozen=True):
    """A vacant seat on the move, by its id, to another place among the seats of its team."""

    seat: str


Load: TypeAlias = Carried | Several | CarriedTeam | CarriedSeat | DrawnLink
"""What is carried."""


class OnSeat(Struct, frozen=True):
    """A seat as target, by its id."""

    seat: str


class OnTeam(Struct, frozen=True):
    """A team beside its seats as target, by its id: a new seat."""

    team: str


class OnBench(Struct, frozen=True):
    """The bench as target."""


class OnCanvas(Struct, frozen=True):
    """Empty canvas as target: a new team."""


class InGap(Struct, frozen=True):
    """The gap between two teams side by side, as target of a team: before one, behind the other, or both.

    ``parent`` is the team that both stand below on the chart, None for the top.
    """

    parent: str | None
    before: str | None
    after: str | None


class BetweenSeats(Struct, frozen=True):
    """The gap between two seats of a team, as target of one of its seats: before one, behind the other."""

    team: str
    before: str | None
    after: str | None


class ByLink(Struct, frozen=True):
    """Another team and the kind of link to it, as target of a line; one that is there already is removed."""

    team: str
    kind: LinkKind
    source: str | None = None
    """The team that the link starts from, where it is not the one that the line is drawn from."""


class OnScenario(Struct, frozen=True):
    """The tab of another scenario, by its id, which takes nothing: layouts are not shared."""

    scenario: str


Target: TypeAlias = OnSeat | OnTeam | OnBench | OnCanvas | InGap | BetweenSeats | ByLink | OnScenario


class Outcome(Struct, frozen=True):
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

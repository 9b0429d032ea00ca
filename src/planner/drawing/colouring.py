"""What the colours of seats tell: roles, findings, load or vacancies, with the words for a legend."""

from enum import StrEnum
from math import fsum
from typing import Final, NamedTuple

from msgspec import Struct

from planner.domain import Seat
from planner.domain.shares import share_held
from planner.drawing.worst import Worst
from planner.messages import Message, message
from planner.placement import Placement

_FULL: Final = 0.9
"""Whoever gives so much of their capacity counts as fully planned."""


class ColourBy(StrEnum):
    """What colours tell."""

    ROLE = "role"
    FINDINGS = "findings"
    LOAD = "load"
    VACANCIES = "vacancies"


class Shade(NamedTuple):
    """How a seat is coloured: a token, and whether its block is hollow."""

    colour: str
    hollow: bool = False


_VACANT: Final = Shade("edge", hollow=True)
_PLAIN: Final = Shade("connector")
_SEVERITY: Final = {
    "problem": Shade("problem"),
    "warning": Shade("warning-icon"),
    "note": Shade("note"),
}

LEGENDS: Final[dict[ColourBy, tuple[tuple[Shade, Message], ...]]] = {
    ColourBy.ROLE: (),
    ColourBy.FINDINGS: (
        (_SEVERITY["problem"], message("Problem")),
        (_SEVERITY["warning"], message("Warning")),
        (_SEVERITY["note"], message("Note")),
        (_PLAIN, message("Not in a finding")),
    ),
    ColourBy.LOAD: (
        (Shade("problem"), message("Over capacity")),
        (Shade("good"), message("Fully planned")),
        (_PLAIN, message("Has time left")),
        (_VACANT, message("Vacant")),
    ),
    ColourBy.VACANCIES: (
        (Shade("warning-icon", hollow=True), message("Vacant")),
        (_PLAIN, message("Filled")),
    ),
}


class Colouring(Struct, frozen=True, eq=False):
    """Gives the shade of every seat of a placement."""

    by: ColourBy
    placement: Placement
    worst: Worst

    def shade(self, seat: Seat) -> Shade:
        """The shade of a seat."""
        match self.by:
            case ColourBy.FINDINGS:
                severity = self.worst.seats.get(seat.id)
                found = _SEVERITY[severity] if severity else _PLAIN
                return found._replace(hollow=not seat.is_filled)
            case ColourBy.LOAD:
                return self._load(seat.person)
            case ColourBy.VACANCIES:
                return _PLAIN if seat.is_filled else Shade("warning-icon", hollow=True)
            case _:
                return Shade(f"chip:{seat.function.value}", hollow=not seat.is_filled)

    def _load(self, person: str | None) -> Shade:
        placement = self.placement
        who = placement.project.people.get(person)
        if who is None or person is None:
            return _VACANT
        if person in placement.holdings.over:
            return Shade("problem")
        seats = placement.scenario.seats
        given = fsum(share_held(seats[seat]) for seat in placement.holdings.by_person.get(person, ()))
        return Shade("good") if given >= _FULL * who.capacity else _PLAIN

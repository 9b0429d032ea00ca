"""Measures what a team's texts need, so that its box can be sized without a device."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from msgspec import Struct, field

from planner.domain import Function, Person, Rows, Seat, Team
from planner.messages import Message
from planner.placement.settings import CARD_END, CARD_TEXT
from planner.placement.wording import VACANT, card_role, card_share, filled_of_all
from planner.typography import Style
from planner.typography.scale import CARD_NAME, CARD_ROLE, SHARE

FULL = 1.0 - 1e-9
OTHER = Function.OTHER
PILL_PADDING = 6.0
PILL_ICON = 14.0  # the octagon of somebody planned beyond their capacity, with its gap
PILL_GAP = 4.0
VACANT_ICON = 26.0  # the person-plus icon at the right of a vacant seat, with its gap


class Ruler(Protocol):
    """Measures and breaks text; `planner.typography.Fonts` is one."""

    def width(self, text: str, style: Style) -> float:
        """The width of one line, in px."""
        ...

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        """The text in lines no wider than ``width``."""
        ...

    def elided(self, text: str, style: Style, width: float) -> str:
        """The text, cut with "…" where it is wider than ``width``."""
        ...


class Measure(Struct, eq=False):
    """A ruler that remembers what comes again and again, and the language that texts are written in."""

    fonts: Ruler
    say: Callable[[Message], str] = str
    _known: dict[tuple[str, float, str], float] = field(default_factory=dict)
    _names: dict[str, float] = field(default_factory=dict)
    _roles: dict[Function, float] = field(default_factory=dict)
    _counts: dict[tuple[int, int, bool], str] = field(default_factory=dict)
    _pills: dict[tuple[float, bool], float] = field(default_factory=dict)
    _vacant: float | None = None

    def width(self, text: str, style: Style) -> float:
        """The width of a text that is likely to come again."""
        key = (style.name, style.size, text)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self.fonts.width(text, style)
        return known

    def lines(self, text: str, style: Style, needed: float, room: float) -> tuple[str, ...]:
        """A text in lines no wider than ``room``, where ``needed`` is its width in one line."""
        if needed <= room and text.isprintable() and text[-1:] != " ":
            return (text,)
        return tuple(self.fonts.lines(text, style, room))

    def count(self, filled: int, seats: int, *, paper: bool) -> str:
        """How many of a team's seats are filled, in words that are written once."""
        known = self._counts.get((filled, seats, paper))
        if known is None:
            known = self.say(filled_of_all(filled, seats, paper=paper))
            self._counts[filled, seats, paper] = known
        return known

    def pill(self, seat: Seat, *, over: bool) -> float:
        """The width of a seat's share pill; 0 where it has none."""
        share = seat.share
        if share is None or (share >= FULL and not over):
            return 0.0
        known = self._pills.get((share, over))
        if known is None:
            text = self.fonts.width(self.say(card_share(share)), SHARE)
            known = self._pills[share, over] = 2 * PILL_PADDING + text + (PILL_ICON if over else 0.0)
        return known

    def cards(self, seats: Sequence[Seat], people: Rows[Person], over: frozenset[str]) -> tuple[float, ...]:
        """The width that each card needs to show name and role each on one line.

        Most cards of a plan show a name and one of eleven words, both known from before: this loop is what
        placing 10,000 seats spends its time in.
        """
        names, roles = self._names, self._roles
        needed = []
        for seat in seats:
            who, share = seat.person, seat.share
            known = people.get(who)
            if (
                known is None
                or share is None
                or seat.title
                or who in over
                or (function := seat.function) is OTHER
            ):
                needed.append(self.card(seat, known, over=who in over))
                continue
            width, role = names.get(known.name), roles.get(function)
            if width is None or role is None:
                needed.append(self.card(seat, known, over=False))
                continue
            if share < FULL:
                pill = self._pills.get((share, False))
                role += PILL_GAP - 2.0 + (self.pill(seat, over=False) if pill is None else pill)
            needed.append(CARD_TEXT + (role if role > width else width) + CARD_END)
        return tuple(needed)

    def card(self, seat: Seat, person: Person | None, *, over: bool) -> float:
        """The width that one card needs."""
        role = self._role(seat, person)
        if person is None:
            if self._vacant is None:
                self._vacant = self.fonts.width(self.say(VACANT), CARD_NAME)
            return CARD_TEXT + max(role, self._vacant) + VACANT_ICON + CARD_END
        name = self._names.get(person.name)
        if name is None:
            name = self._names[person.name] = self.fonts.width(person.name, CARD_NAME)
        if over or (seat.share is not None and seat.share < FULL):
            # A pill stands 2 px nearer to the edge than text.
            role += PILL_GAP + self.pill(seat, over=over) - 2.0
        return CARD_TEXT + max(name, role) + CARD_END

    def _role(self, seat: Seat, person: Person | None) -> float:
        if seat.title or seat.function is OTHER:
            return self.width(self.say(card_role(seat, person)), CARD_ROLE)
        width = self._roles.get(seat.function)
        if width is None:
            width = self.width(self.say(card_role(seat, person)), CARD_ROLE)
            self._roles[seat.function] = width
        return width


class CardText(Struct, frozen=True):
    """The lines of a card: the name's, the role's."""

    name: tuple[str, ...]
    role: tuple[str, ...]


def card_text(measure: Measure, seat: Seat, person: Person | None, *, over: bool, width: float) -> CardText:
    """A card's texts in lines that fit a width; nothing is cut."""
    name = person.name if person is not None else measure.say(VACANT)
    role = measure.say(card_role(seat, person))
    room = width - CARD_TEXT - CARD_END
    beside = measure.pill(seat, over=over) if person is not None else VACANT_ICON
    role_room = room - (beside + (PILL_GAP - 2.0 if person is not None else 0.0) if beside else 0.0)
    return CardText(
        tuple(measure.fonts.lines(name, CARD_NAME, room)),
        tuple(measure.fonts.lines(role, CARD_ROLE, max(role_room, 24.0))),
    )


class Folded(NamedTuple):
    """What a collapsed team hides: its own seats and those of the teams below it."""

    filled: int
    seats: int
    teams: int


class Roster(NamedTuple):
    """A team with what its box shows: its seats in order, who holds them, who is planned beyond capacity."""

    team: Team
    seats: Sequence[Seat]
    people: Rows[Person]
    over: frozenset[str]
    alone: bool = False
    folded: Folded | None = None

    def holder(self, seat: Seat) -> Person | None:
        """Who holds a seat."""
        return self.people.get(seat.person)

    def is_over(self, seat: Seat) -> bool:
        """Whether the seat's holder is planned beyond their capacity."""
        return seat.person in self.over

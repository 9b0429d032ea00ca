"""The texts that cards and team headers show, so that what is measured is what is drawn."""

from collections.abc import Callable
from typing import Final

from planner.domain import Function, Kind, Person, Rows, Seat, Team
from planner.messages import Message, Share, counted, message

VACANT: Final = message("Vacant")
ML_ROLES: Final = message("ML roles")
PARTNER_FUNCTIONS: Final = message("Partner functions")
SERVES: Final = message("serves")


def card_role(seat: Seat, person: Person | None) -> Message:
    """The second line of a card: the seat's own title, else what it does.

    A seat for *other* says the title of who holds it: that tells more.
    """
    if seat.title.strip():
        return message("{title}", title=seat.title.strip())
    if seat.function is Function.OTHER and person is not None and person.title.strip():
        return message("{title}", title=person.title.strip())
    return message(seat.function.label)


def card_share(share: float) -> Message:
    """The share pill's text."""
    return message("{share}", share=Share(share))


def filled_of_all(filled: int, seats: int, *, paper: bool) -> Message:
    """How many of a team's seats are filled; paper has room for words."""
    text = "{filled} of {seats} filled" if paper else "{filled}/{seats}"
    return message(text, filled=filled, seats=seats)


def teams_hidden(teams: int) -> Message:
    """What a collapsed team says of those below it."""
    return counted("{count} team below", "{count} teams below", teams)


def header_lines(
    team: Team, people: Rows[Person], say: Callable[[Message], str], *, paper: bool
) -> list[str]:
    """What stands below a team's name: its purpose or product, else its lead; paper shows both.

    A product that only repeats the name says nothing more.
    """
    lines: list[str] = []
    says = " ".join((team.purpose.strip() or team.product.strip()).split())
    if says and says != team.name:
        lines.append(says)
    lead = people.get(team.lead)
    if lead is not None and (paper or not lines):
        lines.append(say(message("Led by {name}", name=lead.name)))
    return lines


def is_head_box(team: Team, seats: int) -> bool:
    """Whether a team is drawn as a head box: a group that holds no seats."""
    return team.kind is Kind.GROUP and seats == 0

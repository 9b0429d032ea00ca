"""Chooses whom to take of a roster that lists a whole company."""

from collections.abc import Mapping, Sequence
from enum import Enum

from msgspec.structs import replace

from planner.domain import Function
from planner.exchange.roster.entries import Entry
from planner.exchange.roster.report import Notes
from planner.messages import counted


class Whom(Enum):
    """Everyone, those with a role or a partner function, or those with one of the six roles."""

    EVERYONE = "everyone"
    FUNCTIONS = "functions"
    ROLES = "roles"

    @property
    def label(self) -> str:
        """What the choice is called."""
        return _LABELS[self]

    def wants(self, entry: Entry) -> bool:
        """Whether an entry is one of those."""
        match self:
            case Whom.EVERYONE:
                return True
            case Whom.FUNCTIONS:
                return any(function is not Function.OTHER for function in entry.person.roles)
            case _:
                return any(function.is_role for function in entry.person.roles)


_LABELS = {
    Whom.EVERYONE: "Everyone",
    Whom.FUNCTIONS: "ML roles and partners",
    Whom.ROLES: "ML roles only",
}


def chosen(entries: Sequence[Entry], manager: Mapping[int, int], whom: Whom, notes: Notes) -> list[Entry]:
    """The entries, of which those that are not wanted only pass the hierarchy on; direct managers stay."""
    wanted = {place for place, entry in enumerate(entries) if entry.kept and whom.wants(entry)}
    wanted |= {manager[place] for place in wanted if place in manager}
    left = [place for place, entry in enumerate(entries) if entry.kept and place not in wanted]
    if left:
        said = counted(
            "{count} row names none of these functions and was left out.",
            "{count} rows name none of these functions and were left out.",
            len(left),
        )
        notes.note([entries[place].row for place in left], said)
    gone = set(left)
    return [replace(entry, kept=entry.kept and place not in gone) for place, entry in enumerate(entries)]

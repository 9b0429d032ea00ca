"""What was understood of a roster so far, or why nothing was; no widgets, only values."""

from msgspec import Struct

from planner.errors import PlannerError
from planner.exchange import roster
from planner.exchange.roster import Column, Import, NoNamesError, Roster, Whom, Wishes
from planner.guidance import Pack


class Understood(Struct, frozen=True):
    """A roster, its columns with the fields they are read as, and what became of it.

    ``imported`` is None while that makes no list of people; ``refusal`` says why.
    """

    roster: Roster
    columns: tuple[Column, ...]
    imported: Import | None
    refusal: str = ""


def understood(read: Roster, pack: Pack) -> Understood:
    """What the headings tell; raises PlannerError where no choice of columns would bring people."""
    columns = roster.columns_of(read)
    try:
        return Understood(read, columns, roster.understand(read, pack=pack))
    except NoNamesError:
        if not any(column.samples for column in columns):
            raise
        return Understood(read, columns, None, "No column is known to hold names. Choose the one that does.")


def understood_by(read: Roster, pack: Pack, wishes: Wishes, whom: Whom) -> Understood:
    """What the columns tell as somebody reads them, of those who are wanted."""
    columns = roster.columns_of(read, wishes)
    try:
        return Understood(read, columns, roster.understand(read, pack=pack, columns=wishes, whom=whom))
    except NoNamesError:
        return Understood(read, columns, None, "No column holds names. Choose the one that does.")
    except PlannerError as refusal:
        return Understood(read, columns, None, str(refusal))

"""What the palette lists: one entry for everything that can be done or gone to from it."""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from planner.app.palette.matching import Words
from planner.domain import Function


class Kind(StrEnum):
    """What an entry is; the value is the word for it at the right of its row."""

    COMMAND = "Command"
    PERSON = "Person"
    TEAM = "Team"
    FINDING = "Finding"
    SCENARIO = "Scenario"
    SELECT = "Select"


def _nothing() -> str:
    return ""


class Entry(Struct, frozen=True, eq=False):
    """One thing to do, and how its row looks.

    ``key`` is the same at every start of the program. ``detail`` is asked when the row is seen. ``state``
    is On or Off for what is switched, ``keys`` its shortcut, ``refusal`` why it cannot be done now.
    """

    key: str
    kind: Kind
    name: str
    run: Callable[[], object]
    detail: Callable[[], str] = _nothing
    aside: str = ""
    function: Function | None = None
    icon: str = ""
    severity: str = ""
    keys: str = ""
    state: str = ""
    refusal: str = ""

    @property
    def words(self) -> Words["Entry"]:
        """What it is found by."""
        return Words.of(self, self.name, self.aside)

    @property
    def said(self) -> str:
        """The row as a sentence for those who hear it."""
        parts = (
            self.name,
            self.kind.value.lower(),
            self.state.lower(),
            self.detail(),
            self.keys,
            self.refusal,
        )
        return ", ".join(part for part in parts if part)

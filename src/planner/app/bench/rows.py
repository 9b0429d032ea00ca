"""Rows of the bench as they stand under each other: sections, cards and compact rows."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from typing import Final

from msgspec import Struct

from planner.app.bench.places import Entry, Filter, Places, Section
from planner.domain import Scenario
from planner.messages import Message, message
from planner.typography.scale import SMALL

SHOWN_AT_FIRST: Final = 5
"""Assigned people shown before "Show all"."""


class Kind(StrEnum):
    """How a row is drawn."""

    SECTION = "section"
    CARD = "card"
    COMPACT = "compact"
    MORE = "more"
    NOTE = "note"


HEIGHTS: Final = {Kind.SECTION: 36, Kind.CARD: 48, Kind.COMPACT: 27, Kind.MORE: 27, Kind.NOTE: 37}


class Row(Struct, frozen=True):
    """One row; a section has a count and may be folded, a note and *Show all* have words."""

    kind: Kind
    section: Section
    entry: Entry | None = None
    count: int = 0
    folded: bool = False
    words: Message | None = None
    lines: int = 1
    """How many lines a note takes, which depends on the width of the bench."""

    @property
    def height(self) -> int:
        """Its height in logical pixels at 100% text."""
        return HEIGHTS[self.kind] + (self.lines - 1) * round(SMALL.line_height)

    @property
    def key(self) -> tuple[str, str]:
        """What the row is, the same after a change of the plan."""
        return (self.kind.value, self.entry.person.id if self.entry else self.section.value)


class Rows:
    """Rows with their places, in logical pixels from the top of the first."""

    def __init__(self, rows: Sequence[Row] = ()) -> None:
        self.rows = tuple(rows)
        self._tops = list(accumulate([row.height for row in rows], initial=0))

    @cached_property
    def _places(self) -> dict[tuple[str, str], int]:
        """Where each row stands by its key, which nobody asks while the bench has no focus."""
        return {row.key: place for place, row in enumerate(self.rows)}

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, place: int) -> Row:
        return self.rows[place]

    @property
    def height(self) -> int:
        """The height of all rows."""
        return self._tops[-1]

    def top(self, place: int) -> int:
        """Where a row begins."""
        return self._tops[place]

    def at(self, y: float) -> int | None:
        """Which row stands at a height, None below the last and above the first."""
        place = bisect_right(self._tops, y) - 1
        return place if 0 <= place < len(self.rows) else None

    def between(self, top: float, bottom: float) -> range:
        """The places of the rows that are seen from one height to another."""
        first = max(0, bisect_right(self._tops, top) - 1)
        last = min(len(self.rows), bisect_right(self._tops, bottom))
        return range(first, last)

    def place_of(self, key: tuple[str, str]) -> int | None:
        """Where a row stands now."""
        return self._places.get(key)

    def of_person(self, person: str) -> int | None:
        """Where a person stands, None when they are folded away or filtered out."""
        for kind in (Kind.CARD, Kind.COMPACT):
            place = self._places.get((kind.value, person))
            if place is not None:
                return place
        return None


def rows_of(
    places: Places,
    scenario: Scenario,
    *,
    chosen: Filter,
    folded: frozenset[Section],
    all_assigned: bool,
) -> Rows:
    """Put the people who are to be shown under their sections; a section without people is left out."""
    rows: list[Row] = []
    sections = _chosen(places, scenario, chosen) if chosen else None
    for section in Section:
        count = len(sections[section]) if sections is not None else places.size(section)
        if not count:
            continue
        rows.append(Row(Kind.SECTION, section, count=count, folded=section in folded))
        if section in folded:
            continue
        is_cut = section is Section.ASSIGNED and not (all_assigned or chosen) and count > SHOWN_AT_FIRST + 1
        shown = SHOWN_AT_FIRST if is_cut else count
        entries = sections[section] if sections is not None else places.first_in(section, shown)
        kind = Kind.COMPACT if section is Section.ASSIGNED else Kind.CARD
        rows.extend([Row(kind, section, entry) for entry in entries])
        if is_cut:
            rows.append(Row(Kind.MORE, section, count=count, words=message("Show all {count}", count=count)))
    waiting = {row.section for row in rows} & {Section.UNASSIGNED, Section.PART_TIME}
    if not waiting:
        rows.insert(0, Row(Kind.NOTE, Section.UNASSIGNED, words=_nobody_waits(places, chosen)))
    return Rows(rows)


def _chosen(places: Places, scenario: Scenario, chosen: Filter) -> dict[Section, list[Entry]]:
    """The people whom a filter admits, by section and name."""
    return {
        section: [entry for entry in places.in_section(section) if chosen.admits(entry, scenario)]
        for section in Section
    }


def _nobody_waits(places: Places, chosen: Filter) -> Message:
    if not places.entries:
        return message("No people yet. Add a person, or import a list.")
    if chosen:
        text = chosen.text.strip()
        if text:
            return message("No person called '{text}' is free.", text=text)
        return message("Nobody with this role is free.")
    return message("Everyone has a seat.")

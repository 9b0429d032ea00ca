"""Places know who sits where and who has capacity left, and follow differences in large plans too."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from math import fsum
from typing import Final

from msgspec import Struct, field

from planner.app.controls.folding import has_words
from planner.domain import Difference, Function, Person, Project, Scenario, Seat, Table, Team
from planner.domain.shares import TOLERANCE, share_held

_PARTS: Final = 10**9
"""Free capacity is rounded to so many parts of one FTE; whole numbers add up alike in any order."""


class Section(StrEnum):
    """Where a person stands on the bench."""

    UNASSIGNED = "Unassigned"
    PART_TIME = "Free part-time"
    LEADS = "Leads"
    ASSIGNED = "Assigned"

    __hash__ = str.__hash__


class Entry(Struct, frozen=True):
    """A person as the bench shows them; ``free`` is in FTE, ``seats`` are largest share first."""

    person: Person
    section: Section
    free: float
    seats: tuple[Seat, ...]

    @property
    def function(self) -> Function:
        """The function that their chip shows: what they do most, else what they would do."""
        return self.seats[0].function if self.seats else self.person.main_function

    @property
    def order(self) -> tuple[str, str]:
        """By name, and by id among namesakes."""
        return self.person.name.casefold(), self.person.id


class Places(Struct):
    """Everybody's entry in one scenario, by person id."""

    scenario_id: str
    entries: dict[str, Entry] = field(default_factory=dict)
    _seats: dict[str, dict[str, Seat]] = field(default_factory=dict)
    _leads: dict[str, set[str]] = field(default_factory=dict)
    _sections: dict[Section, list[tuple[str, str]]] = field(
        default_factory=lambda: {section: [] for section in Section}
    )
    """The order of everybody in each section; the second of each pair is the person's id."""
    _free: int = 0
    _functions: Counter[Function | None] = field(default_factory=Counter)

    @classmethod
    def of(cls, project: Project, scenario_id: str) -> "Places":
        """Look at a whole scenario."""
        made = cls(scenario_id)
        scenario = project.scenarios[scenario_id]
        made._take(scenario.seats, scenario.teams)
        made.entries = {person.id: made._entry(person) for person in project.people}
        made._count_all()
        for section in made._sections.values():
            section.sort()
        return made

    def follow(self, project: Project, difference: Difference) -> None:
        """Look again at those whom a difference touches."""
        touched: set[str] = set()
        for change in difference.of_scenario(self.scenario_id):
            if change.table is Table.SCENARIOS:
                self._take_over(Places.of(project, self.scenario_id))
                return
            for row, present in ((change.before, False), (change.after, True)):
                match row:
                    case Seat() if row.person is not None:
                        self._note_seat(row, present=present)
                        touched.add(row.person)
                    case Team() if row.lead is not None:
                        self._note_lead(row, present=present)
                        touched.add(row.lead)
                    case Person():
                        touched.add(row.id)
        for key in touched:
            person = project.people.get(key)
            self._put(key, self._entry(person) if person is not None else None)

    def in_section(self, section: Section) -> list[Entry]:
        """The entries of a section by name."""
        return [self.entries[person] for _, person in self._sections[section]]

    def first_in(self, section: Section, most: int) -> list[Entry]:
        """The first few entries of a section by name."""
        return [self.entries[person] for _, person in self._sections[section][:most]]

    def size(self, section: Section) -> int:
        """How many people stand in a section."""
        return len(self._sections[section])

    @property
    def free(self) -> float:
        """The capacity left of everybody but those who lead without a seat, in FTE."""
        return self._free / _PARTS

    def count(self, function: Function) -> int:
        """How many people have a function as their main one; nobody is counted without a role."""
        return self._functions[function]

    @property
    def counts(self) -> dict[Function, int]:
        """How many people have each function as their main one; those without a role are others."""
        counts = Counter[Function]()
        for function, count in self._functions.items():
            counts[function if function is not None else Function.OTHER] += count
        return dict(+counts)

    def _put(self, key: str, entry: Entry | None) -> None:
        """Take somebody's new entry in the old one's place; None when they are gone."""
        before = self.entries.get(key)
        if before is not None:
            section = self._sections[before.section]
            del section[bisect_left(section, before.order)]
            self._count(before, -1)
        if entry is None:
            self.entries.pop(key, None)
            return
        self.entries[key] = entry
        insort(self._sections[entry.section], entry.order)
        self._count(entry, 1)

    def _count_all(self) -> None:
        """Note everybody's section and sum them up; the same as ``_count`` of each, in half the time."""
        sections, free = self._sections, 0
        for entry in self.entries.values():
            sections[entry.section].append(entry.order)
            if entry.free and entry.section is not Section.LEADS:
                free += round(entry.free * _PARTS)
        self._free = free
        people = (entry.person.roles for entry in self.entries.values())
        self._functions = Counter([roles[0] if roles else None for roles in people])

    def _count(self, entry: Entry, times: int) -> None:
        if entry.section is not Section.LEADS:
            self._free += times * round(entry.free * _PARTS)
        self._functions[entry.person.roles[0] if entry.person.roles else None] += times

    def _take_over(self, other: "Places") -> None:
        self.entries, self._seats, self._leads = other.entries, other._seats, other._leads
        self._sections, self._free, self._functions = other._sections, other._free, other._functions

    def _take(self, seats: Iterable[Seat], teams: Iterable[Team]) -> None:
        by_person = self._seats
        for seat in seats:
            if (person := seat.person) is not None:
                held = by_person.get(person)
                if held is None:
                    by_person[person] = {seat.id: seat}
                else:
                    held[seat.id] = seat
        for team in teams:
            if team.lead is not None:
                self._note_lead(team, present=True)

    def _note_seat(self, seat: Seat, *, present: bool) -> None:
        held = self._seats.setdefault(seat.person or "", {})
        if present:
            held[seat.id] = seat
        else:
            held.pop(seat.id, None)

    def _note_lead(self, team: Team, *, present: bool) -> None:
        led = self._leads.setdefault(team.lead or "", set())
        if present:
            led.add(team.id)
        else:
            led.discard(team.id)

    def _entry(self, person: Person) -> Entry:
        held = self._seats.get(person.id)
        seats = tuple(held.values()) if held else ()
        if len(seats) == 1:  # as most have: of 50,000 people that is worth a line
            given = share_held(seats[0])
        else:
            seats = tuple(sorted(seats, key=lambda seat: (-share_held(seat), seat.id)))
            given = fsum(map(share_held, seats))
        free = round(person.capacity - given, 9)
        free = free if free > TOLERANCE else 0.0
        if seats:
            section = Section.PART_TIME if free else Section.ASSIGNED
        else:
            section = Section.LEADS if self._leads.get(person.id) else Section.UNASSIGNED
        return Entry(person, section, free, seats)


class Filter(Struct, frozen=True):
    """Which people the bench shows: those whose words hold a text, and whose main function is chosen."""

    text: str = ""
    functions: frozenset[Function] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.functions)

    def admits(self, entry: Entry, scenario: Scenario) -> bool:
        """Whether a person is shown; the text is looked for in name, title, roles, skills and teams."""
        if self.functions and entry.person.main_function not in self.functions:
            return False
        return not self.text.strip() or has_words(_words(entry, scenario), self.text)


def _words(entry: Entry, scenario: Scenario) -> str:
    person = entry.person
    teams = (scenario.teams[seat.team].name for seat in entry.seats)
    return " ".join(
        (person.name, person.title, *(role.label for role in person.roles), *person.skills, *teams)
    )

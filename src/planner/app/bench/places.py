"""Places know who sits where and who has capacity left, and follow differences in large plans too."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum

from planner.domain import Difference, Function, Person, Project, Scenario, Seat, Table, Team
from planner.domain.shares import TOLERANCE, share_held


class Section(StrEnum):
    """Where a person stands on the bench."""

    UNASSIGNED = "Unassigned"
    PART_TIME = "Free part-time"
    LEADS = "Leads"
    ASSIGNED = "Assigned"


@dataclass(frozen=True, slots=True)
class Entry:
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


@dataclass(slots=True)
class Places:
    """Everybody's entry in one scenario, by person id."""

    scenario_id: str
    entries: dict[str, Entry] = field(default_factory=dict)
    _seats: dict[str, dict[str, Seat]] = field(default_factory=dict)
    _leads: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project, scenario_id: str) -> "Places":
        """Look at a whole scenario."""
        made = cls(scenario_id)
        scenario = project.scenarios[scenario_id]
        made._take(scenario.seats, scenario.teams)
        made.entries = {person.id: made._entry(person) for person in project.people}
        return made

    def follow(self, project: Project, difference: Difference) -> None:
        """Look again at those whom a difference touches."""
        touched: set[str] = set()
        for change in difference.of_scenario(self.scenario_id):
            if change.table is Table.SCENARIOS:
                fresh = Places.of(project, self.scenario_id)
                self.entries, self._seats, self._leads = fresh.entries, fresh._seats, fresh._leads
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
            if person is None:
                self.entries.pop(key, None)
            else:
                self.entries[key] = self._entry(person)

    def in_section(self, section: Section, people: Iterable[Entry] | None = None) -> list[Entry]:
        """The entries of a section by name."""
        among = self.entries.values() if people is None else people
        return sorted((each for each in among if each.section is section), key=_by_name)

    @property
    def free(self) -> float:
        """The capacity left of everybody but those who lead without a seat, in FTE."""
        return fsum(each.free for each in self.entries.values() if each.section is not Section.LEADS)

    def count(self, function: Function) -> int:
        """How many people have a function as their main one; nobody is counted without a role."""
        return sum(1 for each in self.entries.values() if each.person.roles[:1] == (function,))

    def _take(self, seats: Iterable[Seat], teams: Iterable[Team]) -> None:
        for seat in seats:
            if seat.person is not None:
                self._note_seat(seat, present=True)
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
        seats = tuple(sorted(held.values(), key=lambda seat: (-share_held(seat), seat.id))) if held else ()
        free = round(person.capacity - fsum(map(share_held, seats)), 9)
        free = free if free > TOLERANCE else 0.0
        if seats:
            section = Section.PART_TIME if free else Section.ASSIGNED
        else:
            section = Section.LEADS if self._leads.get(person.id) else Section.UNASSIGNED
        return Entry(person, section, free, seats)


def _by_name(entry: Entry) -> tuple[str, str]:
    return entry.order


@dataclass(frozen=True, slots=True)
class Filter:
    """Which people the bench shows: those whose words hold a text, and whose main function is chosen."""

    text: str = ""
    functions: frozenset[Function] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.functions)

    def admits(self, entry: Entry, scenario: Scenario) -> bool:
        """Whether a person is shown; the text is looked for in name, title, roles, skills and teams."""
        if self.functions and entry.person.main_function not in self.functions:
            return False
        wanted = self.text.strip().casefold()
        return not wanted or all(word in _words(entry, scenario) for word in wanted.split())


def _words(entry: Entry, scenario: Scenario) -> str:
    person = entry.person
    teams = (scenario.teams[seat.team].name for seat in entry.seats)
    return " ".join(
        (person.name, person.title, *(role.label for role in person.roles), *person.skills, *teams)
    ).casefold()

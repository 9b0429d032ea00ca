"""Keeps who holds which seats and which seats are a team's, and tells what an edit touched."""

from collections.abc import Iterable
from math import fsum

from msgspec import Struct, field

from planner.domain import Edited, Person, Project, Rows, Scenario, Seat, Table, Team
from planner.domain.difference import Change
from planner.domain.layered import Layered
from planner.domain.shares import TOLERANCE, share_held


class Touched(Struct):
    """What an edit touched: teams whose boxes must be looked at, the hierarchy, the links."""

    teams: set[str] = field(default_factory=set)
    structure: bool = False
    links: bool = False


class Holdings(Struct, frozen=True, eq=False):
    """Seat ids by team (in order) and by person, and who is planned beyond their capacity."""

    by_team: dict[str, tuple[str, ...]]
    by_person: Layered[str, tuple[str, ...]]
    over: frozenset[str]

    @classmethod
    def of(cls, project: Project, scenario: Scenario) -> "Holdings":
        """Look at all seats once."""
        by_team: dict[str, list[str]] = {}
        by_person: dict[str, tuple[str, ...]] = {}
        shares: dict[str, float] = {}
        for seat in scenario.seats:
            key, person = seat.id, seat.person
            if seat.team in by_team:
                by_team[seat.team].append(key)
            else:
                by_team[seat.team] = [key]
            if person is None:
                continue
            if person in by_person:
                by_person[person] = (*by_person[person], key)
                shares[person] += seat.share or 0.0
            else:
                by_person[person] = (key,)
                shares[person] = seat.share or 0.0
        over = [who.id for who in project.people if shares.get(who.id, 0.0) > who.capacity + TOLERANCE]
        return cls({team: tuple(ids) for team, ids in by_team.items()}, Layered(by_person), frozenset(over))

    def after(self, edited: Edited, scenario_id: str) -> "tuple[Holdings, Touched | None]":
        """The holdings after an edit, and what it touched; None where all has to be looked at afresh."""
        touched, notes = Touched(), _Notes()
        for change in edited.difference.of_scenario(scenario_id):
            if change.table is Table.SCENARIOS and (change.before is None or change.after is None):
                return self, None
            notes.take(change, touched)
        if not (notes.seats or notes.people):
            return self, touched
        scenario = edited.project.scenarios[scenario_id]
        by_team = self._regrouped(scenario, notes)
        by_person = self._reheld(notes.seats)
        over = self._over(edited.project, scenario, by_person, notes.people, touched)
        for person in notes.renamed:
            touched.teams.update(scenario.seats[seat].team for seat in by_person.get(person, ()))
        if notes.renamed:
            touched.teams.update(team.id for team in scenario.teams if team.lead in notes.renamed)
        return Holdings(by_team, by_person, over), touched

    def _regrouped(self, scenario: Scenario, notes: "_Notes") -> dict[str, tuple[str, ...]]:
        if not notes.regroup:
            return self.by_team
        rows = scenario.seats
        mine = {seat.id: seat.team for team in notes.regroup for seat in rows.where("team", team)}
        found: dict[str, list[str]] = {team: [] for team in notes.regroup}
        for seat in self._in_order(rows, mine, notes):
            found[mine[seat]].append(seat)
        by_team = self.by_team.copy()
        by_team.update({team: tuple(ids) for team, ids in found.items()})
        for team, ids in found.items():
            if not ids:
                del by_team[team]
        return by_team

    def _in_order(self, rows: Rows[Seat], mine: dict[str, str], notes: "_Notes") -> Iterable[str]:
        """The seats of some teams in their order: as they stood, and then those added behind all others."""
        stood = [seat for team in notes.regroup for seat in self.by_team.get(team, ())]
        added = mine.keys() - stood
        last = [str(key) for key in rows.order[len(rows) - len(added) :]]
        if notes.reordered or added != set(last):
            return [str(key) for key in rows.order if key in mine]
        return [*(seat for seat in stood if seat in mine), *last]

    def _reheld(self, changes: Iterable[Change]) -> Layered[str, tuple[str, ...]]:
        held: dict[str, tuple[str, ...]] = {}
        for change in changes:
            before, after = change.before, change.after
            if isinstance(before, Seat) and before.person is not None:
                mine = self._held_by(before.person, held)
                held[before.person] = tuple([seat for seat in mine if seat != before.id])
            if isinstance(after, Seat) and after.person is not None:
                held[after.person] = (*self._held_by(after.person, held), after.id)
        return self.by_person.with_changes(held)

    def _held_by(self, person: str, changed: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
        return changed[person] if person in changed else self.by_person.get(person, ())

    def _over(
        self,
        project: Project,
        scenario: Scenario,
        by_person: Layered[str, tuple[str, ...]],
        people: set[str],
        touched: Touched,
    ) -> frozenset[str]:
        over = self.over
        for person in people:
            known = project.people.get(person)
            seats = [scenario.seats[seat] for seat in by_person.get(person, ())]
            now = known is not None and _is_over(known, seats)
            if now != (person in over):
                over = over | {person} if now else over - {person}
                touched.teams.update(seat.team for seat in seats)
        return over


class _Notes:
    """What the changes of one difference say, table by table."""

    def __init__(self) -> None:
        self.seats: list[Change] = []
        self.regroup: set[str] = set()
        self.reordered = False
        """Whether a seat that stays may stand elsewhere among those of its team."""
        self._gone: set[str] = set()
        self.people: set[str] = set()
        self.renamed: set[str] = set()

    def take(self, change: Change, touched: Touched) -> None:
        """Note one change."""
        before, after = change.before, change.after
        if change.table is Table.SEATS:
            self._seat(change, before, after, touched)
        elif change.table is Table.TEAMS:
            touched.teams.add(str(change.key))
            if _alters_structure(change):
                touched.structure = True
        elif change.table is Table.LINKS:
            touched.links = touched.structure = True
        elif isinstance(before, Person) or isinstance(after, Person):
            self.people.add(str(change.key))
            self.renamed.add(str(change.key))

    def _seat(self, change: Change, before: object, after: object, touched: Touched) -> None:
        self.seats.append(change)
        rows = [row for row in (before, after) if isinstance(row, Seat)]
        teams = {row.team for row in rows}
        touched.teams |= teams
        if len(rows) == 1 or len(teams) > 1 or change.was_at is not None:
            self.regroup |= teams
        moved = len(teams) > 1 or (len(rows) > 1 and change.was_at is not None)
        if moved or (after is not None and change.key in self._gone):
            self.reordered = True
        if after is None:
            self._gone.add(str(change.key))
        self.people.update(row.person for row in rows if row.person is not None)


def _alters_structure(change: Change) -> bool:
    before, after = change.before, change.after
    if not isinstance(before, Team) or not isinstance(after, Team):
        return True
    moved = change.was_at is not None
    return moved or before.parent != after.parent or before.kind is not after.kind


def _is_over(person: Person, seats: Iterable[Seat]) -> bool:
    return fsum(map(share_held, seats)) > person.capacity + TOLERANCE

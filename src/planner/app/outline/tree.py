"""Says what stands below what in the outline, and follows differences; no widgets, only keys."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct, field

from planner.domain import Change, Difference, Person, Project, Scenario, Seat, Table, Team
from planner.placement.hierarchy import Hierarchy, hierarchy

Key = tuple[str, str]
"""A row: ("team", id), ("seat", id), ("holder", seat id), ("bench", ""), or ("person", id) on the bench."""

BENCH: Final[Key] = ("bench", "")


class Touched(Struct):
    """What a difference touches: rows whose children may be others (None is the top), rows that say more."""

    parents: set[Key | None] = field(default_factory=set)
    rows: set[Key] = field(default_factory=set)


class Tree:
    """Teams stand as on the chart, below each its seats, then the teams under it; last comes the bench."""

    def __init__(self, project: Project, scenario_id: str) -> None:
        self._project, self.scenario_id = project, scenario_id
        self._teams: Hierarchy
        self._seats: dict[str, tuple[str, ...]] = {}
        self._held: dict[str, frozenset[str]] = {}
        self._bench: tuple[str, ...] | None = None
        self.rebuild(project, scenario_id)

    @property
    def project(self) -> Project:
        """The project as it was looked at last."""
        return self._project

    @property
    def scenario(self) -> Scenario:
        """The scenario that is outlined."""
        return self._project.scenarios[self.scenario_id]

    def rebuild(self, project: Project, scenario_id: str) -> None:
        """Look at a whole scenario."""
        self._project, self.scenario_id = project, scenario_id
        scenario = self.scenario
        self._teams = hierarchy(scenario.teams, scenario.links)
        seats: dict[str, list[str]] = {}
        held: dict[str, set[str]] = {}
        for seat in scenario.seats:
            seats.setdefault(seat.team, []).append(seat.id)
            if seat.person is not None:
                held.setdefault(seat.person, set()).add(seat.id)
        self._seats = {team: tuple(ids) for team, ids in seats.items()}
        self._held = {person: frozenset(ids) for person, ids in held.items()}
        self._bench = None

    def below(self, key: Key | None) -> tuple[Key, ...]:
        """The rows below a row, of the top for None."""
        if key is None:
            return (*(("team", team) for team in self._teams.roots), BENCH)
        kind, name = key
        if kind == "team":
            seats = (("seat", seat) for seat in self._seats.get(name, ()))
            return (*seats, *(("team", team) for team in self._teams.children.get(name, ())))
        if kind == "seat":
            seat = self.scenario.seats.get(name)
            return (("holder", name),) if seat is not None and seat.is_filled else ()
        if kind == "bench":
            return tuple(("person", person) for person in self._without_seat())
        return ()

    def has_below(self, key: Key) -> bool:
        """Whether anything stands below a row, without listing it."""
        kind, name = key
        if kind == "team":
            return bool(self._seats.get(name) or self._teams.children.get(name))
        if kind == "bench":
            return any(person.id not in self._held for person in self._project.people)
        return bool(self.below(key))

    def above(self, key: Key) -> Key | None:
        """The row above a row, None at the top; KeyError for what the scenario does not have."""
        kind, name = key
        if kind == "team":
            team = self._teams.above[name]
            return ("team", team) if team is not None else None
        if kind == "seat":
            return ("team", self.scenario.seats[name].team)
        if kind == "holder":
            return ("seat", name)
        return BENCH if kind == "person" else None

    def __contains__(self, key: object) -> bool:
        match key:
            case ("team", str(name)):
                return name in self._teams.above
            case ("seat", str(name)):
                return name in self.scenario.seats
            case ("holder", str(name)):
                seat = self.scenario.seats.get(name)
                return seat is not None and seat.is_filled
            case ("person", str(name)):
                return name in self._project.people and name not in self._held
        return key == BENCH

    def seats_of(self, team: str) -> tuple[str, ...]:
        """A team's seats in order."""
        return self._seats.get(team, ())

    def held_by(self, person: str) -> frozenset[str]:
        """The seats that a person holds."""
        return self._held.get(person, frozenset())

    def siblings(self, team: str) -> tuple[str, ...]:
        """The teams that stand beside a team, itself among them."""
        return self._teams.children[self._teams.above[team]]

    def parent_team(self, team: str) -> str | None:
        """The team that a team stands below on the chart."""
        return self._teams.above[team]

    def walk(self) -> Iterator[Key]:
        """All rows from top to bottom, but for the holders, who say no more than their seats."""
        waiting = list(reversed(self.below(None)))
        while waiting:
            key = waiting.pop()
            yield key
            if key[0] != "seat":
                waiting.extend(reversed(self.below(key)))

    def follow(self, project: Project, difference: Difference) -> Touched | None:
        """Look again at what a difference touches; None when everything was looked at anew."""
        changes = tuple(difference.of_scenario(self.scenario_id))
        if any(change.table is Table.SCENARIOS for change in changes):
            self.rebuild(project, self.scenario_id)
            return None
        self._project = project
        touched = Touched()
        regroup: set[str] = set()
        for change in changes:
            self._take(change, touched, regroup)
        self._regroup(regroup)
        if any(change.table in (Table.TEAMS, Table.LINKS) for change in changes):
            self._stand(touched)
        return touched

    def _take(self, change: Change, touched: Touched, regroup: set[str]) -> None:
        for row, present in ((change.before, False), (change.after, True)):
            match row:
                case Seat():
                    regroup.add(row.team)
                    touched.parents |= {("team", row.team), ("seat", row.id)}
                    touched.rows |= {("team", row.team), ("seat", row.id), ("holder", row.id)}
                    if row.person is not None:
                        self._hold(row.person, row.id, present=present)
                        touched.parents.add(BENCH)
                        touched.rows |= self._rows_of(row.person)
                case Team():
                    touched.rows.add(("team", row.id))
                case Person():
                    touched.parents.add(BENCH)
                    touched.rows |= {("person", row.id), *self._rows_of(row.id)}
        if BENCH in touched.parents:
            touched.rows.add(BENCH)
            self._bench = None

    def _hold(self, person: str, seat: str, *, present: bool) -> None:
        held = self._held.get(person, frozenset())
        held = held | {seat} if present else held - {seat}
        if held:
            self._held[person] = held
        else:
            self._held.pop(person, None)

    def _rows_of(self, person: str) -> set[Key]:
        held = self._held.get(person, frozenset())
        return {(kind, seat) for seat in held for kind in ("seat", "holder")}

    def _regroup(self, teams: Iterable[str]) -> None:
        """Find the seats of teams again; one pass over all seats."""
        found: dict[str, list[str]] = {team: [] for team in teams}
        if not found:
            return
        for seat in self.scenario.seats:
            if seat.team in found:
                found[seat.team].append(seat.id)
        for team, ids in found.items():
            if ids:
                self._seats[team] = tuple(ids)
            else:
                self._seats.pop(team, None)

    def _stand(self, touched: Touched) -> None:
        """Find out again which team stands below which."""
        before, self._teams = self._teams, hierarchy(self.scenario.teams, self.scenario.links)
        for team in before.children.keys() | self._teams.children.keys():
            if before.children.get(team) != self._teams.children.get(team):
                touched.parents.add(("team", team) if team is not None else None)

    def _without_seat(self) -> tuple[str, ...]:
        if self._bench is None:
            free = [person for person in self._project.people if person.id not in self._held]
            free.sort(key=lambda person: (person.name.casefold(), person.id))
            self._bench = tuple(person.id for person in free)
        return self._bench

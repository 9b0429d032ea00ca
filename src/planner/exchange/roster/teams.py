"""Makes teams and seats of a hierarchy, or of a team column where nobody has a manager."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Function, Kind, Rows, Seat, Team
from planner.exchange.roster.entries import Entry
from planner.exchange.roster.hierarchy import Hierarchy

LARGEST_OUTSIDE_TEAM = 20
"""Of a manager who is not in the roster, more reports than this stand in teams by department."""

_MODEL_BUILDING = {Function.DATA_SCIENTIST, Function.RESEARCH_SCIENTIST}


class Layout(Struct, frozen=True):
    """Teams and seats, and the places of the entries that found none."""

    teams: Rows[Team]
    seats: Rows[Seat]
    left: tuple[int, ...]


@dataclass(slots=True)
class _Sketch:
    """Teams so far, in the order on screen, and who sits in them."""

    entries: Sequence[Entry]
    teams: dict[str, Team] = field(default_factory=dict)
    members: dict[str, list[int]] = field(default_factory=dict)
    home: dict[int, str] = field(default_factory=dict)
    titles: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        self.titles = Counter(entry.person.title for entry in self.entries)

    def add(self, team: Team, members: Sequence[int]) -> None:
        self.teams[team.id] = team
        self.members[team.id] = list(members)
        self.home.update(dict.fromkeys(members, team.id))

    def layout(self) -> Layout:
        names = _Numbered()
        teams = [
            replace(team, name=names.next(team.name), kind=self._kind(team.id))
            for team in self.teams.values()
        ]
        seats = [
            _seat(self.entries[place], team) for team, places in self.members.items() for place in places
        ]
        leads = {team.lead for team in teams}
        left = tuple(
            place
            for place, entry in enumerate(self.entries)
            if entry.kept and place not in self.home and entry.person.id not in leads
        )
        return Layout(Rows(teams), Rows(seats), left)

    def _kind(self, team: str) -> Kind:
        """A squad when somebody builds models beside another role; a team without seats is only a box."""
        places = self.members[team]
        if not places:
            return Kind.GROUP
        functions = {self.entries[place].person.main_function for place in places}
        roles = {function for function in functions if function.is_role}
        return Kind.SQUAD if roles & _MODEL_BUILDING and len(roles) > 1 else Kind.PARTNER


class _Numbered:
    """Gives a name that stands already a number."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()

    def next(self, name: str) -> str:
        self._met[name] += 1
        return name if self._met[name] == 1 else f"{name} {self._met[name]}"


def teams_of_managers(entries: Sequence[Entry], hierarchy: Hierarchy) -> Layout:
    """One team a manager, who leads it and sits in their own manager's team."""
    sketch = _Sketch(entries)
    departments = _departments(entries, hierarchy)
    for number, (name, places) in enumerate(hierarchy.outside.items(), 1):
        _add_outside(sketch, f"outside {number}", name, places)
        for place in places:
            _add_below(sketch, hierarchy, departments, place, sketch.home.get(place))
    for head in hierarchy.heads:
        if head not in sketch.home:
            _add_below(sketch, hierarchy, departments, head, None)
    return sketch.layout()


def teams_of_column(entries: Sequence[Entry]) -> Layout:
    """One team a name in the team column; whoever has none there is left."""
    sketch = _Sketch(entries)
    places = [place for place, entry in enumerate(entries) if entry.kept]
    for number, (name, members) in enumerate(_by_department(entries, places), 1):
        if name:
            sketch.add(Team(id=f"team {number}", name=name), members)
    return sketch.layout()


def _add_outside(sketch: _Sketch, key: str, name: str, places: list[int]) -> None:
    by_department = _by_department(sketch.entries, places)
    if len(places) <= LARGEST_OUTSIDE_TEAM or len(by_department) < 2:
        sketch.add(Team(id=key, name=name), places)
        return
    sketch.add(Team(id=key, name=name), [place for place in places if not sketch.entries[place].team])
    for number, (department, members) in enumerate(by_department, 1):
        if department:
            sketch.add(Team(id=f"{key}.{number}", name=department, parent=key), members)


def _add_below(
    sketch: _Sketch, hierarchy: Hierarchy, departments: dict[int, str], head: int, parent: str | None
) -> None:
    """The teams of a manager and of all managers below them, each behind the one it stands under."""
    waiting = [(head, parent)]
    while waiting:
        place, above = waiting.pop()
        reports = hierarchy.reports.get(place)
        if reports is None:
            continue
        entry = sketch.entries[place]
        team = Team(
            id=f"team of {entry.person.id}",
            name=departments.get(place) or _name(entry, sketch.titles),
            parent=above,
            lead=None if entry.vacant else entry.person.id,
        )
        sketch.add(team, reports)
        waiting.extend((report, team.id) for report in reversed(reports))


def _name(manager: Entry, titles: Mapping[str, int]) -> str:
    """A team's name after its manager; a post without a name by its title, where no other has that."""
    if not (manager.vacant or manager.undisclosed):
        return f"{manager.person.name}’s team"
    if manager.person.title and titles[manager.person.title] == 1:
        return f"{manager.person.title}’s team"
    return f"Post {manager.key}’s team" if manager.key else f"Team of row {manager.row}"


def _departments(entries: Sequence[Entry], hierarchy: Hierarchy) -> dict[int, str]:
    """Which managers' teams bear the name of a department: theirs and most reports', and of no other team.

    Where managers above one another qualify, the highest has the name; among equals nobody.
    """
    candidates: defaultdict[str, list[int]] = defaultdict(list)
    for manager, reports in hierarchy.reports.items():
        counts = Counter(entries[report].team for report in reports)
        department, count = counts.most_common(1)[0]
        own = entries[manager].team
        if department and count * 2 > len(reports) and own in ("", department):
            candidates[department].append(manager)
    named = {}
    for department, managers in candidates.items():
        highest = _highest(managers, hierarchy)
        if highest is not None:
            named[highest] = department
    return named


def _highest(managers: list[int], hierarchy: Hierarchy) -> int | None:
    """The one of some managers who stands above all the others, if there is one."""
    rest = set(managers)
    tops = [manager for manager in managers if not rest & set(_above(manager, hierarchy))]
    return tops[0] if len(tops) == 1 else None


def _above(place: int, hierarchy: Hierarchy) -> Iterator[int]:
    above = hierarchy.manager.get(place)
    while above is not None:
        yield above
        above = hierarchy.manager.get(above)


def _by_department(entries: Sequence[Entry], places: Iterable[int]) -> list[tuple[str, list[int]]]:
    found: dict[str, tuple[str, list[int]]] = {}
    for place in places:
        department = entries[place].team
        found.setdefault(department.casefold(), (department, []))[1].append(place)
    return list(found.values())


def _seat(entry: Entry, team: str) -> Seat:
    person = entry.person
    return Seat(
        id=f"seat of {person.id}",
        team=team,
        function=person.main_function,
        title=person.title if entry.vacant else "",
        demand=person.capacity,
        person=None if entry.vacant else person.id,
        share=None if entry.vacant else person.capacity,
    )

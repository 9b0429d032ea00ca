"""Says who stands under whom in a reporting chart, as values without places."""

from collections.abc import Iterator

from msgspec import Struct, field

from planner.domain import Project, Scenario, Seat
from planner.domain.shares import share_held
from planner.placement.holdings import Holdings

Key = tuple[str, str]
"""A group: ("person", id) of a lead, or ("team", id) of a team that nobody leads."""


class Group(Struct, frozen=True):
    """A lead with the teams that they lead, or a team that nobody leads, and who stands under it.

    ``seat`` is the lead's own, None where they hold none. ``members`` are the seats shown for each of the
    ``teams``: the vacant ones, and those in which somebody gives most.
    """

    key: Key
    teams: tuple[str, ...]
    members: dict[str, tuple[str, ...]]
    seat: str | None = None

    @property
    def lead(self) -> str | None:
        """The person who leads the teams, None where nobody does."""
        return self.key[1] if self.key[0] == "person" else None


class Reporting(Struct, frozen=True):
    """Everybody who holds a seat or leads, each once.

    ``children`` and ``above`` tell which group stands under which; ``home`` is where a person stands, by the
    seat in which they give most; ``also`` are further seats, each with the group that it is in.
    """

    groups: dict[Key, Group]
    children: dict[Key | None, tuple[Key, ...]]
    above: dict[Key, Key | None]
    of_team: dict[str, Key]
    home: dict[str, str]
    also: tuple[tuple[Key, str], ...] = field(default=())

    def reading_order(self) -> Iterator[Key]:
        """All groups, each before those under it."""
        waiting = list(reversed(self.children.get(None, ())))
        while waiting:
            key = waiting.pop()
            yield key
            waiting.extend(reversed(self.children.get(key, ())))


def reporting(project: Project, scenario: Scenario, holdings: Holdings) -> Reporting:
    """Find everybody's place.

    Who leads several teams stands once, where the highest of them stands; so nobody comes to stand under
    themselves, since that place is always higher than all that they lead.
    """
    depths = _depths(scenario)
    led: dict[str, list[str]] = {}
    for team in scenario.teams:
        if team.lead is not None and team.lead in project.people:
            led.setdefault(team.lead, []).append(team.id)
    for teams in led.values():
        teams.sort(key=lambda team: depths[team])  # stable: in hand-set order where they are as high
    of_team: dict[str, Key] = {team.id: ("team", team.id) for team in scenario.teams}
    of_team |= {team: ("person", person) for person, teams in led.items() for team in teams}
    home = {person: _home(scenario, held) for person, held in holdings.by_person.items() if held}
    groups: dict[Key, Group] = {}
    children: dict[Key | None, list[Key]] = {}
    above: dict[Key, Key | None] = {}
    for team in scenario.teams:
        key = of_team[team.id]
        first = led[key[1]][0] if key[0] == "person" else team.id
        if first != team.id:
            continue
        teams_of_it = tuple(led[key[1]]) if key[0] == "person" else (team.id,)
        members = {each: _members(scenario, holdings, each, home, led) for each in teams_of_it}
        groups[key] = Group(key, teams_of_it, members, home.get(key[1]) if key[0] == "person" else None)
        above[key] = of_team[team.parent] if team.parent is not None else None
        children.setdefault(above[key], []).append(key)
    under = {key: tuple(below) for key, below in children.items()}
    found = Reporting(groups, under, above, of_team, home)
    return Reporting(groups, under, above, of_team, home, tuple(_also(scenario, found)))


def _depths(scenario: Scenario) -> dict[str, int]:
    """How many teams stand above each."""
    depths: dict[str, int] = {}
    for team in scenario.teams:
        chain = []
        each: str | None = team.id
        while each is not None and each not in depths:
            chain.append(each)
            each = scenario.teams[each].parent
        depth = depths[each] + 1 if each is not None else 0
        for step, name in enumerate(reversed(chain)):
            depths[name] = depth + step
    return depths


def _home(scenario: Scenario, held: tuple[str, ...]) -> str:
    """The seat in which a person gives most, the first of equals."""
    return max(held, key=lambda seat: share_held(scenario.seats[seat])) if len(held) > 1 else held[0]


def _members(
    scenario: Scenario, holdings: Holdings, team: str, home: dict[str, str], led: dict[str, list[str]]
) -> tuple[str, ...]:
    seats = (scenario.seats[seat] for seat in holdings.by_team.get(team, ()))
    return tuple(
        seat.id
        for seat in seats
        if seat.person is None or (seat.person not in led and home[seat.person] == seat.id)
    )


def _also(scenario: Scenario, found: Reporting) -> Iterator[tuple[Key, str]]:
    """Seats of people who stand in another group, once for each group and person."""
    said: set[tuple[Key, str | None]] = set()
    for seat in scenario.seats:
        if seat.person is None:
            continue
        group, own = found.of_team[seat.team], standing(scenario, found, seat)
        if group != own and (group, seat.person) not in said:
            said.add((group, seat.person))
            yield group, seat.id


def standing(scenario: Scenario, found: Reporting, seat: Seat) -> Key:
    """The group in which whoever holds a seat stands: their own where they lead, else that of their home."""
    own = ("person", seat.person or "")
    if own in found.groups:
        return own
    return found.of_team[scenario.seats[found.home[seat.person or ""]].team]

"""The layout as an organisation: who sits where, who leads whom, how many levels there are.

Made anew for each review, in one pass over teams and seats.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from functools import cached_property

from planner.domain import Project, Scenario, Seat, Team
from planner.guidance.basics.data import Basics

_NOBODY: frozenset[str] = frozenset()


class OrgLayout:
    """One scenario as the rules of this pack see it; lists are in the order on screen."""

    def __init__(self, project: Project, scenario: Scenario, data: Basics) -> None:
        self.project, self.scenario, self.data = project, scenario, data
        self.teams: dict[str, Team] = {team.id: team for team in scenario.teams}
        self._members: dict[str, set[str]] = {}
        self.first_team: dict[str, str] = {}
        """Everybody who holds a filled seat, with the first team in which they do."""
        self.several_teams: dict[str, set[str]] = {}
        """The teams of whoever holds seats in more than one; most people do not, and need no set."""
        self._gather()

    def _gather(self) -> None:
        members, first, several = self._members, self.first_team, self.several_teams
        for seat in self.scenario.seats:
            person, team = seat.person, seat.team
            if person is None:
                continue
            if team in members:
                members[team].add(person)
            else:
                members[team] = {person}
            known = first.setdefault(person, team)
            if known != team:
                several.setdefault(person, {known}).add(team)

    @cached_property
    def judged(self) -> list[Team]:
        """The teams that are judged as teams: cores, squads and ventures."""
        return [team for team in self.teams.values() if team.kind.is_ml]

    @cached_property
    def staffed(self) -> list[Team]:
        """Those of them in which somebody holds a seat."""
        return [team for team in self.judged if team.id in self._members]

    def members(self, team: str) -> Set[str]:
        """The different people who hold a filled seat in a team."""
        return self._members.get(team, _NOBODY)

    def seats_in(self, team: str) -> list[Seat]:
        """The filled seats of a team, in no particular order."""
        return [seat for seat in self.scenario.seats.where("team", team) if seat.person is not None]

    def name(self, person: str) -> str:
        """A person's name."""
        return self.project.people[person].name

    def team_names(self, teams: Iterable[str]) -> list[str]:
        """Teams' names."""
        return [self.teams[team].name for team in teams]

    @cached_property
    def people(self) -> int:
        """How many different people hold a filled seat or lead a team."""
        return len(self.first_team.keys() | self.teams_led.keys())

    @cached_property
    def nearest_lead(self) -> dict[str, str | None]:
        """The lead of each team, else of the nearest team above it that has one."""
        found: dict[str, str | None] = {}
        for team in self.teams:
            way: list[str] = []
            at: str | None = team
            while at is not None and at not in found and self.teams[at].lead is None:
                way.append(at)
                at = self.teams[at].parent
            lead = None if at is None else found.get(at) or self.teams[at].lead
            found.update(dict.fromkeys(way, lead))
            found[team] = lead
        return found

    @cached_property
    def reports(self) -> dict[str, set[str]]:
        """Each lead's direct reports, leads without any left out.

        Whoever holds a seat reports to the nearest lead of that team; the lead of a team to the nearest lead
        of the team above it. Nobody reports to themselves.
        """
        found: defaultdict[str, set[str]] = defaultdict(set)
        for team in self.teams.values():
            boss = self.nearest_lead[team.id]
            if boss is not None:
                found[boss].update(self.members(team.id))
            above = self.nearest_lead[team.parent] if team.parent is not None else None
            if above is not None and team.lead is not None:
                found[above].add(team.lead)
        for boss, people in found.items():
            people.discard(boss)
        return {boss: people for boss, people in found.items() if people}

    @cached_property
    def led_by_others(self) -> frozenset[str]:
        """Who is somebody's direct report."""
        return frozenset().union(*self.reports.values())

    @cached_property
    def teams_led(self) -> dict[str, list[Team]]:
        """The teams of each lead."""
        found: defaultdict[str, list[Team]] = defaultdict(list)
        for team in self.teams.values():
            if team.lead is not None:
                found[team.lead].append(team)
        return dict(found)

    @cached_property
    def deepest(self) -> tuple[int, str]:
        """The most levels that there are at a team, and the first team that has so many; 0 without a lead.

        The levels at a team are the different leads on the way from the top to it, and one more for whoever
        holds a seat there beside them.
        """
        most, where = 0, ""
        for team, leads in self._ways():
            if leads:
                levels = len(leads) + any(person not in leads for person in self.members(team))
                if levels > most:
                    most, where = levels, team
        return most, where

    def way_to(self, team: str) -> list[str]:
        """The different leads from the top to a team."""
        leads: list[str] = []
        at: str | None = team
        while at is not None:
            lead = self.teams[at].lead
            if lead is not None:
                leads.append(lead)
            at = self.teams[at].parent
        return list(dict.fromkeys(reversed(leads)))

    def _ways(self) -> Iterator[tuple[str, dict[str, int]]]:
        """Every team, with the leads on the way to it and in how many teams of that way each leads."""
        inside: defaultdict[str | None, list[str]] = defaultdict(list)
        for each in self.teams.values():
            inside[each.parent].append(each.id)
        leads: dict[str, int] = {}
        steps = [(team, True) for team in reversed(inside[None])]
        while steps:
            team, enters = steps.pop()
            lead = self.teams[team].lead
            if not enters:
                if lead is not None:
                    leads[lead] -= 1
                    if not leads[lead]:
                        del leads[lead]
                continue
            if lead is not None:
                leads[lead] = leads.get(lead, 0) + 1
            yield team, leads
            steps.append((team, False))
            steps.extend((child, True) for child in reversed(inside[team]))

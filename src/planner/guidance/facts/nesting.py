"""Which team stands under which, and where a venture stands under a core."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from planner.domain import Kind, Team


class Nesting(NamedTuple):
    """The forest of teams, read from above and from below; the order of teams plays no part in it."""

    parents: Mapping[str, str | None]
    children: Mapping[str, frozenset[str]]
    cores: frozenset[str]
    ventures_under: Mapping[str, int]
    """How many ventures stand under a team, at any depth; teams without any are left out."""

    def above(self, team: str) -> Iterator[str]:
        """The teams that a team stands under, nearest first."""
        parent = self.parents.get(team)
        while parent is not None:
            yield parent
            parent = self.parents.get(parent)

    def under(self, team: str) -> Iterator[str]:
        """The teams that stand under a team, at any depth."""
        waiting = list(self.children.get(team, ()))
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(self.children.get(current, ()))

    def cores_above(self, team: str) -> list[str]:
        """The cores that a team stands under, nearest first, whatever lies between."""
        return [each for each in self.above(team) if each in self.cores] if self.cores else []


def nesting_of(teams: Iterable[Team]) -> Nesting:
    """Read the forest from the teams' rows."""
    parents: dict[str, str | None] = {}
    children: dict[str, list[str]] = {}
    cores, ventures = [], []
    for team in teams:
        parents[team.id] = team.parent
        if team.parent is not None:
            children.setdefault(team.parent, []).append(team.id)
        if team.kind is Kind.CORE:
            cores.append(team.id)
        elif team.kind is Kind.VENTURE:
            ventures.append(team.id)
    nesting = Nesting(parents, {each: frozenset(ids) for each, ids in children.items()}, frozenset(cores), {})
    under: dict[str, int] = {}
    for venture in ventures:
        for team_above in nesting.above(venture):
            under[team_above] = under.get(team_above, 0) + 1
    return nesting._replace(ventures_under=under)

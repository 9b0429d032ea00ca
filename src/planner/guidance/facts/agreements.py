"""Who is tied to whom: links, practices and responsibilities by team."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.domain import (
    Activity,
    Kind,
    Level,
    Link,
    LinkKind,
    Practice,
    Responsibility,
    Rows,
    Scenario,
    Team,
)
from planner.guidance.texts import is_given, plain

_NONE: frozenset[str] = frozenset()


class Ties(NamedTuple):
    """The teams at the other ends of one team's links."""

    serves: frozenset[str] = _NONE
    served_by: frozenset[str] = _NONE
    collaborates: frozenset[str] = _NONE
    dotted: frozenset[str] = _NONE

    @property
    def all(self) -> frozenset[str]:
        """Every team linked with this one, by a link of any kind in either direction."""
        return self.serves | self.served_by | self.collaborates | self.dotted


UNTIED = Ties()
_FIELDS = {
    LinkKind.SERVES: ("serves", "served_by"),
    LinkKind.COLLABORATES: ("collaborates", "collaborates"),
    LinkKind.DOTTED: ("dotted", "dotted"),
}


def ties_of(links: Iterable[Link]) -> dict[str, Ties]:
    """The ties of every team that has a link."""
    found: dict[str, dict[str, set[str]]] = {}
    for link in links:
        for team, field, other in _ends(link):
            found.setdefault(team, {}).setdefault(field, set()).add(other)
    return {
        team: Ties(**{field: frozenset(others) for field, others in fields.items()})
        for team, fields in found.items()
    }


def tie(ties: dict[str, Ties], link: Link) -> None:
    """Note a link at both of its ends."""
    for team, field, other in _ends(link):
        mine = ties.get(team, UNTIED)
        ties[team] = mine._replace(**{field: getattr(mine, field) | {other}})


def untie(ties: dict[str, Ties], link: Link, remaining: Rows[Link]) -> None:
    """Forget a link at both of its ends, but for what a dotted line the other way still says."""
    for team, field, other in _ends(link):
        mine = ties[team]
        ties[team] = mine._replace(**{field: getattr(mine, field) - {other}})
    back = remaining.get((link.target, link.source, link.kind.value))
    if back is not None and link.kind is LinkKind.DOTTED:
        tie(ties, back)


def _ends(link: Link) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    there, back = _FIELDS[link.kind]
    return (link.source, there, link.target), (link.target, back, link.source)


def taking_part(practice: Practice, scenario: Scenario) -> frozenset[str]:
    """The teams that a practice names and, when its owner is a team, that team too."""
    named = frozenset(practice.teams)
    owner = practice.owner
    return named | {owner} if owner is not None and owner in scenario.teams else named


def practices_by_team(scenario: Scenario) -> dict[str, frozenset[str]]:
    """The ids of the practices that each team takes part in."""
    by_team: dict[str, frozenset[str]] = {}
    for practice in scenario.practices:
        for team in taking_part(practice, scenario):
            by_team[team] = by_team.get(team, _NONE) | {practice.id}
    return by_team


def accountable_by_activity(rows: Iterable[Responsibility]) -> dict[Activity, frozenset[str]]:
    """The teams accountable for each of the activities; all eight stand there."""
    teams: dict[Activity, set[str]] = {activity: set() for activity in Activity}
    for row in rows:
        if row.level is Level.ACCOUNTABLE:
            teams[row.activity].add(row.team)
    return {activity: frozenset(found) for activity, found in teams.items()}


def outside_squads(
    accountable: Mapping[Activity, frozenset[str]], scenario: Scenario
) -> dict[Activity, frozenset[str]]:
    """The accountable teams that are no squads, for each of the activities."""
    squads = {team.id for team in scenario.teams if team.kind is Kind.SQUAD}
    return {activity: teams - squads for activity, teams in accountable.items()}


ProductKey = tuple[Kind, str]
"""A kind of team, and a product as products are compared."""


def product_key(team: Team | None) -> ProductKey | None:
    """Under what a squad or venture claims its product; None without one, and for other teams."""
    if team is None or team.kind not in (Kind.SQUAD, Kind.VENTURE) or not is_given(team.product):
        return None
    return team.kind, plain(team.product)


def claims_of(teams: Iterable[Team]) -> dict[ProductKey, frozenset[str]]:
    """The squads, and the ventures, that have each product given."""
    claims: dict[ProductKey, set[str]] = {}
    for team in teams:
        key = product_key(team)
        if key is not None:
            claims.setdefault(key, set()).add(team.id)
    return {key: frozenset(ids) for key, ids in claims.items()}

"""Says how each activity stands: which teams answer for it, which of them collide, and where nobody does.

It reads the same layout as the rules do; marks are shown only where a rule has a finding, in its severity.
"""

from typing import NamedTuple

from msgspec import Struct

from planner.app.agreements.wording import counted_teams, joined
from planner.domain import Activity, Kind, Level, LinkKind, Scenario, Structure, Team
from planner.guidance import Review, Severity

_COLLISION = ("hybrid/responsibilities", "several")
_NOBODY = (("hybrid/responsibilities", "nobody"), ("roles/life-cycle-owned", "unowned"))


class Standing(Struct, frozen=True):
    """Who is accountable for one activity, in the order of teams; ``left_open`` are squads with nobody."""

    accountable: tuple[Team, ...] = ()
    colliding: frozenset[str] = frozenset()
    left_open: tuple[Team, ...] = ()

    @property
    def words(self) -> str:
        """The team's name, ``Nobody``, or how many teams there are."""
        if len(self.accountable) == 1:
            return self.accountable[0].name
        return counted_teams(len(self.accountable)) if self.accountable else "Nobody"


class Mark(NamedTuple):
    """Why an activity is marked, and how much it matters."""

    severity: Severity
    words: str


def columns(scenario: Scenario) -> list[Team]:
    """The teams that can agree on something: ML teams first, then partner teams, no groups."""
    teams = (team for team in scenario.teams if team.kind is not Kind.GROUP)
    return sorted(teams, key=lambda team: not team.kind.is_ml)


def standings(scenario: Scenario) -> dict[Activity, Standing]:
    """How every activity stands."""
    accountable: dict[Activity, set[str]] = {activity: set() for activity in Activity}
    for row in scenario.responsibilities.where("level", Level.ACCOUNTABLE):
        accountable[row.activity].add(row.team)
    serving = _serving(scenario) if scenario.structure is Structure.HYBRID else {}
    return {activity: _standing(scenario, teams, serving) for activity, teams in accountable.items()}


def first_open(scenario: Scenario) -> Activity:
    """The first activity for which nobody answers, or teams collide; else the first of all."""
    found = standings(scenario)
    bare = (each for each, standing in found.items() if not standing.accountable)
    odd = (each for each, standing in found.items() if standing.left_open or standing.colliding)
    return next(bare, None) or next(odd, None) or next(iter(Activity))


def marks(review: Review, found: dict[Activity, Standing]) -> dict[Activity, Mark]:
    """What is wrong with activities, as far as findings say that it matters."""
    severities = {finding.key: finding.severity for finding in review.findings}
    collision = severities.get(_COLLISION)
    nobody = next((severities[key] for key in _NOBODY if key in severities), None)
    marked = {}
    for activity, standing in found.items():
        if collision is not None and standing.colliding:
            names = [team.name for team in standing.accountable if team.id in standing.colliding]
            marked[activity] = Mark(collision, _collide(names, activity))
        elif nobody is not None and (standing.left_open or not standing.accountable):
            marked[activity] = Mark(nobody, _open(standing, activity))
    return marked


def _collide(names: list[str], activity: Activity) -> str:
    both = "both" if len(names) == 2 else "all"
    return f"{joined(names)} are {both} accountable for {activity.phrase}. One team should be."


def _open(standing: Standing, activity: Activity) -> str:
    if not standing.accountable or not standing.left_open:
        return f"No team is accountable for {activity.phrase}."
    return f"Nobody answers for {activity.phrase} in {joined([team.name for team in standing.left_open])}."


def _serving(scenario: Scenario) -> dict[str, set[str]]:
    """The cores that serve each squad; a squad that none serves has none."""
    found: dict[str, set[str]] = {team.id: set() for team in scenario.teams if team.kind is Kind.SQUAD}
    for link in scenario.links:
        is_core = scenario.teams[link.source].kind is Kind.CORE
        if link.kind is LinkKind.SERVES and is_core and link.target in found:
            found[link.target].add(link.source)
    return found


def _standing(scenario: Scenario, teams: set[str], serving: dict[str, set[str]]) -> Standing:
    accountable = tuple(team for team in scenario.teams if team.id in teams) if teams else ()
    if scenario.structure is not Structure.HYBRID:
        return Standing(accountable)
    if not serving:
        return Standing(accountable, frozenset(teams) if len(teams) > 1 else frozenset())
    central = teams - serving.keys()
    colliding: set[str] = set()
    left_open = []
    for squad, cores in serving.items():
        near = teams & {squad, *cores}
        answering = near or central
        if len(answering) > 1:
            colliding |= answering
        elif not answering:
            left_open.append(scenario.teams[squad])
    return Standing(accountable, frozenset(colliding), tuple(left_open))

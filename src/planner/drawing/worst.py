"""The worst finding about each team and each seat, so that the chart can show where to look."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from planner.guidance import Finding, Review
from planner.placement import Placement

_RANK: Final = {"problem": 0, "warning": 1, "note": 2}
_FEW: Final = 8
"""A finding about more teams than this, and a third of all, sets none of them apart."""


@dataclass(frozen=True, eq=False)
class Worst:
    """Severities by team and by seat, worked out when first asked for.

    What a collapsed team hides counts as about that team.
    """

    placement: Placement
    review: Review | None

    @property
    def teams(self) -> Mapping[str, str]:
        """The worst severity of a finding about each team or a seat in it."""
        return self._found.teams

    @property
    def seats(self) -> Mapping[str, str]:
        """The worst severity of a finding about each seat or the person in it."""
        return self._found.seats

    @property
    def telling(self) -> Mapping[str, str]:
        """As ``teams``, without findings about so many teams that they set none apart."""
        return self._found.telling

    @cached_property
    def _found(self) -> "_Found":
        found = _Found()
        widespread = max(_FEW, len(self.placement.order) / 3)
        for finding in self.review.findings if self.review else ():
            seats = self._seats_of(finding)
            teams = self._teams_of(finding, seats)
            found.take(finding.severity.value, teams, seats, sets_apart=len(teams) <= widespread)
        return found

    def _seats_of(self, finding: Finding) -> set[str]:
        rows, by_person = self.placement.scenario.seats, self.placement.holdings.by_person
        seats: set[str] = set()
        for subject in finding.subjects:
            if subject.kind == "seat" and subject.id in rows:
                seats.add(subject.id)
            elif subject.kind == "person":
                seats.update(by_person.get(subject.id, ()))
        return seats

    def _teams_of(self, finding: Finding, seats: set[str]) -> set[str]:
        placement = self.placement
        rows, shown = placement.scenario.seats, placement.hierarchy.shown
        named = {subject.id for subject in finding.subjects if subject.kind == "seat"} & seats
        teams = {subject.id for subject in finding.subjects if subject.kind == "team"}
        return {shown(team) for team in (*teams, *(rows[seat].team for seat in named))}


@dataclass(slots=True)
class _Found:
    teams: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    telling: dict[str, str] = field(default_factory=dict)

    def take(self, severity: str, teams: set[str], seats: set[str], *, sets_apart: bool) -> None:
        for team in teams:
            if _is_worse(severity, self.teams.get(team)):
                self.teams[team] = severity
            if sets_apart and _is_worse(severity, self.telling.get(team)):
                self.telling[team] = severity
        for seat in seats:
            if _is_worse(severity, self.seats.get(seat)):
                self.seats[seat] = severity


def _is_worse(severity: str, than: str | None) -> bool:
    return than is None or _RANK[severity] < _RANK[than]


def worst_of(severities: Iterable[str]) -> tuple[str, int] | None:
    """The worst of some severities, and how often it is there; None for none."""
    counts = Counter(severities)
    if not counts:
        return None
    worst = min(counts, key=_RANK.__getitem__)
    return worst, counts[worst]

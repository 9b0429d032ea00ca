"""The worst finding about each team and each seat, so that the chart can show where to look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from planner.guidance import Finding, Review
from planner.placement import Placement

_RANK: Final = {"problem": 0, "warning": 1, "note": 2}


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
    def counts(self) -> Mapping[str, int]:
        """How many findings of the worst severity name each team."""
        return self._found.counts

    @cached_property
    def _found(self) -> "_Found":
        found = _Found()
        for finding in self.review.findings if self.review else ():
            seats = self._seats_of(finding)
            found.take(finding.severity.value, self._teams_of(finding, seats), seats)
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
    counts: dict[str, int] = field(default_factory=dict)

    def take(self, severity: str, teams: set[str], seats: set[str]) -> None:
        for team in teams:
            if self.teams.get(team) == severity:
                self.counts[team] += 1
            elif _is_worse(severity, self.teams.get(team)):
                self.teams[team], self.counts[team] = severity, 1
        for seat in seats:
            if _is_worse(severity, self.seats.get(seat)):
                self.seats[seat] = severity


def _is_worse(severity: str, than: str | None) -> bool:
    return than is None or _RANK[severity] < _RANK[than]


def worse(one: str | None, other: str | None) -> str | None:
    """The worse of two severities, where None is none."""
    if one is None or (other is not None and _is_worse(other, one)):
        return other
    return one

"""The worst finding about each team and each seat, so that the chart can show where to look."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from msgspec import Struct, field

from planner.guidance import Finding, Review
from planner.placement import Placement

_RANK: Final = {"problem": 0, "warning": 1, "note": 2}
_FEW: Final = 8
"""A finding about more teams than this, and a third of all, sets none of them apart."""


class Worst(Struct, frozen=True, eq=False, dict=True):
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

    def about(self, team: str) -> list[Finding]:
        """The findings about a team or a seat in it, the most points first."""
        return [finding for finding, about in self._about if team in about.teams]

    @cached_property
    def _found(self) -> "_Found":
        found = _Found()
        widespread = max(_FEW, len(self.placement.order) / 3)
        for finding, (teams, seats) in sorted(self._about, key=lambda each: -_RANK[each[0].severity.value]):
            severity = finding.severity.value  # a worse one takes the place of those before it
            found.teams.update(dict.fromkeys(teams, severity))
            found.seats.update(dict.fromkeys(seats, severity))
            if len(teams) <= widespread:
                found.telling.update(dict.fromkeys(teams, severity))
        return found

    @cached_property
    def _about(self) -> list[tuple[Finding, "_About"]]:
        return [
            (finding, self._about_what(finding)) for finding in (self.review.findings if self.review else ())
        ]

    def _about_what(self, finding: Finding) -> "_About":
        placement = self.placement
        rows, by_person, hidden = (
            placement.scenario.seats,
            placement.holdings.by_person,
            placement.hierarchy.hidden,
        )
        teams: set[str] = set()
        seats: set[str] = set()
        for kind, name in finding.subjects:
            if kind == "team":
                teams.add(name)
            elif kind == "person":
                seats.update(by_person.get(name, ()))
            elif kind == "seat" and (seat := rows.get(name)) is not None:
                seats.add(name)
                teams.add(seat.team)
        if hidden:
            teams = set(map(placement.hierarchy.shown, teams))
        return _About(teams, seats)


class _About(NamedTuple):
    """The teams and the seats that a finding is about."""

    teams: set[str]
    seats: set[str]


class _Found(Struct):
    teams: dict[str, str] = field(default_factory=dict)
    seats: dict[str, str] = field(default_factory=dict)
    telling: dict[str, str] = field(default_factory=dict)


def worst_of(severities: Iterable[str]) -> tuple[str, int] | None:
    """The worst of some severities, and how often it is there; None for none."""
    counts = Counter(severities)
    if not counts:
        return None
    worst = min(counts, key=_RANK.__getitem__)
    return worst, counts[worst]

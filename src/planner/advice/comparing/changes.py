"""What changed from one layout to another: teams that came and went, findings resolved and new."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from planner.advice.comparing.moves import same_teams
from planner.domain import Scenario, Team
from planner.guidance import Finding, Review


class Changes(Struct, frozen=True, kw_only=True):
    """Teams in the order of their layouts; findings with the most points first."""

    added: tuple[Team, ...]
    removed: tuple[Team, ...]
    resolved: tuple[Finding, ...]
    new: tuple[Finding, ...]


def changes(before: Review, after: Review) -> Changes:
    """What changed from the layout of one review to that of another of the same plan."""
    old, new = before.scenario, after.scenario
    same = same_teams(old, new)
    return Changes(
        added=tuple(team for team in new.teams if team.id not in old.teams and team.id not in same),
        removed=tuple(
            team for team in old.teams if team.id not in new.teams and team.id not in same.values()
        ),
        resolved=tuple(_without(before, after)),
        new=tuple(_without(after, before)),
    )


def is_alike(one: Scenario, other: Scenario) -> bool:
    """Whether two scenarios are the same layout for the same company, whatever they are called."""
    return _content(one) == _content(other)


def _without(review: Review, other: Review) -> Iterator[Finding]:
    """The findings of a review that another does not have."""
    known = {finding.key for finding in other.findings}
    return (finding for finding in review.findings if finding.key not in known)


def _content(scenario: Scenario) -> tuple[Any, ...]:
    context = (scenario.stage, scenario.aim, scenario.use_cases, scenario.chooser, scenario.structure)
    agreed = [frozenset(rows) for rows in (scenario.links, scenario.practices, scenario.responsibilities)]
    return (*context, scenario.teams, scenario.seats, *agreed, frozenset(scenario.muted))

"""Reads saved versions in a thread: which there are, and what one of them holds."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from planner.domain import Kind, Project
from planner.errors import PlannerError
from planner.guidance import Pack, Review, review
from planner.messages import counted, message
from planner.store.versions import Version, Versions


class Seen(NamedTuple):
    """A version that was read: its plan, the review of its first scenario, and whether its digest fits."""

    project: Project
    review: Review
    is_intact: bool


def listed(versions: Versions, path: Path) -> tuple[Version, ...]:
    """The versions of a document, the newest first."""
    return versions.of(path)


def seen(versions: Versions, version: Version, pack: Pack) -> Seen:
    """Read and score one version; PlannerError when it is damaged."""
    if not version.is_sound:
        raise PlannerError("This version is damaged. Choose another one.")
    opened = versions.read(version)
    first = next(iter(opened.project.scenarios)).id
    scored = review(opened.project, first, pack)
    _ = scored.score.total  # here, where it keeps nobody waiting
    return Seen(opened.project, scored, opened.is_intact)


def when(version: Version, now: datetime) -> str:
    """When a version was saved: ``Today, 14:02:31``, ``24 November 2026, 09:14:00``."""
    moment = version.when.astimezone(now.tzinfo)
    days = (now.date() - moment.date()).days
    day = {0: "Today", 1: "Yesterday"}.get(days, f"{moment.day} {moment:%B %Y}")
    return f"{day}, {moment:%H:%M:%S}"


def size(version: Version) -> str:
    """The size of a version, or that it is damaged."""
    return f"{max(1, round(version.size / 1024)):,} KB" if version.is_sound else "Damaged"


def summary(version: Seen) -> str:
    """What a version holds, in a line."""
    scenario = version.review.scenario
    total = version.review.score.total
    teams = sum(team.kind is not Kind.GROUP for team in scenario.teams)
    text = message(
        "{people}, {teams}, {scenarios}",
        people=counted("{count} person", "{count} people", len(version.project.people)),
        teams=counted("{count} team", "{count} teams", teams),
        scenarios=counted("{count} scenario", "{count} scenarios", len(version.project.scenarios)),
    )
    return f"{text}. {scenario.name}: " + ("nothing to score" if total is None else f"score {total:.1f}")

"""A difference is what an edit changed: keyed rows before and after, invertible, small enough to keep.

Undo applies the inverse. Reviews, placements and views follow a difference instead of looking at everything.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from planner.domain.agreements import Link, Practice, Responsibility
from planner.domain.people import Person
from planner.domain.projects import Project
from planner.domain.rows import Key, Rows
from planner.domain.scenarios import Mute, Scenario
from planner.domain.teams import Seat, Team
from planner.messages import Message

Row = Project | Person | Scenario | Team | Seat | Link | Practice | Responsibility | Mute


class Table(StrEnum):
    """Which rows a change is about; the values of the scenario's tables are its field names."""

    PROJECT = "project"
    PEOPLE = "people"
    SCENARIOS = "scenarios"
    TEAMS = "teams"
    SEATS = "seats"
    LINKS = "links"
    PRACTICES = "practices"
    RESPONSIBILITIES = "responsibilities"
    MUTED = "muted"

    __hash__ = str.__hash__


ROW_TYPES: dict[Table, type[Row]] = {
    Table.PROJECT: Project,
    Table.PEOPLE: Person,
    Table.SCENARIOS: Scenario,
    Table.TEAMS: Team,
    Table.SEATS: Seat,
    Table.LINKS: Link,
    Table.PRACTICES: Practice,
    Table.RESPONSIBILITIES: Responsibility,
    Table.MUTED: Mute,
}


class Change(Struct, frozen=True, kw_only=True):
    """One row that came (``before`` None), went (``after`` None), changed, or moved to another place.

    ``scenario`` is the id of the scenario whose row it is, None for the project's own, its people and the
    scenarios themselves. A changed row of PROJECT or SCENARIOS holds its own fields only; a scenario that
    comes or goes is whole. ``was_at`` and ``now_at``
    are places in the order, None where the place did not change.
    """

    table: Table
    scenario: str | None
    before: Row | None
    after: Row | None
    was_at: int | None = None
    now_at: int | None = None

    @property
    def key(self) -> Key:
        """The key of the row; a change never alters a key."""
        row = self.after if self.after is not None else self.before
        return cast("Row", row).key

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return replace(self, before=self.after, after=self.before, was_at=self.now_at, now_at=self.was_at)

    def applied(self, project: Project) -> Project:
        """The project with this change made."""
        if self.table is Table.PROJECT:
            after = cast("Project", self.after)
            return replace(after, people=project.people, scenarios=project.scenarios)
        if self.scenario is None:
            name = self.table.value
            rows: dict[str, Any] = {name: self._in(getattr(project, name), project)}
            return replace(project, **rows)
        scenario = project.scenarios[self.scenario]
        name = self.table.value
        rows = {name: self._in(getattr(scenario, name), project)}
        scenario = replace(scenario, **rows)
        return replace(project, scenarios=project.scenarios.put(scenario))

    def _in(self, rows: Rows[Any], project: Project) -> Rows[Any]:
        if self.after is None:
            return rows.without(self.key)
        after = self.after
        if isinstance(after, Scenario) and self.before is not None:
            after = after.with_rows_of(project.scenarios[after.id])
        return rows.put(after, self.now_at)


class Difference(Struct, frozen=True):
    """What one named step changed, in the order in which it was done."""

    label: Message
    changes: tuple[Change, ...] = ()

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes)

    def inverse(self) -> "Difference":
        """The difference that takes this one back; its name stays the same."""
        return Difference(self.label, tuple(change.inverse() for change in reversed(self.changes)))

    def applied(self, project: Project) -> Project:
        """The project with every change made, in order."""
        for change in self.changes:
            project = change.applied(project)
        return project

    def of_scenario(self, scenario: str) -> Iterator[Change]:
        """The changes that may matter to one scenario: its own, and those of people and the project."""
        return (
            change
            for change in self.changes
            if change.scenario == scenario
            or (change.scenario is None and (change.table is not Table.SCENARIOS or change.key == scenario))
        )

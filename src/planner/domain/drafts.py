"""A draft collects the changes of one edit while it is being made."""

from collections.abc import Callable
from typing import Final, NamedTuple

from planner.domain.difference import Change, Difference, Row, Table
from planner.domain.pausing import Pausing
from planner.domain.people import Person
from planner.domain.projects import Project
from planner.domain.rows import Key
from planner.domain.scenarios import Scenario
from planner.domain.teams import Seat, Team
from planner.errors import PlannerError
from planner.messages import Message

_EDITS_BETWEEN_PAUSES: Final = 16


class Edited(NamedTuple):
    """The outcome of an edit: the next project, and what changed."""

    project: Project
    difference: Difference


Edit = Callable[[Project], Edited]
"""A user's edit, ready to be tried on a project; raises PlannerError when it makes no sense there."""


class Draft:
    """A project in the making: every row put or removed is noted as a change."""

    def __init__(self, project: Project, scenario: str | None = None) -> None:
        self.project = project
        self._scenario = scenario
        self._changes: list[Change] = []
        if scenario is not None and scenario not in project.scenarios:
            raise PlannerError("This plan has no scenario {id}.", id=scenario)

    @property
    def scenario(self) -> Scenario:
        """The scenario being edited, as it stands now."""
        if self._scenario is None:
            raise LookupError("this draft edits no scenario")
        return self.project.scenarios[self._scenario]

    def person(self, key: str) -> Person:
        """The person with an id; refused when there is none."""
        person = self.project.people.get(key)
        if person is None:
            raise PlannerError("This plan has no person {id}.", id=key)
        return person

    def team(self, key: str, *, for_change: bool = True) -> Team:
        """The team with an id; refused when there is none, or when it is locked and is to be changed."""
        team = self.scenario.teams.get(key)
        if team is None:
            raise PlannerError("This layout has no team {id}.", id=key)
        if for_change and team.locked:
            raise PlannerError("{team} is locked. Unlock it to change it.", team=team.name)
        return team

    def seat(self, key: str, *, for_change: bool = True) -> Seat:
        """The seat with an id; refused when there is none, or when its team is locked."""
        seat = self.scenario.seats.get(key)
        if seat is None:
            raise PlannerError("This layout has no seat {id}.", id=key)
        self.team(seat.team, for_change=for_change)
        return seat

    def put(self, table: Table, row: Row, *, at: int | None = None) -> None:
        """Add a row, at a place or at the end, or change the one under its key, and move it there."""
        rows = self.rows(table)
        before = rows.get(row.key)
        if before is None:
            now_at = len(rows) if at is None else at
            self._make(table, before=None, after=row, now_at=now_at)
        elif at is not None and (was_at := rows.index(row.key)) != at:
            self._make(table, before=_own(before), after=_own(row), was_at=was_at, now_at=at)
        elif _own(before) != _own(row):
            self._make(table, before=_own(before), after=_own(row))

    def remove(self, table: Table, key: Key) -> None:
        """Take a row out; a scenario goes with its whole layout, so that undo brings it back."""
        rows = self.rows(table)
        self._make(table, before=rows[key], after=None, was_at=rows.index(key))

    def set_project(self, fields: Project) -> None:
        """Change the project's own fields; people and scenarios given with them are not looked at."""
        before, after = self.project.without_rows(), fields.without_rows()
        if before != after:
            self._make(Table.PROJECT, before=before, after=after)

    def edited(self, label: Message) -> Edited:
        """Close the draft as one named step."""
        return Edited(self.project, Difference(label, tuple(self._changes)))

    def include(self, edited: Edited) -> None:
        """Take over what another edit of this very project did."""
        self.project = edited.project
        self._changes.extend(edited.difference.changes)

    def rows(self, table: Table):  # type: ignore[no-untyped-def]  # the table decides the rows' type
        """The rows of a table as they stand now: the project's, or those of the scenario being edited."""
        project_wide = table in (Table.PEOPLE, Table.SCENARIOS)
        return getattr(self.project if project_wide else self.scenario, table.value)

    def _make(
        self,
        table: Table,
        *,
        before: Row | None,
        after: Row | None,
        was_at: int | None = None,
        now_at: int | None = None,
    ) -> None:
        project_wide = table in (Table.PROJECT, Table.PEOPLE, Table.SCENARIOS)
        change = Change(
            table=table,
            scenario=None if project_wide else self._scenario,
            before=before,
            after=after,
            was_at=was_at,
            now_at=now_at,
        )
        self.project = change.applied(self.project)
        self._changes.append(change)


def _own(row: Row) -> Row:
    return row.without_rows() if isinstance(row, Scenario) else row


class Together:
    """One step made of several edits, each seeing what those before it did."""

    __slots__ = ("_edits", "_label")

    def __init__(self, label: Message, edits: tuple[Edit, ...]) -> None:
        self._label, self._edits = label, edits

    def __call__(self, project: Project) -> Edited:
        """Make all of them."""
        draft = Draft(project)
        for edit in self._edits:
            draft.include(edit(draft.project))
        return draft.edited(self._label)

    def __len__(self) -> int:
        """How many edits it is in the end."""
        return sum(map(parts_of, self._edits))

    def pausing(self, project: Project) -> Pausing[Edited]:
        """Make all of them, pausing after every few."""
        draft = Draft(project)
        for place, edit in enumerate(self._edits):
            draft.include((yield from pausing(edit, draft.project)))
            if place % _EDITS_BETWEEN_PAUSES == 0:
                yield
        return draft.edited(self._label)


def together(label: Message, *edits: Edit) -> Edit:
    """One step made of several edits, each seeing what those before it did."""
    return Together(label, edits)


def parts_of(edit: Edit) -> int:
    """How many edits a step is made of."""
    return len(edit) if isinstance(edit, Together) else 1


def pausing(edit: Edit, project: Project) -> Pausing[Edited]:
    """Make an edit, pausing between its parts."""
    if isinstance(edit, Together):
        return (yield from edit.pausing(project))
    return edit(project)

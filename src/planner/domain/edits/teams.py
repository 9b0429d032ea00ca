"""Edits of teams: which there are, what they are, where they stand.

Removing a team moves its children to its parent and its people to the bench; its links and responsibilities
go; it leaves practices, and an emptied practice stays.
"""

from typing import Any

from msgspec.structs import replace

from planner.domain.difference import Table
from planner.domain.drafts import Draft, Edited
from planner.domain.projects import Project
from planner.domain.teams import Kind, Team
from planner.errors import PlannerError
from planner.messages import message


def add_team(project: Project, scenario: str, *, team: Team, at: int | None = None) -> Edited:
    """Add a team, at a place in the order or at the end."""
    draft = Draft(project, scenario)
    if team.id in draft.scenario.teams:
        raise PlannerError("This layout already has a team {id}.", id=team.id)
    _checked(draft, team)
    if team.parent is not None:
        draft.team(team.parent, for_change=False)
    draft.put(Table.TEAMS, team, at=at)
    return draft.edited(message("Add {kind}", kind=message(team.kind.label)))


def rename_team(project: Project, scenario: str, *, team: str, name: str) -> Edited:
    """Give a team another name; a blank one is refused."""
    draft = Draft(project, scenario)
    renamed = replace(draft.team(team), name=name.strip())
    _named(renamed)
    draft.put(Table.TEAMS, renamed)
    return draft.edited(message("Rename Team to {name}", name=renamed.name))


def edit_team(project: Project, scenario: str, *, team: str, **fields: Any) -> Edited:
    """Change a team's own fields: kind, lead, purpose, focus, product, own_budget, experiment_share."""
    draft = Draft(project, scenario)
    before = draft.team(team)
    if {"id", "parent", "locked"} & fields.keys():
        raise ValueError("a team is moved and locked by edits of their own")
    after = replace(before, **fields)
    _checked(draft, after)
    draft.put(Table.TEAMS, after)
    return draft.edited(message("Edit {team}", team=before.name))


def lock_team(project: Project, scenario: str, *, team: str, locked: bool) -> Edited:
    """Lock a team's seats, holders, order and fields against changes, or unlock them."""
    draft = Draft(project, scenario)
    before = draft.team(team, for_change=False)
    draft.put(Table.TEAMS, replace(before, locked=locked))
    label = "Lock {team}" if locked else "Unlock {team}"
    return draft.edited(message(label, team=before.name))


def move_team(
    project: Project,
    scenario: str,
    *,
    team: str,
    parent: str | None,
    before: str | None = None,
    after: str | None = None,
) -> Edited:
    """Nest a team under another (or under none), in front of a sibling, behind one, or last.

    A circle is refused.
    """
    draft = Draft(project, scenario)
    box = draft.team(team)
    if parent is not None:
        above = draft.team(parent, for_change=False)
        if parent == team or team in ancestors(draft, parent):
            raise PlannerError(
                "{team} cannot stand under {parent}, which is inside it.", team=box.name, parent=above.name
            )
    if box.parent != parent:
        draft.put(Table.TEAMS, replace(box, parent=parent))
    if team not in (before, after):
        draft.put(Table.TEAMS, draft.team(team), at=_place(draft, team, before, after))
    return draft.edited(message("Move Team"))


def _place(draft: Draft, team: str, before: str | None, after: str | None) -> int:
    """Where a team stands in the order: beside a sibling, or just behind the last of its siblings."""
    rows = draft.scenario.teams
    old = rows.index(team)
    beside = before if before is not None else after
    if beside is not None:
        place = rows.index(draft.team(beside, for_change=False).id) + (before is None)
        return place - (old < place)
    parent = rows[team].parent
    return max(place for place, row in enumerate(rows) if row.parent == parent)


def remove_team(project: Project, scenario: str, *, team: str) -> Edited:
    """Remove a team with its seats; its people go to the bench and its children to its parent."""
    draft = Draft(project, scenario)
    box = draft.team(team)
    for child in [row for row in draft.scenario.teams if row.parent == team]:
        draft.put(Table.TEAMS, replace(child, parent=box.parent))
    for seat in sorted(draft.scenario.seats.where("team", team), key=lambda row: row.id):
        draft.remove(Table.SEATS, seat.key)
    for link in [row for row in draft.scenario.links if team in (row.source, row.target)]:
        draft.remove(Table.LINKS, link.key)
    for duty in [row for row in draft.scenario.responsibilities if row.team == team]:
        draft.remove(Table.RESPONSIBILITIES, duty.key)
    for practice in [row for row in draft.scenario.practices if team in (row.owner, *row.teams)]:
        owner = None if practice.owner == team else practice.owner
        rest = tuple(other for other in practice.teams if other != team)
        draft.put(Table.PRACTICES, replace(practice, owner=owner, teams=rest))
    draft.remove(Table.TEAMS, team)
    return draft.edited(message("Remove {team}", team=box.name))


def duplicate_team(
    project: Project, scenario: str, *, team: str, copy: str, name: str, seats: tuple[str, ...]
) -> Edited:
    """Add a team like another right behind it: its fields and, vacant, its seats under the ids given.

    People, the lead, links and agreements stay with the first; the copy is open even when that is locked.
    Raises ValueError when there are not as many ids as seats.
    """
    draft = Draft(project, scenario)
    first = draft.team(team, for_change=False)
    twin = replace(first, id=copy, name=name.strip(), lead=None, locked=False)
    place = draft.scenario.teams.index(team) + 1
    draft.include(add_team(draft.project, scenario, team=twin, at=place))
    own = [seat for seat in draft.scenario.seats if seat.team == team]
    for key, seat in zip(seats, own, strict=True):
        if key in draft.scenario.seats:
            raise PlannerError("This layout already has a seat {id}.", id=key)
        draft.put(Table.SEATS, replace(seat, id=key, team=copy, person=None, share=None))
    return draft.edited(message("Duplicate {team}", team=first.name))


def ancestors(draft: Draft, team: str) -> list[str]:
    """The teams that a team stands under, nearest first."""
    above: list[str] = []
    current = draft.scenario.teams[team].parent
    while current is not None and current not in above:
        above.append(current)
        current = draft.scenario.teams[current].parent
    return above


def _checked(draft: Draft, team: Team) -> None:
    _named(team)
    if team.lead is not None:
        draft.person(team.lead)
    if not 0 <= team.experiment_share <= 1:
        raise PlannerError("The share kept for experiments is from 0% to 100%.")


def _named(team: Team) -> None:
    if not team.name.strip():
        raise PlannerError("A {kind} needs a name.", kind=message(_noun(team.kind)))


def _noun(kind: Kind) -> str:
    return "core" if kind is Kind.CORE else kind.value

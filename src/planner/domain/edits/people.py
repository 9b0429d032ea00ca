"""Edits of people: who there is, and what is known of them."""

from math import inf
from typing import Any

from msgspec.structs import replace

from planner.domain.difference import Table
from planner.domain.drafts import Draft, Edited
from planner.domain.people import Person
from planner.domain.projects import Project
from planner.errors import PlannerError
from planner.messages import counted, message


def add_person(project: Project, *, person: Person) -> Edited:
    """Add a person, who waits on the bench."""
    draft = Draft(project)
    if person.id in project.people:
        raise PlannerError("This plan already has a person {id}.", id=person.id)
    _checked(person)
    draft.put(Table.PEOPLE, person)
    return draft.edited(message("Add {person}", person=person.name))


def add_people(project: Project, *, people: tuple[Person, ...]) -> Edited:
    """Add several people in one step."""
    draft = Draft(project)
    for person in people:
        draft.include(add_person(draft.project, person=person))
    return draft.edited(counted("Add {count} Person", "Add {count} People", len(people)))


def edit_person(project: Project, *, person: str, **fields: Any) -> Edited:
    """Change what is known of a person: any field but the id."""
    draft = Draft(project)
    before = draft.person(person)
    if "id" in fields:
        raise ValueError("a person's id never changes")
    after = replace(before, **fields)
    _checked(after)
    draft.put(Table.PEOPLE, after)
    return draft.edited(message("Edit {person}", person=before.name))


def remove_person(project: Project, *, person: str) -> Edited:
    """Remove a person from the plan: they vacate seats, leads and ownerships in every scenario.

    Refused while a locked team holds them.
    """
    draft = Draft(project)
    who = draft.person(person)
    for scenario in project.scenarios:
        draft.include(_vacated(draft.project, scenario.id, who))
    draft.remove(Table.PEOPLE, person)
    return draft.edited(message("Remove {person}", person=who.name))


def _vacated(project: Project, scenario: str, who: Person) -> Edited:
    draft = Draft(project, scenario)
    for seat in sorted(draft.scenario.seats.where("person", who.id), key=lambda row: row.id):
        draft.put(Table.SEATS, replace(draft.seat(seat.id), person=None, share=None))
    for team in [row for row in draft.scenario.teams if row.lead == who.id]:
        draft.put(Table.TEAMS, replace(draft.team(team.id), lead=None))
    for practice in [row for row in draft.scenario.practices if row.owner == who.id]:
        draft.put(Table.PRACTICES, replace(practice, owner=None))
    return draft.edited(message("Remove {person}", person=who.name))


def _checked(person: Person) -> None:
    if not person.name.strip():
        raise PlannerError("A person needs a name.")
    if not 0 < person.capacity <= 1:
        raise PlannerError("The capacity of {person} is above 0% and at most 100%.", person=person.name)
    if person.cost is not None and not 0 <= person.cost < inf:
        raise PlannerError("The cost of {person} is 0 or more, or left open.", person=person.name)

"""Joins the people of a roster with those of a plan; no widgets, only values."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from planner.domain import Aim, Assumption, Person, Project, Rows, Scenario, Stage, Structure


class Joined(NamedTuple):
    """Who is new to a plan, and how many are in it already."""

    added: tuple[Person, ...]
    known: int


def joined(project: Project, people: Rows[Person], *, new_id: Callable[[], str]) -> Joined:
    """Who of a roster is new: known is the same e-mail, else the same name with the same title.

    A new person whose id somebody else has in the plan gets an id of their own.
    """
    known = {mark for person in project.people for mark in _marks(person)}
    added = [person for person in people if not known.intersection(_marks(person))]
    with_ids = tuple(
        replace(person, id=new_id()) if person.id in project.people else person for person in added
    )
    return Joined(with_ids, len(people) - len(added))


def with_context(
    project: Project, *, stage: Stage | None, aim: Aim | None, structure: Structure | None
) -> Project:
    """An imported project with what the user answered; what is None stays assumed."""
    scenario = next(iter(project.scenarios))
    answers = {"stage": stage, "aim": aim, "structure": structure}
    given = {name: value for name, value in answers.items() if value is not None}
    confirmed = {Assumption(name) for name in given}
    changed: Scenario = replace(scenario, assumed=scenario.assumed - confirmed, **given)
    return replace(project, scenarios=Rows([changed]))


def _marks(person: Person) -> set[tuple[str, ...]]:
    """What tells that somebody is the same person."""
    name = " ".join(person.name.casefold().split())
    if person.email.strip():
        return {("e-mail", person.email.strip().casefold())}
    return {("name", name, person.title.casefold().strip())}

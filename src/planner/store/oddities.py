"""Points out what looks odd in a project whose file was changed by something else."""

from collections.abc import Iterator

from planner.domain import Project
from planner.messages import Message, message
from planner.store.faults import in_print

_AT_MOST = 10


def oddities(project: Project) -> tuple[Message, ...]:
    """What no hand would have entered, at most ten of them: names that are blank or cannot be printed."""
    found: list[Message] = []
    for kind, key, name in _names(project):
        if not name.strip():
            found.append(message("The {kind} {id} has no name.", kind=message(kind), id=in_print(key)))
        elif not name.isprintable():
            found.append(
                message(
                    "The name of the {kind} {name} holds characters that cannot be shown.",
                    kind=message(kind),
                    name=in_print(name),
                )
            )
        if len(found) == _AT_MOST:
            break
    return tuple(found)


def _names(project: Project) -> Iterator[tuple[str, str, str]]:
    yield "plan", project.name, project.name
    for person in project.people:
        yield "person", person.id, person.name
    for scenario in project.scenarios:
        yield "scenario", scenario.id, scenario.name
        for team in scenario.teams:
            yield "team", team.id, team.name

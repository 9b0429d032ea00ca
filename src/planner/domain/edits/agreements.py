"""Edits of agreements: links, practices and responsibilities between teams."""

from msgspec.structs import replace

from planner.domain.agreements import Activity, Level, Link, Practice, Responsibility
from planner.domain.difference import Table
from planner.domain.drafts import Draft, Edited
from planner.domain.projects import Project
from planner.errors import PlannerError
from planner.messages import message


def add_link(project: Project, scenario: str, *, link: Link) -> Edited:
    """Link two teams; the same pair and kind twice is refused."""
    draft = Draft(project, scenario)
    source = draft.team(link.source, for_change=False)
    target = draft.team(link.target, for_change=False)
    if link.key in draft.scenario.links:
        raise PlannerError(
            "{source} and {target} are linked this way already.", source=source.name, target=target.name
        )
    draft.put(Table.LINKS, link)
    return draft.edited(message("Link {source} and {target}", source=source.name, target=target.name))


def remove_link(project: Project, scenario: str, *, link: Link) -> Edited:
    """Remove the link of that pair and kind."""
    draft = Draft(project, scenario)
    if link.key not in draft.scenario.links:
        raise PlannerError("These teams are not linked this way.")
    draft.remove(Table.LINKS, link.key)
    return draft.edited(message("Remove Link"))


def add_practice(project: Project, scenario: str, *, practice: Practice) -> Edited:
    """Start a practice with an owner and the teams that take part."""
    draft = Draft(project, scenario)
    _checked(draft, practice)
    if practice.id in draft.scenario.practices:
        raise PlannerError("This layout already has a practice {id}.", id=practice.id)
    draft.put(Table.PRACTICES, practice)
    return draft.edited(message("Add Practice"))


def edit_practice(
    project: Project, scenario: str, *, practice: str, owner: str | None, teams: tuple[str, ...]
) -> Edited:
    """Change who owns a practice and which teams take part."""
    draft = Draft(project, scenario)
    before = draft.scenario.practices.get(practice)
    if before is None:
        raise PlannerError("This layout has no practice {id}.", id=practice)
    after = replace(before, owner=owner, teams=teams)
    _checked(draft, after)
    draft.put(Table.PRACTICES, after)
    return draft.edited(message("Edit Practice"))


def remove_practice(project: Project, scenario: str, *, practice: str) -> Edited:
    """End a practice."""
    draft = Draft(project, scenario)
    if practice not in draft.scenario.practices:
        raise PlannerError("This layout has no practice {id}.", id=practice)
    draft.remove(Table.PRACTICES, practice)
    return draft.edited(message("Remove Practice"))


def set_responsibility(
    project: Project, scenario: str, *, activity: Activity, team: str, level: Level | None
) -> Edited:
    """Say how a team is responsible for an activity; None clears it."""
    draft = Draft(project, scenario)
    box = draft.team(team, for_change=False)
    key = (activity.value, team)
    if level is not None:
        draft.put(Table.RESPONSIBILITIES, Responsibility(activity=activity, team=team, level=level))
    elif key in draft.scenario.responsibilities:
        draft.remove(Table.RESPONSIBILITIES, key)
    return draft.edited(
        message("Set {activity} of {team}", activity=message(activity.phrase.capitalize()), team=box.name)
    )


def _checked(draft: Draft, practice: Practice) -> None:
    for team in practice.teams:
        draft.team(team, for_change=False)
    if len(set(practice.teams)) != len(practice.teams):
        raise PlannerError("A team takes part in a practice once.")
    known = practice.owner in draft.scenario.teams or practice.owner in draft.project.people
    if practice.owner is not None and not known:
        raise PlannerError("The owner of a practice is a team or a person of this plan.")

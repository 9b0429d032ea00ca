"""The rows to pick from: who may own a practice, and which teams take part in it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from planner.app.agreements.standing import columns
from planner.app.agreements.wording import counted_teams
from planner.app.canvas.menus import KIND_ICONS
from planner.app.controls.folding import has_words
from planner.app.controls.pick_list import TICKED
from planner.app.moving.choice_list import Heading, Item, Option
from planner.domain import Practice, Project, Scenario, Team
from planner.messages import message

PEOPLE_SHOWN: Final = 50
"""Beyond these, people are found by typing."""


class TeamSet(NamedTuple):
    """A whole set of teams to take part, offered as one row."""

    teams: tuple[str, ...]


def owners(project: Project, scenario: Scenario, practice: Practice, typed: str) -> list[Item]:
    """No owner, teams, people; the value of a row is the owner's id, or None."""
    items: list[Item] = []
    if has_words("No owner", typed):
        items.append(_owner("No owner", "", None, practice, "minus"))
    teams = [team for team in columns(scenario) if has_words(team.name, typed)]
    if teams:
        items.append(Heading(message("Teams")))
        items += [
            _owner(team.name, team.kind.value, team.id, practice, KIND_ICONS[team.kind]) for team in teams
        ]
    people = [person for person in project.people if has_words(person.name, typed)]
    if people:
        items.append(Heading(message("People")))
        shown = people[:PEOPLE_SHOWN]
        items += [_owner(person.name, "", person.id, practice, "person") for person in shown]
    if len(people) > PEOPLE_SHOWN:
        more = len(people) - PEOPLE_SHOWN
        items.append(Heading(message("{count} more people. Type a name to find them.", count=more)))
    return items or [_nothing("No team or person called '{text}'.", typed)]


def participants(scenario: Scenario, practice: Practice, typed: str) -> list[Item]:
    """Teams with a tick before those that take part, and whole sets of teams."""
    teams = columns(scenario)
    sets = [each for each in _sets(teams) if has_words(each.name, typed)]
    taking_part = set(practice.teams)
    found: list[Item] = [
        Option(
            team.name,
            "owner" if team.id == practice.owner else team.kind.value,
            None,
            team.id,
            icon=TICKED if team.id in taking_part else "",
        )
        for team in teams
        if has_words(team.name, typed)
    ]
    if not typed.strip():
        items = [*sets, *_under("Teams", found)]
    else:  # what is called so comes first: "ML" means ML Platform rather than all ML teams
        items = [*found, *(_under("Several teams", sets) if found else sets)]
    return items or [_nothing("No team called '{text}'.", typed)]


def after_taking(practice: Practice, value: object) -> tuple[str, ...]:
    """The teams that take part once a row of ``participants`` is taken."""
    if isinstance(value, TeamSet):
        return value.teams
    team = str(value)
    if team in practice.teams:
        return tuple(each for each in practice.teams if each != team)
    return (*practice.teams, team)


def _owner(name: str, detail: str, value: str | None, practice: Practice, icon: str) -> Option:
    return Option(name, detail, None, value, icon=TICKED if value == practice.owner else icon)


def _sets(teams: list[Team]) -> list[Option]:
    """Whole sets of teams; none where there is no team."""
    if not teams:
        return []
    ml_teams = [team for team in teams if team.kind.is_ml]
    return [_set("All ML teams", ml_teams), _set("All teams", teams), _set("No teams", [])]


def _under(words: str, items: Sequence[Item]) -> list[Item]:
    return [Heading(message(words)), *items] if items else []


def _set(name: str, teams: list[Team]) -> Option:
    detail = counted_teams(len(teams)) if teams else ""
    return Option(
        name, detail, None, TeamSet(tuple(team.id for team in teams)), icon="people" if teams else "minus"
    )


def _nothing(words: str, typed: str) -> Heading:
    return Heading(message(words, text=typed.strip()))

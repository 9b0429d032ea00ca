"""Edits of scenarios and of the project itself: context, names, what is muted, which layouts there are."""

from typing import Any

from msgspec.structs import replace

from planner.domain.context import Assumption
from planner.domain.difference import Table
from planner.domain.drafts import Draft, Edited
from planner.domain.projects import Project
from planner.domain.scenarios import Mute, Scenario
from planner.errors import PlannerError
from planner.messages import Message, message

USE_CASES_MOST = 1_000_000
_LAYOUT = {"id", "teams", "seats", "links", "practices", "responsibilities", "muted", "baseline"}


def edit_context(project: Project, scenario: str, **fields: Any) -> Edited:
    """Change a scenario's name, stage, aim, use_cases, structure, chooser or notes.

    A stage, aim or structure that is set counts as confirmed, even when it stays the same.
    """
    draft = Draft(project, scenario)
    if _LAYOUT & fields.keys():
        raise ValueError("the layout is changed by edits of its own")
    before = draft.scenario
    confirmed = {Assumption(name) for name in fields if name in {"stage", "aim", "structure"}}
    fields.setdefault("assumed", before.assumed - confirmed)
    after = replace(before, **fields)
    if not after.name.strip():
        raise PlannerError("A scenario needs a name.")
    if not 0 <= after.use_cases <= USE_CASES_MOST:
        raise PlannerError("The number of use cases is from 0 to {most}.", most=USE_CASES_MOST)
    draft.put(Table.SCENARIOS, after)
    return draft.edited(message("Change Context" if "name" not in fields else "Rename Scenario"))


def confirm_context(project: Project, scenario: str) -> Edited:
    """Confirm what an import assumed of stage, aim and structure."""
    draft = Draft(project, scenario)
    draft.put(Table.SCENARIOS, replace(draft.scenario, assumed=frozenset()))
    return draft.edited(message("Confirm Context"))


def mark_baseline(project: Project, scenario: str, *, baseline: bool) -> Edited:
    """Make a scenario the one that others are compared with, or none; a plan has one baseline at most."""
    draft = Draft(project, scenario)
    name = draft.scenario.name
    for other in project.scenarios:
        wanted = baseline and other.id == scenario
        if other.baseline != wanted and (baseline or other.id == scenario):
            draft.put(Table.SCENARIOS, replace(other, baseline=wanted))
    label = "Make {name} the Baseline" if baseline else "Take {name} off as Baseline"
    return draft.edited(message(label, name=name))


def add_scenario(project: Project, *, scenario: Scenario, at: int | None = None) -> Edited:
    """Add a scenario with its layout."""
    draft = Draft(project)
    if scenario.id in project.scenarios:
        raise PlannerError("This plan already has a scenario {id}.", id=scenario.id)
    if not scenario.name.strip():
        raise PlannerError("A scenario needs a name.")
    if scenario.baseline and any(other.baseline for other in project.scenarios):
        raise PlannerError("This plan has a baseline already.")
    draft.put(Table.SCENARIOS, scenario, at=at)
    return draft.edited(message("Add Scenario {name}", name=scenario.name))


def duplicate_scenario(project: Project, scenario: str, *, copy: str, name: str) -> Edited:
    """Copy a scenario behind itself; team and seat ids stay, so that both can be compared by id."""
    draft = Draft(project, scenario)
    twin = replace(draft.scenario, id=copy, name=name.strip(), baseline=False)
    if copy in project.scenarios:
        raise PlannerError("This plan already has a scenario {id}.", id=copy)
    if not twin.name:
        raise PlannerError("A scenario needs a name.")
    draft.put(Table.SCENARIOS, twin, at=project.scenarios.index(scenario) + 1)
    return draft.edited(message("Duplicate {name}", name=draft.scenario.name))


def move_scenario(project: Project, scenario: str, *, to: int) -> Edited:
    """Put a scenario at another place in the order; a place beyond the ends is the nearest end."""
    draft = Draft(project, scenario)
    place = max(0, min(to, len(project.scenarios) - 1))
    draft.put(Table.SCENARIOS, draft.scenario, at=place)
    return draft.edited(message("Move {name}", name=draft.scenario.name))


def remove_scenario(project: Project, scenario: str) -> Edited:
    """Remove a scenario with its layout; a plan keeps at least one."""
    draft = Draft(project, scenario)
    name = draft.scenario.name
    if len(project.scenarios) == 1:
        raise PlannerError("{name} is the only scenario, and a plan keeps at least one.", name=name)
    draft.remove(Table.SCENARIOS, scenario)
    return draft.edited(message("Remove {name}", name=name))


def mute_rule(
    project: Project, scenario: str, *, rule: str, reason: str, name: Message | None = None
) -> Edited:
    """Set a rule aside for a scenario, or give another reason; ``name`` is what people call the rule."""
    draft = Draft(project, scenario)
    draft.put(Table.MUTED, Mute(rule=rule, reason=reason.strip()))
    return draft.edited(message("Mute {rule}", rule=_named(rule, name)))


def unmute_rule(project: Project, scenario: str, *, rule: str, name: Message | None = None) -> Edited:
    """Let a rule count again; ``name`` is what people call it."""
    draft = Draft(project, scenario)
    if rule not in draft.scenario.muted:
        raise PlannerError("{rule} is not muted.", rule=_named(rule, name))
    draft.remove(Table.MUTED, rule)
    return draft.edited(message("Unmute {rule}", rule=_named(rule, name)))


def _named(rule: str, name: Message | None) -> Message:
    """A rule in a sentence: by its name, which is a sentence itself, or else by its id."""
    return message("{rule}", rule=rule) if name is None else message("“{name}”", name=name)


def edit_project(project: Project, **fields: Any) -> Edited:
    """Change the plan's name, currency, notes, own weights or further packs."""
    draft = Draft(project)
    if {"people", "scenarios"} & fields.keys():
        raise ValueError("people and scenarios are changed by edits of their own")
    after = replace(project, **fields)
    if not after.name.strip():
        raise PlannerError("A plan needs a name.")
    draft.set_project(after)
    return draft.edited(message("Edit Plan"))

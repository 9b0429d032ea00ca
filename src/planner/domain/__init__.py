"""The domain: immutable values of people, teams and layouts, and the edits that lead from one to the next.

A module is imported when one of its names is first asked for: a window starts with a few enumerations alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.domain.agreements import (
        Activity,
        Level,
        Link,
        LinkKind,
        Practice,
        PracticeKind,
        Responsibility,
    )
    from planner.domain.context import Aim, Assumption, Chooser, Stage, Structure
    from planner.domain.difference import Change, Difference, Row, Table
    from planner.domain.drafts import Draft, Edit, Edited, together
    from planner.domain.functions import DISPLAY_ORDER, PARTNER_FUNCTIONS, ROLES, Function
    from planner.domain.people import Person
    from planner.domain.projects import OwnWeights, Project
    from planner.domain.rows import Key, Rows
    from planner.domain.scenarios import Mute, Scenario
    from planner.domain.teams import Focus, Kind, Seat, Team
else:
    _NAMES = {
        "agreements": "Activity Level Link LinkKind Practice PracticeKind Responsibility",
        "context": "Aim Assumption Chooser Stage Structure",
        "difference": "Change Difference Row Table",
        "drafts": "Draft Edit Edited together",
        "functions": "DISPLAY_ORDER PARTNER_FUNCTIONS ROLES Function",
        "people": "Person",
        "projects": "OwnWeights Project",
        "rows": "Key Rows",
        "scenarios": "Mute Scenario",
        "teams": "Focus Kind Seat Team",
    }
    _HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found


__all__ = [
    "DISPLAY_ORDER",
    "PARTNER_FUNCTIONS",
    "ROLES",
    "Activity",
    "Aim",
    "Assumption",
    "Change",
    "Chooser",
    "Difference",
    "Draft",
    "Edit",
    "Edited",
    "Focus",
    "Function",
    "Key",
    "Kind",
    "Level",
    "Link",
    "LinkKind",
    "Mute",
    "OwnWeights",
    "Person",
    "Practice",
    "PracticeKind",
    "Project",
    "Responsibility",
    "Row",
    "Rows",
    "Scenario",
    "Seat",
    "Stage",
    "Structure",
    "Table",
    "Team",
    "together",
]

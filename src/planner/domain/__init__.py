"""The domain: immutable values of people, teams and layouts, and the edits that lead from one to the next."""

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

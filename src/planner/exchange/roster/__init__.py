"""Rosters are lists of people from other programs, read, understood and made into a first layout.

``read`` gives the bare table of a file, ``understand`` a project with one scenario and a report of what was
understood, what was skipped and why.
"""

from planner.exchange.roster.columns import FIELDS, IGNORED, Column, NoNamesError, Wishes, columns_of
from planner.exchange.roster.report import FIELD_WORDS, Report
from planner.exchange.roster.tables import Roster, read
from planner.exchange.roster.titles import Suggestion, suggest
from planner.exchange.roster.understand import Import, understand
from planner.exchange.roster.whom import Whom

__all__ = [
    "FIELDS",
    "FIELD_WORDS",
    "IGNORED",
    "Column",
    "Import",
    "NoNamesError",
    "Report",
    "Roster",
    "Suggestion",
    "Whom",
    "Wishes",
    "columns_of",
    "read",
    "suggest",
    "understand",
]

"""Rosters are lists of people from other programs, read, understood and made into a first layout.

``read`` gives the bare table of a file, ``understand`` a project with one scenario and a report of what was
understood, what was skipped and why.
"""

from planner.exchange.roster.columns import FIELDS
from planner.exchange.roster.report import Report
from planner.exchange.roster.tables import Roster, read
from planner.exchange.roster.titles import Suggestion, suggest
from planner.exchange.roster.understand import Import, understand

__all__ = ["FIELDS", "Import", "Report", "Roster", "Suggestion", "read", "suggest", "understand"]

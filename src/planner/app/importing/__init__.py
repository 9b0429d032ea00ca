"""Importing shows what was understood of a roster before anything changes, then does what was chosen."""

from planner.app.importing.importing import import_roster, import_text

__all__ = ["import_roster", "import_text"]

"""The command line works without a screen: it imports, scores, exports and checks, and never reaches Qt."""

from planner.cli.commands import main

__all__ = ["main"]

"""Recovering: work that no document holds is offered at the start, and stays under File ▸ Recover."""

from planner.app.recovering.recovering import Recovering

__all__ = ["Recovering"]

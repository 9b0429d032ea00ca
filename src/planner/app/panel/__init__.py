"""The score panel: the live score beside the canvas, and what to change and why."""

from planner.app.panel.panel import ScorePanel

__all__ = ["ScorePanel"]

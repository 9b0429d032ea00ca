"""Controls are the small widgets that every part of the window is made of, dressed by the look."""

from planner.app.controls.buttons import Kind, make_button, make_tool_button
from planner.app.controls.labels import divider, label
from planner.app.controls.pills import KeyCap, Pill, ScorePill

__all__ = [
    "KeyCap",
    "Kind",
    "Pill",
    "ScorePill",
    "divider",
    "label",
    "make_button",
    "make_tool_button",
]

"""Controls are the small widgets that every part of the window is made of, dressed by the look."""

from planner.app.controls.buttons import Kind, make_button, make_tool_button
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.labels import divider, label
from planner.app.controls.pills import KeyCap, Pill, ScorePill
from planner.app.controls.popover import Popover

__all__ = [
    "ChoiceBox",
    "KeyCap",
    "Kind",
    "Pill",
    "Popover",
    "ScorePill",
    "divider",
    "label",
    "make_button",
    "make_tool_button",
]

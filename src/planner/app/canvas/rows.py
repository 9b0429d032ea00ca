"""The rows of the canvas's own actions, for the window's menus; ``canvas`` is the workbench."""

from functools import partial
from typing import Final

from planner.app.actions import ActionRow, Where
from planner.app.canvas.showing_rows import SHOWING_ROWS

_person = partial(ActionRow, menu="Edit", section=3, where=Where.CANVAS)
_clip = partial(ActionRow, menu="Edit", section=1, where=Where.CANVAS)
_view = partial(ActionRow, menu="View", section=1)
_plan = partial(ActionRow, menu="Plan", section=2)

# fmt: off
CANVAS_ROWS: Final = (
    *SHOWING_ROWS,
    _clip(id="canvas.cut", text="Cut", handler="canvas.cut", shortcuts=("Ctrl+X",),
          enabled_when="canvas.can_copy"),
    _clip(id="canvas.copy", text="Copy", handler="canvas.copy", shortcuts=("Ctrl+C",), icon="copy",
          enabled_when="canvas.can_copy"),
    _clip(id="canvas.paste", text="Paste", handler="canvas.paste", shortcuts=("Ctrl+V",)),
    _clip(id="canvas.all", text="Select team, then all", handler="canvas.select_more", shortcuts=("Ctrl+A",)),
    _person(id="canvas.move", text="Move to…", handler="canvas.move_to", shortcuts=("M",), icon="arrow-right",
            enabled_when="canvas.can_move"),
    _person(id="canvas.role", text="Add role…", handler="canvas.add_role", shortcuts=("R",), icon="plus",
            enabled_when="canvas.can_change_role", text_from="canvas.role_text"),
    _person(id="canvas.under", text="Move under…", handler="canvas.move_under", icon="hierarchy",
            enabled_when="canvas.has_team"),
    _person(id="canvas.earlier", text="Move earlier", handler="canvas.move_earlier",
            shortcuts=("Alt+Left", "Alt+Up"), enabled_when="canvas.has_thing"),
    _person(id="canvas.later", text="Move later", handler="canvas.move_later",
            shortcuts=("Alt+Right", "Alt+Down"), enabled_when="canvas.has_thing"),
    _person(id="canvas.link", text="Link to…", handler="canvas.link_to", shortcuts=("L",), icon="link",
            enabled_when="canvas.has_thing"),
    _person(id="canvas.seat", text="Add seat", handler="canvas.add_seat", shortcuts=("Ins",),
            enabled_when="canvas.has_thing"),
    _person(id="canvas.edit", text="Edit…", handler="canvas.edit", enabled_when="canvas.can_edit"),
    _person(id="canvas.name", text="Rename", handler="canvas.rename", shortcuts=("F2",), icon="pencil",
            enabled_when="canvas.has_thing"),
    _person(id="canvas.delete", text="Back to bench or remove", handler="canvas.delete", shortcuts=("Del",),
            icon="trash", enabled_when="canvas.has_thing"),
    _plan(id="plan.details", text="Plan details…", handler="canvas.edit_plan"),
    _view(id="canvas.in", text="Zoom in", handler="canvas.zoom_in", shortcuts=("Ctrl++", "Ctrl+=")),
    _view(id="canvas.out", text="Zoom out", handler="canvas.zoom_out", shortcuts=("Ctrl+-",)),
    _view(id="canvas.full", text="Zoom to 100%", handler="canvas.zoom_to_full_size", shortcuts=("Ctrl+0",)),
    _view(id="canvas.fit", text="Show the whole chart", handler="canvas.zoom_to_fit", shortcuts=("Ctrl+9",),
          icon="fit"),
    _view(id="canvas.chosen", text="Zoom to the selection", handler="canvas.zoom_to_selection",
          shortcuts=("Ctrl+8",), enabled_when="canvas.has_thing"),
)

"""The commands of a window as entries of its palette: all of them, those that cannot run with the reason."""

from typing import Final

from PySide6.QtGui import QAction, QKeySequence

from planner.app.actions import ActionRow, Actions
from planner.app.palette.entries import Entry, Kind

NO_PLAN: Final = "Open a plan first."
REASONS: Final = {
    "agreeing.can_ask": "There is nothing to agree on yet.",
    "canvas.can_copy": "Select a person or a team first.",
    "canvas.can_edit": "Select a person, a seat or a team first.",
    "canvas.can_move": "Select a person or a team first.",
    "canvas.can_change_role": "Select a person or a seat first.",
    "canvas.has_team": "Select a team first.",
    "canvas.has_thing": "Select a seat or a team first.",
    "file.can_revert": "There is nothing to go back to.",
    "file.has_document": NO_PLAN,
    "file.has_file": "Save the plan first.",
    "history.has_steps": "Nothing was done yet.",
    "packs.has_own_weights": "The default weights are in use.",
    "plan.can_redo": "Nothing was undone.",
    "plan.can_undo": "Nothing was done yet.",
    "scenarios.can_move_left": "It is the first already.",
    "scenarios.can_move_right": "It is the last already.",
    "scenarios.has_others": "A plan keeps at least one scenario.",
    "showing.can_collapse": "Select a team that is not collapsed first.",
    "showing.can_expand": "Select a collapsed team first.",
    "showing.has_collapsed": "No team is collapsed.",
    "showing.has_teams": "There are no teams yet.",
}
"""Why a command cannot run, by what allows it."""
_OTHER_REASON: Final = "Not possible now."


def command_entries(actions: Actions, *, but: str = "") -> list[Entry]:
    """All commands in the order of the menus' table, without the one with the id ``but``."""
    return [_entry(actions, row, action) for row, action in actions if row.id != but]


def _entry(actions: Actions, row: ActionRow, action: QAction) -> Entry:
    menu = row.menu.replace("/", " ▸ ")
    return Entry(
        key=f"command {row.id}",
        kind=Kind.COMMAND,
        name=plain(action.text()),
        run=action.trigger,
        detail=lambda: menu,
        aside=menu,
        icon=row.icon,
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        state=_state(action) if row.checked_when else "",
        refusal="" if action.isEnabled() else reason(actions, row),
    )


def plain(text: str) -> str:
    """An action's words without the mark of its menu key and without dots at the end."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _state(action: QAction) -> str:
    if action.actionGroup() is not None:
        return "Chosen" if action.isChecked() else ""
    return "On" if action.isChecked() else "Off"


def reason(actions: Actions, row: ActionRow) -> str:
    """Why a command cannot run."""
    return REASONS.get(row.enabled_when, _OTHER_REASON) if actions.has_owner(row) else NO_PLAN

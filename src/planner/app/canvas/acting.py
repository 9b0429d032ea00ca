"""Acting tells what a command acts on: never on what neither the ring nor the selection shows."""

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.selection import Key


def acted_on(canvas: Canvas) -> Key | None:
    """What is in focus, as long as it is seen to be; else what was selected last.

    The focus stays where it was after a click on the empty canvas and after Esc, so that arrows go on from
    there; only where the ring shows it do commands act on it without its being selected.
    """
    selection = canvas.selection
    key = selection.focus if selection.focus is not None else selection.single
    is_hidden = canvas.hasFocus() and not canvas.situation.has_focus
    if key is None or key in selection.items or not is_hidden:
        return key
    return selection.items[-1] if selection.items else None

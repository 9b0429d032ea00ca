"""Joins an outline with the workbench, so that what is done here is what is done on the canvas."""

from PySide6.QtCore import QPoint, QRect

from planner.advice.moves import Load
from planner.app.canvas.ink import Ink
from planner.app.canvas.loads import locked_team
from planner.app.canvas.selection import Key
from planner.app.moving.workbench import Workbench
from planner.app.outline.outline import Outline
from planner.app.theme import Look


def outline_of(workbench: Workbench, *, look: Look, ink: Ink) -> Outline:
    """Make an outline on a workbench's document, selection, gesture and commands."""
    document, commands, canvas = workbench.document, workbench.commands, workbench.canvas
    outline = Outline(document, workbench.selection, workbench.gesture, look=look, ink=ink)

    def may_go(load: Load) -> bool:
        locked = locked_team(document.scenario, load)
        if locked is not None:
            commands.refuse_locked(locked)
        return locked is None

    def drag(load: Load, at: QPoint, home: QRect) -> None:
        if may_go(load):
            workbench.grab.drag(load, at=at, home=home)

    def carry(load: Load, home: QRect) -> None:
        if may_go(load):
            workbench.grab.carry(load, home=home)

    def open_thing(key: Key) -> None:
        if key[0] == "person":
            workbench.edit_person(key[1])
        else:
            workbench.keyboard.open()

    def show_on_canvas(keys: tuple[Key, ...]) -> None:
        canvas.reveal(keys[-1])

    outline.drag_begun.connect(drag)
    outline.carry_asked.connect(carry)
    outline.opened.connect(open_thing)
    outline.picked.connect(show_on_canvas)
    outline.menu_asked.connect(workbench.menu_for)
    outline.named.connect(commands.rename_to)
    outline.zone.scrolled.connect(workbench.grab.look_again)
    canvas.folded.connect(lambda: outline.follow_folds(canvas.scene.collapsed))
    outline.follow_folds(canvas.scene.collapsed)
    workbench.grab.add_zone(outline.zone, first=True)
    workbench.outline = outline
    return outline

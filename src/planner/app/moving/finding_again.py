"""After undo and redo the view goes back to where the change was, unless that is in sight already."""

from PySide6.QtCore import QObject, QRect

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.selection import Key
from planner.app.document import Document
from planner.domain import Difference, Link, Scenario, Seat, Team
from planner.messages import Message


class FindingAgain(QObject):
    """Follows what is undone and done again in a document, and shows it on the canvas."""

    def __init__(self, canvas: Canvas, document: Document) -> None:
        super().__init__(canvas)
        self._canvas, self._document = canvas, document
        self._undoable, self._redoable = document.undo_label, document.redo_label
        document.changed.connect(self._follow)
        document.state_changed.connect(self._note)

    def _follow(self, difference: Difference) -> None:
        # A step has one label for all its life: it tells what was undone or redone from what is new.
        if _is(difference.label, self._undoable) or _is(difference.label, self._redoable):
            self.show(difference)

    def _note(self) -> None:
        self._undoable, self._redoable = self._document.undo_label, self._document.redo_label

    def show(self, difference: Difference) -> None:
        """Bring what a difference changed into sight, where none of it is."""
        scene = self._canvas.scene
        keys = [key for key in places_of(difference, self._document.scenario) if key in scene]
        port = self._canvas.viewport().rect()
        rects = [rect for rect in map(scene.rect_of, keys) if rect is not None]
        if rects and not any(_is_seen(self._canvas.to_viewport(rect), port) for rect in rects):
            self._canvas.reveal(keys[0])


def places_of(difference: Difference, scenario: Scenario) -> list[Key]:
    """What a difference changed on the chart of a scenario; for what is gone, where it stood."""
    found: list[Key] = []
    for change in difference.of_scenario(scenario.id):
        row = change.after if change.after is not None else change.before
        match row:
            case Seat():
                found.append(("seat", row.id) if row.id in scenario.seats else ("team", row.team))
            case Team():
                found.append(("team", row.id if row.id in scenario.teams else row.parent or ""))
            case Link():
                found += [("team", row.source), ("team", row.target)]
    return list(dict.fromkeys(found))


def _is(label: Message, known: Message | None) -> bool:
    return label is known


def _is_seen(area: QRect, port: QRect) -> bool:
    return port.contains(area) or port.intersected(area).height() * 2 > area.height() > port.height()

"""After undo and redo the view goes to where the change was, and the selection stays on who was moved."""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QObject, QRect, Signal

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.selection import Key
from planner.app.canvas.view import View
from planner.app.document import Document
from planner.domain import Difference, Link, Scenario, Seat, Table, Team
from planner.messages import Message, counted, message

_REMEMBERED: Final = 50
"""So many of the last steps that made teams know what was seen."""


class FindingAgain(QObject):
    """Follows what is undone and done again in a document, and shows it on the canvas.

    Signals:
        undone(Message): what was taken back, or how many steps the history went at once.
        redone(Message): what was done again.
    """

    undone = Signal(object)
    redone = Signal(object)

    def __init__(self, canvas: Canvas, document: Document) -> None:
        super().__init__(canvas)
        self._canvas, self._document = canvas, document
        self._project, self._selected = document.project, canvas.selection.items
        self._undoable, self._redoable = document.undo_label, document.redo_label
        self._present = document.history.present
        self._made_from: list[tuple[Message, str, View]] = []
        self._elsewhere: tuple[str, Difference] | None = None
        canvas.selection.changed.connect(self._remember)
        document.changed.connect(self._follow)
        document.state_changed.connect(self._note)

    def _remember(self) -> None:
        # What is gone is taken out of the selection before it is known where it went.
        if self._document.project is self._project:
            self._selected = self._canvas.selection.items

    def _follow(self, difference: Difference) -> None:
        # A step has one label for all its life: it tells what was undone or redone from what is new.
        is_undone, jumped = (
            _is(difference.label, self._undoable),
            self._document.history.present - self._present,
        )
        if abs(jumped) > 1:
            self._go_to(difference)
            self.undone.emit(_jumped(jumped))
        elif is_undone or _is(difference.label, self._redoable):
            self._go_to(difference)
            if is_undone:
                self.undone.emit(message("Undone: {step}.", step=difference.label))
            else:
                self.redone.emit(message("Done again: {step}.", step=difference.label))
        elif _teams_come(difference):
            here = (difference.label, self._document.scenario_id, self._canvas.view)
            self._made_from = [*self._made_from[-_REMEMBERED:], here]
        self._project = self._document.project
        self._remember()

    def _note(self) -> None:
        self._undoable, self._redoable = self._document.undo_label, self._document.redo_label
        self._present = self._document.history.present
        elsewhere, self._elsewhere = self._elsewhere, None
        if elsewhere is not None:
            scenario, difference = elsewhere
            self._document.show_scenario(scenario)
            self.show(difference)

    def _go_to(self, difference: Difference) -> None:
        """Show what a step changed, of another scenario once all others follow the change."""
        known = self._document.project.scenarios
        touched = [scenario for scenario in _scenarios_of(difference) if scenario in known]
        if touched and self._document.scenario_id not in touched:
            self._elsewhere = touched[0], difference
            return
        self._select_again(difference)
        if not self._come_back(difference):
            self.show(difference)

    def _come_back(self, difference: Difference) -> bool:
        """Where a team that was made is gone again, see what was seen when it was made."""
        made = next((made for made in self._made_from if made[0] is difference.label), None)
        if made is None or _teams_come(difference):
            return False
        _, scenario, view = made
        if scenario != self._document.scenario_id or view.scale != self._canvas.view.scale:
            return False
        self._canvas.fly_to(view)
        return True

    def _select_again(self, difference: Difference) -> None:
        """Let the selection go with the people who were selected."""
        keys = followed(self._selected, difference, self._document.scenario)
        scene = self._canvas.scene
        found = [scene.shown(key) if key[0] == "seat" else key for key in keys]
        self._canvas.selection.select(*(key for key in found if key in scene))

    def show(self, difference: Difference) -> None:
        """Bring what a difference changed into sight, where none of it is."""
        scene = self._canvas.scene
        keys = [key for key in places_of(difference, self._document.scenario) if key in scene]
        port = self._canvas.viewport().rect()
        rects = [rect for rect in map(scene.rect_of, keys) if rect is not None]
        if rects and not any(_is_seen(self._canvas.to_viewport(rect), port) for rect in rects):
            self._canvas.reveal(keys[0])


def followed(selected: Iterable[Key], difference: Difference, scenario: Scenario) -> list[Key]:
    """What is selected after a step: who sat in a selected seat, where they sit now or else on the bench."""
    changes = list(difference.of_scenario(scenario.id))
    before = {row.id: row.person for change in changes if isinstance(row := change.before, Seat)}
    after = [row for change in changes if isinstance(row := change.after, Seat) and row.id in scenario.seats]
    found: list[Key] = []
    for kind, name in selected:
        person = name if kind == "person" else before.get(name)
        seat = scenario.seats.get(name) if kind == "seat" else None
        if person is None or (seat is not None and seat.person == person):
            found.append((kind, name))
            continue
        held = [each.id for each in after if each.person == person]
        if not held and kind == "seat":
            held = [each.id for each in scenario.seats if each.person == person]
        found.append(("seat", held[-1]) if held else ("person", person))
    return list(dict.fromkeys(found))


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


def _teams_come(difference: Difference) -> bool:
    return any(change.table is Table.TEAMS and change.before is None for change in difference)


def _scenarios_of(difference: Difference) -> list[str]:
    """The scenarios that a step changed alone; none for one that changed people, whom all share."""
    found: list[str] = []
    for change in difference:
        if change.table is Table.PEOPLE:
            return []
        if change.scenario is not None:
            found.append(change.scenario)
        elif isinstance(change.after, Scenario) and _is_seen_whole(change.before, change.after):
            found.append(change.after.id)
    return list(dict.fromkeys(found))


def _is_seen_whole(before: object, after: Scenario) -> bool:
    """Whether a change of a scenario's own fields shows elsewhere than on its tab."""
    if not isinstance(before, Scenario):
        return True
    return replace(before, name=after.name, baseline=after.baseline) != after


def _jumped(steps: int) -> Message:
    words = ("{count} step undone.", "{count} steps undone.")
    again = ("{count} step done again.", "{count} steps done again.")
    return counted(*(words if steps < 0 else again), abs(steps))


def _is(label: Message, known: Message | None) -> bool:
    return label is known


def _is_seen(area: QRect, port: QRect) -> bool:
    return port.contains(area) or port.intersected(area).height() * 2 > area.height() > port.height()

"""Heard tells screen readers where the focus goes on canvas and bench, what is selected, what has changed."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QWidget

from planner.app.bench.people_list import PeopleList
from planner.app.bench.role_filter import RoleFilter
from planner.app.canvas.accessible import AccessibleTrees, TreeInterface, read_of
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.keyboard import Keyboard
from planner.app.canvas.offering import Key, Walked
from planner.app.canvas.reading import BenchTree, CanvasTree
from planner.app.canvas.selection import Selection
from planner.app.controls.speaking import announce
from planner.domain import Difference, Person, Seat, Team
from planner.messages import message

_Event = QAccessible.Event
_AT_MOST: Final = 40
"""Of more items than so many it is told at once that they have changed."""


class HeardWalk(QObject):
    """Tells where the focus is in a walked widget, whenever a signal says that it may have moved."""

    def __init__(self, widget: QWidget, tree: Walked, *moved: SignalInstance) -> None:
        super().__init__(widget)
        self.widget, self._tree = widget, tree
        self._focus: Key | None = None
        self._selected: tuple[Key, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.follow)
        widget.installEventFilter(self)
        for signal in moved:
            signal.connect(self.follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell of the item in focus once Qt has told of the widget."""
        if event.type() is QEvent.Type.FocusIn:
            self._focus = None
            self._soon.start()
        return False

    def follow(self) -> None:
        """Tell what is selected now and where the focus is, where either is another than before."""
        read = read_of(self.widget)
        if read is None:
            return
        self._tell_selection(read, tuple(self._tree.accessible_selection()))
        focus = self._tree.accessible_focus()
        if focus is not None and focus != self._focus:
            _tell(read.item(focus), _Event.Focus)
        self._focus = focus

    def _tell_selection(self, read: TreeInterface, selected: tuple[Key, ...]) -> None:
        before, self._selected = self._selected, selected
        now, then = set(selected), set(before)
        added, gone = now - then, then - now
        if not self.widget.hasFocus() or not (added or gone):
            return  # of what is selected elsewhere is told there
        if read.role() is QAccessible.Role.Grouping:
            for key in added | gone:
                _tell_state(read.item(key), checked=True)
            return
        if added and len(selected) > 1:
            announce(self.widget, str(message("{count} selected.", count=len(selected))))
        if len(added) + len(gone) > _AT_MOST:
            _tell(read, _Event.SelectionWithin)
            return
        for key in gone:
            known = read.known(key)
            if known is not None and known.isValid():
                _tell(known, _Event.SelectionRemove)
        for key in added:
            _tell(read.item(key), _Event.Selection if len(selected) == 1 else _Event.SelectionAdd)


class Heard(HeardWalk):
    """The same for the canvas, and what an edit or a fold changes there."""

    def __init__(self, canvas: Canvas, tree: Walked) -> None:
        super().__init__(canvas, tree, canvas.selection.changed)
        self._canvas = canvas
        self._collapsed = canvas.scene.collapsed
        canvas.document.changed.connect(self._follow_edit)
        canvas.document.scenario_switched.connect(self._tell_all_anew)
        canvas.folded.connect(self._follow_folds)

    def _follow_edit(self, difference: Difference) -> None:
        read = read_of(self._canvas)
        if read is None:
            return
        keys = self._touched(difference)
        if len(keys) > _AT_MOST:
            self._tell_all_anew()
            return
        for key in keys:
            known = read.known(key)
            if known is not None and known.isValid():
                _tell(known, _Event.NameChanged)
            elif known is None and key in self._canvas.scene:
                _tell(read.item(key), _Event.ObjectCreated)

    def _touched(self, difference: Difference) -> set[Key]:
        """The cards and teams that say something else now."""
        seats = self._canvas.document.scenario.seats
        keys: set[Key] = set()
        for change in difference.of_scenario(self._canvas.document.scenario_id):
            for row in (change.before, change.after):
                match row:
                    case Seat():
                        keys |= {("seat", row.id), ("team", row.team)}
                    case Team():
                        keys.add(("team", row.id))
                    case Person():
                        keys |= {("seat", seat.id) for seat in seats.where("person", row.id)}
        return keys

    def _follow_folds(self) -> None:
        before, self._collapsed = self._collapsed, self._canvas.scene.collapsed
        changed = sorted(before ^ self._collapsed)
        read = read_of(self._canvas)
        if read is None or len(changed) > _AT_MOST:
            self._tell_all_anew()
            return
        for team in changed:
            if ("team", team) in self._canvas.scene:
                _tell_state(read.item(("team", team)), expanded=True)
        if len(changed) == 1:
            self._say_fold(changed[0])

    def _say_fold(self, team: str) -> None:
        name = self._canvas.document.scenario.teams[team].name
        text = "{team} is collapsed." if team in self._collapsed else "{team} is expanded."
        announce(self._canvas, str(message(text, team=name)))

    def _tell_all_anew(self) -> None:
        read = read_of(self._canvas)
        if read is not None:
            _tell(read, _Event.ObjectReorder)


def offer_chart(trees: AccessibleTrees, canvas: Canvas, keyboard: Keyboard) -> None:
    """Let the chart be read, heard and used by screen readers."""
    tree = CanvasTree(canvas, keyboard)
    trees.offer(canvas, tree)
    Heard(canvas, tree)


def offer_people(trees: AccessibleTrees, people: PeopleList, selection: Selection) -> None:
    """Let the bench be read, heard and used by screen readers."""
    tree = BenchTree(people, selection)
    trees.offer(people, tree)
    HeardWalk(people, tree, people.focus_moved, selection.changed)


def offer_roles(trees: AccessibleTrees, roles: RoleFilter) -> None:
    """Let the filter by role be read, heard and used by screen readers."""
    trees.offer(roles, roles)
    HeardWalk(roles, roles, roles.walked, roles.changed)


def _tell(what: QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(what, event))


def _tell_state(what: QAccessibleInterface, *, expanded: bool = False, checked: bool = False) -> None:
    """Tell that something was expanded or collapsed, ticked or not."""
    changed = QAccessible.State()
    changed.expanded, changed.checked = expanded, checked
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(what, changed))

"""The outline panel: heading and tree, on the same selection as the canvas, with the same gestures."""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.advice.moves import Load
from planner.app.canvas.ink import Ink
from planner.app.canvas.loads import load_of
from planner.app.canvas.selection import Key, Selection
from planner.app.controls import label, make_tool_button
from planner.app.document import Document
from planner.app.moving.gesture import Gesture
from planner.app.outline.model import OutlineModel
from planner.app.outline.tree import BENCH
from planner.app.outline.tree import Key as RowKey
from planner.app.outline.view import OutlineView
from planner.app.outline.zone import OutlineZone
from planner.app.theme import Look
from planner.app.theme.metrics import SPACE_8, SPACE_12
from planner.typography.scale import PANEL_TITLE


class Outline(QWidget):
    """The scenario as a tree. What is chosen here is chosen on the canvas, and the other way round.

    Signals:
        picked(tuple): things were selected here, as keys of the canvas.
        opened(Key): Enter or a double-click on something.
        menu_asked(Key | None, QPoint): a menu is wanted at a place on the screen.
        drag_begun(Load, QPoint, QRect): something is being dragged, from where its row is on the screen.
        carry_asked(Load, QRect): something is to be carried by keys.
        named(Key, str): a name was typed.
        left(): Esc found no selection to take back.
        bench_asked(): the bench is wanted in the outline's place.
    """

    picked = Signal(object)
    opened = Signal(object)
    menu_asked = Signal(object, QPoint)
    drag_begun = Signal(object, QPoint, QRect)
    carry_asked = Signal(object, QRect)
    named = Signal(object, str)
    left = Signal()
    bench_asked = Signal()

    def __init__(
        self, document: Document, selection: Selection, gesture: Gesture, *, look: Look, ink: Ink
    ) -> None:
        super().__init__()
        self._document, self._selection, self._look = document, selection, look
        self._is_showing = self._is_stale = False
        self._collapsed: frozenset[str] = frozenset()
        self.model = OutlineModel(document, self)
        self.view = OutlineView(self.model, look=look, ink=ink)
        self.zone = OutlineZone(self.view, self.model, gesture)
        self.setAccessibleName("Outline panel")
        self.setFocusProxy(self.view)
        self._lay_out()
        self._connect()
        self.view.open_teams()
        self._show_selection()

    @property
    def has_focus(self) -> bool:
        """Whether the keys act here."""
        return self.view.hasFocus()

    @property
    def person(self) -> str | None:
        """The person on the bench whose row has the focus."""
        focus = self._selection.focus
        return focus[1] if focus is not None and focus[0] == "person" else None

    def load(self) -> Load | None:
        """What a drag or the keys would carry from here."""
        current = self.view.current
        key = self._key(current) if current is not None else None
        return load_of(self._document.scenario, key, self._selection.items) if key is not None else None

    def rename(self, key: Key) -> None:
        """Let a name be typed where it stands."""
        self.view.edit_name(key)

    def follow_folds(self, collapsed: frozenset[str]) -> None:
        """Fold and unfold the rows of teams that were just collapsed and expanded on the chart."""
        before, self._collapsed = self._collapsed, collapsed
        if self.isVisible():
            for team in before ^ collapsed:
                self.view.setExpanded(self.model.index_of(("team", team)), team not in collapsed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was selected meanwhile."""
        super().showEvent(event)
        if self._is_stale:
            self._show_selection()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of a panel."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("panel"))
        painter.end()

    def _lay_out(self) -> None:
        self.view.setParent(self)  # the first of the panel: who comes by F6 wants to walk in the tree
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_12 + 2, SPACE_8 - 2, SPACE_8, SPACE_8 - 2)
        head.addWidget(label(self._look, "Outline", PANEL_TITLE))
        head.addStretch(1)
        back = make_tool_button(self._look, icon="people", name="Show the bench")
        back.clicked.connect(self.bench_asked)
        head.addWidget(back)
        column.addLayout(head)
        rows = QVBoxLayout()
        rows.setContentsMargins(SPACE_8, 0, 0, 0)  # the chevrons of the first level clear of the edge
        rows.addWidget(self.view)
        column.addLayout(rows, 1)

    def _connect(self) -> None:
        view = self.view
        chosen = view.selectionModel()
        chosen.selectionChanged.connect(self._tell_selection)
        chosen.currentChanged.connect(self._tell_selection)
        view.opened.connect(self._open)
        view.menu_asked.connect(self._ask_menu)
        view.drag_begun.connect(self._begin_drag)
        view.carry_asked.connect(self._carry)
        view.left.connect(self._take_back)
        self.model.named.connect(self._name)
        self.model.followed.connect(self._follow)
        self.model.modelReset.connect(view.open_again)
        self._selection.changed.connect(self._show_selection)

    # The shared selection

    def _key(self, row: RowKey) -> Key | None:
        """A row as a thing that can be selected: the holder of a seat is selected by the seat."""
        kind, name = row
        if kind == "holder":
            return ("seat", name)
        return None if row == BENCH else row

    def _row(self, key: Key) -> list[RowKey]:
        """The rows of a selected thing: of a person who sits somewhere, those of their seats."""
        kind, name = key
        if kind == "person" and key not in self.model.tree:
            seats = self._document.scenario.seats
            held = self.model.tree.held_by(name)
            return [("seat", seat) for seat in sorted(held, key=lambda each: (seats[each].team, each))]
        current = self.view.current
        if kind == "seat" and current == ("holder", name):
            return [current]
        return [key] if key in self.model.tree else []

    def _tell_selection(self) -> None:
        if self._is_showing or self.model.is_following:
            return
        keys = [key for row in self.view.selected() if (key := self._key(row)) is not None]
        self._is_showing = True
        if keys:
            self._selection.select(*keys)
            self.picked.emit(tuple(keys))
        else:
            self._selection.clear()
            current = self.view.current
            self._selection.move_focus(self._key(current) if current is not None else None)
        self._is_showing = False
        self.view.viewport().update()

    def _show_selection(self) -> None:
        if self._is_showing or self.model.is_following:
            return
        if not self.isVisible():
            self._is_stale = True
            return
        self._is_showing, self._is_stale = True, False
        rows = [row for key in self._selection.items for row in self._row(key)]
        focus = self._selection.focus
        current = self._row(focus) if focus is not None else []
        self.view.show_selected(rows, current[0] if current else None)
        self._is_showing = False

    def _follow(self) -> None:
        self.view.open_what_came()
        self._show_selection()
        self.view.viewport().update()

    # What is wanted of a row

    def _open(self) -> None:
        current = self.view.current
        if current is None:
            return
        key = self._key(current)
        if key is None:
            index = self.model.index_of(current)
            self.view.setExpanded(index, not self.view.isExpanded(index))
        else:
            self.opened.emit(key)

    def _ask_menu(self, row: RowKey | None, at: QPoint) -> None:
        key = self._key(row) if row is not None else None
        if row is None or key is not None:
            self.menu_asked.emit(key, at)

    def _begin_drag(self, at: QPoint) -> None:
        load = self.load()
        if load is not None:
            self.drag_begun.emit(load, at, self.zone.home_of(load))

    def _carry(self) -> None:
        load = self.load()
        if load is not None:
            self.carry_asked.emit(load, self.zone.home_of(load))

    def _name(self, row: RowKey, name: str) -> None:
        key = self._key(row)
        if key is not None and (name or key[0] == "seat"):
            self.named.emit(key, name)

    def _take_back(self) -> None:
        if self._selection.items:
            self._selection.clear()
        else:
            self.left.emit()

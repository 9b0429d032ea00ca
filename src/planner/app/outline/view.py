"""The tree view of the outline: keys, type-ahead, selection by rows, and where a drag begins."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHeaderView, QTreeView

from planner.app.canvas.ink import Ink
from planner.app.outline.folds import FoldsTold
from planner.app.outline.model import Column, Index, OutlineModel
from planner.app.outline.painting import MARK_WIDTH, SHARE_WIDTH, RowPainter
from planner.app.outline.ranges import ranges_of
from planner.app.outline.tree import BENCH, Key
from planner.app.outline.type_ahead import TypeAhead
from planner.app.theme import Look
from planner.app.theme.metrics import TARGET_LEAST

INDENT: Final = 14
OPEN_UP_TO: Final = 400
"""Plans of no more rows are shown with all teams open."""
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class OutlineView(QTreeView):
    """A standard tree; Qt's own drag and drop, edit triggers and searching among open rows are not used.

    Signals:
        opened(): Enter or a double-click on a row.
        menu_asked(object, QPoint): the menu of a row, or of none, at a place on the screen.
        carry_asked(): Space on a row.
        drag_begun(QPoint): the selected rows are being dragged, the pointer at a place on the screen.
        left(): Esc.
    """

    opened = Signal()
    menu_asked = Signal(object, QPoint)
    carry_asked = Signal()
    drag_begun = Signal(QPoint)
    left = Signal()

    def __init__(self, model: OutlineModel, *, look: Look, ink: Ink) -> None:
        super().__init__()
        self._model, self._look = model, look
        self._new_rows: list[Key] = []
        self._opens_all = False
        self.rows = RowPainter(model, look=look, ink=ink, parent=self)
        self._pressed: QPoint | None = None
        self._collapse_at_release: Key | None = None
        self._names = TypeAhead(model, self)
        self._told = FoldsTold(self, model)
        self._opened_rows: set[Key] = set()
        self._set_up(model)
        look.changed.connect(self._dress)
        look.resized.connect(self._fit)
        self._dress()
        self._fit()

    def _set_up(self, model: OutlineModel) -> None:
        self.setModel(model)
        self.setItemDelegate(self.rows)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(True)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Outline")
        self.setAccessibleDescription("Teams, their seats and the people in them. Type a name to go to it.")
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(MARK_WIDTH)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.hideSection(Column.ROLE)  # rows show it behind the name, where there is room
        for column in (Column.SHARE, Column.MARK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.expanded.connect(lambda index: self._note_open(index, is_open=True))
        self.collapsed.connect(lambda index: self._note_open(index, is_open=False))
        model.rowsInserted.connect(self._note_new)

    # What is open

    def open_teams(self) -> None:
        """Show every team open, as long as they are few enough to be read."""
        tree = self._model.tree
        self._opens_all = len(tree.scenario.seats) + len(tree.below(BENCH)) <= OPEN_UP_TO
        if self._opens_all:
            self._opened_rows |= {BENCH, *(("team", team.id) for team in tree.scenario.teams)}
            self.open_again()

    def open_again(self) -> None:
        """Open what was open, after rows came anew; where nothing of that is left, begin afresh."""
        kept = {key for key in self._opened_rows if key in self._model.tree}
        fresh, self._opened_rows = bool(self._opened_rows) and not kept, kept
        self._new_rows.clear()
        if fresh:
            self.open_teams()
        for key in list(kept):
            self.expand(self._model.index_of(key))

    def open_what_came(self) -> None:
        """Open rows that came since, where they were open before or all teams are."""
        came, self._new_rows = self._new_rows, []
        for key in came:
            if key in self._opened_rows and key in self._model.tree:
                self.expand(self._model.index_of(key))
                came.extend(self._model.tree.below(key))

    def _note_new(self, parent: QModelIndex, first: int, last: int) -> None:
        keys = [self._model.key_of(self._model.index(row, 0, parent)) for row in range(first, last + 1)]
        came = [key for key in keys if key is not None]
        self._new_rows += came
        self._opened_rows |= {key for key in came if self._opens_all and key[0] == "team"}

    def _note_open(self, index: QModelIndex, *, is_open: bool) -> None:
        key = self._model.key_of(index)
        if key is None:
            return
        if is_open:
            self._opened_rows.add(key)
        else:
            self._opened_rows.discard(key)
        self._told.tell(key, is_open=is_open)

    # Selection

    @property
    def current(self) -> Key | None:
        """The row where the keyboard stands."""
        return self._model.key_of(self.currentIndex())

    def selected(self) -> list[Key]:
        """The selected rows from top to bottom, the current one last."""
        keys = [self._model.key_of(index) for index in self.selectionModel().selectedRows()]
        current = self.current
        found = [key for key in keys if key is not None and key != current]
        return [*found, current] if current is not None and current in keys else found

    def show_selected(self, keys: list[Key], current: Key | None) -> None:
        """Select exactly these rows and go to one of them."""
        if current is not None:
            index = self._model.index_of(current)
            if index.isValid() and index != self.currentIndex():
                no_update = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(index, no_update)
                self.scrollTo(index)
        chosen = ranges_of(map(self._model.index_of, keys))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.viewport().update()

    def rect_of(self, key: Key) -> QRect:
        """Where a row is on the screen; that of the nearest open row above where it is folded away."""
        index = self._model.index_of(key)
        while index.isValid():
            area = self.visualRect(index)
            if not area.isEmpty():
                row = QRect(0, area.top(), self.viewport().width(), area.height())
                return QRect(self.viewport().mapToGlobal(row.topLeft()), row.size())
            index = index.parent()
        return QRect()

    def key_at(self, at: QPoint) -> Key | None:
        """The row at a point of the screen."""
        return self._model.key_of(self.indexAt(self.viewport().mapFromGlobal(at)))

    def edit_name(self, key: Key) -> None:
        """Let the name of a team or the title of a seat be typed where it stands."""
        index = self._model.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    # Painting

    def drawRow(self, painter: QPainter, option: object, index: QModelIndex) -> None:  # type: ignore[override]
        """Paint what lies behind a row, then its cells."""
        key = self._model.key_of(index)
        if key is not None:
            row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())  # type: ignore[attr-defined]
            is_current = index.siblingAtColumn(0) == self.currentIndex().siblingAtColumn(0)
            selected = self.selectionModel().isRowSelected(index.row(), index.parent())
            self.rows.ground(painter, row, key, selected=selected, focused=is_current and self.hasFocus())
        super().drawRow(painter, option, index)  # type: ignore[arg-type]

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Paint a chevron for a row that has others below it."""
        if not self._model.hasChildren(index):
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        key = self._model.key_of(index)
        use = "connector" if key is not None and key[0] == "seat" else "ink-2"
        side = min(self._look.icon_side(12), self.indentation() - 4)
        pixmap = self._look.pixmap(name, use, side, self.devicePixelRatioF())
        top = rect.top() + (rect.height() - side) // 2
        painter.drawPixmap(rect.right() - self.indentation() + 4, top, pixmap)

    def _fit(self) -> None:
        """Let columns, steps and rows grow with the text."""
        for column, width in ((Column.SHARE, SHARE_WIDTH), (Column.MARK, MARK_WIDTH)):
            self.setColumnWidth(column, self.rows.wide(width))
        self.setIndentation(min(self._look.px(INDENT), TARGET_LEAST))
        self.scheduleDelayedItemsLayout()

    def _dress(self) -> None:
        """The rows paint their own ground."""
        clear = QColor(0, 0, 0, 0)
        colours = QPalette(self.palette())
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            colours.setColor(group, QPalette.ColorRole.Highlight, clear)
        colours.setColor(QPalette.ColorRole.Base, self._look.colour("panel"))
        self.setPalette(colours)
        self.setStyleSheet(
            f"QTreeView {{ background: {self._look.colour('panel').name()}; border: none; outline: none;"
            " selection-background-color: transparent; show-decoration-selected: 0 }"
            " QTreeView::item, QTreeView::item:selected, QTreeView::item:hover"
            " { background: transparent; border: none }"
            " QTreeView::branch { background: transparent; image: none }"
        )

    # Pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, fold or unfold; several selected rows stay so until it is known that this is no drag."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self._folds(index, at):
            self.setExpanded(index.siblingAtColumn(0), not self.isExpanded(index.siblingAtColumn(0)))
            return
        self._collapse_at_release = None
        key = self._model.key_of(index)
        kept = (
            key is not None and not event.modifiers() and len(self.selected()) > 1 and key in self.selected()
        )
        if kept:
            self._collapse_at_release = key
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        else:
            super().mousePressEvent(event)
        self._pressed = at if key is not None else None

    def _folds(self, index: QModelIndex, at: QPoint) -> bool:
        """Whether a press is on the chevron of a row, with room around it."""
        if not index.isValid() or not self._model.hasChildren(index.siblingAtColumn(0)):
            return False
        step = self.indentation()
        left = self.visualRect(index.siblingAtColumn(0)).left() - step
        return left - (TARGET_LEAST - step) // 2 <= at.x() < left + step

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a drag at the system's distance; moving selects nothing."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = self._collapse_at_release = None
            self.drag_begun.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that stayed on one of several selected rows selects it alone."""
        key, self._collapse_at_release = self._collapse_at_release, None
        self._pressed = None
        if key is not None:
            self.setCurrentIndex(self._model.index_of(key))
        self.setState(QAbstractItemView.State.NoState)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row's popover."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        self._pressed = None
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid():
            return
        if self._folds(index, at):
            self.mousePressEvent(event)
        else:
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a row, by the pointer or beside the current one."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._ask_menu()
            return
        index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        key = self._model.key_of(index)
        if key is not None and key not in self.selected():
            self.setCurrentIndex(index.siblingAtColumn(0))
        self.menu_asked.emit(key, event.globalPos())

    def _ask_menu(self) -> None:
        current = self.current
        place = self.rect_of(current) if current is not None else QRect()
        at = place.center() if not place.isNull() else self.mapToGlobal(self.rect().center())
        self.menu_asked.emit(current, at)

    # Keys

    def event(self, event: QEvent) -> bool:
        """While a name is typed its letters are no commands."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_letter = bool(event.text()) and event.text().isprintable()
            if self._names.is_going_on and is_letter and not event.modifiers() & _MODIFIERS:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space picks up, letters go to the name that begins with them; arrows walk and fold."""
        if self.state() is QAbstractItemView.State.EditingState:
            return  # what a field has no use for is no command
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier)
        if plain and key in _ENTER:
            self._names.end()
            self.opened.emit()
        elif plain and key is Qt.Key.Key_Space and not self._names.is_going_on:
            self.carry_asked.emit()
        elif plain and key is Qt.Key.Key_Escape:
            self._escape()
        elif (plain and key is Qt.Key.Key_Menu) or (
            event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key is Qt.Key.Key_F10
        ):
            self._ask_menu()
        elif self._names.is_going_on and plain and key is Qt.Key.Key_Space:
            self.keyboardSearch(" ")
        elif (event.modifiers() & _MODIFIERS and key not in _WALKING) or self._is_command(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_command(self, event: QKeyEvent) -> bool:
        """Whether a key is that of a command here, which begins no name even where it cannot run."""
        pressed, part = QKeySequence(event.keyCombination()), self.parentWidget()
        while not self._names.is_going_on and part is not None and not part.isWindow():
            if any(pressed in action.shortcuts() for action in part.actions()):
                return True
            part = part.parentWidget()
        return False

    def _escape(self) -> None:
        if self._names.is_going_on:
            self._names.end()
        else:
            self.left.emit()

    def keyboardSearch(self, text: str) -> None:
        """Go to the name that begins with what was typed."""
        found = self._names.typed(text, self.current)
        if found is not None:
            self.setCurrentIndex(self._model.index_of(found))


_WALKING: Final = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Space,
}

"""The list of people on the bench, painted, so that ten thousand cost no more than those seen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolTip

from planner.app.bench.drawing import MARGIN, BenchDrawing, State
from planner.app.bench.places import Section
from planner.app.bench.rows import Kind, Row, Rows
from planner.app.canvas.ink import Ink
from planner.app.controls.sparing import fill, give_viewport
from planner.app.theme import Look
from planner.domain import Scenario

_WHEEL_STEP = 48


class PeopleList(QAbstractScrollArea):
    """Rows of the bench with one focus.

    Signals:
        picked(str): a person was clicked or reached with the arrows.
        toggled(str): a person is to be added to the selection, or taken out.
        extended(str): a person is to be added to the selection.
        menu_asked(str, QPoint): a person's menu is wanted at a place on the screen.
        move_asked(str), edit_asked(str): *Move to…*, or the popover, is wanted for a person.
        carry_asked(str): a person is to be carried by keys.
        drag_begun(str, QPoint): a person is being dragged, the pointer at a place on the screen.
        fold_asked(Section): a section's head was clicked.
        all_asked(): "Show all" was clicked.
        focus_moved(): another row has the focus.
    """

    picked = Signal(str)
    toggled = Signal(str)
    extended = Signal(str)
    menu_asked = Signal(str, QPoint)
    move_asked = Signal(str)
    edit_asked = Signal(str)
    carry_asked = Signal(str)
    drag_begun = Signal(str, QPoint)
    fold_asked = Signal(object)
    all_asked = Signal()
    focus_moved = Signal()

    accessible_role = QAccessible.Role.List

    def __init__(self, *, look: Look, ink: Ink, scenario: Callable[[], Scenario]) -> None:
        super().__init__()
        self._look, self._ink, self.scenario = look, ink, scenario
        self.rows = Rows()
        self._focus: tuple[str, str] | None = None
        self._hover: int | None = None
        self._pressed: tuple[QPoint, str] | None = None
        self._selected: frozenset[str] = frozenset()
        self._carried: frozenset[str] = frozenset()
        self._drawing = BenchDrawing(look.fonts, 240)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        port = give_viewport(self)
        port.setMouseTracking(True)
        port.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(_WHEEL_STEP)
        self.setAccessibleName("People")
        look.changed.connect(self.viewport().update)
        look.resized.connect(self._fit)

    @property
    def focused(self) -> Row | None:
        """The row with the focus."""
        place = self._focus_place()
        return self.rows[place] if place is not None else None

    def show_rows(self, rows: Rows) -> None:
        """Show other rows; scroll position and focus stay where they can."""
        self.rows = self._drawing.fitted(rows)
        self._hover = None
        if self._focus is not None and rows.place_of(self._focus) is None:
            kept = rows.of_person(self._focus[1])
            self._focus = rows[kept].key if kept is not None else None
        self._fit_scroll_bar()
        self.viewport().update()

    def show_selected(self, people: frozenset[str]) -> None:
        """Mark people as selected."""
        if people != self._selected:
            self._selected = people
            self.viewport().update()

    def show_carried(self, people: frozenset[str]) -> None:
        """Mark who is being moved."""
        if people != self._carried:
            self._carried = people
            self.viewport().update()

    def reveal(self, person: str) -> bool:
        """Scroll a person into view and give them the focus; False when they are not shown."""
        place = self.rows.of_person(person)
        if place is None:
            return False
        self._move_focus(place)
        return True

    def rect_of(self, person: str) -> QRect | None:
        """Where a person's row is seen, on the screen; None when it is not among the rows."""
        place = self.rows.of_person(person)
        if place is None:
            return None
        area = self._row_rect(place)
        return QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())

    def is_selected(self, place: int) -> bool:
        """Whether the person of a row is selected."""
        entry = self.rows[place].entry
        return entry is not None and entry.person.id in self._selected

    def row_rect(self, place: int) -> QRect:
        """Where a row is seen in the viewport."""
        return self._row_rect(place)

    def sizeHint(self) -> QSize:
        """As large as the bench lets it be."""
        return QSize(240, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are seen."""
        painter = QPainter(self.viewport())
        fill(painter, event.rect(), self._look.colour("panel"))
        offset = self.verticalScrollBar().value()
        scenario, factor = self.scenario(), self._look.factor
        for place in self.rows.between(
            (offset + event.rect().top()) / factor, (offset + event.rect().bottom() + 1) / factor
        ):
            row = self.rows[place]
            painter.save()
            painter.translate(-self._shift * factor, self.rows.top(place) * factor - offset)
            painter.scale(factor, factor)
            self._ink.marks(painter, self._drawing.row(row, scenario, self._state(place, row)).marks)
            painter.restore()
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Draw for the width, in px at 100% text."""
        self._fit_scroll_bar()
        taken = self.width() - self.viewport().width()
        factor = self._look.factor
        right = max(2.0, MARGIN - taken) / factor - self._shift
        self._drawing = BenchDrawing(self._look.fonts, self.viewport().width() / factor, right=right)
        self.rows = self._drawing.fitted(self.rows)
        self._fit_scroll_bar()

    @property
    def _shift(self) -> float:
        """By how much rows are drawn further left at larger text, so that their margin grows by 2 px only."""
        return (MARGIN - 2) * (1 - 1 / self._look.factor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a press begins: it may become a click or a drag."""
        place = self.place_at(event.position().toPoint())
        if place is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        row = self.rows[place]
        self._move_focus(place)
        if row.entry is None:
            self._act(row)
        elif self._on_menu_button(place, event.position().toPoint()):
            self.menu_asked.emit(row.entry.person.id, event.globalPosition().toPoint())
        else:
            self._pressed = (event.position().toPoint(), row.entry.person.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer, and begin a drag at the system's distance."""
        at = event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, person = self._pressed
            if (at - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self._set_hover(None)
                self.drag_begun.emit(person, event.globalPosition().toPoint())
            return
        self._set_hover(self.place_at(at))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that stayed is a click."""
        if self._pressed is not None and event.button() is Qt.MouseButton.LeftButton:
            (self.toggled if _adds(event.modifiers()) else self.picked).emit(self._pressed[1])
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a person's popover."""
        place = self.place_at(event.position().toPoint())
        entry = self.rows[place].entry if place is not None else None
        if entry is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = None
            self.edit_asked.emit(entry.person.id)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the hover."""
        super().leaveEvent(event)
        self._set_hover(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a person's menu, by the pointer or beside the row with the focus."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = (
            self._focus_place() if by_key else self.place_at(self.viewport().mapFromGlobal(event.globalPos()))
        )
        if place is None or (entry := self.rows[place].entry) is None:
            return
        self._move_focus(place)
        at = event.globalPos()
        if by_key:
            at = self.viewport().mapToGlobal(self._row_rect(place).center())
        self.menu_asked.emit(entry.person.id, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows; Enter edits, M moves, Space picks up."""
        row = self.focused
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 8,
            Qt.Key.Key_PageUp: -8,
            Qt.Key.Key_End: len(self.rows),
            Qt.Key.Key_Home: -len(self.rows),
        }
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(steps[key], extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif row is None:
            super().keyPressEvent(event)
        elif row.entry is None:
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._act(row)
            else:
                super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_asked.emit(row.entry.person.id)
        elif key is Qt.Key.Key_M:
            self.move_asked.emit(row.entry.person.id)
        elif key is Qt.Key.Key_Space and _adds(event.modifiers()):
            self.toggled.emit(row.entry.person.id)
        elif key is Qt.Key.Key_Space:
            self.carry_asked.emit(row.entry.person.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; the first row has the focus when none had."""
        super().focusInEvent(event)
        if (
            self._focus_place() is None
            and len(self.rows)
            and event.reason() != Qt.FocusReason.MouseFocusReason
        ):
            self._walk(0)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a row cuts or abbreviates in a tool tip."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            text = self.tip(self.rows[place]) if place is not None else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def tip(self, row: Row) -> str:
        """A person in full: name, roles, where they sit."""
        if row.entry is None:
            return ""
        person, scenario = row.entry.person, self.scenario()
        seats = [
            f"{seat.function.label}, {scenario.teams[seat.team].name}, {round((seat.share or 0) * 100)}%"
            for seat in row.entry.seats
        ]
        roles = ", ".join(role.label for role in person.roles) or person.title
        return "\n".join(filter(None, [person.name, roles, *seats]))

    def _state(self, place: int, row: Row) -> State:
        person = row.entry.person.id if row.entry else None
        return State(
            hovered=place == self._hover,
            selected=person is not None and person in self._selected,
            focused=self.hasFocus() and row.key == self._focus,
            carried=person in self._carried,
        )

    def _act(self, row: Row) -> None:
        if row.kind is Kind.SECTION:
            self.fold_asked.emit(Section(row.section))
        elif row.kind is Kind.MORE:
            self.all_asked.emit()

    def _walk(self, by: int, *, extends: bool = False) -> None:
        if not len(self.rows):
            return
        place = self._focus_place()
        wanted = min(max((place + by) if place is not None else 0, 0), len(self.rows) - 1)
        step = 1 if by >= 0 else -1
        while 0 <= wanted < len(self.rows) and self.rows[wanted].kind is Kind.NOTE:
            wanted += step
        if 0 <= wanted < len(self.rows):
            self._move_focus(wanted)
            entry = self.rows[wanted].entry
            if entry is not None:
                (self.extended if extends else self.picked).emit(entry.person.id)

    def _move_focus(self, place: int) -> None:
        self._focus = self.rows[place].key
        area, bar = self._row_rect(place), self.verticalScrollBar()
        top, height = area.top() + bar.value(), area.height()
        if top < bar.value():
            bar.setValue(top)
        elif top + height > bar.value() + self.viewport().height():
            bar.setValue(top + height - self.viewport().height())
        self.viewport().update()
        self.focus_moved.emit()

    def _focus_place(self) -> int | None:
        return self.rows.place_of(self._focus) if self._focus is not None else None

    def place_at(self, at: QPoint) -> int | None:
        """Which row is at a point of the viewport."""
        return self.rows.at((at.y() + self.verticalScrollBar().value()) / self._look.factor)

    def _row_rect(self, place: int) -> QRect:
        top = self._look.px(self.rows.top(place)) - self.verticalScrollBar().value()
        height = self._look.px(self.rows[place].height)
        return QRect(0, top, self.viewport().width(), height)

    def _on_menu_button(self, place: int, at: QPoint) -> bool:
        button = self._drawing.menu_button(self.rows[place])
        if button is None or place != self._hover:
            return False
        factor = self._look.factor
        x, y = at.x() / factor + self._shift, (at.y() - self._row_rect(place).top()) / factor
        return button.x <= x < button.right and button.y <= y < button.bottom

    def _set_hover(self, place: int | None) -> None:
        if place != self._hover:
            for each in (self._hover, place):
                if each is not None and each < len(self.rows):
                    self.viewport().update(self._row_rect(each))
            self._hover = place

    def _fit_scroll_bar(self) -> None:
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, self._look.px(self.rows.height) - self.viewport().height()))


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))

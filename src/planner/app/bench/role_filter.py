"""Role filter chips: how many people have each function as their main one; a click shows only those."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from planner.app.canvas.ink import Ink
from planner.app.canvas.offering import Action, Node
from planner.app.theme import Look
from planner.domain import PARTNER_FUNCTIONS, ROLES, Function
from planner.drawing.marks import Box, Chip, Label, Mark, Rect
from planner.messages import Format, message
from planner.typography.scale import SMALL

_PER_ROW = ((100, 5), (10_000, 4))
"""Chips side by side while all counts are below a number; longer ones need wider chips."""
_LEAST_PER_ROW = 3
_HEIGHT = 24
_GAP = 5
_DIM = "ink-3"


class RoleFilter(QWidget):
    """Rows of chips, *other* among them where somebody has it; several may be on.

    Signals:
        changed(): other functions are on.
        walked(): another chip has the focus.
    """

    changed = Signal()
    walked = Signal()
    accessible_role = QAccessible.Role.Grouping

    def __init__(self, *, look: Look, ink: Ink, form: Format) -> None:
        super().__init__()
        self._look, self._ink, self._form = look, ink, form
        self._counts: dict[Function, int] = {}
        self._on: frozenset[Function] = frozenset()
        self._focus = 0
        self._hover: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Filter by role")
        look.changed.connect(self.update)
        look.resized.connect(self._fit)
        self.show_counts({})

    @property
    def on(self) -> frozenset[Function]:
        """The functions that are shown, all when empty."""
        return self._on

    def show_counts(self, counts: dict[Function, int]) -> None:
        """Show how many people there are of each."""
        self._counts = counts
        self._fit()
        self.update()

    def _fit(self) -> None:
        rows = -(-len(self._functions) // self._per_row)
        self.setFixedHeight(self._look.px(rows * (_HEIGHT + 4) - 4))

    def clear(self) -> None:
        """Show all again."""
        if self._on:
            self._on = frozenset()
            self.update()
            self.changed.emit()

    @property
    def _per_row(self) -> int:
        largest = max(self._counts.values(), default=0)
        return next((chips for below, chips in _PER_ROW if largest < below), _LEAST_PER_ROW)

    @property
    def _functions(self) -> list[Function]:
        shown = [*ROLES, *PARTNER_FUNCTIONS]
        return [each for each in shown if each is not Function.OTHER or self._counts.get(each)]

    def place_of(self, function: Function) -> QRect:
        """Where a function's chip is seen in the widget."""
        return self._rect(self._functions.index(function))

    # Read as a group of boxes to tick

    def accessible_children(self, parent: tuple[str, str] | None) -> Sequence[tuple[str, str]]:
        """The chips."""
        return [("role", function.value) for function in self._functions] if parent is None else ()

    def accessible_node(self, key: tuple[str, str]) -> Node | None:
        """One chip, with how many there are; selected while it filters."""
        function = next((each for each in self._functions if each.value == key[1]), None)
        if function is None:
            return None
        area = self.place_of(function)
        return Node(
            key,
            self._told(function),
            QRect(self.mapToGlobal(area.topLeft()), area.size()),
            role=QAccessible.Role.CheckBox,
            selected=function in self._on,
            focused=self.hasFocus() and self._functions[self._focus] is function,
            description="Space shows only these people, or all again",
        )

    def accessible_parent(self, _key: tuple[str, str]) -> tuple[str, str] | None:
        """Chips stand in the filter itself."""
        return None

    def accessible_at(self, x: int, y: int) -> tuple[str, str] | None:
        """The chip at a place on the screen."""
        place = self._at(self.mapFromGlobal(QPoint(x, y)))
        return ("role", self._functions[place].value) if place is not None else None

    def accessible_focus(self) -> tuple[str, str] | None:
        """The chip that Space ticks, None while the focus is elsewhere."""
        return ("role", self._functions[self._focus].value) if self.hasFocus() else None

    def accessible_selection(self) -> Sequence[tuple[str, str]]:
        """The chips that filter."""
        return [("role", function.value) for function in self._functions if function in self._on]

    def accessible_select(self, keys: Sequence[tuple[str, str]]) -> None:
        """Filter by just these."""
        wanted = {function for function in self._functions if ("role", function.value) in keys}
        for function in self._on ^ wanted:
            self._toggle(function)

    def accessible_actions(self, key: tuple[str, str]) -> Sequence[Action]:
        """What Space does."""
        function = Function(key[1])
        return [Action(QAccessibleActionInterface.toggleAction(), partial(self._toggle, function), "Space")]

    def sizeHint(self) -> QSize:
        """As wide as the bench."""
        return QSize(216, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chips."""
        painter, factor = QPainter(self), self._look.factor
        for place, function in enumerate(self._functions):
            painter.save()
            area = self._rect(place)
            painter.translate(area.topLeft())
            painter.scale(factor, factor)
            count = self._counts.get(function, 0)
            if count == 0:
                painter.setOpacity(0.4)
            self._ink.marks(
                painter, self._marks(place, function, count, Rect(0, 0, area.width() / factor, _HEIGHT))
            )
            painter.restore()
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn a function on or off."""
        place = self._at(event.position().toPoint())
        if place is not None and event.button() is Qt.MouseButton.LeftButton:
            self._focus = place
            self._toggle(self._functions[place])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        place = self._at(event.position().toPoint())
        if place != self._hover:
            self._hover = place
            self._explain(place)
            self.update()

    def leaveEvent(self, event: object) -> None:
        """Forget the hover."""
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, turn on and off with Space."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._per_row,
            Qt.Key.Key_Down: self._per_row,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._focus = min(max(self._focus + steps[key], 0), len(self._functions) - 1)
            self._explain(self._focus)
            self.update()
            self.walked.emit()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle(self._functions[self._focus])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._explain(self._focus)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def _toggle(self, function: Function) -> None:
        self._on = self._on ^ {function}
        self.update()
        self.changed.emit()

    def _explain(self, place: int | None) -> None:
        if place is None:
            self.setToolTip("")
            return
        text = self._told(self._functions[place])
        self.setToolTip(text)
        self.setAccessibleDescription(text)

    def _told(self, function: Function) -> str:
        count = self._counts.get(function, 0)
        return str(message("{function}: {count}", function=message(function.label), count=count))

    def _at(self, at: QPoint) -> int | None:
        return next((place for place in range(len(self._functions)) if self._rect(place).contains(at)), None)

    def _rect(self, place: int) -> QRect:
        per_row = self._per_row
        row, column = divmod(place, per_row)
        width = (self.width() - (per_row - 1) * _GAP) / per_row
        left, right = round(column * (width + _GAP)), round(column * (width + _GAP) + width)
        return QRect(left, self._look.px(row * (_HEIGHT + 4)), right - left, self._look.px(_HEIGHT))

    def _marks(self, place: int, function: Function, count: int, box: Rect) -> list[Mark]:
        fonts, on = self._look.fonts, function in self._on
        border = "accent" if on else ("edge" if place == self._hover else "line")
        marks: list[Mark] = [
            Box(box, radius=6, fill="accent-bg" if on else "surface", border=border, line=1.5 if on else 1)
        ]
        if self.hasFocus() and place == self._focus:
            marks.append(Box(box, radius=6, border="accent", line=2))
        marks.append(Chip(4, 4, 16, function))
        text = self._form.integer(count)
        x = 20 + (box.width - 20 - fonts.width(text, SMALL)) / 2
        baseline = fonts.cap_baseline(SMALL, _HEIGHT)
        marks.append(Label(x, baseline, text, SMALL, "accent-ink" if on else "ink"))
        return marks

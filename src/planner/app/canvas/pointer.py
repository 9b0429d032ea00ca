"""The pointer on the canvas: hover, click, lasso, panning, zooming, and where a drag begins."""

from enum import Enum, auto
from typing import Final

from msgspec import Struct, field
from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.edge_scrolling import EdgeScrolling
from planner.app.canvas.lasso import Lasso
from planner.app.canvas.scene import Hit
from planner.app.canvas.selection import Key
from planner.app.canvas.view import LEAST
from planner.app.canvas.wording import seat_tip, team_tip
from planner.app.controls.labels import plain_tip
from planner.drawing.levels import Level

WHEEL_STEP: Final = 60.0
"""Pixels that one notch of the wheel pans."""
ZOOM_PER_NOTCH: Final = 1.15
CROSSES_AT: Final = 1.08
"""How far one zooms beyond the least scale before the overview takes the chart's place, or back."""


class _Press(Enum):
    NONE = auto()
    THING = auto()
    EMPTY = auto()
    HANDLE = auto()
    LASSO = auto()
    PAN = auto()


class _Held(Struct):
    kind: _Press = _Press.NONE
    start: QPoint = field(default_factory=QPoint)
    last: QPoint = field(default_factory=QPoint)
    key: Key | None = None
    adds: bool = False


class Pointer(QObject):
    """Follows the mouse over the canvas's viewport.

    Signals:
        drag_begun(Key, QPoint): a card or a team is being dragged, the pointer at a place on the screen.
        link_begun(str, QPoint): a line is being drawn from a team.
        menu_asked(object, QPoint): a menu is wanted for a key, or for the empty canvas (None).
        opened(Key): a card or team was double-clicked.
        scrolled(): the canvas moved below what is carried.
    """

    drag_begun = Signal(object, QPoint)
    link_begun = Signal(str, QPoint)
    menu_asked = Signal(object, QPoint)
    opened = Signal(object)
    scrolled = Signal()

    def __init__(self, canvas: Canvas, commands: Commands) -> None:
        super().__init__(canvas)
        self._canvas, self._commands = canvas, commands
        self._held = _Held()
        self._space = self._panned = False
        self._towards = 1.0
        self._lasso = Lasso(canvas)
        self._edges = EdgeScrolling(canvas)
        self._edges.scrolled.connect(self._follow_scroll)
        canvas.viewport().installEventFilter(self)
        canvas.gesture.ended.connect(self._edges.stop)

    def hold_space(self, *, held: bool) -> None:
        """Space held lets the left button pan."""
        self._space = held
        if not held and self._held.kind is not _Press.PAN:
            self._canvas.viewport().unsetCursor()

    def take_panned(self) -> bool:
        """Whether the view was panned since Space was pressed; asked once."""
        panned, self._panned = self._panned, False
        return panned

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the viewport's mouse, wheel and pinch events."""
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._press(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._move(event)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._release(event)
            case QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                self._double_click(event)
            case QEvent.Type.ContextMenu if isinstance(event, QContextMenuEvent):
                return self._context_menu(event)
            case QEvent.Type.Wheel if isinstance(event, QWheelEvent):
                self._wheel(event)
            case QEvent.Type.Leave:
                self._canvas.hover(None, None)
                return False
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                self._tip(event)
            case QEvent.Type.NativeGesture if isinstance(event, QNativeGestureEvent):
                return self._native(event)
            case QEvent.Type.Gesture if isinstance(event, QGestureEvent):
                return self._pinch(event)
            case _:
                return False
        return True

    def carried_near(self, at: QPoint) -> None:
        """Scroll while something is carried within 32 px of an edge; ``at`` is in the viewport."""
        self._edges.hold_near(at)

    def cancel_lasso(self) -> bool:
        """Give a lasso up that is being drawn; whether there was one."""
        if not self._lasso.is_drawn:
            return False
        self._lasso.cancel()
        self._held = _Held()
        self._edges.stop()
        return True

    def _press(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        self._canvas.show_focus(shown=False)
        if event.button() is Qt.MouseButton.MiddleButton or (left and self._space):
            self._held = _Held(_Press.PAN, at, at)
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            return
        if not left:
            return
        hit = self._canvas.hit(at)
        if self._press_button(hit, at, event.globalPosition().toPoint()):
            return
        handle = self._handle_at(at)
        if handle is not None:
            self._held = _Held(_Press.HANDLE, at, at, ("team", handle))
            return
        key = hit.key
        self._held = _Held(_Press.THING if key else _Press.EMPTY, at, at, key, _adds(event.modifiers()))
        if key is not None and not _adds(event.modifiers()) and key not in self._canvas.selection.items:
            self._canvas.selection.select(key)

    def _press_button(self, hit: Hit, at: QPoint, on_screen: QPoint) -> bool:
        """The "⋯" of what the pointer is on, the person-plus of a vacant seat, "+ Add seat"."""
        x, y = self._canvas.view.to_chart(at.x(), at.y())
        if hit.on_add_row and hit.team is not None:
            self._commands.add_seat(hit.team)
            return True
        folds = self._canvas.scene.fold_at(x, y) if self._canvas.level is Level.FULL else None
        if folds is not None:
            self._canvas.toggle_fold(folds)
            return True
        key = hit.key
        if key is not None and self._canvas.level is Level.FULL and self._fills(key, x, y):
            return True
        place = self._canvas.menu_place(key) if key is not None else None
        if key is not None and place is not None and place.holds(x, y) and self._canvas.shows_menu(key):
            self._canvas.selection.select(key)
            self.menu_asked.emit(key, on_screen)
            return True
        return False

    def _fills(self, key: Key, x: float, y: float) -> bool:
        """Ask who is to take a vacant seat whose icon was pressed."""
        fills = self._canvas.overlays.fill_place(key)
        if fills is None or not fills.holds(x, y):
            return False
        self._canvas.selection.select(key)
        seat = self._canvas.document.scenario.seats[key[1]]
        if self._canvas.document.scenario.teams[seat.team].locked:
            self._commands.refuse_locked(seat.team)
        else:
            self._commands.choose_person(seat)
        return True

    def _move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        held = self._held
        if held.kind is _Press.PAN:
            step = at - held.last
            held.last = at
            self._panned = True
            self._canvas.pan(step.x(), step.y())
            return
        if held.kind is _Press.LASSO:
            held.last = at
            self._lasso.stretch(at)
            self._edges.hold_near(at)
            return
        if held.kind is not _Press.NONE and event.buttons() & Qt.MouseButton.LeftButton:
            if (at - held.start).manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag(held, event.globalPosition().toPoint(), at)
            return
        self._hover(at)

    def _follow_scroll(self) -> None:
        if self._lasso.is_drawn:
            self._lasso.stretch(self._held.last)
        self.scrolled.emit()

    def _begin_drag(self, held: _Held, on_screen: QPoint, at: QPoint) -> None:
        self._held = _Held()
        key = held.key
        self._canvas.hover(None, None)
        if held.kind is _Press.HANDLE and key is not None:
            self.link_begun.emit(key[1], on_screen)
        elif key is None or (key[0] == "team" and not self._is_on_header(key[1], held.start)):
            self._held = _Held(_Press.LASSO, held.start, at, key)
            self._lasso.begin(held.start, adds=held.adds)
            self._edges.hold_near(held.start)
            self._lasso.stretch(at)
        else:
            self.drag_begun.emit(key, on_screen)

    def _is_on_header(self, team: str, at: QPoint) -> bool:
        return self._canvas.scene.head_of(team).holds(*self._canvas.view.to_chart(at.x(), at.y()))

    def _handle_at(self, at: QPoint) -> str | None:
        """The team whose link handle is shown at a point of the viewport."""
        situation, overlays = self._canvas.situation, self._canvas.overlays
        x, y = self._canvas.view.to_chart(at.x(), at.y())
        for team in overlays.handled_teams(situation, self._canvas.level):
            place = overlays.handle_place(team)
            if place is not None and place.holds(x, y):
                return team
        return None

    def _release(self, event: QMouseEvent) -> None:
        held, self._held = self._held, _Held()
        match held.kind:
            case _Press.PAN:
                self._canvas.viewport().unsetCursor()
            case _Press.LASSO:
                self._lasso.end()
                self._edges.stop()
            case _Press.EMPTY if not _adds(event.modifiers()):
                self._canvas.selection.clear()
            case _Press.THING | _Press.HANDLE if held.key is not None:
                self._click(held.key, event.modifiers())

    def _click(self, key: Key, modifiers: Qt.KeyboardModifier) -> None:
        if _adds(modifiers):
            self._canvas.selection.toggle(key)
            return
        self._canvas.selection.select(key)

    def _double_click(self, event: QMouseEvent) -> None:
        self._held = _Held()
        hit = self._canvas.hit(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and hit.key is not None:
            self.opened.emit(hit.key)

    def _context_menu(self, event: QContextMenuEvent) -> bool:
        """A right click selects what it is on, unless that is selected already, and asks for its menu."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            return False
        key = self._canvas.hit(event.pos()).key
        if key is not None and key not in self._canvas.selection.items:
            self._canvas.selection.select(key)
        self.menu_asked.emit(key, event.globalPos())
        return True

    def _hover(self, at: QPoint) -> None:
        if self._handle_at(at) is not None:
            self._canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)
            return
        hit = self._canvas.hit(at)
        team = hit.team
        if team is not None and self._canvas.document.scenario.teams[team].locked:
            team = None
        self._canvas.hover(hit.key, team)
        if self._space:
            self._canvas.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._canvas.viewport().cursor().shape() is Qt.CursorShape.CrossCursor:
            self._canvas.viewport().unsetCursor()

    def _wheel(self, event: QWheelEvent) -> None:
        angle, pixels = event.angleDelta(), event.pixelDelta()
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_ctrl is not (self._canvas.wheel_zooms and pixels.isNull()):
            notches = (angle.y() or angle.x()) / 120
            self._zoom_by(ZOOM_PER_NOTCH**notches, event.position().toPoint())
        else:
            dx, dy = float(pixels.x()), float(pixels.y())
            if pixels.isNull():
                dx, dy = angle.x() / 120 * WHEEL_STEP, angle.y() / 120 * WHEEL_STEP
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, 0.0
            self._canvas.pan(dx, dy)
        event.accept()
        if self._canvas.gesture.carried is None:
            self._hover(event.position().toPoint())
        else:
            self.scrolled.emit()

    def _zoom_by(self, factor: float, at: QPoint) -> None:
        """Zoom at a point of the viewport; between chart and overview only once it is clearly meant.

        Fingers that pinch are never quite still, and the two look unlike each other.
        """
        view = self._canvas.view
        outward = view.scale <= LEAST and not view.is_overview and factor < 1
        if outward or (view.is_overview and factor > 1):
            self._towards *= factor
            if 1 / CROSSES_AT < self._towards < CROSSES_AT:
                return
        self._towards = 1.0
        self._canvas.zoom_to(max(view.scale * factor, LEAST if view.scale > LEAST else 0.0), at)

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom_by(1 + event.value(), event.position().toPoint())
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        at = self._canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self._zoom_by(pinch.scaleFactor(), at)
        return True

    def _tip(self, event: QHelpEvent) -> None:
        hit, document = self._canvas.hit(event.pos()), self._canvas.document
        if self._canvas.scene.is_overview:
            return  # its card tells all of it
        text = ""
        if hit.seat is not None:
            text = seat_tip(document.project, document.scenario, document.scenario.seats[hit.seat])
        elif hit.team is not None and not hit.on_add_row:
            text = team_tip(document.project, document.scenario, document.scenario.teams[hit.team])
        QToolTip.showText(event.globalPos(), plain_tip(text), self._canvas.viewport())


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))

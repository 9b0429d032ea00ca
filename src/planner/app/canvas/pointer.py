"""The pointer on the canvas: hover, click and selection, panning, zooming, and where a drag begins."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.commands import Commands
from planner.app.canvas.scene import Hit
from planner.app.canvas.selection import Key
from planner.app.canvas.wording import seat_tip, team_tip

WHEEL_STEP: Final = 60.0
"""Pixels that one notch of the wheel pans."""
ZOOM_PER_NOTCH: Final = 1.15
EDGE: Final = 32
EDGE_SPEED: Final = 900.0
"""Px per second at the very edge while something is carried."""
_TICK: Final = 16


class _Press(Enum):
    NONE = auto()
    THING = auto()
    EMPTY = auto()
    PAN = auto()


@dataclass(slots=True)
class _Held:
    kind: _Press = _Press.NONE
    start: QPoint = field(default_factory=QPoint)
    last: QPoint = field(default_factory=QPoint)
    key: Key | None = None


class Pointer(QObject):
    """Follows the mouse over the canvas's viewport.

    Signals:
        drag_begun(str, QPoint): the person of a seat is being dragged, the pointer at a place on the screen.
        menu_asked(object, QPoint): a menu is wanted for a key, or for the empty canvas (None).
        opened(Key): a card or team was double-clicked.
        scrolled(): the canvas moved below a carried person.
    """

    drag_begun = Signal(str, QPoint)
    menu_asked = Signal(object, QPoint)
    opened = Signal(object)
    scrolled = Signal()

    def __init__(self, canvas: Canvas, commands: Commands) -> None:
        super().__init__(canvas)
        self._canvas, self._commands = canvas, commands
        self._held = _Held()
        self._space = self._panned = False
        self._near = QPoint()
        self._was_inside = False
        self._scrolling = QTimer(self, interval=_TICK)
        self._scrolling.timeout.connect(self._scroll_at_edge)
        canvas.viewport().installEventFilter(self)
        canvas.gesture.ended.connect(self._end_scrolling)

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
        """Scroll while something is carried within 32 px of an edge; ``at`` is in the viewport.

        It has to come from inside: whoever drags from the bench only crosses the edge beside it.
        """
        self._near = at
        port = self._canvas.viewport().rect()
        self._was_inside = self._was_inside or port.adjusted(EDGE, EDGE, -EDGE, -EDGE).contains(at)
        wanted = self._was_inside and self._edge_pull() != (0.0, 0.0)
        if wanted and not self._scrolling.isActive():
            self._scrolling.start()
        elif not wanted:
            self._scrolling.stop()

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
        key = hit.key
        self._held = _Held(_Press.THING if key else _Press.EMPTY, at, at, key)
        if key is not None and not _adds(event.modifiers()) and key not in self._canvas.selection.items:
            self._canvas.selection.select(key)

    def _press_button(self, hit: Hit, at: QPoint, on_screen: QPoint) -> bool:
        """The "⋯" of what the pointer is on, the person-plus of a vacant seat, "+ Add seat"."""
        x, y = self._canvas.view.to_chart(at.x(), at.y())
        if hit.on_add_row and hit.team is not None:
            self._commands.add_seat(hit.team)
            return True
        key = hit.key
        place = self._canvas.menu_place(key) if key is not None else None
        if key is not None and place is not None and place.holds(x, y) and self._canvas.shows_menu(key):
            self._canvas.selection.select(key)
            self.menu_asked.emit(key, on_screen)
            return True
        return False

    def _move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        held = self._held
        if held.kind is _Press.PAN:
            step = at - held.last
            held.last = at
            self._panned = True
            self._canvas.pan(step.x(), step.y())
            return
        if held.kind is not _Press.NONE and event.buttons() & Qt.MouseButton.LeftButton:
            if (at - held.start).manhattanLength() >= QApplication.startDragDistance():
                self._begin_drag(held, event.globalPosition().toPoint(), at)
            return
        self._hover(at)

    def _begin_drag(self, held: _Held, on_screen: QPoint, at: QPoint) -> None:
        if held.kind is _Press.EMPTY or held.key is None or held.key[0] == "team":
            # Dragging the empty canvas, or a team's frame, moves the view.
            self._held = _Held(_Press.PAN, held.start, at)
            self._canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._canvas.pan(at.x() - held.start.x(), at.y() - held.start.y())
            return
        self._held = _Held()
        seat = self._canvas.document.scenario.seats[held.key[1]]
        if seat.person is None:
            return
        if self._canvas.document.scenario.teams[seat.team].locked:
            self._commands.refuse_locked(seat.team)
            return
        self._canvas.hover(None, None)
        self.drag_begun.emit(seat.id, on_screen)

    def _release(self, event: QMouseEvent) -> None:
        held, self._held = self._held, _Held()
        if held.kind is _Press.PAN:
            self._canvas.viewport().unsetCursor()
        elif held.kind is _Press.EMPTY:
            if not _adds(event.modifiers()):
                self._canvas.selection.clear()
        elif held.kind is _Press.THING and held.key is not None:
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
        hit = self._canvas.hit(at)
        team = hit.team
        if team is not None and self._canvas.document.scenario.teams[team].locked:
            team = None
        self._canvas.hover(hit.key, team)
        if self._space:
            self._canvas.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def _wheel(self, event: QWheelEvent) -> None:
        angle, pixels = event.angleDelta(), event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = (angle.y() or angle.x()) / 120
            factor = ZOOM_PER_NOTCH**notches
            self._canvas.zoom_to(self._canvas.view.scale * factor, event.position().toPoint())
        elif not pixels.isNull():
            self._canvas.pan(pixels.x(), pixels.y())
        else:
            dx, dy = angle.x() / 120 * WHEEL_STEP, angle.y() / 120 * WHEEL_STEP
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not dx:
                dx, dy = dy, 0.0
            self._canvas.pan(dx, dy)
        event.accept()
        if self._canvas.gesture.carried is None:
            self._hover(event.position().toPoint())
        else:
            self.scrolled.emit()

    def _native(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._canvas.zoom_to(self._canvas.view.scale * (1 + event.value()), event.position().toPoint())
        return True

    def _pinch(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        at = self._canvas.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
        self._canvas.zoom_to(self._canvas.view.scale * pinch.scaleFactor(), at)
        return True

    def _tip(self, event: QHelpEvent) -> None:
        hit, document = self._canvas.hit(event.pos()), self._canvas.document
        text = ""
        if hit.seat is not None:
            text = seat_tip(document.project, document.scenario, document.scenario.seats[hit.seat])
        elif hit.team is not None and not hit.on_add_row:
            text = team_tip(document.project, document.scenario, document.scenario.teams[hit.team])
        QToolTip.showText(event.globalPos(), text, self._canvas.viewport())

    def _edge_pull(self) -> tuple[float, float]:
        """Px to scroll in one tick: more the nearer the pointer is to an edge."""
        port, at = self._canvas.viewport().rect(), QPointF(self._near)
        if not port.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(self._near):
            return (0.0, 0.0)
        return _pull(at.x(), port.width()), _pull(at.y(), port.height())

    def _scroll_at_edge(self) -> None:
        dx, dy = self._edge_pull()
        if (dx, dy) == (0.0, 0.0) or self._canvas.gesture.carried is None:
            self._scrolling.stop()
            return
        self._canvas.pan(dx, dy)
        self.scrolled.emit()

    def _end_scrolling(self) -> None:
        self._scrolling.stop()
        self._was_inside = False


def _pull(at: float, length: float) -> float:
    most = EDGE_SPEED * _TICK / 1000
    if at < EDGE:
        return most * min(1.0, (EDGE - at) / EDGE)
    if at > length - EDGE:
        return -most * min(1.0, (at - length + EDGE) / EDGE)
    return 0.0


def _adds(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))

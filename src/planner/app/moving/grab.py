"""The grab leads pointer and keys of a whole window to the gesture while something is on the move.

It is our own: no drag of the platform's is run, whose loop would block, hide changes of the modifiers, and
could not be tested. While something is carried, a filter takes the window's mouse and key events first.
"""

import sys
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.advice.moves import Intent, Load, Target
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.app.moving.overlay import Overlay

_MOUSE = {
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
}
_KEYS = {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Tab: (1, 1),
    Qt.Key.Key_Backtab: (-1, -1),
}
_DROP_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class Zone(Protocol):
    """A part of the window over which things can be dropped: the canvas, the bench."""

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies on it."""
        ...

    def target_at(self, at: QPoint) -> Target | None:
        """What a drop at a point of the screen would be on."""
        ...

    def carried_near(self, at: QPoint) -> None:
        """Scroll when the pointer comes near an edge."""
        ...

    def next_target(self, step: tuple[int, int]) -> Target | None:
        """The target that an arrow key leads to while something is carried by keys."""
        ...

    def place_of(self, target: Target) -> QRect | None:
        """Where a target is on the screen."""
        ...


class Grab(QObject):
    """Turns what pointer and keys do in a window into calls of the gesture."""

    def __init__(self, window: QWidget, gesture: Gesture, overlay: Overlay) -> None:
        super().__init__(window)
        self._window, self._gesture, self._overlay = window, gesture, overlay
        self._zones: list[Zone] = []
        self._pointer = QPoint()
        gesture.ended.connect(self._let_go)

    def add_zone(self, zone: Zone, *, first: bool = False) -> None:
        """Let things be dropped on a part of the window; the first that holds a point is asked."""
        self._zones.insert(0 if first else len(self._zones), zone)

    def drag(self, load: Load, *, at: QPoint, home: QRect) -> None:
        """Carry something with the button held; ``home`` is where its card is seen, on the screen."""
        self._take(load, Way.DRAG, at, home)

    def stick(self, load: Load, *, home: QRect) -> None:
        """Carry something with the pointer, no button held: a click drops."""
        self._take(load, Way.STICK, QCursor.pos(), home)

    def carry(self, load: Load, *, home: QRect) -> None:
        """Carry something by keys from target to target."""
        self._take(load, Way.KEYS, home.center(), home)
        self._step((0, 0))

    def _take(self, load: Load, way: Way, at: QPoint, home: QRect) -> None:
        self._gesture.start(load, way=way)
        self._pointer = at
        self._overlay.begin(at, home, way)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        if way is not Way.KEYS:
            self.follow(at)

    def _let_go(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._overlay.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the window's mouse and key events; all others go their way."""
        kind = event.type()
        if kind is QEvent.Type.ApplicationDeactivate or kind is QEvent.Type.WindowDeactivate:
            if kind is QEvent.Type.ApplicationDeactivate or watched is self._window:
                self._gesture.cancel()
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        way = self._gesture.way
        at = event.globalPosition().toPoint()
        if way is Way.KEYS:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._gesture.cancel()
            return False
        if event.type() is QEvent.Type.MouseMove:
            self.follow(at)
            self._gesture.intend(intent_of(event.modifiers()))
            return True
        ends = QEvent.Type.MouseButtonRelease if way is Way.DRAG else QEvent.Type.MouseButtonPress
        if event.button() is Qt.MouseButton.LeftButton and event.type() is ends:
            self.follow(at)
            self._gesture.intend(intent_of(event.modifiers()))
            self._gesture.drop()
        elif event.button() is Qt.MouseButton.RightButton and event.type() is QEvent.Type.MouseButtonPress:
            self._gesture.cancel()
        return way is Way.STICK or event.button() is not Qt.MouseButton.LeftButton

    def follow(self, at: QPoint) -> None:
        """Hold what is carried where the pointer is on the screen."""
        self._pointer = at
        self._overlay.follow(at)
        zone = self._zone_at(at)
        self._gesture.over(zone.target_at(at) if zone else None)
        for each in self._zones:
            each.carried_near(at)

    def look_again(self) -> None:
        """Ask what is under the pointer once more, as after the canvas scrolled below it."""
        if self._gesture.carried is not None and self._gesture.way in (Way.DRAG, Way.STICK):
            zone = self._zone_at(self._pointer)
            self._gesture.over(zone.target_at(self._pointer) if zone else None)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        modifier = _MODIFIER_KEYS.get(key)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return modifier is None and key in {Qt.Key.Key_Escape, *_STEPS, *_DROP_KEYS}
        pressed = event.type() is QEvent.Type.KeyPress
        if modifier is not None:
            # The event of a modifier itself tells the state before it on some platforms, after it on others.
            held = event.modifiers()
            self._gesture.intend(intent_of(held | modifier if pressed else held & ~modifier))
            return True
        if not pressed:
            return True
        if key is Qt.Key.Key_Escape:
            self._gesture.cancel()
        elif self._gesture.way is Way.KEYS:
            self._carry_key(key, event.modifiers())
        return True

    def _carry_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        if key in _DROP_KEYS:
            self._gesture.intend(intent_of(modifiers))
            self._gesture.drop()
        elif key in _STEPS:
            self._step(_STEPS[key])

    def _step(self, step: tuple[int, int]) -> None:
        for zone in self._zones:
            target = zone.next_target(step)
            if target is not None:
                self._gesture.over(target)
                place = zone.place_of(target)
                if place is not None:
                    self._overlay.follow(place.center())
                return

    def _zone_at(self, at: QPoint) -> Zone | None:
        return next((zone for zone in self._zones if zone.holds(at)), None)


_COPY = Qt.KeyboardModifier.AltModifier if sys.platform == "darwin" else Qt.KeyboardModifier.ControlModifier
_MODIFIER_KEYS = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    # On macOS Option copies while dragging; Qt calls the Command key Control there.
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


def intent_of(modifiers: Qt.KeyboardModifier) -> Intent:
    """What held modifiers ask for: Ctrl a copy, Shift a replacement, none or both a plain move."""
    copy = bool(modifiers & (_COPY | Qt.KeyboardModifier.ControlModifier))
    replace = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if copy == replace:
        return Intent.MOVE
    return Intent.COPY if copy else Intent.REPLACE

"""One tab stop for a part of the window: arrows walk through what stands in it, Tab leaves it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from planner.app.theme.metrics import SPACE_8
from planner.app.window.focus_order import stops

Key = Qt.Key

ACROSS: Final = {Key.Key_Left: -1, Key.Key_Right: 1}
"""The arrows that walk along a bar."""
DOWN: Final = {Key.Key_Up: -1, Key.Key_Down: 1}
"""The arrows that walk down a column."""

_ARROWS: Final = frozenset({*ACROSS, *DOWN})
_TAKES_ARROWS: Final = (QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit)
_HELD: Final = ~Qt.KeyboardModifier.KeypadModifier


class Walk(QObject):
    """Arrows inside one part; ``leave`` is told whether Tab goes forward, ``keeps`` whose arrows are its own.

    What had the focus last is the part's stop, so that whoever comes back is where they were. Only what has
    the focus is listened to.
    """

    def __init__(
        self,
        part: QWidget,
        steps: dict[Qt.Key, int],
        *,
        leave: Callable[[bool], object],
        keeps: Callable[[QWidget, int], bool] = lambda _widget, _step: False,
    ) -> None:
        super().__init__(part)
        self.part, self._steps = part, steps
        self._leave, self._keeps = leave, keeps
        self._last: QWidget | None = None
        self._heard: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @property
    def stop(self) -> QWidget | None:
        """What Tab leads to: what had the focus last, else the first; None where nothing takes it."""
        found = stops([self.part])
        return next((each for each in found if each is self._last), found[0] if found else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk, leave, or press a button by Enter."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return isinstance(watched, QWidget) and watched.hasFocus() and self._take(watched, event)
        return False

    def _take(self, current: QWidget, event: QKeyEvent) -> bool:
        key, held = Key(event.key()), event.modifiers() & _HELD
        if key in (Key.Key_Tab, Key.Key_Backtab) and not held & ~Qt.KeyboardModifier.ShiftModifier:
            self._leave(key is Key.Key_Tab and not held)
            return True
        if held or isinstance(current, _TAKES_ARROWS):
            return False
        if key in (Key.Key_Return, Key.Key_Enter) and isinstance(current, QAbstractButton):
            current.click()
            return True
        step = self._steps.get(key, 0)
        if key not in _ARROWS or (step and self._keeps(current, step)):
            return False
        self._go(current, step)
        return True

    def _go(self, current: QWidget, step: int) -> None:
        found = stops([self.part])
        if current not in found or not step:
            return
        to = found[min(max(found.index(current) + step, 0), len(found) - 1)]
        to.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        show_whole(to)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # What loses the focus because it ends is no widget any more.
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = None
        if new is not None and self.part.isAncestorOf(new):
            self._heard = self._last = new
            new.installEventFilter(self)


def show_whole(widget: QWidget) -> None:
    """Scroll what took the focus clear of the edges of the areas that it stands in."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget, 0, SPACE_8)
        above = above.parentWidget()

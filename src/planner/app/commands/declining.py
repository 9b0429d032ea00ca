"""Declining says why a key does nothing: the command that it is for cannot run now."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.app.actions import Actions


class Declining(QObject):
    """Listens to the keys that reach a part of the window because no command took them."""

    def __init__(self, part: QWidget, actions: Actions, refuse: Callable[[str], object]) -> None:
        super().__init__(part)
        self._part, self._actions, self._refuse = part, actions, refuse
        part.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say why; whoever has another use for the key still gets it."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            self._take(QKeySequence(event.keyCombination()))
        return False

    def _take(self, pressed: QKeySequence) -> None:
        focus = self._part.focusWidget() or self._part.window().focusWidget()
        if isinstance(focus, QLineEdit):
            return  # what a field has no use for was no command
        for row, action in self._actions:
            if not action.isEnabled() and pressed in action.shortcuts():
                from planner.app.palette.commands import reason  # kept from the first paint

                self._refuse(reason(self._actions, row))
                return

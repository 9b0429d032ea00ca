"""Some keys act wherever the focus is: a text field that would edit by them leaves them to the window."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from planner.app.actions import Actions
from planner.app.controls.popover import Popover

EVERYWHERE: Final = (
    "edit.palette",
    "edit.find",
    "edit.find-bench",
    "view.next-finding",
    "view.previous-finding",
    "view.next-part",
    "view.previous-part",
)
"""Commands whose keys no field takes for its own; on Linux Ctrl+K would delete to the end of the line."""

_IN_POPOVERS: Final = ("edit.palette",)
"""Where to go next is nothing to ask for over an open popover."""

_FIELDS: Final = (QLineEdit, QTextEdit, QPlainTextEdit)


class KeysInFields(QObject):
    """Listens to the text field that has the focus in one window."""

    def __init__(self, window: QWidget, actions: Actions) -> None:
        super().__init__(window)
        self._window, self._actions = window, actions
        self._heard: QWidget | None = None
        self._acting: Sequence[str] = ()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the window have what the field would claim."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        pressed = QKeySequence(event.keyCombination())
        if not any(pressed in self._actions[name].shortcuts() for name in self._acting):
            return False
        event.ignore()
        return True

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # What loses the focus because it ends is no widget any more.
        if self._heard is not None and isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = None
        self._acting = _acting_in(new) if isinstance(new, _FIELDS) and self._window.isAncestorOf(new) else ()
        if new is not None and self._acting:
            self._heard = new
            new.installEventFilter(self)


def _acting_in(field: QWidget) -> Sequence[str]:
    """The commands that act in a field; none in lists that somebody is choosing from."""
    popover: QWidget | None = field
    while popover is not None and not isinstance(popover, Popover):
        popover = popover.parentWidget()
    if popover is None:
        return EVERYWHERE
    from planner.app.popovers.edit_popover import EditPopover

    return _IN_POPOVERS if isinstance(popover, EditPopover) else ()

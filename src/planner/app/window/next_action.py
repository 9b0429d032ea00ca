"""Tells when the user does something next in a window, for what is shown only until then."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_MODIFIERS: Final = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


class NextAction(QObject):
    """Watches a window for a key, or for a whole click, so that nothing moves under a button that is down.

    Signals:
        came(): the user did something.
    """

    came = Signal()

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._is_down = False
        handle = window.windowHandle()  # which sees every key and click of the window before its widgets
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what comes, and let it pass."""
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._is_down = True
            case QEvent.Type.MouseButtonRelease if self._is_down:
                self.came.emit()
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
                if event.key() not in _MODIFIERS:
                    self.came.emit()
        return super().eventFilter(watched, event)

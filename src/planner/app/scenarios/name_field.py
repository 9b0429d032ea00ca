"""The field in which a scenario's name is typed on its tab."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

_LEAST = 160


class TabName(QLineEdit):
    """Lies over the tab; Enter and a click elsewhere keep the name, Esc and an empty one do not.

    Signals:
        named(str, str): a scenario is to have this name.
    """

    named = Signal(str, str)

    def __init__(self, tabs: QWidget) -> None:
        super().__init__(tabs)
        self._scenario: str | None = None
        self._return_to: QWidget | None = None
        self.setAccessibleName("Name of the scenario")
        self.installEventFilter(self)
        self.hide()

    def open(self, scenario: str, name: str, place: QRect) -> None:
        """Type over the name of a scenario, whose tab is at ``place``."""
        self._scenario, self._return_to = scenario, QApplication.focusWidget()
        host = self.parentWidget()
        room = host.width() if host is not None else place.right()
        # The row of tabs holds the field: no wider than the row, and moved left where it would leave it.
        width = min(max(_LEAST, place.width()), room)
        self.setGeometry(max(0, min(place.x(), room - width)), place.y(), width, place.height())
        self.setText(name)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep or drop the name by Enter, Esc, and when the focus goes."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.FocusOut and self._scenario is not None:
            self._close(keep=True, go_back=False)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self._close(keep=key is not Qt.Key.Key_Escape, go_back=True)
                return True
        return super().eventFilter(watched, event)

    def _close(self, *, keep: bool, go_back: bool) -> None:
        scenario, self._scenario = self._scenario, None
        name = self.text().strip()
        self.hide()
        if go_back and self._return_to is not None and isValid(self._return_to):
            self._return_to.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and name and scenario is not None:
            self.named.emit(scenario, name)

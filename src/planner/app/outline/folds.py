"""Folds told: screen readers hear of rows that are folded and unfolded, and ask anew what stands where."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleTableModelChangeEvent
from PySide6.QtWidgets import QTreeView

from planner.app.controls.speaking import announce
from planner.app.outline.model import OutlineModel
from planner.app.outline.tree import Key
from planner.messages import message

_RESET = QAccessibleTableModelChangeEvent.ModelChangeType.ModelReset


class FoldsTold(QObject):
    """Speaks for a tree view: Qt numbers open rows for screen readers, and keeps the numbers on a fold."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._last: Key | None = None
        self._is_open = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._say)

    def tell(self, key: Key, *, is_open: bool) -> None:
        """Tell that a row was folded or unfolded; of several at once nothing is said."""
        if not QAccessible.isActive():
            return
        if self._soon.isActive():
            self._last = None
        else:
            self._last, self._is_open = key, is_open
            self._number_anew()
        self._soon.start()

    def _say(self) -> None:
        if self._last is None:
            self._number_anew()
        elif self._last in self._model.tree and self._view.hasFocus():
            name = self._model.wording.name(self._last)
            text = "{name} is expanded." if self._is_open else "{name} is collapsed."
            announce(self._view, str(message(text, name=name)))

    def _number_anew(self) -> None:
        QAccessible.updateAccessibility(QAccessibleTableModelChangeEvent(self._view, _RESET))

"""The steps of a document as rows of a list; only those that are seen are read."""

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from planner.app.document import Document

STATE: Final = Qt.ItemDataRole.UserRole
"""Whether a row is ``done``, ``now`` or ``undone``."""
_START: Final = "Start"
_Index = QModelIndex | QPersistentModelIndex
_SAID: Final = {"done": "done", "now": "the plan is here", "undone": "undone"}


class StepModel(QAbstractListModel):
    """The start, and below it the steps in the order in which they were made.

    Row 0 is the start, so that a row's number is how many steps are done there.
    """

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._steps = document.history

    @property
    def present(self) -> int:
        """The row where the plan stands."""
        return self._steps.present

    def renew(self) -> None:
        """Look at the document's steps again."""
        self.beginResetModel()
        self._steps = self._document.history
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """The start and the steps."""
        return 0 if parent is not None and parent.isValid() else len(self._steps) + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's name, its state, and both as a sentence."""
        row = index.row()
        if not 0 <= row < self.rowCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(row)
        if role == STATE:
            return self.state(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.name(row)}, {_SAID[self.state(row)]}"
        return None

    def name(self, row: int) -> str:
        """What a row is called."""
        return _START if row == 0 else str(self._steps[row - 1])

    def state(self, row: int) -> str:
        """Whether a row is done, where the plan stands, or undone."""
        return "now" if row == self.present else "done" if row < self.present else "undone"

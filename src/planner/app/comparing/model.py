"""The comparison as a table: rows of figures by scenarios, in words for those who hear it."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.advice.comparing import Column, Comparison, Row
from planner.app.comparing.wording import cell_sentence, head_sentence, row_name
from planner.app.controls.labels import plain_tip
from planner.drawing.comparing.cells import Cells
from planner.messages import Format

AnyIndex = QModelIndex | QPersistentModelIndex
_EXPLAINED = frozenset({Row.LAYOUT, Row.FINDINGS, Row.ROLE_MIX})
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class ComparisonModel(QAbstractTableModel):
    """A comparison by rows and columns; an empty table before there is one."""

    def __init__(self, cells_of: Callable[[Comparison], Cells], form: Format, parent: QObject) -> None:
        super().__init__(parent)
        self._cells_of, self._form = cells_of, form
        self.cells: Cells | None = None
        self.rows: tuple[Row, ...] = ()

    @property
    def comparison(self) -> Comparison | None:
        """What is compared."""
        return self.cells.comparison if self.cells is not None else None

    @property
    def columns(self) -> tuple[Column, ...]:
        """The scenarios from left to right."""
        return self.cells.comparison.columns if self.cells is not None else ()

    def show(self, comparison: Comparison) -> None:
        """Show another comparison; the same rows of the same scenarios only read differently."""
        cells = self._cells_of(comparison)
        before = (self.rows, [column.scenario.id for column in self.columns])
        if before == (cells.rows, [column.scenario.id for column in comparison.columns]):
            self.cells = cells
            last = self.index(len(self.rows) - 1, len(comparison.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(comparison.columns) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
            return
        self.beginResetModel()
        self.cells, self.rows = cells, cells.rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many scenarios there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """A cell as it is heard; what is painted small says so when the pointer rests on it, too."""
        if self.cells is None or not index.isValid():
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role not in _SPOKEN and not (role == Qt.ItemDataRole.ToolTipRole and row in _EXPLAINED):
            return None
        text = cell_sentence(self.cells.comparison, column, row, self._form)
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """A scenario or a row by its name; heard, a scenario with its score."""
        if self.cells is None or role not in (*_SPOKEN, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self._heading(self.cells.comparison, section, orientation)
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def _heading(self, comparison: Comparison, section: int, orientation: Qt.Orientation) -> str:
        if orientation is Qt.Orientation.Vertical:
            return row_name(comparison, self.rows[section], self._form) if section < len(self.rows) else ""
        known = section < len(self.columns)
        return head_sentence(comparison, self.columns[section], self._form) if known else ""

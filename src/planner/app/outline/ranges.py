"""Ranges gather rows that stand side by side, so that a view selects many of them as few."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex

from planner.app.outline.model import Column


def ranges_of(rows: Iterable[QModelIndex]) -> QItemSelection:
    """Whole rows, by the indexes of their first cells, as few ranges."""
    indexes = [index for index in rows if index.isValid()]
    by_parent: dict[int, list[QModelIndex]] = {}
    for index in indexes:
        by_parent.setdefault(index.parent().internalId(), []).append(index)
    chosen = QItemSelection()
    for siblings in by_parent.values():
        siblings.sort(key=QModelIndex.row)
        first = last = siblings[0]
        for index in siblings[1:]:
            if index.row() > last.row() + 1:
                chosen.append(_whole(first, last))
                first = index
            last = index
        chosen.append(_whole(first, last))
    return chosen


def _whole(first: QModelIndex, last: QModelIndex) -> QItemSelectionRange:
    return QItemSelectionRange(first, last.siblingAtColumn(Column.MARK))

"""A table that is read and walked cell by cell, and may be wider than its place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView


class CellTable(QTableView):
    """Cells without a grid of Qt's own; arrows walk, Tab leaves, and Shift with the wheel goes sideways."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Go sideways while Shift is held, as on the chart, or where nothing is above or below.

        A wheel that tips sideways, and two fingers, need no help.
        """
        turned, bar = event.angleDelta(), self.horizontalScrollBar()
        has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if turned.x() or not bar.maximum() or not (has_shift or not self.verticalScrollBar().maximum()):
            super().wheelEvent(event)
            return
        bar.setValue(bar.value() - turned.y() // 2)
        event.accept()

"""The list of links between teams, so that every link can be seen, made and removed without the canvas."""

from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from planner.app.agreements.wording import LINKS
from planner.app.controls.labels import plain_tip
from planner.app.document import Document
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_12, TARGET_LEAST
from planner.domain import Link
from planner.typography.scale import BODY_MEDIUM, SMALL

_ROW: Final = 30
_BIN: Final = 16
_NOWHERE: Final = QModelIndex()
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class LinkModel(QAbstractListModel):
    """The links of the scenario that is shown."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._links: list[Link] = []

    def refresh(self) -> None:
        """Read the links again."""
        self.beginResetModel()
        self._links = list(self._document.scenario.links)
        self.endResetModel()

    def link(self, index: QModelIndex | QPersistentModelIndex) -> Link:
        """The link of a row."""
        return self._links[index.row()]

    def names(self, index: QModelIndex | QPersistentModelIndex) -> tuple[str, str, str]:
        """``ML Platform``, ``serves``, ``Churn Radar``."""
        link, teams = self.link(index), self._document.scenario.teams
        return teams[link.source].name, LINKS[link.kind], teams[link.target].name

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """As many as links."""
        return 0 if parent.isValid() else len(self._links)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """A link as a sentence."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(" ".join(self.names(index)))
        is_read = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return " ".join(self.names(index)) if is_read else None


class LinkList(QListView):
    """All links; Delete or the bin at the right removes one.

    Signals:
        removed(Link): a link is to be removed.
    """

    removed = Signal(object)

    def __init__(self, document: Document, look: Look) -> None:
        super().__init__()
        self.links = LinkModel(document)
        self.setModel(self.links)
        self.setItemDelegate(_LinkRow(look, self.links, self))
        self.setProperty("part", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Links between teams")
        self.setAccessibleDescription("Delete removes the link.")
        look.changed.connect(self.viewport().update)

    def refresh(self) -> None:
        """Show the links there are; the row in focus keeps its place."""
        row = self.currentIndex().row()
        self.links.refresh()
        last = self.links.rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.links.index(min(max(row, 0), last), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete; walk with the arrows."""
        at = self.currentIndex()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and at.isValid():
            self.removed.emit(self.links.link(at))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove a link when its bin is clicked."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and self.bin_of(at).contains(event.position().toPoint()):
            self.removed.emit(self.links.link(at))

    def bin_of(self, index: QModelIndex) -> QRect:
        """Where a row's bin can be clicked."""
        return _bin_in(self.visualRect(index))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what the bin does, else the whole link."""
        if event.type() is QEvent.Type.ToolTip:
            at = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
            is_bin = at.isValid() and self.bin_of(at).contains(
                self.viewport().mapFromGlobal(self.cursor().pos())
            )
            self.setToolTip("Remove this link" if is_bin else "")
        return super().viewportEvent(event)


def _bin_in(area: QRect) -> QRect:
    left = area.right() - TARGET_LEAST - 8
    return QRect(left, area.top() + (area.height() - TARGET_LEAST) // 2, TARGET_LEAST, TARGET_LEAST)


class _LinkRow(QStyledItemDelegate):
    """Paints one link."""

    def __init__(self, look: Look, links: LinkModel, view: LinkList) -> None:
        super().__init__(view)
        self._look, self._links, self._view = look, links, view

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as a line with room around it."""
        return QSize(100, max(_ROW, option.fontMetrics.height() + 10))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint both names, the word between them, and the bin where pointer or focus is."""
        look, area = self._look, QRect(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = self._view.hasFocus() and index == self._view.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = area.adjusted(5, 1, -6, -1)
        if hovered or focused:
            painter.setPen(look.colour("accent") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-bg" if focused else "sunken"))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        self._words(painter, area, index, room=area.width() - SPACE_12 - TARGET_LEAST - 12)
        if hovered or focused:
            place = _bin_in(area)
            pixmap = look.pixmap("trash", "ink-2", _BIN, self._view.devicePixelRatioF())
            painter.drawPixmap(place.left() + 4, place.top() + 4, pixmap)
        painter.restore()

    def _words(
        self, painter: QPainter, area: QRect, index: QModelIndex | QPersistentModelIndex, *, room: int
    ) -> None:
        """Both names share the room that the word between them leaves."""
        look = self._look
        source, word, target = self._links.names(index)
        painter.setFont(look.font(SMALL))
        between = painter.fontMetrics().horizontalAdvance(word) + 12
        painter.setFont(look.font(BODY_MEDIUM))
        metrics = painter.fontMetrics()
        half = (room - between) // 2
        widths = [metrics.horizontalAdvance(name) + 1 for name in (source, target)]
        first = min(widths[0], max(half, room - between - widths[1]))
        second = min(widths[1], room - between - first)
        left = area.left() + SPACE_12
        painter.setPen(look.colour("ink"))
        for x, width, name in ((left, first, source), (left + first + between, second, target)):
            cut = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(x, area.top(), width, area.height()), _MIDDLE, cut)
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("ink-2"))
        painter.drawText(QRect(left + first + 6, area.top(), between, area.height()), _MIDDLE, word)

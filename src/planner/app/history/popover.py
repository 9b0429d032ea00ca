"""The history popover lists what was done and undone, with the present marked; a click goes there."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.app.controls import KeyCap, divider, label
from planner.app.controls.fading import Moves
from planner.app.controls.popover import Popover
from planner.app.document import Document
from planner.app.history.model import STATE, StepModel
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_8, SPACE_12, SPACE_16
from planner.errors import PlannerError
from planner.typography.scale import BODY, BODY_STRONG, PANEL_TITLE, SMALL

WIDTH: Final = 340
_ROW: Final = 30
_ROWS_MOST: Final = 14
_MARKS: Final = 28
"""Where words begin beside a mark, from the left without half of the mark."""
_WORDS: Final = {"now": "now", "undone": "undone", "done": ""}


class HistoryPopover(Popover):
    """Stays open while one steps around; Esc or a click elsewhere closes it."""

    def __init__(self, look: Look, window: QWidget, document: Document, motion: Moves) -> None:
        super().__init__(look, window, width=WIDTH, motion=motion)
        self._document = document
        self.model = StepModel(document)
        self.list = QListView()
        self.refusal = label(look, style=SMALL, tone="problem", wraps=True)
        self._count = label(look, style=SMALL, tone="second")
        self.setAccessibleName("History")
        self._lay_out(look)
        document.state_changed.connect(self._follow)
        self.list.clicked.connect(lambda index: self.go_to(index.row()))
        self.list.installEventFilter(self)

    def open(self, anchor: QWidget) -> None:
        """Open below a button with the present in sight and in focus."""
        self._renew()
        self.open_below(anchor)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def go_to(self, row: int) -> None:
        """Undo or redo until the plan stands at a row."""
        try:
            self._document.go_to(row)
        except PlannerError as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
            self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Space go to the row in focus."""
        if watched is self.list and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self.go_to(self.list.currentIndex().row())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_it()
                return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self.isVisible():
            self._renew()

    def _renew(self) -> None:
        self.model.renew()
        self.refusal.hide()
        rows, present = self.model.rowCount(), self.model.present
        self.list.setCurrentIndex(self.model.index(present))
        self.list.setFixedHeight(min(rows, _ROWS_MOST) * self._row_height() + 2)
        self.list.scrollTo(self.model.index(present), QAbstractItemView.ScrollHint.EnsureVisible)
        self._count.setText(f"{present} of {rows - 1} steps done" if rows > 1 else "")
        self.adjustSize()

    def _row_height(self) -> int:
        return max(_ROW, round(QFontMetricsF(self._look.font(BODY)).height()) + 10)

    def _lay_out(self, look: Look) -> None:
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_8)
        head.addWidget(label(look, "History", PANEL_TITLE))
        head.addStretch(1)
        head.addWidget(self._count)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_StepRows(look, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setStyleSheet("QListView { background: transparent; border: none; outline: none }")
        self.list.setAccessibleName("Steps, the first at the top")
        self.list.setMouseTracking(True)
        look.changed.connect(self.list.viewport().update)
        within = QHBoxLayout()
        within.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        within.addWidget(self.refusal)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_16, 10, SPACE_16, 10)
        foot.setSpacing(5)
        for key, words in (("Enter", "go there"), ("Esc", "close")):
            foot.addWidget(KeyCap(look, key))
            foot.addWidget(label(look, words, SMALL, tone="second"))
            foot.addSpacing(SPACE_12)
        foot.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(self.list)
        self.content.addLayout(within)
        self.content.addSpacing(6)
        self.content.addWidget(divider())
        self.content.addLayout(foot)


class _StepRows(QStyledItemDelegate):
    """Paints a step: a dot while it is done, a ring while it is undone, the present with a tick."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line."""
        height = max(_ROW, round(QFontMetricsF(self._look.font(BODY)).height()) + 10)
        return QSize(option.rect.width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, paler when it is undone."""
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        step = index.data(STATE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_keys = bool(state & QStyle.StateFlag.State_HasFocus)
        self._paint_ground(painter, box, is_current=is_current, is_hovered=is_hovered, has_keys=has_keys)
        self._paint_mark(painter, box, step)
        painter.setPen(
            self._look.colour("ink-3" if step == "undone" else "accent-ink" if is_current else "ink")
        )
        right = self._paint_words(painter, box, _WORDS[step])
        font = self._look.font(BODY_STRONG if step == "now" else BODY)
        painter.setFont(font)
        start = _MARKS + self._look.icon_side(16) // 2
        room = right - box.left() - start
        name = QFontMetricsF(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(box.adjusted(start, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, *, is_current: bool, is_hovered: bool, has_keys: bool
    ) -> None:
        inner = box.toRectF().adjusted(6.75, 1.75, -6.75, -1.75)
        if is_current:
            ring = QPen(self._look.colour("accent"), 2) if has_keys else QPen(Qt.PenStyle.NoPen)
            painter.setPen(ring)
            painter.setBrush(self._look.colour("accent-bg"))
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
        elif is_hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("sunken"))
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_mark(self, painter: QPainter, box: QRect, step: str) -> None:
        middle = box.center()
        if step == "now":
            side, ratio = self._look.icon_side(16), painter.device().devicePixelRatioF()
            tick = self._look.pixmap("check", "accent", side, ratio)
            painter.drawPixmap(box.left() + 22 - side // 2, middle.y() + 1 - side // 2, tick)
            return
        pen, ground = ("edge", Qt.BrushStyle.NoBrush) if step == "undone" else ("ink-2", None)
        painter.setPen(QPen(self._look.colour(pen), 1.5))
        painter.setBrush(ground if ground is not None else self._look.colour("ink-2"))
        side = self._look.icon_side(6)
        painter.drawEllipse(box.left() + 22 - side // 2, middle.y() + 1 - side // 2, side, side)

    def _paint_words(self, painter: QPainter, box: QRect, words: str) -> int:
        """Say a row's state at the right; gives where the room left of it ends."""
        right = box.right() - 16
        if words:
            painter.save()
            font = self._look.font(SMALL)
            painter.setFont(font)
            painter.setPen(self._look.colour("ink-2"))
            place = box.adjusted(0, 0, -16, 0)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
            painter.restore()
            right -= round(QFontMetricsF(font).horizontalAdvance(words)) + 8
        return right

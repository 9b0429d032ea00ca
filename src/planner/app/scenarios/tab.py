"""One scenario's tab: its name and rounded score, to be clicked, named and dragged."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy

from planner.app.controls import ScorePill
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import CONTROL_HEIGHT, RADIUS_CONTROL, SPACE_12
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG

_GAP = 10
_NAME_MOST = 180
_FOR_THE_ROW = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Escape,
}


class ScenarioTab(QAbstractButton):
    """One scenario: its name and score; framed while its layout is shown.

    Signals:
        rename_asked(): the name is to be typed here.
        menu_asked(QPoint): the menu is wanted at a place on the screen.
        dragged(QPoint): the tab is held by the pointer, which is there on the screen.
        dropped(QPoint): it was let go there.
    """

    rename_asked = Signal()
    menu_asked = Signal(QPoint)
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)

    def __init__(self, look: Look, scenario_id: str) -> None:
        super().__init__()
        self.scenario_id = scenario_id
        self._look = look
        self._name = ""
        self._pressed_at: QPoint | None = None
        self._is_dragged = False
        self._by_keys = False
        self._pill = ScorePill(look)
        self._pill.setParent(self)
        self.setCheckable(True)
        keep_height(look, self, CONTROL_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self.update)

    def show_scenario(
        self, name: str, total: float | None, judgement: str | None, words: str, *, is_baseline: bool = False
    ) -> None:
        """Show a name and a score; ``words`` is the band, for those who hear it."""
        self._name = name
        self._pill.show_score(total, judgement)
        score = "nothing to score yet" if total is None else f"score {round(total)}, {words}"
        baseline = ", baseline" if is_baseline else ""
        self.setAccessibleName(f"Scenario {name}, {score}{baseline}")
        self._pill.adjustSize()
        self.updateGeometry()
        self._place()
        self.update()

    def stop_drag(self) -> None:
        """Let the tab be where it was; the button that is still held does nothing more."""
        self._pressed_at, self._is_dragged = None, False
        self.setDown(False)

    def sizeHint(self) -> QSize:
        """Name and score side by side; a long name is cut and told by the tool tip."""
        width = SPACE_12 + self._name_width() + _GAP + self._pill.sizeHint().width() + SPACE_12
        return QSize(width, self._look.grown(CONTROL_HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a ring to those who walk by keys."""
        self._by_keys = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave what concerns the row of tabs to it."""
        if Qt.Key(event.key()) in _FOR_THE_ROW:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click or a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_at = event.globalPosition().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer once it has gone the system's drag distance."""
        at = event.globalPosition().toPoint()
        if self._pressed_at is not None:
            far = (at - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
            self._is_dragged = self._is_dragged or far
        if self._is_dragged:
            self.setDown(False)
            self.dragged.emit(at)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag, else count as a click."""
        was_dragged = self._is_dragged
        self._pressed_at, self._is_dragged = None, False
        if was_dragged:
            self.dropped.emit(event.globalPosition().toPoint())
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Let the name be typed."""
        self.rename_asked.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, below the tab when it was asked by a key."""
        is_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        self.menu_asked.emit(event.globalPos() if is_mouse else self.mapToGlobal(self.rect().bottomLeft()))

    def resizeEvent(self, _event: object) -> None:
        """Keep the score at the right."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame of the shown one, the name, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setBrush(self._look.colour("surface"))
            painter.setPen(QPen(self._look.colour("line-2"), 1))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        elif self.underMouse():
            painter.setBrush(self._look.colour("sunken"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus() and self._by_keys:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        font = self._look.font(BODY_STRONG if self.isChecked() else BODY_MEDIUM)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink" if self.isChecked() else "ink-2"))
        room = self._name_width()
        name = QFontMetricsF(font).elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(SPACE_12, 0, room + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()

    def _name_width(self) -> int:
        width = QFontMetricsF(self._look.font(BODY_STRONG)).horizontalAdvance(self._name)
        return min(self._look.px(_NAME_MOST), round(width) + 1)

    def _place(self) -> None:
        size = self._pill.sizeHint()
        left = self.width() - SPACE_12 - size.width()
        self._pill.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

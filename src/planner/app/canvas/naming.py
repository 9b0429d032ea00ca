"""Edits a team's name or a seat's title where it stands on the canvas."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from planner.app.canvas.canvas import Canvas
from planner.app.canvas.selection import Key
from planner.app.theme import Look
from planner.messages import message
from planner.placement import Rect
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG

_LEAST_WIDTH = 160
_LEAST_HEIGHT = 28


class NameField(QLineEdit):
    """One field that is shown over the name being edited; Enter keeps it, Esc does not.

    Signals:
        named(Key, str): a name was typed for a team or seat.
    """

    named = Signal(object, str)

    def __init__(self, canvas: Canvas, *, look: Look) -> None:
        super().__init__(canvas.viewport())
        self._canvas, self._look = canvas, look
        self._key: Key | None = None
        self.hide()
        self.installEventFilter(self)
        canvas.view_changed.connect(self._place)
        canvas.scene_changed.connect(self._place)

    @property
    def key(self) -> Key | None:
        """What is being named, None while nothing is."""
        return self._key

    def edit(self, key: Key) -> None:
        """Open over a team's name or a seat's title, ready to be typed over."""
        scenario = self._canvas.document.scenario
        kind, name = key
        if key not in self._canvas.scene:
            return
        self._key = key
        if kind == "team":
            text, said = scenario.teams[name].name, message("Name of the team")
            self.setPlaceholderText("Name")
        else:
            seat = scenario.seats[name]
            text, said = seat.title, message("Title of the seat")
            self.setPlaceholderText(seat.function.label)
        self.setFont(self._look.font(BODY_STRONG if kind == "team" else BODY_MEDIUM))
        self.setText(text)
        self.setAccessibleName(str(said))
        self._canvas.reveal(key)
        self._place()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep the name on Enter and when the focus leaves, drop it on Esc."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        if event.type() is QEvent.Type.FocusOut:
            self._close(keep=True)
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
                self._close(keep=key is not Qt.Key.Key_Escape)
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key: what a field has no use for is no command of the canvas below."""
        super().keyPressEvent(event)
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Keep every key."""
        super().keyReleaseEvent(event)
        event.accept()

    def _close(self, *, keep: bool) -> None:
        key, self._key = self._key, None
        if key is None:
            return
        self.hide()
        if keep and (self.text().strip() or key[0] == "seat"):
            self.named.emit(key, self.text().strip())

    def _place(self) -> None:
        if self._key is None:
            return
        rect = self._rect(self._key)
        if rect is None:
            self._key = None
            self.hide()
            return
        area = self._canvas.to_viewport(rect)
        height = max(_LEAST_HEIGHT, self.minimumSizeHint().height())
        field = QRect(0, 0, max(_LEAST_WIDTH, area.width()), height)
        field.moveTop(area.center().y() - height // 2)
        field.moveLeft(area.x())
        self.setGeometry(_whole(field, self._canvas.viewport().rect()))

    def _rect(self, key: Key) -> Rect | None:
        rect = self._canvas.scene.rect_of(key)
        if rect is None:
            return None
        if key[0] == "seat":
            return Rect(rect.x + 34, rect.y, rect.width - 40, rect.height)
        header = self._canvas.scene.head_of(key[1])
        if self._canvas.scene.is_overview:
            return header
        return Rect(header.x + 26, header.y + 4, header.width - 32, 28)


def _whole(field: QRect, seen: QRect) -> QRect:
    """The field wholly in sight: it is wider than a small name, and may stand at an edge."""
    if not field.intersects(seen):
        return field
    left = max(seen.left(), min(field.left(), seen.right() + 1 - field.width()))
    top = max(seen.top(), min(field.top(), seen.bottom() + 1 - field.height()))
    return QRect(QPoint(left, top), field.size())

"""The overlay draws what floats above the window during a gesture: ghost, badge, the way home."""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import (
    QEvent,
    QMarginsF,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from planner.advice.moves import DrawnLink, Intent, Outcome
from planner.app.canvas.ink import Ink
from planner.app.canvas.menus import KIND_ICONS
from planner.app.canvas.motion import HOME, Motion
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.app.theme import Look
from planner.drawing.ghosts import drop_badge, ghost
from planner.drawing.marks import Group
from planner.messages import Message, message
from planner.placement import Measure

_BELOW_POINTER = 16
_RIGHT_OF_POINTER = 24
_GAP = 6
_MARGIN = 8
_ROUND = 12
"""Room around ghost and badge for the shadow and the plus disc."""


class Overlay(QWidget):
    """Covers its window and lets every event through; only what moved is painted again."""

    def __init__(self, window: QWidget, gesture: Gesture, *, look: Look, ink: Ink, motion: Motion) -> None:
        super().__init__(window)
        self._gesture, self._look, self._ink, self._motion = gesture, look, ink, motion
        self._pointer, self._home = QPoint(), QRect()
        self._measure = Measure(look.fonts)
        self.target_place: Callable[[], QRect] = QRect
        """Where on the screen the seat is that is pointed at, so that the ghost leaves its words readable."""
        self._ghost: Group | None = None
        self._pictured: object = None
        self._kept = QPixmap()
        self._badge: Group | None = None
        self._returning: QVariantAnimation | None = None
        self._ghost_at = QPointF()
        self._painted = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        gesture.changed.connect(self._redraw)
        gesture.cancelled.connect(self._fly_home)

    @property
    def badge_words(self) -> str:
        """What the badge says now, with the score change once it is known; empty without a badge."""
        found = self._gesture.outcome
        if found is None or self._badge is None:
            return ""
        gain = self._gesture.gain
        words = _words(found)
        return str(words) if gain is None else str(message("{words} {gain}", words=words, gain=gain))

    @property
    def badge_place(self) -> QRectF:
        """Where the badge stands in the window; empty without one."""
        return self._badge_rect()

    @property
    def ghost_top(self) -> float:
        """Where in the window the ghost begins."""
        return self._ghost_at.y()

    def begin(self, at: QPoint, home: QRect, way: Way) -> None:
        """Show the ghost of what is carried; ``at`` and ``home`` are on the screen."""
        self._stop_returning()
        self.setGeometry(self._parent().rect())
        self._home = QRect(self.mapFromGlobal(home.topLeft()), home.size())
        self._pointer = self.mapFromGlobal(at)
        self.setVisible(way is not Way.LIST)
        self.raise_()
        self._redraw()

    def follow(self, at: QPoint) -> None:
        """Move the ghost below the pointer, a place on the screen."""
        self._pointer = self.mapFromGlobal(at)
        self._place()

    def move_home(self, home: QRect) -> None:
        """Note that what is carried comes from another place on the screen now, as after scrolling."""
        if not home.isNull():
            self._home = QRect(self.mapFromGlobal(home.topLeft()), home.size())
            self._repaint()

    def finish(self) -> None:
        """Take ghost and badge away, unless the ghost is on its way home."""
        self._badge = None
        if self._returning is None:
            self._ghost = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self._parent().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ghost and badge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line()
        if line is not None:
            self._draw_line(painter, *line)
        if self._ghost is not None:
            painter.drawPixmap(self._ghost_at - QPointF(_ROUND, _ROUND), self._picture(self._ghost))
        if self._badge is not None:
            self._stand(painter, self._badge, self._badge_rect().topLeft())
        painter.end()

    def _picture(self, ghost: Group) -> QPixmap:
        """The ghost with its shadow, painted once for as long as it looks the same."""
        ratio, size = self.devicePixelRatioF(), self._sized(ghost)
        looks = (ghost.marks, size, ratio, self._look.theme)
        if looks != self._pictured:
            room = size.grownBy(QMarginsF(_ROUND, _ROUND, _ROUND, _ROUND))
            picture = QPixmap(ceil(room.width() * ratio), ceil(room.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            place = QPointF(_ROUND, _ROUND)
            self._shade(painter, QRectF(place, size))
            self._stand(painter, ghost, place)
            painter.end()
            self._pictured, self._kept = looks, picture
        return self._kept

    def _redraw(self) -> None:
        gesture, found = self._gesture, self._gesture.outcome
        if gesture.carried is None:
            return
        fonts = self._look.fonts
        self._ghost = self._ghost_of(refused=found is not None and found.refusal is not None)
        self._badge = None
        if found is not None:
            self._badge = drop_badge(_words(found), self._gesture.gain, self._measure, fonts)
        self._place()

    def _ghost_of(self, *, refused: bool) -> Group:
        """Who is carried, with how many more; the header of a team; the end of a line."""
        gesture, fonts = self._gesture, self._look.fonts
        if gesture.seat is not None:
            return ghost(str(message("Vacant")), gesture.function, fonts, refused=refused)
        if gesture.person is None:
            is_link = isinstance(gesture.carried, DrawnLink)
            icon = "link" if is_link or gesture.team is None else KIND_ICONS[gesture.team.kind]
            return ghost(str(gesture.what), None, fonts, refused=refused, icon=icon)
        copies = gesture.intent is Intent.COPY and gesture.outcome is not None and not refused
        more = len({one.person for one in gesture.people}) - 1
        return ghost(gesture.person.name, gesture.function, fonts, more=more, adds=copies, refused=refused)

    def _line(self) -> tuple[QPointF, QPointF] | None:
        """Where the line that is being drawn runs."""
        if not isinstance(self._gesture.carried, DrawnLink) or self._home.isNull():
            return None
        return QRectF(self._home).center(), QPointF(self._pointer)

    def _draw_line(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        found = self._gesture.outcome
        refused = found is not None and found.refusal is not None
        colour = self._look.colour("problem" if refused else "accent")
        painter.setPen(QPen(colour, 2, Qt.PenStyle.DashLine if found is None else Qt.PenStyle.SolidLine))
        painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for point in (start, end):
            painter.drawEllipse(point, 4, 4)

    def _place(self) -> None:
        if self._ghost is None:
            return
        size = self._ghost_rect().size()
        x = min(self._pointer.x() + _RIGHT_OF_POINTER, self.width() - _MARGIN) - size.width()
        y = min(self._below(), self.height() - _MARGIN - size.height())
        self._ghost_at = QPointF(max(_MARGIN, x), y)
        self._repaint()

    def _below(self) -> int:
        """Where the ghost begins: below the pointer, and below the seat that is pointed at."""
        y = self._pointer.y() + _BELOW_POINTER
        seat = self.target_place()
        place = QRect(self.mapFromGlobal(seat.topLeft()), seat.size())
        return max(y, place.bottom() + _GAP) if place.contains(self._pointer) else y

    def _repaint(self) -> None:
        area = self._ghost_rect()
        if self._badge is not None:
            area = area.united(self._badge_rect())
        line = self._line()
        if line is not None:
            area = area.united(QRectF(*line).normalized())
        now = area.adjusted(-_ROUND, -_ROUND, _ROUND, _ROUND).toAlignedRect()
        self.update(self._painted)
        self.update(now)
        self._painted = now

    def _ghost_rect(self) -> QRectF:
        if self._ghost is None:
            return QRectF()
        return QRectF(self._ghost_at, self._sized(self._ghost))

    def _sized(self, group: Group) -> QSizeF:
        """How large a group is on screen: as text is."""
        return QSizeF(group.bounds.width, group.bounds.height) * self._look.factor

    def _badge_rect(self) -> QRectF:
        if self._badge is None:
            return QRectF()
        ghost, size = self._ghost_rect(), self._sized(self._badge)
        x = max(_MARGIN, ghost.right() - size.width())
        y = ghost.bottom() + _GAP
        if y + size.height() > self.height() - _MARGIN:
            x, y = self._clear_of_seat(ghost, size)
        return QRectF(QPointF(min(x, self.width() - _MARGIN - size.width()), y), size)

    def _clear_of_seat(self, ghost: QRectF, size: QSizeF) -> tuple[float, float]:
        """Where a badge has no room below the ghost: left of it, else above the seat that is read."""
        left = ghost.left() - _GAP - size.width()
        if left >= _MARGIN:
            return left, ghost.bottom() - size.height()
        seat = self.mapFromGlobal(self.target_place().topLeft()).y()
        return max(_MARGIN, ghost.right() - size.width()), min(ghost.top(), seat) - _GAP - size.height()

    def _stand(self, painter: QPainter, group: Group, at: QPointF) -> None:
        painter.save()
        painter.translate(at)
        painter.scale(self._look.factor, self._look.factor)
        self._ink.marks(painter, group.marks)
        painter.restore()

    def _shade(self, painter: QPainter, rect: QRectF) -> None:
        if self._look.theme.outlined:
            return
        shadow = self._look.colour("tooltip" if self._look.theme.name == "light" else "canvas")
        shadow.setAlphaF(0.035)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        for by in range(8, 0, -2):
            painter.drawRoundedRect(rect.adjusted(-by, 2 - by, by, by + 3), 7 + by, 7 + by)

    def _fly_home(self) -> None:
        if self._ghost is None or self._home.isNull() or not self.isVisible():
            return
        start, end = QPointF(self._ghost_at), QPointF(self._home.topLeft())
        self._badge = None

        def step(part: float) -> None:
            self._ghost_at = start + (end - start) * part
            self._repaint()

        self._returning = self._motion.run(self, HOME, step, self._arrived)

    def _arrived(self) -> None:
        self._returning = None
        self._ghost = None
        self.hide()

    def _stop_returning(self) -> None:
        if self._returning is not None:
            self._returning.stop()
            self._returning = None

    def _parent(self) -> QWidget:
        parent = self.parentWidget()
        if parent is None:
            raise LookupError("an overlay covers a window")
        return parent


def _words(found: Outcome) -> Message:
    """What a drop does, with what is worth saying about it."""
    if found.remark is None:
        return found.words
    return message("{words}, {remark}", words=found.words, remark=found.remark)

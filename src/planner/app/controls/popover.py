"""Popovers float inside their window beside what they are about; a click outside or Esc closes them.

They are children of the window, not windows of their own: no compositor is needed for round corners, and a
picture of the window shows them.
"""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.app.controls.buttons import press_by_enter
from planner.app.controls.fading import FADE_IN, FADE_OUT, Fade, Moves
from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_POPOVER, SPACE_8, SPACE_16, SPACE_48

_SHADOW = 8


class Popover(QWidget):
    """A floating card; put what it shows into ``content``. With ``motion`` it fades in and out.

    Signals:
        closed(): it was closed, by whatever means.
    """

    closed = Signal()

    def __init__(self, look: Look, window: QWidget, *, width: int, motion: Moves | None = None) -> None:
        super().__init__(window)
        self._look, self._host, self._motion = look, window, motion
        self._fade: Fade | None = None
        self._return_to: QWidget | None = None
        self._wanted = width
        look.resized.connect(self._fit_width)
        self._fit_width()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.content = QVBoxLayout(self)
        margin = SPACE_16 + _SHADOW
        self.content.setContentsMargins(margin, margin, margin, margin)
        self.content.setSpacing(SPACE_8)
        look.changed.connect(self.update)
        self.hide()

    @property
    def inner_width(self) -> int:
        """The width that its content has."""
        return self.width() - 2 * (_SHADOW + SPACE_16)

    def _fit_width(self) -> None:
        """Be wider where text is larger, as far as the window allows."""
        width = min(self._look.px(self._wanted), max(self._wanted, self._most_width))
        self.setFixedWidth(width + 2 * _SHADOW)

    @property
    def _most_width(self) -> int:
        """How wide it may become with the text."""
        return self._host.width() - 2 * SPACE_48

    def adjustSize(self) -> None:
        """Be as high as the content is at this width: words that wrap need more than the usual height."""
        super().adjustSize()
        if self.content.hasHeightForWidth():
            needed = min(self.content.totalHeightForWidth(self.width()), self._host.height())
            self.resize(self.width(), max(self.height(), needed))

    def open_below(self, anchor: QWidget) -> None:
        """Open under a widget, over it where only there is room; never beyond the window at its right."""
        self.adjustSize()
        corner = anchor.mapTo(self._host, QPoint(0, anchor.height()))
        left = min(corner.x() - _SHADOW, self._host.width() - self.width())
        top, lowest = corner.y() + 4 - _SHADOW, self._host.height() - self.height()
        over = corner.y() - anchor.height() - 4 + _SHADOW - self.height()
        if top > lowest:
            top = over if over >= 0 else lowest
        self.move(max(0, left), max(0, top))
        self._return_to = QApplication.focusWidget()
        self._appear()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        next(self._stops(), self).setFocus(Qt.FocusReason.PopupFocusReason)

    def close_it(self) -> None:
        """Close, and give the focus back to where it was."""
        if self.isHidden():
            return
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        fade = self._begin_fade()
        self.hide()
        self._end_fade(fade, FADE_OUT)
        if self._return_to is not None and isValid(self._return_to):  # what it did may have removed that
            self._return_to.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  (Qt's own name)
        """Keep Tab inside: behind the popover nobody would see where the keys are, nor find back."""
        stops, focus = list(self._stops()), QApplication.focusWidget()
        if not stops:
            return False
        at = next - 1 if focus not in stops else stops.index(focus) + (1 if next else -1)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[at % len(stops)].setFocus(reason)
        return True

    def _stops(self) -> Iterator[QWidget]:
        """What Tab stops at."""
        # Not by the chain of focus: walking it makes each widget the owner of the next in Python's eyes, and
        # takes the next with it when one is removed.
        for widget in self.findChildren(QWidget):
            takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
            if takes_tab and widget.isVisibleTo(self) and widget.isEnabled():
                yield widget

    def _appear(self) -> None:
        """Be seen, above all else, where it stands."""
        fade = self._begin_fade() if self.isHidden() else None
        self.raise_()
        self.show()
        self._end_fade(fade, FADE_IN)

    def _begin_fade(self) -> Fade | None:
        """What is seen in its place now; None where nothing is to move."""
        self._faded()
        if self._motion is None or self._motion.reduced or not self._host.isVisible():
            return None
        return Fade(self._host, self.geometry())

    def _end_fade(self, fade: Fade | None, milliseconds: int) -> None:
        """Let what was seen before vanish."""
        if fade is None or self._motion is None:
            return
        self._fade = fade
        fade.vanish(self._motion, milliseconds, self._faded)

    def _faded(self) -> None:
        ended, self._fade = self._fade, None
        if ended is not None:
            ended.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop following presses, also when the whole window is closed."""
        application = QApplication.instance()
        if application is not None and not event.spontaneous():
            application.removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close at a press elsewhere in the window; menus and lists of its own fields are not elsewhere."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            is_here = isinstance(watched, QWidget) and watched.window() is self.window()
            if is_here and not self._frame().contains(self.mapFromGlobal(event.globalPosition().toPoint())):
                self.close_it()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Enter presses a button that has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        elif not press_by_enter(event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a soft shadow and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._frame()
        if not self._look.theme.outlined:
            self._paint_shadow(painter, card)
        painter.setPen(self._look.colour("line-2"))
        painter.setBrush(self._look.colour("raised"))
        painter.drawRoundedRect(card, RADIUS_POPOVER, RADIUS_POPOVER)
        painter.end()

    def _paint_shadow(self, painter: QPainter, card: QRect) -> None:
        shadow = self._look.colour("tooltip" if self._look.theme.name == "light" else "canvas")
        painter.setPen(Qt.PenStyle.NoPen)
        for grown in range(_SHADOW, 0, -1):
            shadow.setAlphaF(0.02)
            painter.setBrush(shadow)
            by = grown - 1
            painter.drawRoundedRect(
                card.adjusted(-by, -by + 2, by, by + 1), RADIUS_POPOVER + by, RADIUS_POPOVER + by
            )

    def _frame(self) -> QRect:
        return self.rect().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

"""Buttons of the drawer: the tabs between its parts, and the kinds of practices to add."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL, SPACE_8
from planner.typography.scale import BODY_MEDIUM, LABEL, SMALL


class Tab(QAbstractButton):
    """A part's name with how many things are in it; a line under the one that is shown."""

    def __init__(self, look: Look, words: str) -> None:
        super().__init__()
        self._look, self._words, self._count = look, words, ""
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # no ring at a click
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        look.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Say how many there are; nothing where there is none."""
        self._count = f"{count:,}" if count else ""
        self.setAccessibleName(f"{self._words}, {count}" if count else self._words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for both."""
        look = self._look
        width = QFontMetricsF(look.font(LABEL)).horizontalAdvance(self._words) + 2 * SPACE_8
        if self._count:
            width += QFontMetricsF(look.font(SMALL)).horizontalAdvance(self._count) + 6
        return QSize(round(width) + 1, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words, count, line and focus."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        font = look.font(LABEL)
        painter.setFont(font)
        painter.setPen(look.colour("ink" if self.isChecked() or self.underMouse() else "ink-2"))
        room = self.rect().adjusted(SPACE_8, 0, 0, 0)
        painter.drawText(room, middle, self._words)
        if self._count:
            painter.setFont(look.font(SMALL))
            painter.setPen(look.colour("ink-2"))
            advance = round(QFontMetricsF(font).horizontalAdvance(self._words))
            painter.drawText(room.adjusted(advance + 6, 0, 0, 0), middle, self._count)
        if self.isChecked():
            painter.fillRect(SPACE_8, self.height() - 2, self.width() - 2 * SPACE_8, 2, look.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(look.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 4, -1, -5), RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()


class KindButton(QAbstractButton):
    """One kind of practice: its name, what it is for, and which open findings it helps."""

    def __init__(self, look: Look, name: str, purpose: str) -> None:
        super().__init__()
        self._look, self._name, self._purpose, self._helps = look, name, purpose, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.show_helps("")

    def show_helps(self, helps: str) -> None:
        """Say which findings it helps; empty for none."""
        self._helps = helps
        self.setAccessibleName(f"Add {self._name.lower()}. {self._purpose} {helps}".strip())
        lines = 3 if helps else 2
        self.setFixedHeight(self._look.grown(64 if helps else 47, lines=lines))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows and Enter to the popover, which knows the other kinds."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as the popover."""
        return QSize(340, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint two or three lines."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, hovered = self.hasFocus(), self.underMouse()
        if focused or hovered:
            painter.setPen(QPen(look.colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent-bg" if focused else "sunken"))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        lines = [
            (self._name, BODY_MEDIUM, "ink"),
            (self._purpose, SMALL, "ink-2"),
            (self._helps, SMALL, "good"),
        ]
        for place, (words, style, use) in enumerate(lines):
            painter.setFont(look.font(style))
            painter.setPen(look.colour(use))
            room = self.rect().adjusted(10, 6 + place * look.grown(18), -10, 0)
            painter.drawText(
                room,
                Qt.AlignmentFlag.AlignTop,
                painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width()),
            )
        painter.end()

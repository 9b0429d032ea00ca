"""The fix button says in full what it does: its words wrap where the panel is too narrow for one line."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from planner.app.controls import Kind
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT, SPACE_8, SPACE_12

_ICON = 16
_LEAST = 96
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class FixButton(QPushButton):
    """The filled button of an open finding."""

    def __init__(self, look: Look, words: str, on_click: Callable[[], object]) -> None:
        super().__init__(words.replace("&", "&&"))
        self._look, self._words = look, words
        self.setObjectName("first fix")
        self.setProperty("kind", Kind.PRIMARY.value)
        self.setFont(look.font(Kind.PRIMARY.style))
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.clicked.connect(on_click)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(CONTROL_HEIGHT)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._words) + 1 + self._room, self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a word or two."""
        return QSize(_LEAST, CONTROL_HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Narrow buttons are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at which all words show."""
        box = QRect(0, 0, max(1, width - self._room), 10_000)
        text = QFontMetrics(self.font()).boundingRect(box, int(_FLAGS), self._words)
        return max(CONTROL_HEIGHT, text.height() + SPACE_12 + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button, its wand and its words."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        side = self._look.icon_side(_ICON)
        wand = self._look.pixmap("wand", "accent-text", side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(SPACE_12, (self.height() - side) // 2), wand)
        painter.setFont(self.font())
        painter.setPen(self._look.colour("accent-text"))
        painter.drawText(
            self.rect().adjusted(SPACE_12 + side + SPACE_8, 0, -SPACE_12, 0), int(_FLAGS), self._words
        )
        painter.end()

    @property
    def _room(self) -> int:
        return SPACE_12 + self._look.icon_side(_ICON) + SPACE_8 + SPACE_12

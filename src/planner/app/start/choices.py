"""Choice cards are radio buttons with room for a sentence: a picture, a name, and what it means."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy

from planner.app.theme import Look
from planner.app.theme.metrics import RADIUS_CONTROL
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG, SMALL

C = TypeVar("C", bound=Enum)

_ICON = 18
_CIRCLE = 15


class Choice(Struct, frozen=True):
    """What a card says."""

    icon: str
    name: str
    words: str


class ChoiceCard(QAbstractButton):
    """One choice of a group; the whole card can be clicked."""

    def __init__(self, look: Look, choice: Choice, *, height: int = 59) -> None:
        super().__init__()
        self._look, self._choice = look, choice
        self.setCheckable(True)
        self._height = height
        look.resized.connect(self._fit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{choice.name}. {choice.words}" if choice.words else choice.name)
        look.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the sentence needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = self._lines() + 1 if self._choice.words else 1
        height = self._look.grown(self._height, lines=min(lines, 2))
        self.setFixedHeight(height + max(0, lines - 2) * self._look.grown(18))

    def _lines(self) -> int:
        """How many lines the sentence takes."""
        font = self._look.font(SMALL)
        room = QRect(0, 0, max(1, self.width() - self._left - 6), 10_000)
        metrics = QFontMetrics(font)
        height = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._choice.words).height()
        return max(1, round(height / metrics.lineSpacing()))

    @property
    def _left(self) -> int:
        return self._look.icon_side(_ICON) + 24 if self._choice.icon else 13

    def sizeHint(self) -> QSize:
        """Room for the sentence."""
        metrics = self.fontMetrics()
        return QSize(42 + metrics.horizontalAdvance(self._choice.words) + 16, self.height())

    def minimumSizeHint(self) -> QSize:
        """Narrower than the sentence, which then takes more lines."""
        return QSize(160, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, picture, words and the radio button."""
        look, chosen = self._look, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() and not chosen:
            painter.setPen(QPen(look.colour("accent"), 2))
        else:
            hovered = "edge" if self.underMouse() else "line-2"
            painter.setPen(QPen(look.colour("accent" if chosen else hovered), 2 if chosen else 1))
        painter.setBrush(look.colour("accent-bg" if chosen else "surface"))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus() and chosen:
            painter.setPen(QPen(look.colour("accent"), 1))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), RADIUS_CONTROL - 3, RADIUS_CONTROL - 3)
        self._paint_words(painter)
        self._paint_radio(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look, choice, middle = self._look, self._choice, Qt.AlignmentFlag.AlignVCenter
        left = self._left
        if choice.icon:
            use = "accent-ink" if self.isChecked() else "ink-2"
            side = look.icon_side(_ICON)
            top = 11 + (look.grown(18) - side) // 2 + 4
            painter.drawPixmap(15, top, look.pixmap(choice.icon, use, side, self.devicePixelRatioF()))
        painter.setPen(look.colour("ink"))
        painter.setFont(look.font(BODY_STRONG if choice.words else BODY_MEDIUM))
        line = look.grown(18)
        top, height = (11, line) if choice.words else (0, self.height())
        room = self.width() - left - look.icon_side(_CIRCLE) - 19
        painter.drawText(QRectF(left, top, room, height), middle, choice.name)
        painter.setPen(look.colour("ink-2"))
        painter.setFont(look.font(SMALL))
        lines = self._lines() if choice.words else 1
        below = QRectF(left, 12 + line, self.width() - left - 6, line * lines)
        painter.drawText(below, middle | Qt.TextFlag.TextWordWrap, choice.words)

    def _paint_radio(self, painter: QPainter) -> None:
        chosen, side = self.isChecked(), self._look.icon_side(_CIRCLE)
        top = 13 if self._choice.words else (self.height() - side) / 2
        circle = QRectF(self.width() - 13 - side, top, side, side)
        painter.setBrush(self._look.colour("surface"))
        painter.setPen(QPen(self._look.colour("accent" if chosen else "edge"), 1.5))
        painter.drawEllipse(circle)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            inset = side * 3.5 / _CIRCLE
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the card before or after with the arrows, as radio buttons do."""
        step = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Right: 1,
        }.get(Qt.Key(event.key()))
        group = self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        cards = group.buttons()
        card = cards[(cards.index(self) + step) % len(cards)]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        card.click()


class Choices(Generic[C]):
    """A group of cards of which one is chosen; ``is_answered`` once somebody chose it."""

    def __init__(
        self,
        look: Look,
        choices: Mapping[C, Choice],
        chosen: C,
        on_choice: Callable[[], object],
        *,
        height: int = 59,
    ) -> None:
        self.group = QButtonGroup()
        self._values = list(choices)
        self.cards = [ChoiceCard(look, choice, height=height) for choice in choices.values()]
        for at, card in enumerate(self.cards):
            self.group.addButton(card, at)
        self.cards[self._values.index(chosen)].setChecked(True)
        self.is_answered = False
        self.group.buttonClicked.connect(lambda _card: self._have_answered())
        self.group.idToggled.connect(lambda _id, checked: checked and on_choice())
        self.group.idToggled.connect(lambda _id, _checked: self._keep_one_stop())
        self._keep_one_stop()

    @property
    def value(self) -> C:
        """What is chosen."""
        return self._values[self.group.checkedId()]

    def choose(self, value: C) -> None:
        """Choose a card, as somebody answered elsewhere."""
        self._have_answered()
        self.cards[self._values.index(value)].setChecked(True)

    def _have_answered(self) -> None:
        self.is_answered = True

    def _keep_one_stop(self) -> None:
        """Tab stops at the chosen card alone; arrows lead to the others."""
        policies = Qt.FocusPolicy
        for card in self.cards:
            card.setFocusPolicy(policies.StrongFocus if card.isChecked() else policies.ClickFocus)

"""Boxes of popovers to choose from: a few values, or kinds of teams with what they mean."""

from collections.abc import Hashable, Mapping
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as ItemOption

from planner.app.canvas.menus import KIND_ICONS
from planner.app.controls.choosing import ChoiceBox, RoomyRows
from planner.app.popovers.wording import KIND_MEANINGS
from planner.app.theme import Look
from planner.domain import Kind
from planner.typography.scale import BODY, BODY_MEDIUM, SMALL

V = TypeVar("V", bound=Hashable)

_ROOM: Final = 36
"""Beside the text of a box: padding, and the chevron."""


class Choice(ChoiceBox[V], Generic[V]):
    """A field to choose one of a few values.

    Signals:
        committed(): one was chosen.
    """

    committed = Signal()

    def __init__(self, look: Look, choices: Mapping[V, str], name: str) -> None:
        super().__init__(look, choices, name)
        self._shown: V | None = None
        self.setFont(look.font(BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setItemDelegate(RoomyRows(self))
        self.activated.connect(self._finish)

    def offer(self, choices: Mapping[V, str]) -> None:
        """Offer other values."""
        if list(choices) != self._values or list(choices.values()) != self._texts():
            self._values = list(choices)
            self.clear()
            self.addItems(list(choices.values()))

    def show_value(self, value: V) -> None:
        """Show a value without telling anybody; none of those offered shows an empty box."""
        self._shown = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def reset(self) -> None:
        """Show the last value again."""
        if self._shown is not None or None in self._values:
            self.show_value(self._shown)  # type: ignore[arg-type]

    def read(self) -> V:
        """What is chosen."""
        return self.value

    def choose(self, value: V) -> None:
        """Choose a value as the user would."""
        self.setCurrentIndex(self._values.index(value))
        self.activated.emit(self.currentIndex())

    def _texts(self) -> list[str]:
        return [self.itemText(place) for place in range(self.count())]

    def _finish(self) -> None:
        if self.value != self._shown:
            self.committed.emit()


class KindChoice(Choice[Kind]):
    """A field to choose what a team is; its list says in a line what each kind means."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, {kind: kind.label for kind in Kind}, "Kind")
        self.setItemDelegate(_Explained(look, self))
        self._look = look
        for place, kind in enumerate(Kind):
            self.setItemData(
                place, f"{kind.label}, {KIND_MEANINGS[kind]}", Qt.ItemDataRole.AccessibleTextRole
            )
        look.changed.connect(self._draw_icons)
        self._draw_icons()

    def showPopup(self) -> None:
        """Open the list, wide enough for its explanations."""
        metrics = QFontMetrics(self._look.font(SMALL))
        widest = max(metrics.horizontalAdvance(words) for words in KIND_MEANINGS.values())
        self.view().setMinimumWidth(widest + 60)
        super().showPopup()

    def _draw_icons(self) -> None:
        side = self._look.icon_side(16)
        self.setIconSize(QSize(side, side))
        for place, kind in enumerate(Kind):
            self.setItemIcon(place, self._look.icon(KIND_ICONS[kind], size=side))


class _Explained(QStyledItemDelegate):
    """Paints icon and name of a kind, and below it what it means."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: ItemOption, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines."""
        return QSize(240, self._heights()[0] + self._heights()[1] + 12)

    def paint(
        self, painter: QPainter, option: ItemOption, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one kind."""
        look, kind = self._look, list(Kind)[index.row()]
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(area, look.colour("accent-bg" if chosen else "raised"))
        icon = look.pixmap(
            KIND_ICONS[kind], "accent-ink" if chosen else "ink-2", 16, painter.device().devicePixelRatioF()
        )
        first, second = self._heights()
        painter.drawPixmap(area.x() + 10, area.y() + 6 + (first - 16) // 2, icon)
        painter.setFont(look.font(BODY_MEDIUM))
        painter.setPen(look.colour("accent-ink" if chosen else "ink"))
        words = QRect(area.x() + 36, area.y() + 6, area.width() - 40, first)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, kind.label)
        painter.setFont(look.font(SMALL))
        painter.setPen(look.colour("ink-2"))
        words = QRect(area.x() + 36, area.y() + 6 + first, area.width() - 40, second)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, KIND_MEANINGS[kind])
        painter.restore()

    def _heights(self) -> tuple[int, int]:
        return (
            QFontMetrics(self._look.font(BODY_MEDIUM)).height() + 2,
            QFontMetrics(self._look.font(SMALL)).height() + 1,
        )

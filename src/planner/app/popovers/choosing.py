"""Boxes of popovers to choose from: a few values, kinds of teams with what they mean, or anybody by name."""

from collections.abc import Hashable, Mapping
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as ItemOption

from planner.app.canvas.menus import KIND_ICONS
from planner.app.controls.choosing import ChoiceBox
from planner.app.popovers.wording import KIND_MEANINGS
from planner.app.theme import Look
from planner.app.theme.metrics import TARGET_LEAST
from planner.domain import Kind
from planner.errors import PlannerError
from planner.messages import Message, message
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
        self.setItemDelegate(_Roomy(self))
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

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the popover, never the value."""
        event.ignore()

    def _texts(self) -> list[str]:
        return [self.itemText(place) for place in range(self.count())]

    def _finish(self) -> None:
        if self.value != self._shown:
            self.committed.emit()


class KindChoice(Choice[Kind]):
    """A field to choose what a team is; its list says in a line what each kind means."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, {kind: kind.label for kind in Kind}, "Kind")
        self.setIconSize(QSize(16, 16))
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
        for place, kind in enumerate(Kind):
            self.setItemIcon(place, self._look.icon(KIND_ICONS[kind]))


class _Roomy(QStyledItemDelegate):
    """Gives every line of a list the height of a target."""

    def sizeHint(self, option: ItemOption, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """At least as high as a target."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(TARGET_LEAST + 2, size.height()))


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


class SearchChoice(QComboBox, Generic[V]):
    """A field to choose one of many by typing a part of its name; the first choice is none of them.

    Signals:
        committed(): another one was chosen, or a name was typed that nobody has.
    """

    committed = Signal()

    def __init__(self, look: Look, name: str, *, nobody: str, unknown: str) -> None:
        super().__init__()
        self._look, self._nobody, self._unknown = look, nobody, unknown
        self._values: list[V | None] = []
        self._shown: V | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFont(look.font(BODY))
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        line = self.lineEdit()
        if line is None:
            raise LookupError("an editable box has a line")
        self.line = line
        self.line.setStyleSheet("border: none; background: transparent; padding: 0; min-height: 0")
        self.line.setFont(look.font(BODY))
        self.line.setAccessibleName(name)
        self.line.installEventFilter(self)
        completer = self.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            names = completer.popup()
            if names is not None:
                names.setItemDelegate(_Roomy(self))
            look.changed.connect(self._dress_list)
            self._dress_list()
        self.setItemDelegate(_Roomy(self))
        self.line.editingFinished.connect(self._finish)
        self.activated.connect(lambda _place: self._finish())

    def offer(self, choices: Mapping[V, str]) -> None:
        """Offer these by their names, behind none of them."""
        values: list[V | None] = [None, *choices]
        names = [self._nobody, *choices.values()]
        if values != self._values or names != [self.itemText(place) for place in range(self.count())]:
            typed = self.line.text()
            self._values = values
            self.clear()
            self.addItems(names)
            self.line.setText(typed)

    def show_value(self, value: V | None) -> None:
        """Show who is chosen, without telling anybody; a name being typed stays unless they changed."""
        if value != self._shown or not self.hasFocus():
            self._shown = value
            self.reset()
        elif self.line.text().casefold() == self._name(value).casefold():
            self.reset()

    def reset(self) -> None:
        """Show the last choice again."""
        place = self._values.index(self._shown) if self._shown in self._values else 0
        self.setCurrentIndex(place)
        self.line.setText(self._name(self._shown))
        self.line.setCursorPosition(0)

    def read(self) -> V | None:
        """Who is chosen or typed; raises PlannerError where nobody is called so."""
        typed = self.line.text().strip()
        if not typed:
            return None
        if self.currentIndex() >= 0 and self.itemText(self.currentIndex()) == typed:
            return self._values[self.currentIndex()]
        names = [self.itemText(place) for place in range(self.count())]
        found = [place for place, name in enumerate(names) if name.casefold() == typed.casefold()]
        found = found or [at for at, name in enumerate(names) if at and typed.casefold() in name.casefold()]
        if not found:
            raise PlannerError(self._refusal(typed))
        return self._values[found[0]]

    def choose(self, value: V | None) -> None:
        """Choose as the user would, from the list."""
        self.setCurrentIndex(self._values.index(value))
        self.activated.emit(self.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the popover, never the choice."""
        event.ignore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back on Esc what was typed; with nothing typed it is the popover's."""
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_dirty = self.line.text() != self._name(self._shown)
            if Qt.Key(event.key()) is Qt.Key.Key_Escape and is_dirty:
                self.reset()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the chevron that says it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        chevron = self._look.pixmap("chevron-down", "ink-2", 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, chevron)
        painter.end()

    def _dress_list(self) -> None:
        """The list of names is a window of its own, which the look of boxes does not reach."""
        uses = ("raised", "line-2", "accent-bg", "accent-ink", "ink")
        colours = {use: self._look.colour(use).name() for use in uses}
        completer = self.completer()
        names = completer.popup() if completer is not None else None
        if names is not None:
            names.setStyleSheet(
                f"QListView {{ background: {colours['raised']}; color: {colours['ink']}; padding: 4px;"
                f" border: 1px solid {colours['line-2']}; outline: none;"
                f" selection-background-color: {colours['accent-bg']};"
                f" selection-color: {colours['accent-ink']}; }}"
            )

    def _refusal(self, typed: str) -> Message:
        return message(self._unknown, name=typed)

    def _name(self, value: V | None) -> str:
        return self.itemText(self._values.index(value)) if value in self._values else ""

    def _finish(self) -> None:
        if self.line.text() != self._name(self._shown) or self._differs():
            self.committed.emit()

    def _differs(self) -> bool:
        place = self.currentIndex()
        return place >= 0 and self._values[place] != self._shown

"""Search boxes find one of many, a team or a person, by a part of the name."""

from collections.abc import Hashable, Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from planner.app.controls.choosing import RoomyRows, paint_chevron
from planner.app.controls.folding import folded
from planner.app.theme import Look
from planner.errors import PlannerError
from planner.messages import Message, message
from planner.typography.scale import BODY

V = TypeVar("V", bound=Hashable)


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
        self._came_by_click = False
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
                names.setItemDelegate(RoomyRows(self))
            look.changed.connect(self._dress_list)
            self._dress_list()
        self.setItemDelegate(RoomyRows(self))
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
        found = [place for place, name in enumerate(names) if folded(name) == folded(typed)]
        found = found or [at for at, name in enumerate(names) if at and folded(typed) in folded(name)]
        if not found:
            raise PlannerError(self._refusal(typed))
        return self._values[found[0]]

    def choose(self, value: V | None) -> None:
        """Choose as the user would, from the list."""
        self.setCurrentIndex(self._values.index(value))
        self.activated.emit(self.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember whether a click brought the focus."""
        self._came_by_click = event.reason() is Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back on Esc what was typed; with nothing typed it is the popover's.

        A click into the field selects the name in it, as Tab does: what is typed then takes its place.
        """
        if watched is self.line and event.type() is QEvent.Type.MouseButtonRelease and self._came_by_click:
            self._came_by_click = False
            if not self.line.hasSelectedText():
                self.line.selectAll()
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_dirty = self.line.text() != self._name(self._shown)
            if Qt.Key(event.key()) is Qt.Key.Key_Escape and is_dirty:
                self.reset()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the chevron that says it opens."""
        super().paintEvent(event)
        paint_chevron(self, self._look)

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

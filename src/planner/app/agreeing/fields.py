"""Fields to answer with: a choice, teams to pick, a line of text, yes or no, a percentage."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSizePolicy

from planner.advice.agreeing import Answer, Choice, Field, Flag, Percent, Several, Text
from planner.app.agreeing.picker import Picker
from planner.app.controls.buttons import Kind, dress_icon
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.fields import NumberField
from planner.app.controls.ticks import TickBox
from planner.app.theme import Look
from planner.app.theme.metrics import CONTROL_HEIGHT
from planner.messages import listed, message
from planner.typography.scale import BODY


class AnswerField(Protocol):
    """A widget that holds an answer."""

    @property
    def answer(self) -> Answer:
        """What it says now."""
        ...


class ChoiceField(ChoiceBox["object"]):
    """One of several values."""

    def __init__(self, look: Look, asked: Choice, on_change: Callable[[], object]) -> None:
        super().__init__(look, {each.value: str(each.name) for each in asked.options}, str(asked.label))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.show_value(asked.proposed)
        self.currentIndexChanged.connect(lambda _index: on_change())

    @property
    def answer(self) -> Answer:
        """What is chosen."""
        return self.value  # type: ignore[return-value]  # the options hold answers


class TextField(QLineEdit):
    """A line of text."""

    def __init__(self, asked: Text, on_change: Callable[[], object]) -> None:
        super().__init__(asked.proposed)
        self.setAccessibleName(str(asked.label))
        self.setCursorPosition(0)
        self.textEdited.connect(lambda _text: on_change())

    @property
    def answer(self) -> Answer:
        """What is written."""
        return self.text()


class FlagField(TickBox):
    """Yes or no."""

    def __init__(self, look: Look, asked: Flag, on_change: Callable[[], object]) -> None:
        super().__init__(look, str(asked.label), name=f"{asked.row}: {asked.label}")
        self.setChecked(asked.proposed)
        self.toggled.connect(lambda _on: on_change())

    @property
    def answer(self) -> Answer:
        """Whether it is ticked."""
        return self.isChecked()


class PercentField(NumberField):
    """A percentage, and what it is for."""

    def __init__(self, look: Look, asked: Percent, on_change: Callable[[], object]) -> None:
        name = f"{asked.row}: {asked.label}, percent"
        super().__init__(look, least=0, most=100, value=asked.proposed, name=name)
        self.setSuffix(f"% {str(asked.label).lower()}")
        self.setSingleStep(5)
        self.valueChanged.connect(lambda _number: on_change())

    @property
    def answer(self) -> Answer:
        """The number."""
        return self.value()


class PickField(QPushButton):
    """Teams: the button names them, and opens a list to pick from. What is agreed already cannot go."""

    def __init__(self, look: Look, asked: Several, on_change: Callable[[], object]) -> None:
        super().__init__()
        self._look, self._asked, self._on_change = look, asked, on_change
        self._picked = asked.proposed
        self._picker: Picker | None = None
        self.setProperty("kind", Kind.PLAIN.value)
        self.setFont(look.font(BODY))
        self.setFixedHeight(CONTROL_HEIGHT)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        dress_icon(look, self, "people", "ink-2", size=14)
        look.changed.connect(self._dress)
        self.clicked.connect(self._open)
        self._dress()
        self._show()

    @property
    def answer(self) -> Answer:
        """Which teams are picked."""
        return self._picked

    def pick(self, teams: frozenset[str]) -> None:
        """Pick other teams; those agreed already stay."""
        self._picked = teams | self._asked.present
        self._show()
        self._on_change()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the chevron that says it opens."""
        super().paintEvent(event)
        painter = QPainter(self)
        chevron = self._look.pixmap("chevron-down", "ink-2", 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 24, (self.height() - 14) // 2, chevron)
        painter.end()

    def _dress(self) -> None:
        """Give it the edge of a field, but for the ring of the keyboard."""
        edge = self._look.colour("edge").name()
        self.setStyleSheet(f"QPushButton {{text-align: left}} QPushButton:!focus {{border-color: {edge}}}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the names to the room there is."""
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        names = [str(each.name) for each in self._asked.options if each.value in self._picked]
        words = str(message("{names}", names=listed(names))) if names else "Nobody yet"
        count = f"{len(names)} teams: " if len(names) > 1 else ""
        room = max(60, self.width() - 68)
        text = self.fontMetrics().elidedText(count + words, Qt.TextElideMode.ElideRight, room)
        self.setText(f" {text}".replace("&", "&&"))
        self.setToolTip("\n".join(names))
        self.setAccessibleName(f"{self._asked.label}: {words}")

    def _open(self) -> None:
        self._picker = Picker(self._look, self.window(), self._asked, self._picked)
        self._picker.picked.connect(self.pick)
        self._picker.closed.connect(self._picker.deleteLater)
        self._picker.open_below(self)
        self._picker.take_focus()


Made = ChoiceField | TextField | FlagField | PercentField | PickField


def made_for(asked: Field, look: Look, on_change: Callable[[], object]) -> Made:
    """The widget for a field, showing the proposed answer."""
    match asked:
        case Choice():
            return ChoiceField(look, asked, on_change)
        case Text():
            return TextField(asked, on_change)
        case Flag():
            return FlagField(look, asked, on_change)
        case Percent():
            return PercentField(look, asked, on_change)
        case Several():
            return PickField(look, asked, on_change)

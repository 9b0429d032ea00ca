"""Fields to answer with: a choice, teams to pick, a line of text, yes or no, a percentage."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QComboBox, QLineEdit

from planner.advice.agreeing import Answer, Choice, Field, Flag, Percent, Several, Text
from planner.app.canvas.ink import Ink
from planner.app.controls.choosing import ChoiceBox
from planner.app.controls.fields import NumberField
from planner.app.controls.folding import has_words
from planner.app.controls.pick_list import TICKED, PickList
from planner.app.controls.picks import PickButton
from planner.app.controls.ticks import TickBox
from planner.app.moving.choice_list import Heading, Item, Option
from planner.app.theme import Look
from planner.messages import listed, message


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


class PickField(PickButton):
    """Teams: the button names them, and opens a list to tick them in. What is agreed already cannot go."""

    def __init__(self, look: Look, ink: Ink, asked: Several, on_change: Callable[[], object]) -> None:
        super().__init__(look, is_field=True)
        self._ink, self._asked, self._on_change = ink, asked, on_change
        self._picked = asked.proposed
        self.clicked.connect(self._open)
        self._tell()

    @property
    def answer(self) -> Answer:
        """Which teams are picked."""
        return self._picked

    def pick(self, teams: frozenset[str]) -> None:
        """Pick other teams; those agreed already stay."""
        self._picked = teams | self._asked.present
        self._tell()
        self._on_change()

    def _tell(self) -> None:
        names = [str(each.name) for each in self._asked.options if each.value in self._picked]
        words = str(message("{names}", names=listed(names))) if names else "Nobody yet"
        count = f"{len(names)} teams: " if len(names) > 1 else ""
        fewer = [f"{count}{message('{names}', names=listed(names, most))}" for most in (2, 1)]
        self.show_words(
            count + words,
            name=f"{self._asked.label}: {words}. Change",
            tip="\n".join(names) or words,
            shorter=(*fewer, f"{len(names)} teams") if count else (),
        )

    def _open(self) -> None:
        found = PickList(self._look, self._ink, self.window())
        found.closed.connect(found.deleteLater)
        found.open_for(str(self._asked.label), self._rows, self, self._take, stays=True)

    def _rows(self, typed: str) -> list[Item]:
        """The teams whose names have what was typed, with a tick before those picked."""
        return [
            Option(
                str(each.name),
                "agreed already" if each.value in self._asked.present else "",
                None,
                each.value,
                icon=TICKED if each.value in self._picked else "",
            )
            for each in self._asked.options
            if has_words(str(each.name), typed)
        ] or [Heading(message("No team called '{text}'.", text=typed.strip()))]

    def _take(self, team: object) -> None:
        self.pick(self._picked ^ {str(team)})


Made = ChoiceField | TextField | FlagField | PercentField | PickField


def made_for(asked: Field, look: Look, ink: Ink, on_change: Callable[[], object]) -> Made:
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
            return PickField(look, ink, asked, on_change)

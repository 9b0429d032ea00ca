"""*Move to…* lists every place for a person with its score change: the whole gesture without dragging.

Walking through the list drives the very preview that a drag does.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.advice.choices import Choice, Section, choices
from planner.advice.moves import Carried, Intent, OnBench, OnCanvas, OnSeat, OnTeam
from planner.app.canvas.ink import Ink
from planner.app.canvas.menus import KIND_ICONS
from planner.app.controls import KeyCap, divider, label
from planner.app.document import Document
from planner.app.moving.beside import BesidePopover
from planner.app.moving.chip import ChipLabel
from planner.app.moving.choice_list import ChoiceList, Heading, Item, Option
from planner.app.moving.gesture import Gesture
from planner.app.moving.grab import intent_of
from planner.app.moving.hints import Way
from planner.app.theme import Look
from planner.domain import Function, Scenario
from planner.messages import Message, message
from planner.typography.scale import BODY_STRONG, SMALL

WIDTH: Final = 402
_OTHERS: Final = message("Other vacant seats")
_HEADINGS: Final = {
    Section.VACANT: message("Vacant seats that fit"),
    Section.SWAP: message("Swap"),
    Section.REPLACE: message("Replace"),
    Section.ADD: message("Add a seat"),
    Section.BENCH: message("Bench"),
}


class MoveTo(BesidePopover):
    """The popover; it opens for a person and closes with the move or without it."""

    def __init__(
        self,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        document: Document,
        gesture: Gesture,
        new_id: Callable[[], str],
    ) -> None:
        super().__init__(look, window, width=WIDTH)
        self._document, self._gesture, self._new_id = document, gesture, new_id
        self._intent = Intent.MOVE
        self._choices: tuple[Choice, ...] = ()
        self._keys: dict[str, QWidget] = {}
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(0)
        self.chip = ChipLabel(look, ink)
        self.title = label(look, style=BODY_STRONG)
        self.field = QLineEdit()
        self.list = ChoiceList(look=look, ink=ink)
        self._refusal = label(look, style=SMALL, tone="problem", wraps=True)
        self._lay_out(look)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.moved.connect(self._hold_over)
        self.list.chosen.connect(self._take)
        self.closed.connect(self._leave)
        gesture.ended.connect(self.close_it)

    def open_for(self, carried: Carried, beside: QRect, *, intent: Intent = Intent.MOVE) -> None:
        """Open beside a card, which is seen at ``beside`` on the screen."""
        self._gesture.cancel()
        person = self._document.project.people[carried.person]
        self._intent = intent
        self.chip.show_function(self._function_of(carried))
        words = "Move {person} to" if intent is Intent.MOVE else "Add a role for {person} in"
        self.title.setText(str(message(words, person=person.name)))
        self.field.setAccessibleName(f"{self.title.text()} …, team or role")
        self._choices = choices(self._document.review, carried, new_id=self._new_id)
        self._gesture.start(carried, way=Way.LIST)
        self._gesture.intend(intent)
        self.field.blockSignals(True)  # noqa: FBT003
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003
        self._filter("")
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field walk through the list and take from it."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
        if watched is self.field and event.type() in kinds and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, pressed = Qt.Key(event.key()), event.type() is QEvent.Type.KeyPress
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        if key in (Qt.Key.Key_Control, Qt.Key.Key_Shift):
            held = event.modifiers()
            own = (
                Qt.KeyboardModifier.ControlModifier
                if key is Qt.Key.Key_Control
                else Qt.KeyboardModifier.ShiftModifier
            )
            self._intend(held | own if pressed else held & ~own)
            return False
        if not pressed:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(event.modifiers())
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.close_it()
        else:
            return False
        return True

    def _intend(self, modifiers: Qt.KeyboardModifier) -> None:
        asked = intent_of(modifiers)
        self._gesture.intend(self._intent if asked is Intent.MOVE else asked)
        self._say_refusal()

    def _take(self, modifiers: Qt.KeyboardModifier) -> None:
        if self.list.current is None:
            return
        self._intend(modifiers)
        found = self._gesture.outcome
        if found is not None and found.edit is not None:
            self._gesture.drop()

    def _hold_over(self) -> None:
        current = self.list.current
        value = current.value if current is not None else None
        target = value.target if isinstance(value, Choice) else None
        self._gesture.over(target)
        seat = self._document.scenario.seats.get(target.seat) if isinstance(target, OnSeat) else None
        is_filled = seat is not None and seat.is_filled
        self._keys["Shift Enter"].setVisible(is_filled)
        self._keys["Ctrl Enter"].setVisible(not is_filled)
        self._say_refusal()

    def _say_refusal(self) -> None:
        found = self._gesture.outcome
        refusal = found.refusal if found is not None else None
        self._refusal.setVisible(refusal is not None)
        self._refusal.setText(str(refusal) if refusal is not None else "")

    def _leave(self) -> None:
        if self._gesture.way is Way.LIST:
            self._gesture.cancel()

    def _filter(self, text: str) -> None:
        scenario, wanted = self._document.scenario, text.casefold().split()
        items: list[Item] = []
        heading: Message | None = None
        for choice in self._ordered():
            option = self._option(choice, scenario)
            if not all(word in f"{option.name} {option.detail}".casefold() for word in wanted):
                continue
            if self._heading(choice) != heading:
                heading = self._heading(choice)
                items.append(Heading(heading))
            items.append(option)
        if not items:
            items.append(Heading(message("No seat, team or person called '{text}'.", text=text.strip())))
        self.list.show_items(items)
        self.adjustSize()

    def _ordered(self) -> list[Choice]:
        """The choices, with the vacant seats that fit before the other vacant ones."""
        sections = list(Section)
        return sorted(self._choices, key=lambda each: (sections.index(each.section), not self._fits(each)))

    def _fits(self, choice: Choice) -> bool:
        return not isinstance(choice.target, OnSeat) or choice.target.seat in self._gesture.fitting

    def _heading(self, choice: Choice) -> Message:
        if choice.section is Section.VACANT and not self._fits(choice):
            return _OTHERS
        return _HEADINGS[choice.section]

    def _option(self, choice: Choice, scenario: Scenario) -> Option:
        match choice.target:
            case OnSeat(key):
                seat = scenario.seats[key]
                holder = self._document.project.people.get(seat.person)
                words = "with {person}" if choice.section is Section.SWAP else "{person}"
                detail = (
                    str(message(words, person=holder.name))
                    if holder
                    else self._role(seat.function.label, choice)
                )
                return Option(
                    scenario.teams[seat.team].name,
                    detail,
                    choice.gain,
                    choice,
                    seat.function,
                    vacant=holder is None,
                )
            case OnTeam(key):
                function = choice.outcome.function
                detail = function.label if function is not None else ""
                return Option(scenario.teams[key].name, detail, choice.gain, choice, icon="plus")
            case OnCanvas():
                kind = choice.outcome.kind
                icon = KIND_ICONS[kind] if kind is not None else "plus"
                return Option(
                    f"{choice.outcome.words}…", str(message("with one seat")), choice.gain, choice, icon=icon
                )
            case OnBench():
                return Option(str(choice.outcome.words), "", choice.gain, choice, icon="arrow-left")

    @staticmethod
    def _role(role: str, choice: Choice) -> str:
        return str(message("{role}, first time", role=role)) if choice.outcome.remark is not None else role

    def _function_of(self, carried: Carried) -> Function:
        seat = self._document.scenario.seats.get(carried.seat)
        return seat.function if seat else self._document.project.people[carried.person].main_function

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 16, 12)
        head.setSpacing(10)
        self.field.setPlaceholderText("team or role")
        self.field.setProperty("part", "bare")
        self.field.setFrame(False)
        self.field.setStyleSheet("border: none; background: transparent; padding: 0")
        for widget in (self.chip, self.title):
            head.addWidget(widget)
        head.addWidget(self.field, 1)
        head.addWidget(label(look, "Score", SMALL, tone="second"))
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(12)
        for key, words in _FOOT:
            part = _key_with_words(look, key, words)
            self._keys[key] = part
            foot.addWidget(part)
        foot.addStretch(1)
        below = QVBoxLayout()
        below.setContentsMargins(14, 0, 14, 0)
        below.addWidget(self._refusal)
        self._refusal.hide()
        self.content.addLayout(head)
        self.content.addWidget(divider())
        self.content.addSpacing(6)
        self.content.addWidget(self.list)
        self.content.addLayout(below)
        self.content.addSpacing(6)
        self.content.addWidget(divider())
        self.content.addLayout(foot)


_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_FOOT: Final = (
    ("Enter", "assign"),
    ("Ctrl Enter", "second role"),
    ("Shift Enter", "replace"),
    ("Esc", "cancel"),
)


def _key_with_words(look: Look, key: str, words: str) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(KeyCap(look, key))
    row.addWidget(label(look, words, SMALL, tone="second"))
    return part

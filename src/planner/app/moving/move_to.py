"""*Move to…* lists every place with its score change, for people, teams and links: all without dragging.

Walking through the list drives the very preview that a drag does.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.advice.choices import LISTED_AT_MOST, Choice, Section, choices
from planner.advice.moves import ByLink, Carried, DrawnLink, Intent, Load, OnSeat
from planner.advice.team_links import likely_kind
from planner.app.canvas.ink import Ink
from planner.app.controls import KeyCap, divider, label
from planner.app.controls.folding import has_words
from planner.app.document import Document
from planner.app.moving.beside import BesidePopover
from planner.app.moving.chip import ChipLabel
from planner.app.moving.choice_list import ChoiceList, Heading, Item
from planner.app.moving.choice_words import (
    HEADINGS,
    KEYS,
    OTHERS,
    keys_for,
    option_for,
    placeholder_of,
    title_of,
)
from planner.app.moving.gesture import Gesture
from planner.app.moving.grab import intent_of
from planner.app.moving.hints import Way
from planner.app.theme import Look
from planner.messages import Message, message
from planner.typography.scale import BODY_STRONG, SMALL

WIDTH: Final = 424


class MoveTo(BesidePopover):
    """The popover; it opens for what is to be moved and closes with the move or without it."""

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
        self._keys: dict[str, tuple[QWidget, QLabel]] = {}
        self._load: Load = Carried("")
        self._only: str | None = None
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

    def open_for(
        self, load: Load, beside: QRect, *, intent: Intent = Intent.MOVE, only: str | None = None
    ) -> None:
        """Open beside a card or a header, which is seen at ``beside`` on the screen.

        With ``only``, a line that was drawn to a team asks for the kind of link to that team.
        """
        self._gesture.cancel()
        self._intent, self._load, self._only = intent, load, only
        found = choices(self._document.review, load, new_id=self._new_id)
        self._choices = tuple(each for each in found if only is None or _leads_to(each, only))
        self._gesture.start(load, way=Way.LIST)
        self._gesture.intend(intent)
        self.chip.setVisible(bool(self._gesture.people))
        self.chip.show_function(self._gesture.function)
        self.title.setText(str(title_of(load, self._gesture.what, intent)))
        self.field.setPlaceholderText(placeholder_of(load))
        self.field.setAccessibleName(f"{self.title.text()} …, {placeholder_of(load)}")
        self.field.blockSignals(True)  # noqa: FBT003
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003
        self._filter("")
        self._pass_over_links()
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _pass_over_links(self) -> None:
        """Begin at a new link: nobody removes one by Enter alone."""
        for option in self.list.options:
            if isinstance(option.value, Choice) and option.value.section is not Section.LINKED:
                self.list.choose(option)
                self.list.verticalScrollBar().setValue(0)
                return

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
        choice = current.value if current is not None and isinstance(current.value, Choice) else None
        target = choice.target if choice is not None else None
        self._gesture.over(target)
        seat = self._document.scenario.seats.get(target.seat) if isinstance(target, OnSeat) else None
        words = keys_for(self._load, choice, is_filled=seat is not None and seat.is_filled)
        for key, (part, does) in self._keys.items():
            part.setVisible(key in words)
            does.setText(words.get(key, ""))
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
        project, scenario = self._document.project, self._document.scenario
        items: list[Item] = []
        heading: Message | None = None
        for choice in self._ordered():
            option = option_for(project, scenario, self._load, choice, kind_only=self._only is not None)
            if not has_words(f"{option.name} {option.detail} {self._heading(choice)}", text):
                continue
            if self._only is None and self._heading(choice) != heading:
                heading = self._heading(choice)
                items.append(Heading(heading))
            items.append(option)
        if not items:
            items.append(Heading(self._nothing(text.strip())))
        if len(self._choices) >= LISTED_AT_MOST:
            words = "The first {count} places are listed. Others are on the chart."
            items.append(Heading(message(words, count=LISTED_AT_MOST)))
        self.list.show_items(items)
        self.adjustSize()

    def _nothing(self, text: str) -> Message:
        if isinstance(self._load, Carried):
            return message("No seat, team or person called '{text}'.", text=text)
        return message("No team called '{text}'.", text=text)

    def _ordered(self) -> list[Choice]:
        """The choices: vacant seats that fit first, other vacant ones last, the likely kind of link first."""
        if self._only is not None:
            return sorted(self._choices, key=lambda each: not self._is_likely(each))
        sections = list(Section)
        return sorted(self._choices, key=lambda each: (self._is_other(each), sections.index(each.section)))

    def _is_likely(self, choice: Choice) -> bool:
        if not isinstance(choice.target, ByLink) or not isinstance(self._load, DrawnLink):
            return False
        likely = likely_kind(self._document.scenario, self._load.team, choice.target.team)
        return choice.target.kind is likely

    def _is_other(self, choice: Choice) -> bool:
        """Whether a choice is a vacant seat that does not fit."""
        if choice.section is not Section.VACANT or not isinstance(choice.target, OnSeat):
            return False
        return choice.target.seat not in self._gesture.fitting

    def _heading(self, choice: Choice) -> Message:
        return OTHERS if self._is_other(choice) else HEADINGS[choice.section]

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 16, 12)
        head.setSpacing(10)
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
        for key in KEYS:
            self._keys[key] = _key_with_words(look, key)
            foot.addWidget(self._keys[key][0])
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


def _leads_to(choice: Choice, team: str) -> bool:
    return isinstance(choice.target, ByLink) and choice.target.team == team


def _key_with_words(look: Look, key: str) -> tuple[QWidget, QLabel]:
    part, does = QWidget(), label(look, "", SMALL, tone="second")
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(KeyCap(look, key))
    row.addWidget(does)
    return part, does

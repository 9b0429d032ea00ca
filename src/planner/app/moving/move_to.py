"""*Move to…* lists every place with its score change, for people, teams and links: all without dragging.

Walking through the list drives the very preview that a drag does.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.advice.choices import LISTED_AT_MOST, Choice, Section, choices
from planner.advice.moves import ByLink, Carried, DrawnLink, Intent, Load, OnSeat
from planner.advice.team_links import likely_kind
from planner.app.canvas.ink import Ink
from planner.app.controls import label
from planner.app.controls.folding import has_words
from planner.app.document import Document
from planner.app.moving.chip import ChipLabel
from planner.app.moving.choice_list import Heading, Item, Option
from planner.app.moving.choice_words import (
    HEADINGS,
    KEYS,
    OTHERS,
    called,
    keys_for,
    option_for,
    placeholder_of,
    title_of,
)
from planner.app.moving.gesture import Gesture
from planner.app.moving.grab import intent_of
from planner.app.moving.hints import Way
from planner.app.moving.searched_list import KeyWords, SearchedList
from planner.app.theme import Look
from planner.messages import Message, message
from planner.typography.scale import SMALL

WIDTH: Final = 424
_FOR_A_ROLE: Final = {Section.VACANT, Section.ADD, Section.TOGETHER}
_HELD: Final = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
}


class MoveTo(SearchedList):
    """The popover; it opens for what is to be moved and closes with the move or without it.

    Signals:
        opened(): it stands beside what is to be moved.
    """

    opened = Signal()

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
        super().__init__(look, ink, window, width=WIDTH)
        self._document, self._gesture, self._new_id = document, gesture, new_id
        self._intent = Intent.MOVE
        self._choices: tuple[Choice, ...] = ()
        self._keys = {key: KeyWords(look, key) for key in KEYS}
        self._load: Load = Carried("")
        self._only: str | None = None
        self.chip = ChipLabel(look, ink)
        self._refusal = label(look, style=SMALL, tone="problem", wraps=True)
        self._refusal.setContentsMargins(14, 0, 14, 0)
        self._refusal.hide()
        self.lay_out(
            tuple(self._keys.values()),
            before=(self.chip,),
            after=(label(look, "Score", SMALL, tone="second"),),
            below=self._refusal,
        )
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
        found = choices(self._document.review, load, intent, new_id=self._new_id)
        self._choices = tuple(each for each in found if self._is_offered(each))
        self._gesture.start(load, way=Way.LIST)
        self._gesture.intend(intent)
        self.chip.setVisible(bool(self._gesture.people))
        self.chip.show_function(self._gesture.function)
        self.title.setText(str(title_of(load, self._gesture.what, intent)))
        self.field.setPlaceholderText(placeholder_of(load))
        self.field.setAccessibleName(f"{self.title.text()} …, {placeholder_of(load)}")
        self.show_all()
        self._pass_over_links()
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.opened.emit()

    def _pass_over_links(self) -> None:
        """Begin at a new link: nobody removes one by Enter alone."""
        for option in self.list.options:
            if isinstance(option.value, Choice) and option.value.section is not Section.LINKED:
                self.list.choose(option)
                self.list.verticalScrollBar().setValue(0)
                return

    def on_key(self, event: QKeyEvent) -> bool:
        """Ctrl and Shift that are held or let go change what Enter would do."""
        key = Qt.Key(event.key())
        if key not in _HELD:
            return super().on_key(event)
        is_pressed, held = event.type() is QEvent.Type.KeyPress, event.modifiers()
        self._intend(held | _HELD[key] if is_pressed else held & ~_HELD[key])
        return False

    def _intend(self, modifiers: Qt.KeyboardModifier) -> None:
        asked = intent_of(modifiers)
        self._gesture.intend(self._intent if asked is Intent.MOVE else asked)
        self._say_refusal()

    def take(self, modifiers: Qt.KeyboardModifier) -> None:
        """Go to the current place."""
        if self.list.current is None:
            return
        self._intend(modifiers)
        found = self._gesture.outcome
        if found is not None and found.edit is not None:
            self._gesture.drop()

    def follow_current(self) -> None:
        """Hold what is carried over the current place."""
        current = self.list.current
        choice = current.value if current is not None and isinstance(current.value, Choice) else None
        target = choice.target if choice is not None else None
        self._gesture.over(target)
        seat = self._document.scenario.seats.get(target.seat) if isinstance(target, OnSeat) else None
        is_filled = seat is not None and seat.is_filled
        words = keys_for(self._load, choice, self._intent, is_filled=is_filled)
        for key, part in self._keys.items():
            part.setVisible(key in words)
            part.does.setText(words.get(key, ""))
        self._say_refusal()

    def _say_refusal(self) -> None:
        found = self._gesture.outcome
        refusal = found.refusal if found is not None else None
        self._refusal.setVisible(refusal is not None)
        self._refusal.setText(str(refusal) if refusal is not None else "")

    def _leave(self) -> None:
        if self._gesture.way is Way.LIST:
            self._gesture.cancel()

    def items(self, typed: str) -> list[Item]:
        """The places that are called so, section by section."""
        items: list[Item] = []
        heading: Message | None = None
        found = self._found(typed)
        for choice in self._ordered(found):
            option = self._option(choice)
            if not has_words(f"{option.name} {option.detail} {self._heading(choice)}", typed):
                continue
            if self._only is None and self._heading(choice) != heading:
                heading = self._heading(choice)
                items.append(Heading(heading))
            items.append(option)
        if not items:
            items.append(Heading(self._nothing(typed.strip())))
        if len(found) >= LISTED_AT_MOST:
            items.append(Heading(self._left_out(typed)))
        return items

    def _found(self, typed: str) -> tuple[Choice, ...]:
        """Where it could go: what is listed, or of more places all that may be called so."""
        if len(self._choices) < LISTED_AT_MOST or not typed.strip():
            return self._choices
        document = self._document
        is_called = called(document.project, document.scenario, self._load, typed)
        found = choices(document.review, self._load, self._intent, new_id=self._new_id, among=is_called)
        return tuple(each for each in found if self._is_offered(each))

    def _is_offered(self, choice: Choice) -> bool:
        """Whether a place is meant: of a line that was drawn one team; for one more role where seats are."""
        if self._only is not None:
            return _leads_to(choice, self._only)
        return self._intent is not Intent.COPY or choice.section in _FOR_A_ROLE

    def _option(self, choice: Choice) -> Option:
        project, scenario = self._document.project, self._document.scenario
        return option_for(project, scenario, self._load, choice, kind_only=self._only is not None)

    def _left_out(self, typed: str) -> Message:
        if typed.strip():
            return message("{count} places are listed. Type more to find others.", count=LISTED_AT_MOST)
        words = "The first {count} places are listed. Type a {what} to find others."
        return message(words, count=LISTED_AT_MOST, what=message(placeholder_of(self._load)))

    def _nothing(self, text: str) -> Message:
        if isinstance(self._load, Carried):
            return message("No seat, team or person called '{text}'.", text=text)
        return message("No team called '{text}'.", text=text)

    def _ordered(self, found: tuple[Choice, ...]) -> list[Choice]:
        """The choices: vacant seats that fit first, other vacant ones last, the likely kind of link first."""
        if self._only is not None:
            return sorted(found, key=lambda each: not self._is_likely(each))
        sections = list(Section)
        return sorted(found, key=lambda each: (self._is_other(each), sections.index(each.section)))

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


def _leads_to(choice: Choice, team: str) -> bool:
    return isinstance(choice.target, ByLink) and choice.target.team == team

"""*Choose person…* lists who could take a vacant seat, each with its score change."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from planner.advice.choices import Candidate, candidates, candidates_at_most
from planner.advice.moves import Carried, OnSeat
from planner.app.bench.places import Places
from planner.app.canvas.ink import Ink
from planner.app.controls import KeyCap, divider, label
from planner.app.controls.folding import has_words
from planner.app.document import Document
from planner.app.moving.beside import BesidePopover
from planner.app.moving.chip import ChipLabel
from planner.app.moving.choice_list import ChoiceList, Heading, Item, Option
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.app.theme import Look
from planner.domain import Person
from planner.messages import Share, message
from planner.typography.scale import BODY_STRONG, SMALL

WIDTH: Final = 402
_STEPS: Final = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class ChoosePerson(BesidePopover):
    """The popover; it opens for a vacant seat and closes with the assignment or without it."""

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
        self._seat = ""
        self._candidates: tuple[Candidate, ...] = ()
        self._places: Places | None = None
        self.content.setContentsMargins(8, 8, 8, 8)
        self.content.setSpacing(0)
        self.chip = ChipLabel(look, ink)
        self.title = label(look, style=BODY_STRONG)
        self.field = QLineEdit()
        self.list = ChoiceList(look=look, ink=ink)
        self._lay_out(look)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.moved.connect(self._hold)
        self.list.chosen.connect(lambda _modifiers: self._take())
        self.closed.connect(self._leave)
        gesture.dropped.connect(lambda _dropped: self.close_it())

    def open_for(self, seat: str, beside: QRect) -> None:
        """Open beside a vacant seat, which is seen at ``beside`` on the screen."""
        self._gesture.cancel()
        row = self._document.scenario.seats[seat]
        self._seat = seat
        self.chip.show_function(row.function)
        self.title.setText(str(message("Fill the {role} seat", role=message(row.function.phrase))))
        self.field.setAccessibleName(f"{self.title.text()}, find a person")
        self._candidates = candidates(self._document.review, seat, new_id=self._new_id)
        self._places = Places.of(self._document.project, self._document.scenario_id)
        self.field.blockSignals(True)  # noqa: FBT003
        self.field.clear()
        self.field.blockSignals(False)  # noqa: FBT003
        self._filter("")  # first: how high it is decides where it stands
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys in the field walk through the list and take from it."""
        if watched is self.field and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
            elif event.type() is QEvent.Type.KeyPress:
                return self._on_key(key)
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key in _STEPS:
            self.list.step(_STEPS[key])
        elif key is Qt.Key.Key_Escape:
            self.close_it()
        else:
            return False
        return True

    def _take(self) -> None:
        if self._gesture.outcome is not None and self._gesture.outcome.edit is not None:
            self._gesture.drop()

    def _hold(self) -> None:
        current = self.list.current
        value = current.value if current is not None else None
        if not isinstance(value, Candidate):
            self._gesture.cancel()
            return
        self._gesture.start(Carried(value.person), way=Way.LIST)
        self._gesture.over(OnSeat(self._seat))

    def _leave(self) -> None:
        if self._gesture.way is Way.LIST:
            self._gesture.cancel()

    def _filter(self, text: str) -> None:
        items: list[Item] = []
        found = self._found(text)
        for fits, words in ((True, "People who fit"), (False, "Others")):
            options = [self._option(each) for each in found if each.fits is fits]
            if options:
                items.extend((Heading(message(words)), *options))
        if not items:
            items.append(Heading(message("No person called '{text}'.", text=text.strip())))
        if self._is_cut and not text.strip():
            words = "{count} of {all} people are listed. Type a name to find others."
            items.append(Heading(message(words, count=self._most, all=len(self._document.project.people))))
        self.list.show_items(items)
        self.adjustSize()

    def _found(self, text: str) -> list[Candidate]:
        """Who is called so: of those listed, in a plan of more people of all of them."""
        people = self._document.project.people
        if not self._is_cut or not text.strip():
            return [each for each in self._candidates if has_words(self._words(people[each.person]), text)]
        called = [person.id for person in people if has_words(self._words(person), text)]
        return list(candidates(self._document.review, self._seat, new_id=self._new_id, among=called))

    @property
    def _most(self) -> int:
        return candidates_at_most(self._document.review)

    @property
    def _is_cut(self) -> bool:
        return len(self._document.project.people) > self._most

    @staticmethod
    def _words(person: Person) -> str:
        return " ".join((person.name, person.title, *(role.label for role in person.roles)))

    def _option(self, candidate: Candidate) -> Option:
        entry = self._places.entries[candidate.person] if self._places is not None else None
        person = self._document.project.people[candidate.person]
        free = entry.free if entry is not None else 0.0
        detail = message("{free} free", free=Share(free))
        return Option(person.name, str(detail), candidate.gain, candidate, person.main_function)

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 16, 12)
        head.setSpacing(10)
        self.field.setPlaceholderText("name or role")
        self.field.setFrame(False)
        self.field.setStyleSheet("border: none; background: transparent; padding: 0")
        head.addWidget(self.chip)
        head.addWidget(self.title)
        head.addWidget(self.field, 1)
        head.addWidget(label(look, "Score", SMALL, tone="second"))
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(6)
        for key, words in (("Enter", "assign"), ("Esc", "cancel")):
            foot.addWidget(KeyCap(look, key))
            foot.addWidget(label(look, words, SMALL, tone="second"))
        foot.addStretch(1)
        self.content.addLayout(head)
        self.content.addWidget(divider())
        self.content.addSpacing(6)
        self.content.addWidget(self.list)
        self.content.addSpacing(6)
        self.content.addWidget(divider())
        self.content.addLayout(foot)

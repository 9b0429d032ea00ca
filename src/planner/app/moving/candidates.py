"""*Choose person…* lists who could take a vacant seat, each with its score change."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from planner.advice.choices import Candidate, candidates, ranked_at_most
from planner.advice.moves import Carried, OnSeat
from planner.app.bench.places import Places
from planner.app.canvas.ink import Ink
from planner.app.controls import label
from planner.app.controls.folding import has_words
from planner.app.document import Document
from planner.app.moving.chip import ChipLabel
from planner.app.moving.choice_list import Heading, Item, Option
from planner.app.moving.gesture import Gesture
from planner.app.moving.hints import Way
from planner.app.moving.searched_list import KeyWords, SearchedList
from planner.app.theme import Look
from planner.domain import Person
from planner.messages import Share, message
from planner.typography.scale import SMALL

WIDTH: Final = 402


class ChoosePerson(SearchedList):
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
        super().__init__(look, ink, window, width=WIDTH)
        self._document, self._gesture, self._new_id = document, gesture, new_id
        self._seat = ""
        self._candidates: tuple[Candidate, ...] = ()
        self._places: Places | None = None
        self.chip = ChipLabel(look, ink)
        self.field.setPlaceholderText("name or role")
        self.lay_out(
            (KeyWords(look, "Enter", "assign"), KeyWords(look, "Esc", "cancel")),
            before=(self.chip,),
            after=(label(look, "Score", SMALL, tone="second"),),
        )
        self.closed.connect(self._leave)

    def open_for(self, seat: str, beside: QRect) -> None:
        """Open beside a vacant seat, which is seen at ``beside`` on the screen."""
        self._gesture.cancel()
        row = self._document.scenario.seats[seat]
        self._seat = seat
        self.chip.show_function(row.function)
        self.title.setText(str(message("Fill the {role} seat", role=message(row.function.phrase))))
        self.setAccessibleName(self.title.text())
        self.field.setAccessibleName(f"{self.title.text()}, find a person")
        self._candidates = candidates(self._document.review, seat, new_id=self._new_id)
        self._places = Places.of(self._document.project, self._document.scenario_id)
        self.show_all()  # first: how high it is decides where it stands
        self.open_beside(beside)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def take(self, _modifiers: Qt.KeyboardModifier) -> None:
        """Seat the current person."""
        if self._gesture.outcome is not None and self._gesture.outcome.edit is not None:
            self._gesture.drop()

    def follow_current(self) -> None:
        """Try the current person in the seat."""
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

    def items(self, typed: str) -> list[Item]:
        """The people who are called so: those who fit, and others."""
        items: list[Item] = []
        found = self._found(typed)
        for fits, words in ((True, "People who fit"), (False, "Others")):
            options = [self._option(each) for each in found if each.fits is fits]
            if options:
                items.extend((Heading(message(words)), *options))
        if not items:
            items.append(Heading(message("No person called '{text}'.", text=typed.strip())))
        if self._is_cut and not typed.strip():
            words = "{count} of {all} people are listed. Type a name to find others."
            items.append(Heading(message(words, count=self._most, all=len(self._document.project.people))))
        return items

    def _found(self, text: str) -> list[Candidate]:
        """Who is called so: of those listed, in a plan of more people of all of them."""
        people = self._document.project.people
        if not self._is_cut or not text.strip():
            return [each for each in self._candidates if has_words(self._words(people[each.person]), text)]
        called = [person.id for person in people if has_words(self._words(person), text)]
        return list(candidates(self._document.review, self._seat, new_id=self._new_id, among=called))

    @property
    def _most(self) -> int:
        return ranked_at_most(self._document.review)

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

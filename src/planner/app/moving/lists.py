"""The lists in which a place or a person is chosen, each made when it is first opened."""

from collections.abc import Callable
from functools import cached_property
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from planner.app.canvas.ink import Ink
from planner.app.document import Document
from planner.app.moving.candidates import ChoosePerson
from planner.app.moving.gesture import Gesture
from planner.app.moving.move_to import MoveTo
from planner.app.theme import Look

L = TypeVar("L", MoveTo, ChoosePerson)


class Lists:
    """They stand left of the end of ``canvas``; ``opened`` hears that *Move to…* stands where it stays."""

    def __init__(
        self,
        window: QWidget,
        canvas: QWidget,
        *,
        look: Look,
        ink: Ink,
        document: Document,
        gesture: Gesture,
        new_id: Callable[[], str],
        opened: Callable[[], object],
    ) -> None:
        self._window, self._look, self._ink = window, look, ink
        self._document, self._gesture, self._new_id = document, gesture, new_id
        self._canvas, self._opened = canvas, opened

    @cached_property
    def move_to(self) -> MoveTo:
        """*Move to…*, which also asks for a second role and for a link."""
        made = self._made(MoveTo)
        made.opened.connect(self._opened)
        return made

    @cached_property
    def choose(self) -> ChoosePerson:
        """Who may take a seat."""
        return self._made(ChoosePerson)

    def close(self) -> None:
        """Close what is open, before whatever asks for a name or a share takes the focus."""
        for name in ("move_to", "choose"):
            if name in vars(self):
                getattr(self, name).close_it()

    def _made(self, kind: type[L]) -> L:
        made = kind(
            self._window,
            look=self._look,
            ink=self._ink,
            document=self._document,
            gesture=self._gesture,
            new_id=self._new_id,
        )
        made.stay_left_of_end_of(self._canvas)
        return made

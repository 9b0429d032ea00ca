"""Opens the sheet *Agree the basics* on a plan, and records what was answered as one step."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.app.canvas.ink import Ink
from planner.app.document import Document, Preview
from planner.app.theme import Look
from planner.domain import Kind
from planner.messages import Message, Points, message

if TYPE_CHECKING:
    from planner.app.agreeing.sheet import Sheet


class AgreeTheBasics:
    """What the row *Agree the basics…* of the Plan menu names; an import and the panel may open it too.

    ``preview`` shows what the answers would do while the sheet is open, ``in_sight`` is the part that
    shows it, ``say`` tells what was done.
    """

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        look: Look,
        ink: Ink,
        new_id: Callable[[], str],
        preview: Callable[[Preview | None], object],
        say: Callable[[Message], object],
        in_sight: QWidget | None = None,
    ) -> None:
        self._document, self._window = document, window
        self._look, self._ink, self._new_id = look, ink, new_id
        self._preview, self._say, self._in_sight = preview, say, in_sight

    @property
    def can_ask(self) -> bool:
        """Whether there is anybody to ask about: it takes a team that is no mere group."""
        return any(team.kind is not Kind.GROUP for team in self._document.scenario.teams)

    def open(self) -> "Sheet":
        """Ask, in a sheet over the window."""
        from planner.app.agreeing.sheet import Sheet

        sheet = Sheet(
            self._document,
            self._window,
            look=self._look,
            ink=self._ink,
            new_id=self._new_id,
            preview=self._preview,
        )
        sheet.recorded.connect(self._tell)
        if self._in_sight is not None and self._in_sight.isVisible():
            sheet.leave_in_sight(self._in_sight)
        sheet.open()
        return sheet

    def _tell(self) -> None:
        total = self._document.review.score.total
        if total is None:
            self._say(message("Agreements recorded."))
        else:
            self._say(message("Agreements recorded. Score {total}.", total=Points(total)))

"""Opens the history of a plan, made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.app.controls.fading import Moves
from planner.app.document import Document
from planner.app.theme import Look

if TYPE_CHECKING:
    from planner.app.history.popover import HistoryPopover


class OpensHistory:
    """What Edit ▸ History names; it opens under ``anchor``."""

    def __init__(
        self, document: Document, window: QWidget, look: Look, *, anchor: QWidget, motion: Moves
    ) -> None:
        self._document, self._window, self._look, self._anchor = document, window, look, anchor
        self._motion = motion
        self.popover: HistoryPopover | None = None

    @property
    def has_steps(self) -> bool:
        """Whether anything was done yet."""
        return len(self._document.history) > 0

    def show(self) -> None:
        """Open the list of steps."""
        if self.popover is None:
            from planner.app.history.popover import HistoryPopover

            self.popover = HistoryPopover(self._look, self._window, self._document, self._motion)
        self.popover.open(self._anchor)

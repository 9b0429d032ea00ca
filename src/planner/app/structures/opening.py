"""Opens the comparison of structures, made when it is first asked for, and applies what is chosen there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.app.document import Document, Preview
from planner.messages import Message, message

if TYPE_CHECKING:
    from planner.advice.structures import StructureScore
    from planner.app.structures.popover import StructuresPopover
    from planner.app.window.parts import Tools


class Structures:
    """What Scenario ▸ Structures… names.

    ``anchor`` is what the comparison opens under, at the left of ``panel``, which shows the preview.
    """

    def __init__(
        self,
        document: Document,
        window: QWidget,
        tools: "Tools",
        *,
        anchor: QWidget,
        panel: QWidget,
        preview: Callable[[Preview | None], object],
        say: Callable[[Message], object],
    ) -> None:
        self._document, self._window, self._tools = document, window, tools
        self._anchor, self._panel = anchor, panel
        self._preview, self._say = preview, say
        self._popover: StructuresPopover | None = None

    @property
    def popover(self) -> "StructuresPopover | None":
        """The comparison, None until it was first opened."""
        return self._popover

    def show(self) -> None:
        """Open the comparison; where it is open already, nothing happens."""
        if self._popover is None:
            self._popover = self._made()
        if self._popover.isHidden():
            self._popover.open_beside(self._anchor, self._panel)

    def _made(self) -> "StructuresPopover":
        from planner.app.structures.popover import StructuresPopover

        tools = self._tools
        made = StructuresPopover(tools.look, tools.ink, self._window, self._document, new_id=tools.new_id)
        made.previewed.connect(self._preview)
        made.applied.connect(self._apply)
        return made

    def _apply(self, score: "StructureScore") -> None:
        self._document.apply(score.edit)
        total = self._document.review.score.total
        name = message(score.structure.label.lower())
        if total is None:
            self._say(message("Converted to {structure}.", structure=name))
        else:
            self._say(message("Converted to {structure}. Score {total}.", structure=name, total=total))

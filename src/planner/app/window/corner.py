"""The corner of the menu bar names the file and says whether it holds what is on screen."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from planner.app.controls import label
from planner.app.controls.labels import plain_tip, retone
from planner.app.theme import Look
from planner.app.theme.growing import keep_height
from planner.app.theme.metrics import MENU_BAR_HEIGHT, SPACE_12
from planner.typography.scale import LABEL, SMALL

if TYPE_CHECKING:
    from planner.app.document import Document


class State(StrEnum):
    """How the plan and its file stand, in the words that are shown."""

    SAVED = "Saved"
    SUPERSEDED = "The file holds another version"
    NEW = "Not saved to a file yet"
    KEPT = "Edited, kept safe on this computer"
    UNSAFE = "Edited, not kept safe"
    EDITED = "Edited"
    """Where no folder was named to keep edits in."""


def state_of(document: "Document") -> State:
    """How a document stands."""
    if not document.is_edited:
        if document.is_superseded:
            return State.SUPERSEDED
        return State.SAVED if document.path is not None else State.NEW
    if document.trouble is not None:
        return State.UNSAFE
    return State.KEPT if document.is_kept_safe else State.EDITED


class Corner(QWidget):
    """File name, then a tick with *Saved*, or *Edited* and whether that is kept safe."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: State | None = None
        self._name = label(look, style=LABEL, tone="second")
        self._tick = QLabel()
        self._state = label(look, style=SMALL, tone="third")
        keep_height(look, self, MENU_BAR_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, SPACE_12, 0)
        row.setSpacing(6)
        row.addWidget(self._name)
        row.addSpacing(6)
        row.addWidget(self._tick)
        row.addWidget(self._state)
        look.changed.connect(self._draw)
        self.hide()

    def show_file(self, path: Path | None, plan_name: str, *, state: State) -> None:
        """Say which file it is, or the plan's name before it has one, and whether it is saved."""
        self._shown = state
        self._name.setText(path.name if path is not None else plan_name)
        self._name.setToolTip(plain_tip(str(path)) if path is not None else "Not saved to a file yet")
        self._state.setText(state.value)
        retone(self._state, "problem" if state is State.UNSAFE else "third")
        self.setAccessibleName(f"{self._name.text()}, {self._state.text().lower()}")
        self._draw()
        self.show()
        self.adjustSize()

    @property
    def text(self) -> str:
        """What it says, as one line."""
        return f"{self._name.text()} {self._state.text()}"

    def _draw(self) -> None:
        self._tick.setVisible(self._shown is State.SAVED)
        self._tick.setPixmap(self._look.pixmap("check", "good", 14, self.devicePixelRatioF()))

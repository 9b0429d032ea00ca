"""The commands of Plan ▸ Guidance: own weights from and to a file, and the second pack on or off."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QWidget

from planner.app.document import Document
from planner.app.files.opening import clean_name
from planner.domain import together
from planner.domain.edits import edit_project
from planner.messages import Message, message

if TYPE_CHECKING:
    from planner.app.packs.asking import Asking

ENDING: Final = ".toml"


class Says(Protocol):
    """Whatever tells what was done, with *Undo* beside it where that takes it back."""

    def __call__(self, words: Message, *, undoable: bool) -> object:
        """Say it."""
        ...


class PackCommands:
    """What the rows under Plan ▸ Guidance name.

    ``say`` tells what was done in the status bar; ``clear`` takes the notice of an earlier refusal away.
    """

    def __init__(
        self, document: Document, window: QWidget, *, say: Says, clear: Callable[[], object]
    ) -> None:
        self._document, self._window, self._say, self._clear = document, window, say, clear

    @cached_property
    def asking(self) -> "Asking":
        """What asks for files; a test puts another in its place."""
        from planner.app.packs.asking import Asking

        return Asking(self._window)

    @property
    def has_own_weights(self) -> bool:
        """Whether the plan is scored by weights of its own."""
        return self._document.project.rule_pack is not None

    @property
    def has_basics(self) -> bool:
        """Whether the plan has the second pack on."""
        from planner.guidance import basics

        return basics.is_on(self._document.project)

    def use_weights(self) -> None:
        """Ask for a file of weights, and score the plan by it."""
        path = self.asking.weights_to_use(self._folder)
        if path is not None:
            self.use_weights_from(path)

    def use_weights_from(self, path: Path) -> None:
        """Score the plan by the weights in a file; PlannerError with every fault when it has any."""
        from planner.guidance.own_weights import LARGEST, read_weights
        from planner.store import read_once

        content = read_once(path, at_most=LARGEST)
        own = read_weights(content.data, content.name)
        self._edit(message("Use weights {name}", name=own.name), rule_pack=own)

    def use_default_weights(self) -> None:
        """Score the plan by the default weights again."""
        self._edit(message("Use the default weights"), rule_pack=None)

    def save_weights(self) -> None:
        """Ask for a place, and write the weights in force there."""
        own = self._document.project.rule_pack
        name = clean_name(f"{own.name if own is not None else self._document.project.name} weights")
        path = self.asking.place_for_weights(self._folder / f"{name}{ENDING}")
        if path is not None:
            self.save_weights_to(path)

    def save_weights_to(self, path: Path) -> None:
        """Write the weights in force to a file; raises PlannerError when it cannot be written."""
        from planner.guidance.own_weights import as_toml
        from planner.store import publish

        text = as_toml(self._document.pack, self._document.project.rule_pack)
        publish(text.encode(), path)
        self._clear()
        self._say(message("Saved {name}.", name=path.name), undoable=False)

    def toggle_basics(self) -> None:
        """Switch the second pack on or off for the plan."""
        from planner.guidance.basics import PACK_ID

        packs = self._document.project.extra_packs
        if PACK_ID in packs:
            rest = tuple(each for each in packs if each != PACK_ID)
            self._edit(message("Leave out Org design basics"), extra_packs=rest)
        else:
            self._edit(message("Add Org design basics"), extra_packs=(*packs, PACK_ID))

    @property
    def _folder(self) -> Path:
        """Where the plan lies, else the user's documents."""
        path = self._document.path
        if path is not None:
            return path.parent
        where = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(where))

    def _edit(self, label: Message, **fields: Any) -> None:
        difference = self._document.apply(together(label, partial(edit_project, **fields)))
        self._clear()
        if difference:
            self._say(label, undoable=True)

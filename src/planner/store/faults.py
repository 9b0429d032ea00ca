"""What keeps a project file from being opened or saved, in one sentence for its user."""

import os
from pathlib import Path

from planner.errors import PlannerError
from planner.messages import Message

PathLike = str | os.PathLike[str]


class DamagedError(PlannerError):
    """A project file whose content is not what this program wrote: an integrity fault."""


class ChangedOutside(PlannerError):  # noqa: N818 - names what happened; the window offers a choice for it
    """The document to be saved over is not the one that was opened."""


class HeldElsewhere(PlannerError):  # noqa: N818 - names what happened; the window offers to try again
    """Another program holds the document, and did so for as long as it was waited for."""


class OddContentError(ValueError):
    """A value in a project file that no plan can hold; told by its table, and translated where it is read."""

    def __init__(self, what: Message) -> None:
        super().__init__(str(what))
        self.what = what


def file_name(path: PathLike) -> str:
    """The last part of a path, on one line."""
    return in_print(Path(path).name or str(path))


def in_print(text: str) -> str:
    """Foreign text fit to stand in a sentence: cut, and a box for each character that cannot be printed."""
    return "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in text[:255])

"""How a difference came about."""

from enum import StrEnum


class Kind(StrEnum):
    """By an edit, by taking the last one back, or by doing it again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"

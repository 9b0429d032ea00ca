"""Hints say what the keys do now; the status bar shows them, keys drawn as keys."""

from dataclasses import dataclass
from enum import StrEnum

from planner.messages import Message, message


class Way(StrEnum):
    """How a person is being moved; targets, words and preview are the same for all."""

    DRAG = "drag"
    STICK = "stick"
    KEYS = "keys"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Hint:
    """A sentence, then keys with what each does now: ``Release to assign. [Ctrl] add as second role``."""

    words: Message
    keys: tuple[tuple[str, Message], ...] = ()


_ESC = ("Esc", message("cancel"))
_SECOND = message("add as second role")
_REPLACE = message("replace")

_KEYS: dict[Way, tuple[tuple[str, Message], ...]] = {
    Way.DRAG: (("Ctrl", _SECOND), ("Shift", _REPLACE), _ESC),
    Way.STICK: (("Ctrl", _SECOND), ("Shift", _REPLACE), _ESC),
    Way.KEYS: (
        ("← ↑ ↓ →", message("choose")),
        ("Space", message("drop")),
        ("Ctrl Enter", _SECOND),
        ("Shift Enter", _REPLACE),
        _ESC,
    ),
    Way.LIST: (
        ("↑ ↓", message("choose")),
        ("Enter", message("assign")),
        ("Ctrl Enter", _SECOND),
        ("Shift Enter", _REPLACE),
        _ESC,
    ),
}
_ON_TARGET = {
    Way.DRAG: "Release: {outcome}.",
    Way.STICK: "Click: {outcome}.",
    Way.KEYS: "{outcome}.",
    Way.LIST: "{outcome}.",
}


def moving_hint(way: Way, person: str, outcome: Message | None) -> Hint:
    """What the keys do while a person is carried, over a target or not."""
    if outcome is None:
        return Hint(message("Moving {person}.", person=person), _KEYS[way])
    return Hint(message(_ON_TARGET[way], outcome=outcome), _KEYS[way])

"""Hints say what the keys do now; the status bar shows them, keys drawn as keys."""

from enum import StrEnum

from msgspec import Struct

from planner.advice.drops import Carried, CarriedTeam, DrawnLink, Intent, Load, Several, sources
from planner.messages import Message, message


class Way(StrEnum):
    """How a person is being moved; targets, words and preview are the same for all."""

    DRAG = "drag"
    STICK = "stick"
    KEYS = "keys"
    LIST = "list"


class Hint(Struct, frozen=True):
    """A sentence, then keys with what each does now: ``Release to assign. [Ctrl] add as second role``."""

    words: Message
    keys: tuple[tuple[str, Message], ...] = ()


_ESC = ("Esc", message("cancel"))
_SECOND = message("add as second role")
_REPLACE = message("replace")
_MODIFIERS = (("Ctrl", _SECOND), ("Shift", _REPLACE))
_WITH_ENTER = (("Ctrl Enter", _SECOND), ("Shift Enter", _REPLACE))
_INTENTS = (Intent.COPY, Intent.REPLACE)
_CHOOSE: dict[Way, tuple[tuple[str, Message], ...]] = {
    Way.DRAG: (),
    Way.STICK: (),
    Way.KEYS: (("← ↑ ↓ →", message("choose")), ("Space", message("drop"))),
    Way.LIST: (("↑ ↓", message("choose")),),
}
_ON_TARGET = {
    Way.DRAG: "Release: {outcome}.",
    Way.STICK: "Click: {outcome}.",
    Way.KEYS: "{outcome}.",
    Way.LIST: "{outcome}.",
}


def moving_hint(
    way: Way,
    load: Load,
    what: Message,
    outcome: Message | None,
    *,
    refused: bool = False,
    differs: frozenset[Intent] | None = None,
) -> Hint:
    """What the keys do while something is carried, over a target or not.

    ``refused``: the outcome is a reason. ``differs``: over a target, intents that do something else there.
    """
    takes = (("Enter", _takes(load)),) if way is Way.LIST else ()
    keys = (*_CHOOSE[way], *takes, *_modifiers(way, load, differs), _ESC)
    if outcome is not None:
        return Hint(message("{outcome}." if refused else _ON_TARGET[way], outcome=outcome), keys)
    text = "Linking {what}." if isinstance(load, DrawnLink) else "Moving {what}."
    return Hint(message(text, what=what), keys)


def _takes(load: Load) -> Message:
    """What Enter does in a list."""
    match load:
        case CarriedTeam():
            return message("move")
        case DrawnLink():
            return message("link")
    return message("assign")


def _modifiers(way: Way, load: Load, differs: frozenset[Intent] | None) -> tuple[tuple[str, Message], ...]:
    """Ctrl and Shift, for people, where they do something else. A list says at its foot what they do."""
    if way is Way.LIST or not isinstance(load, Carried | Several):
        return ()
    keys = zip(_INTENTS, _MODIFIERS if way in (Way.DRAG, Way.STICK) else _WITH_ENTER, strict=True)
    return tuple(
        words for intent, words in keys if intent in (_possible(load) if differs is None else differs)
    )


def _possible(load: Load) -> tuple[Intent, ...]:
    """What may be asked for: replacing is for one, and a second role for those who have a first."""
    copies = (Intent.COPY,) if sources(load) else ()
    return copies if isinstance(load, Several) else (*copies, Intent.REPLACE)

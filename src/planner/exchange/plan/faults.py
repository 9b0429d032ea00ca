"""Faults say what is wrong in a plan: each with the place where it stands and what was expected there."""

import re
from collections.abc import Sequence

from msgspec import Struct

from planner.errors import PlannerError
from planner.messages import Message, message

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LONGEST_SHOWN = 60


class Fault(Struct, frozen=True):
    """One fault: its JSON path, as ``$.scenarios[0].teams[2].kind``, and a sentence."""

    path: str
    said: Message

    def __str__(self) -> str:
        return f"{self.path}: {self.said}"


class PlanFaults(PlannerError):  # noqa: N818  # named for what it carries
    """A plan with faults: the sentence names how many there are and the first, ``faults`` has all."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        first = message("{path}: {said}.", path=self.faults[0].path, said=self.faults[0].said)
        if len(self.faults) > 1:
            first = message(
                "The plan has {count} faults, the first at {first}", count=len(self.faults), first=first
            )
        super().__init__(first, detail="\n".join(map(str, self.faults)))


def step(path: str, name: str) -> str:
    """The path of a field: ``$.name``, or ``$["a name"]`` where the name is not a plain word."""
    return f"{path}.{name}" if _PLAIN_NAME.fullmatch(name) else f'{path}["{shown(name)}"]'


def shown(text: str) -> str:
    """A text from the plan, short and free of what no screen or stream can show."""
    short = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return "".join(mark if mark.isprintable() else f"\\u{ord(mark):04x}" for mark in short)

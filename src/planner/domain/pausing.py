"""Long work that can be interrupted: a generator that pauses every few milliseconds and returns its result.

A window runs it in turns beside everything else; whoever can wait runs it through with ``finished``.
"""

from collections.abc import Generator
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Pausing: TypeAlias = Generator[None, None, T]


def finished(work: "Pausing[T]") -> T:
    """Run work through and give its result."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            result: T = end.value
            return result

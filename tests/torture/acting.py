"""Stands between a save and the system: counts what it calls, makes calls fail, or writes them down.

For where the system has no such tool itself. Only what publishing a document calls is caught, not what SQLite
does in the folder that its image is made in.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from msgspec import Struct, field

from planner.store import exchanging

CALLS = (
    "open",
    "read",
    "write",
    "fsync",
    "close",
    "fstat",
    "stat",
    "lstat",
    "fchmod",
    "fchown",
    "listxattr",
    "link",
    "rename",
    "replace",
    "unlink",
)
EXCHANGES = ("_swap", "_move")


class Actor(Struct, dict=True):
    """Sees every call; ``acts`` may raise before it happens, ``told`` hears of it afterwards."""

    acts: Callable[[str, int, tuple[Any, ...]], None] = lambda _name, _number, _arguments: None
    told: Callable[[str, tuple[Any, ...], Any], None] = lambda _name, _arguments, _result: None
    counts: dict[str, int] = field(default_factory=dict)

    def of(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """The call with this actor in between."""

        def call(*arguments: Any, **named: Any) -> Any:
            number = self.counts[name] = self.counts.get(name, 0) + 1
            self.acts(name, number, arguments)
            result = real(*arguments, **named)
            self.told(name, arguments, result)
            return result

        return call


@contextmanager
def acting(actor: Actor) -> Iterator[Actor]:
    """Let an actor see what publishing calls inside the block."""
    patches = [
        patch.object(os, name, actor.of(name, getattr(os, name))) for name in CALLS if hasattr(os, name)
    ]
    patches += [
        patch.object(exchanging, name, actor.of(name, getattr(exchanging, name))) for name in EXCHANGES
    ]
    # Path.stat calls os.stat, and os.path.realpath os.lstat: both are caught by their names in ``os``.
    for one in patches:
        one.start()
    try:
        yield actor
    finally:
        for one in reversed(patches):
            one.stop()


def files_of(folder: Path) -> dict[str, bytes]:
    """What lies in a folder: the bytes of each file by its name."""
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}

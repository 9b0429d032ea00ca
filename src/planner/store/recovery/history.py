"""All steps ever done, the latest in memory, the others read when somebody goes back to them."""

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from typing import NamedTuple

from planner.domain import Difference

IN_MEMORY = 500
"""Steps kept in memory; more only while they cannot be written."""
LOADED = 100
"""Steps read in one go when an older one is asked for."""

Load = Callable[[int, int], list[Difference]]
"""Gives the steps from one position to another, counted from 1; PlannerError when they cannot be read."""


class _Step(NamedTuple):
    difference: Difference
    written: "Future[None] | None"

    @property
    def is_written(self) -> bool:
        return self.written is None or self.written.done()


class History:
    """The steps that can be undone or done again; ``history[0]`` is the first one.

    ``len`` counts those that were undone too: the session's position tells where the plan stands.
    """

    def __init__(self, load: Load, *, length: int, recent: Iterable[Difference] = ()) -> None:
        self._load = load
        self._length = length
        self._window = deque(_Step(step, None) for step in recent)
        self._start = length - len(self._window)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, index: int) -> Difference:
        if not 0 <= index < self._length:
            raise IndexError(index)
        if not self._start <= index < self._start + len(self._window):
            first = max(0, index - LOADED // 2)
            last = min(self._length, first + LOADED)
            # What is left out of memory here was written: reading waits for that, or fails.
            self._window = deque(_Step(step, None) for step in self._load(first + 1, last))
            self._start = first
        return self._window[index - self._start].difference

    @property
    def in_memory(self) -> int:
        """How many steps are held in memory."""
        return len(self._window)

    def latest(self, position: int) -> list[Difference]:
        """Those in memory that are among the first ``position`` steps, the last one at the end."""
        return [step.difference for step in self._window][: max(0, position - self._start)]

    def add(self, position: int, difference: Difference, written: "Future[None]") -> None:
        """Put a step behind the first ``position`` ones; those that were there are forgotten."""
        while self._window and self._start + len(self._window) > position:
            self._window.pop()
        if self._start + len(self._window) != position:
            self._window.clear()
            self._start = position
        self._window.append(_Step(difference, written))
        self._length = position + 1
        while len(self._window) > IN_MEMORY and self._window[0].is_written:
            self._window.popleft()
            self._start += 1

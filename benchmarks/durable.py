"""One durable edit of a plan of 10,000 people, against writing 4 KiB and forcing them to the same disk."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.measuring import Figure
from benchmarks.plans import large_plan
from benchmarks.walking import Walk
from planner.domain import Edited
from planner.store.working.database import State, WorkDatabase
from planner.store.working.kinds import Kind

PEOPLE = 10_000
EDITS = 1_000
BLOCK = os.urandom(4096)


def figures() -> Iterator[Figure]:
    """Milliseconds of one edit in the middle of a thousand, in turns with the plain writes."""
    # Below the user's own folder, for a temporary folder may be memory, which forces nothing to a disk.
    with tempfile.TemporaryDirectory(dir=Path.home()) as name:
        folder = Path(name)
        walk = Walk(large_plan(PEOPLE))
        database = WorkDatabase(folder / "work.db")
        database.begin(walk.project, State())
        descriptor = os.open(folder / "block", os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            ours, plain = _in_turns(walk, database, descriptor)
        finally:
            os.close(descriptor)
            database.close()
    yield Figure("durable edit, 10,000 people", ours * 1000, plain * 1000, "ms", 6.0, "4 KiB and fsync")


def _in_turns(walk: Walk, database: WorkDatabase, descriptor: int) -> tuple[float, float]:
    ours, plain = [], []
    for number in range(EDITS):
        edited = walk.next(number)
        ours.append(_seconds(lambda: _commit(database, number + 1, edited)))  # noqa: B023 - called at once
        plain.append(_seconds(lambda: _write(descriptor, number)))  # noqa: B023
    return median(ours), median(plain)


def _commit(database: WorkDatabase, position: int, edited: Edited) -> None:
    database.commit(Kind.DO, edited.difference, State(position=position))


def _write(descriptor: int, number: int) -> None:
    os.lseek(descriptor, number * len(BLOCK), os.SEEK_SET)
    os.write(descriptor, BLOCK)
    os.fsync(descriptor)


def _seconds(work: Callable[[], None]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start

"""Opens the bytes of a database that anyone may have written, in memory, with all but reading closed.

Nothing here sees a file: SQLite never opens one in a user's folder, so nothing that lies beside it is run.
"""

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from planner.errors import PlannerError
from planner.messages import message
from planner.store.faults import DamagedError, in_print
from planner.store.header import as_rollback_format
from planner.store.schema import Objects, objects_of

Stop = Callable[[], bool]
"""Asked now and then while a file is checked; True calls the opening off."""

DEADLINE = 10.0
"""Seconds of work that SQLite may spend on one file, however busy the machine is."""
_STEPS_BETWEEN_LOOKS = 20_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 200_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_PRAGMAS = (
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "query_only=ON",
    "temp_store=MEMORY",
)
_READING = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ})
_CHECKS = frozenset({"integrity_check", "quick_check", "foreign_key_check", "read_uncommitted"})


@contextmanager
def opened(
    data: bytes, name: str, *, stop: Stop = lambda: False, deadline: float = DEADLINE
) -> Iterator[sqlite3.Connection]:
    """A connection that can only read the database in ``data``; SQLite's own errors mean damage.

    ``stop`` and ``deadline``, in seconds, bound how long SQLite may work inside the block.
    """
    with closing(sqlite3.connect(":memory:")) as raw:
        watch = _Watch(stop, deadline)
        try:
            raw.deserialize(as_rollback_format(data))
            _close_all_but_reading(raw, watch)
            yield raw
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if watch.refusal is not None:
                raise PlannerError(message(watch.refusal, name=name)) from None
            raise DamagedError(
                "{name} is damaged. Open an earlier copy of it.", detail=str(error), name=name
            ) from None


class _Watch:
    """Ends SQLite's work when it is called off or takes too long, and remembers which."""

    def __init__(self, stop: Stop, deadline: float) -> None:
        self.refusal: str | None = None
        self._stop = stop
        self._end = time.thread_time() + deadline

    def __call__(self) -> bool:
        if self._stop():
            self.refusal = "Opening {name} was called off."
        elif time.thread_time() > self._end:
            self.refusal = "{name} takes too long to read, as no plan does: open an earlier copy of it."
        return self.refusal is not None


def _close_all_but_reading(raw: sqlite3.Connection, watch: Callable[[], bool]) -> None:
    for limit, most in _LIMITS.items():
        raw.setlimit(limit, most)
    raw.set_progress_handler(watch, _STEPS_BETWEEN_LOOKS)
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    if sys.version_info >= (3, 12):
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # noqa: FBT003 - the library's signature
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)  # noqa: FBT003
        raw.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)  # noqa: FBT003
    raw.set_authorizer(_allow_reading)


def _allow_reading(
    action: int, first: str | None, second: str | None, _database: str | None, trigger: str | None
) -> int:
    may = (
        action in _READING
        or (action == sqlite3.SQLITE_FUNCTION and second == "count")
        or (action == sqlite3.SQLITE_PRAGMA and first in _CHECKS)
    )
    return sqlite3.SQLITE_OK if may and trigger is None else sqlite3.SQLITE_DENY


def check_structure(raw: sqlite3.Connection, expected: Objects, name: str) -> None:
    """Hold the schema to that of its version, text for text; then check pages, rows and references."""
    _check_schema(raw, expected, name)
    found = raw.execute("PRAGMA integrity_check(1)").fetchall()
    if found != [("ok",)]:
        raise DamagedError(
            "{name} is damaged. Open an earlier copy of it.", detail=str(found[0][0]), name=name
        )
    broken = raw.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise DamagedError(
            "{name} is damaged: something in {table} refers to what is not there. "
            "Open an earlier copy of it.",
            name=name,
            table=str(broken[0]),
        )


def _check_schema(raw: sqlite3.Connection, expected: Objects, name: str) -> None:
    found = objects_of(raw)
    if found == expected:
        return
    known = {title: (title, *rest) for title, *rest in expected}
    for title, kind, *rest in found:
        if known.pop(title, None) != (title, kind, *rest):
            raise DamagedError(
                "{name} holds the {kind} {title}, which this program does not make. "
                "Open an earlier copy of it.",
                name=name,
                kind=in_print(str(kind)),
                title=in_print(str(title)),
            )
    for title in known:
        raise DamagedError(
            "{name} lacks the table {title}. Open an earlier copy of it.", name=name, title=title
        )

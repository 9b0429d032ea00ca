"""The one thread that has the database at work: edits hand it their differences and never wait for the disk.

What cannot be written is kept in memory, in order, and tried again; whoever asked is told once.
"""

import errno
import logging
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct, field

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.disk import as_system_error
from planner.store.faults import in_print
from planner.store.refusals import reason_of

if TYPE_CHECKING:  # SQLAlchemy comes with it, which no start of the program waits for: the thread imports it
    from planner.store.working.database import WorkDatabase

RETRY = 5.0
"""Seconds after which what could not be written is tried again."""

T = TypeVar("T")
Troubled = Callable[[Message | None], None]
"""Told from the writer's thread: why edits are only in memory from now on; None once they are safe."""

_log = logging.getLogger(__name__)


class NotKeptError(Exception):
    """What was asked of the database at work needs steps that could not be written."""


class _Job(Struct, Generic[T]):
    work: "Callable[[WorkDatabase], T]"
    must_be_kept: bool
    done: "Future[T]" = field(default_factory=Future)


class Writer:
    """Runs jobs on the database at work one after the other.

    ``path`` is the database; the first job fills it, and ``prepare`` makes its folder, again and again until
    it could. ``troubled`` is called from the writer's own thread. With a ``rest``, in seconds, the first job
    waits for that long, so that a window is shown meanwhile; any further job ends the rest.
    """

    def __init__(
        self,
        path: Path,
        *,
        prepare: Callable[[], None],
        troubled: Troubled,
        retry: float = RETRY,
        rest: float = 0.0,
    ) -> None:
        self._path = path
        self._prepare = prepare
        self._troubled = troubled
        self._retry, self._rest = retry, rest
        self._rested, self._is_asked = threading.Event(), False
        self._queue: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self._waiting: deque[_Job[object]] = deque()
        self._database: WorkDatabase | None = None
        self._inode: tuple[int, int] | None = None
        self._is_in_trouble = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def keep(self, work: "Callable[[WorkDatabase], None]") -> "Future[None]":
        """Do something that must not be lost, in its turn; the future is done once it is on the disk."""
        return self._put(work, must_be_kept=True)

    def ask(self, work: "Callable[[WorkDatabase], T]") -> "Future[T]":
        """Do something once all that came before is kept; NotKeptError in the future when it cannot be."""
        return self._put(work, must_be_kept=False)

    def flush(self) -> bool:
        """Wait until everything so far was written or tried; False when something is only in memory."""
        try:
            self.ask(lambda _: None).result()
        except NotKeptError:
            return False
        return True

    def close(self) -> bool:
        """Flush, close the database and end the thread; False when something was never written."""
        if not self._thread.is_alive():
            return not self._waiting
        is_kept = self.flush()
        self._queue.put(None)
        self._thread.join()
        return is_kept

    def _put(self, work: "Callable[[WorkDatabase], T]", *, must_be_kept: bool) -> "Future[T]":
        job = _Job(work, must_be_kept)
        self._queue.put(job)  # type: ignore[arg-type]  # a job keeps its result's type to itself
        if self._is_asked or not must_be_kept:
            self._rested.set()
        self._is_asked = True
        return job.done

    def _run(self) -> None:
        self._rested.wait(self._rest)
        while (job := self._next()) is not None:
            if job.must_be_kept:
                self._waiting.append(job)
                self._work_off()
            else:
                self._answer(job)
            del job  # what it holds must not live until the next one comes
        self._close_database()

    def _next(self) -> _Job[object] | None:
        while True:
            try:
                return self._queue.get(timeout=self._retry if self._waiting else None)
            except Empty:
                self._work_off()

    def _work_off(self) -> None:
        """Try what waits, oldest first, until it is all written or one cannot be."""
        while self._waiting:
            job = self._waiting[0]
            try:
                job.work(self._opened())
            except Exception as error:  # whatever it is, the session goes on in memory
                self._close_database()
                self._tell(error)
                return
            self._waiting.popleft()
            job.done.set_result(None)
        if self._is_in_trouble:
            self._is_in_trouble = False
            self._troubled(None)

    def _answer(self, job: _Job[object]) -> None:
        self._work_off()
        if self._waiting:
            job.done.set_exception(NotKeptError())
            return
        try:
            job.done.set_result(job.work(self._opened()))
        except (sqlite3.Error, OSError) as error:
            self._close_database()
            job.done.set_exception(NotKeptError(str(error)))
        except Exception as error:  # whoever asked is to know
            job.done.set_exception(error)

    def _opened(self) -> "WorkDatabase":
        from planner.store.working.database import WorkDatabase

        if self._database is not None and not self._is_there():
            self._close_database()
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if self._database is None:
            if self._inode is None:
                self._prepare()
            elif not self._is_there():  # an empty one in its place would pass for the lost work
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            self._database = WorkDatabase(self._path)
            status = self._path.stat()
            self._inode = (status.st_dev, status.st_ino)
        return self._database

    def _is_there(self) -> bool:
        """Whether the file that is written to is still the one under its name; a deleted one takes writes."""
        try:
            status = self._path.stat()
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self._inode

    def _close_database(self) -> None:
        if self._database is not None:
            with suppress(sqlite3.Error):
                self._database.close()
            self._database = None

    def _tell(self, error: Exception) -> None:
        if self._is_in_trouble:
            return
        self._is_in_trouble = True
        if not isinstance(error, sqlite3.Error | OSError | PlannerError | UnicodeEncodeError):
            _log.error("a step could not be written", exc_info=error)
        self._troubled(_words(error))


def _words(error: Exception) -> Message:
    return message(
        "Edits are no longer kept safe on this computer: {reason}. Save the plan to keep them.",
        reason=_reason(error),
    )


def _reason(error: Exception) -> Message:
    if isinstance(error, UnicodeEncodeError):
        return message("half a character stands in {quote}", quote=in_print(str(error.object)))
    if isinstance(error, PlannerError):
        return error.message
    system = as_system_error(error) if isinstance(error, sqlite3.Error) else error
    return reason_of(system if isinstance(system, OSError) else OSError(str(error)))

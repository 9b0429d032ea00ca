"""The folders of all sessions, believing nothing: listed, locked, read, set aside, and removed in their time.

What goes, and when: a session closed as its document is goes after 90 days, for its undo alone is kept; one
closed with Don't Save goes after 30 days; one that has nothing to give back (no history, as its document)
goes when it is closed. All else stays until somebody chooses. Time counts as starts of the program saw it
pass, a week at most from one to the next: a clock may be wrong, for once or for days. Whatever is damaged is
moved into ``damaged``, and told.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from msgspec.structs import replace

from planner.messages import Message, message
from planner.store.faults import in_print
from planner.store.recovery.locks import ProcessLock
from planner.store.recovery.records import (
    NAME,
    NewerRecordError,
    OddRecordError,
    Record,
    Standing,
    read_record,
    write_record,
)
from planner.store.recovery.sessions import LOCK, WORK

DISCARDED_KEPT = timedelta(days=30)
UNDO_KEPT = timedelta(days=90)
COUNTED_AT_MOST = timedelta(days=7)
"""Time that counts from one start to the next; a longer step may be a clock that was set wrong."""
_LOOKED = "looked"
"""The file that says when starts of the program looked here, a line each, the latest last."""
_LOOKS_NOTED = 200
"""Of a start a day these are enough for the longest time that a session is kept."""
_APART = timedelta(hours=12)
"""Time after which another start is noted."""


class Folders:
    """Every session's folder below ``root``; each is named by 32 hexadecimal digits, and means nothing."""

    def __init__(self, root: Path, now: Callable[[], datetime]) -> None:
        self.root = root
        self._now = now
        self._notes: list[Message] = []

    def notes(self) -> tuple[Message, ...]:
        """What was set aside since this was last asked, a sentence each."""
        notes, self._notes = tuple(self._notes), []
        return notes

    def all(self) -> list[Path]:
        """The folders of sessions; one that is being made has no record yet and is none."""
        try:
            return sorted(
                folder
                for folder in self.root.iterdir()
                if _is_session(folder.name) and ((folder / NAME).exists() or (folder / WORK).exists())
            )
        except OSError:
            return []

    def records(self, *standings: Standing) -> list[tuple[Path, Record]]:
        """The sessions that stand in one of these ways."""
        read = ((folder, self.read(folder)) for folder in self.all())
        return [(folder, record) for folder, record in read if record and record.standing in standings]

    def read(self, folder: Path) -> Record | None:
        """A folder's record; None when it is damaged, and then nobody works there, and it is set aside."""
        try:
            return read_record(folder)
        except NewerRecordError:  # that version will find it
            return None
        except (OddRecordError, FileNotFoundError):
            with self.held(folder) as lock:
                if lock is not None:
                    lock.release()
                    self.set_damaged_aside(folder)
            return None
        except OSError:  # not now
            return None

    @contextmanager
    def held(self, folder: Path) -> Iterator[ProcessLock | None]:
        """The lock of a folder, None when somebody works there; a session made in the block takes it over."""
        lock = ProcessLock(folder / LOCK)
        is_held = False
        with suppress(OSError):
            is_held = lock.acquire()
        try:
            yield lock if is_held else None
        finally:
            lock.release()

    def set_aside(self, folder: Path, record: Record) -> None:
        """Offer a session no more that brought the program down, but keep it, and tell."""
        with suppress(OSError):
            write_record(folder, replace(record, standing=Standing.ASIDE, ended=self._now()))
        self._notes.append(
            message(
                "{plan} could not be brought back twice and was set aside: it stays under File, Recover.",
                plan=in_print(record.plan) or message("A plan"),
            )
        )

    def set_damaged_aside(self, folder: Path) -> None:
        """Move what cannot be read out of the way of every start, and tell."""
        aside = self.root / "damaged" / folder.name
        with suppress(OSError):
            aside.parent.mkdir(mode=0o700, exist_ok=True)
            folder.rename(aside)
        self._notes.append(
            message(
                "Work kept on this computer could not be read and was set aside in {folder}.",
                folder=in_print(str(aside.parent)),
            )
        )

    def remove(self, folder: Path) -> None:
        """Remove a session for good, unless somebody works in it."""
        with self.held(folder) as lock:
            if lock is not None:
                lock.release()
                shutil.rmtree(folder, ignore_errors=True)

    def prune(self) -> None:
        """Remove the sessions that have had their time, as far as starts of the program saw it pass."""
        looks = self._looks
        for folder, record in self.records(*_KEPT):
            if _seen_passing(record.ended or record.started, looks) > _KEPT[record.standing]:
                self.remove(folder)

    @cached_property
    def _looks(self) -> tuple[datetime, ...]:
        """When starts up to this one looked here, none later than now; this one is noted."""
        noted, now = self.root / _LOOKED, self._now()
        looks = [look for look in _read_looks(noted) if look <= now]
        is_new = not looks or now - looks[-1] >= _APART
        looks = [*looks, now] if is_new else looks
        with suppress(OSError):
            noted.write_text("\n".join(look.isoformat() for look in looks[-_LOOKS_NOTED:]), "ascii")
        return tuple(looks)


def _read_looks(noted: Path) -> list[datetime]:
    looks: list[datetime] = []
    with suppress(OSError, ValueError):
        for line in noted.read_text("ascii").splitlines():
            look = datetime.fromisoformat(line)
            if look.tzinfo is not None:
                looks.append(look)
    return sorted(looks)


def _seen_passing(since: datetime, looks: tuple[datetime, ...]) -> timedelta:
    """The time that starts of the program saw pass, each step of it as far as it counts."""
    points = [since, *(look for look in looks if look > since)]
    return sum((min(later - one, COUNTED_AT_MOST) for one, later in pairwise(points)), timedelta())


_KEPT = {Standing.DISCARDED: DISCARDED_KEPT, Standing.CLOSED: UNDO_KEPT}


def _is_session(name: str) -> bool:
    return len(name) == 32 and set(name) <= set("0123456789abcdef")

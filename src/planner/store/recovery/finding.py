"""Reads what dead and closed sessions left behind, believing nothing: damage is one error, never a crash.

Each function is for a folder whose lock the caller holds. PlannerError when a newer version worked there.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Difference, Project
from planner.errors import PlannerError
from planner.store.disk import as_system_error
from planner.store.files import Fingerprint, read_once, read_raw
from planner.store.recovery.history import IN_MEMORY
from planner.store.recovery.records import Record, Standing
from planner.store.recovery.sessions import WORK
from planner.store.recovery.timeline import Timeline
from planner.store.working.database import State, WorkDatabase


class DamagedSessionError(Exception):
    """What a session left is not what this program wrote."""


class OutOfReachError(Exception):
    """What a session left cannot be read just now: its disk does not let it, or a program holds it."""


class NothingKeptError(Exception):
    """A session died before there was anything in its database."""


class Found(Struct, frozen=True, kw_only=True):
    """What a session held: the plan, its latest steps, and where in them it stands."""

    project: Project
    timeline: Timeline
    recent: list[Difference]


def looked_at(folder: Path, record: Record, now: datetime) -> Record:
    """The record of a dead session brought up to date: its plan's name, and how far it is ahead.

    One that is not ahead is marked as closed; so is one that died between publishing and noting it. Where the
    document is gone it is ahead, for nothing else holds the plan; where that is another by now, it is kept as
    one that was closed with Don't Save.
    """
    with _reading(folder) as database:
        state, plan, length = database.state(), database.plan_name(), database.length()
        if not 0 <= state.position <= length:
            raise LookupError("a place outside its history")
        published = _published(state, record)
        if published is not None and state.image is not None:
            state = replace(state, saved=state.image)
            database.mark(replace(state, image_sha256=None))
            record = replace(record, fingerprint=published)
    steps = None if state.saved is None else state.position - state.saved
    record = replace(record, plan=plan, steps=steps)
    standing = Standing.OPEN if steps != 0 else _standing_beside(record)
    if standing is not Standing.OPEN:
        ended = last_change(folder) if standing is Standing.CLOSED else now
        record = replace(record, standing=standing, ended=ended, attempts=0)
    return record


def read_whole(folder: Path) -> Found:
    """Everything that a session held."""
    with _reading(folder) as database:
        state, length = database.state(), database.length()
        if not 0 <= state.position <= length:
            raise LookupError("a place outside its history")
        first = max(1, state.position - IN_MEMORY + 1)
        last = min(length, first + IN_MEMORY - 1)
        timeline = Timeline(position=state.position, length=length, saved=state.saved, image=state.image)
        project = database.project()
        recent = database.steps(first, last) if last == length else []
        return Found(project=project, timeline=timeline, recent=recent)


def last_change(folder: Path) -> datetime:
    """When a session last wrote a step."""
    times = [path.stat().st_mtime for path in (folder / WORK, folder / f"{WORK}-wal") if path.exists()]
    return datetime.fromtimestamp(max(times, default=folder.stat().st_mtime), UTC)


@contextmanager
def _reading(folder: Path) -> Iterator[WorkDatabase]:
    """The database of a session; whatever goes wrong in the block is one of the errors of this module."""
    try:
        if not (folder / WORK).is_file():
            raise NothingKeptError
        with closing(WorkDatabase(folder / WORK)) as database:
            if not database.is_begun:
                raise NothingKeptError
            yield database
    except (sqlite3.Error, OSError) as error:
        if isinstance(error, sqlite3.Error) and not _is_passing(error):
            raise DamagedSessionError(str(error)) from error
        raise OutOfReachError(str(error)) from error
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedSessionError(str(error)) from error


def _is_passing(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) or as_system_error(error) is not None


def _standing_beside(record: Record) -> Standing:
    """How a session stands that is as its document was: what has become of that decides."""
    if record.document is None or record.fingerprint is None:
        return Standing.CLOSED
    try:
        found = read_raw(record.document).fingerprint
    except (FileNotFoundError, NotADirectoryError):
        return Standing.OPEN
    except (OSError, ValueError, PlannerError):  # not to be seen just now
        return Standing.CLOSED
    return Standing.CLOSED if found.same_content(record.fingerprint) else Standing.DISCARDED


def _published(state: State, record: Record) -> Fingerprint | None:
    """The document's fingerprint, when it holds the very image that was made last."""
    if record.document is None or state.image_sha256 is None or state.image is None:
        return None
    try:
        fingerprint = read_once(record.document).fingerprint
    except PlannerError:
        return None
    return fingerprint if fingerprint.sha256 == state.image_sha256 else None

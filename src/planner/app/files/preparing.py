"""Prepares a document in a thread: read, with its undo of last time, and who else has it open."""

import gc
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from planner.app.files.opening import OpenedFile, RosterNamed, open_file
from planner.messages import Message, message

if TYPE_CHECKING:
    from planner.app.files.looking import Looking
    from planner.store.recovery import LostSession, Recovery
    from planner.store.versions import Versions


def prepare(
    path: Path,
    recovery: "Recovery | None",
    versions: "Versions | None",
    *,
    looking: "Looking",
    troubled: "Callable[[Message | None], None]",
    stop: Callable[[], bool],
) -> OpenedFile | RosterNamed:
    """Read a file for a window, and work out what that shows; ``give_back`` what is not shown after all.

    What a killed save left beside it goes, but what no version among ``versions`` holds is kept, and told.
    """
    from planner.store.courtesy import CourtesyLock
    from planner.store.opening import uncollected

    with uncollected():
        opened = open_file(path, stop=stop)
        if isinstance(opened, RosterNamed):
            return opened
        if not stop():
            opened = opened._replace(first_look=looking.at(opened.project, opened.path))
        gc.freeze()  # before the collector goes through it: it stays as long as the window
    if opened.path is None or opened.fingerprint is None:
        return opened
    session = None
    if recovery is not None:
        session = recovery.reopen_history(path, opened.fingerprint, opened.project, troubled=troubled)
    lock = CourtesyLock(path)
    hint = lock.take()
    notes = (*opened.warnings, *_notes_on(path, recovery, versions), *((hint,) if hint is not None else ()))
    return opened._replace(session=session, lock=lock, warnings=notes, read_only=_read_only(path))


def prepare_resumed(
    recovery: "Recovery",
    versions: "Versions | None",
    lost: "LostSession",
    *,
    looking: "Looking",
    troubled: "Callable[[Message | None], None]",
) -> OpenedFile:
    """Take up a session that died, with what is to be told of its file before it is saved over."""
    session, project = recovery.resume(lost, troubled=troubled)
    path = session.document
    first = looking.at(project, path)
    if path is None:
        return OpenedFile(project, None, session=session, first_look=first)
    notes, read_only = _notes_on(path, recovery, versions), _read_only(path)
    return OpenedFile(project, path, session.fingerprint, notes, session, None, read_only, first)


def give_back(opened: OpenedFile | RosterNamed) -> None:
    """Let go of what an opened file holds that nobody wants to see any more."""
    if isinstance(opened, OpenedFile):
        if opened.session is not None:
            opened.session.close()
        if opened.lock is not None:
            opened.lock.release()


def _notes_on(path: Path, recovery: "Recovery | None", versions: "Versions | None") -> tuple[Message, ...]:
    """What is to be told of a file; what a killed save left beside it goes."""
    from planner.store import announcements
    from planner.store.abandoned import clear_up

    known = versions.digests_of(path) if versions is not None else frozenset()
    if recovery is not None:
        known |= recovery.images()
    return (*clear_up(path, known=known), *announcements(path))


def _read_only(path: Path) -> Message | None:
    """That a file, or its folder, may not be written, for a save puts a file there; None when it is gone."""
    real = Path(os.path.realpath(path))
    if not real.exists() or (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK)):
        return None
    return message("{name} may only be read.", name=path.name)

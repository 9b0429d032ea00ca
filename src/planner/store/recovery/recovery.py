"""Begins sessions, and finds them again after a crash, a flat battery, a normal close or Don't Save."""

import shutil
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from planner.domain import Difference, Project
from planner.errors import PlannerError
from planner.messages import Message
from planner.store.faults import in_print
from planner.store.files import Fingerprint
from planner.store.recovery.folders import Folders
from planner.store.recovery.locks import ProcessLock
from planner.store.recovery.lost import LostSession, damaged, in_words, lost_session
from planner.store.recovery.records import Record, Standing, write_record
from planner.store.recovery.sessions import LOCK, Session
from planner.store.recovery.timeline import Timeline
from planner.store.working import Troubled

REST = 2.0
"""Seconds that a session of a plan which its document holds leaves to the window, unless it is edited."""
ATTEMPTS_MOST = 2
"""Recoveries of one session that may bring the program down before it is set aside."""


class Resumed(NamedTuple):
    """A session that goes on, which has the history and the position, and its plan as it stood."""

    session: Session
    project: Project


class Recovery:
    """Begins sessions, and finds those that were.

    ``root`` is the folder for all of them, made when first needed, never the system's temporary one;
    ``version`` is the program's. Every function but ``begin`` works on the disk before it returns.
    """

    def __init__(
        self, root: Path, *, version: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._folders = Folders(root, now)
        self._version = version
        self._now = now

    def begin(
        self,
        project: Project,
        document: Path | None = None,
        fingerprint: Fingerprint | None = None,
        steps: tuple[Difference, ...] = (),
        *,
        is_saved: bool | None = None,
        troubled: Troubled = lambda _: None,
    ) -> Session:
        """Begin a session of a plan, which ``steps`` led to; returns at once and never fails.

        ``is_saved``: whether ``project`` is what the document holds; without it, whether there is one. Say
        True for an untouched new plan, so that nobody is offered it back. ``troubled`` is called from another
        thread with the sentence that edits are only in memory, and with None once they are safe again.
        The writer's thread imports SQLAlchemy: begin after the first paint. What a document holds is written
        when the window had time to be shown.
        """
        is_saved = document is not None if is_saved is None else is_saved
        saved = len(steps) if is_saved else None
        rest = REST if is_saved and document is not None else 0.0
        return self._begun(project, document, fingerprint, steps, saved=saved, troubled=troubled, rest=rest)

    def renew(self, session: Session, project: Project, *, troubled: Troubled = lambda _: None) -> Session:
        """A new session in place of one in trouble, with its plan as it stands and the steps in memory.

        Without those when they are what cannot be written. PlannerError when the plan cannot be kept safe
        either way; then the old session stays as it is.
        """
        latest = tuple(session.history.latest(session.position))
        ahead = session.steps_since_saved
        for steps in (latest, ()):
            saved = None if ahead is None or not 0 <= ahead <= len(steps) else len(steps) - ahead
            renewed = self._begun(
                project, session.document, session.fingerprint, steps, saved=saved, troubled=troubled
            )
            if renewed.flush():
                session.give_up()
                return renewed
            renewed.give_up()
        raise PlannerError("Edits still cannot be kept safe on this computer. Save the plan to keep them.")

    def lost(self) -> tuple[LostSession, ...]:
        """Sessions that died ahead of their document, the latest first; for the start of the program.

        Those that could not be read, or whose recovery failed twice, are set aside: ``notes`` tells.
        """
        self._folders.prune()
        found = [lost for folder in self._folders.all() if (lost := self._dead(folder)) is not None]
        return tuple(sorted(found, key=lambda lost: lost.changed, reverse=True))

    def kept(self) -> tuple[LostSession, ...]:
        """Sessions closed with Don't Save in the last 30 days, and those set aside, the latest first."""
        self._folders.prune()
        found = [
            lost_session(folder, record, record.ended or record.started)
            for folder, record in self._folders.records(Standing.DISCARDED, Standing.ASIDE)
        ]
        return tuple(sorted(found, key=lambda lost: lost.changed, reverse=True))

    def notes(self) -> tuple[Message, ...]:
        """What was set aside since this was last asked, a sentence each."""
        return self._folders.notes()

    def resume(self, lost: LostSession, *, troubled: Troubled = lambda _: None) -> Resumed:
        """Take a session up again; PlannerError when it is open elsewhere, or damaged.

        Each try counts until ``Session.confirm`` says that the plan is shown.
        """
        with self._folders.held(lost.folder) as lock:
            if lock is None:
                raise PlannerError(
                    "{plan} is open in another window of this program: go on there.", plan=in_print(lost.plan)
                )
            record = self._folders.read(lost.folder)
            if record is None:
                raise damaged(lost)
            record = replace(
                record,
                attempts=record.attempts + 1,
                plan=lost.plan,
                standing=Standing.OPEN,
                ended=None,
                version=self._version,
            )
            with in_words(lost):
                write_record(lost.folder, record)
            resumed = self._reopened(lost.folder, record, lock, troubled)
            if resumed is None:
                raise damaged(lost)
            return resumed

    def reopen_history(
        self,
        path: Path,
        fingerprint: Fingerprint,
        project: Project,
        *,
        troubled: Troubled = lambda _: None,
    ) -> Session | None:
        """The session whose document is this very one, to go on with, so that its undo is there again.

        None when there is none, or when what it holds is not ``project``; then begin a new one.
        """
        document = path.absolute()
        matching = [
            (folder, record)
            for folder, record in self._folders.records(Standing.CLOSED)
            if record.document == document
            and record.fingerprint is not None
            and record.fingerprint.same_content(fingerprint)
        ]
        for folder, record in sorted(matching, key=lambda each: each[1].ended or each[1].started)[::-1]:
            with self._folders.held(folder) as lock:
                if lock is None:
                    continue
                again = replace(record, standing=Standing.OPEN, ended=None, version=self._version)
                resumed = self._reopened(folder, again, lock, troubled, only=project)
                if resumed is not None:
                    return resumed.session
        return None

    def images(self) -> frozenset[str]:
        """SHA-256s of the images that sessions made to be saved and do not know to have been.

        A file of just these bytes, left beside a document by a killed save, holds nothing that is not here.
        """
        records = self._folders.records(*Standing)
        return frozenset(record.image for _, record in records if record.image is not None)

    def discard(self, lost: LostSession) -> None:
        """Do without a lost session: it stays for 30 days among those that ``kept`` gives."""
        with self._folders.held(lost.folder) as lock:
            record = None if lock is None else self._folders.read(lost.folder)
            if record is not None:
                ended = replace(
                    record, standing=Standing.DISCARDED, ended=self._now(), plan=lost.plan, steps=lost.steps
                )
                with in_words(lost):
                    write_record(lost.folder, ended)

    def forget(self, lost: LostSession) -> None:
        """Remove for good what was kept of a session, unless somebody works in it."""
        self._folders.remove(lost.folder)

    def _begun(
        self,
        project: Project,
        document: Path | None,
        fingerprint: Fingerprint | None,
        steps: tuple[Difference, ...],
        *,
        saved: int | None,
        troubled: Troubled,
        rest: float = 0.0,
    ) -> Session:
        folder = self._folders.root / uuid.uuid4().hex
        record = Record(
            version=self._version,
            started=self._now(),
            document=None if document is None else document.absolute(),
            fingerprint=fingerprint,
        )
        timeline = Timeline(position=len(steps), length=len(steps), saved=saved)
        lock = ProcessLock(folder / LOCK)
        session = self._session(folder, record, timeline, lock, troubled, steps, rest)
        session.begin(project, steps)
        return session

    def _session(
        self,
        folder: Path,
        record: Record,
        timeline: Timeline,
        lock: ProcessLock,
        troubled: Troubled,
        recent: tuple[Difference, ...],
        rest: float = 0.0,
    ) -> Session:
        return Session(
            folder,
            record,
            timeline,
            lock=lock,
            now=self._now,
            troubled=troubled,
            recent=recent,
            rest=rest,
        )

    def _reopened(
        self,
        folder: Path,
        record: Record,
        lock: ProcessLock,
        troubled: Troubled,
        *,
        only: Project | None = None,
    ) -> Resumed | None:
        """Go on with a session; None when it is damaged, and set aside, or not of the project asked for."""
        from planner.store.recovery import finding

        try:
            found = finding.read_whole(folder)
        except (finding.DamagedSessionError, finding.NothingKeptError):
            lock.release()
            self._folders.set_damaged_aside(folder)
            return None
        except finding.OutOfReachError:
            return None
        if only is not None and (found.timeline.steps_since_saved != 0 or found.project != only):
            return None
        session = self._session(
            folder, record, found.timeline, lock.passed_on(), troubled, tuple(found.recent)
        )
        session.flush()
        return Resumed(session, found.project)

    def _dead(self, folder: Path) -> LostSession | None:
        """The session in a folder, when its process is gone and it is ahead of its document."""
        record = self._folders.read(folder)
        if record is None or record.standing is not Standing.OPEN:
            return None
        with self._folders.held(folder) as lock:
            return None if lock is None else self._judged(folder, record, lock)

    def _judged(self, folder: Path, record: Record, lock: ProcessLock) -> LostSession | None:
        from planner.store.recovery import finding

        if record.attempts >= ATTEMPTS_MOST:
            self._folders.set_aside(folder, record)
            return None
        try:
            # Counted before, for what is in there may bring down whoever looks at it.
            write_record(folder, replace(record, attempts=record.attempts + 1))
            seen = finding.looked_at(folder, record, self._now())
            write_record(folder, seen)
        except (PlannerError, finding.OutOfReachError, OSError):  # a newer version's, or a disk's: not now
            with suppress(OSError):
                write_record(folder, record)
            return None
        except finding.DamagedSessionError:
            lock.release()
            self._folders.set_damaged_aside(folder)
            return None
        except finding.NothingKeptError:
            lock.release()
            shutil.rmtree(folder, ignore_errors=True)
            return None
        if seen.standing is not Standing.OPEN:
            return None
        return lost_session(folder, seen, finding.last_change(folder))

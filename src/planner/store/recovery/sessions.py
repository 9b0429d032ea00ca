"""A session keeps the work on one plan safe from the moment it is begun until it is closed.

The window's thread calls it; the disk is the writer's affair, and nothing here waits for it but what says so.
"""

import hashlib
import logging
import shutil
import uuid
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from planner.domain import Difference, Project
from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.files import Fingerprint
from planner.store.fresh import force_folder
from planner.store.recovery.history import History
from planner.store.recovery.locks import ProcessLock
from planner.store.recovery.records import Record, Standing, write_record
from planner.store.recovery.timeline import Mark, Timeline
from planner.store.working import NotKeptError, Troubled, Writer
from planner.store.working.kinds import Kind

if TYPE_CHECKING:
    from planner.store.working.database import WorkDatabase

_NOT_THE_PLAN = message(
    "Edits are no longer kept safe on this computer: what was kept is not what is shown. "
    "Save the plan to keep them."
)
WORK = "work.db"
LOCK = "lock"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Image:
    """The bytes of a document, proven, and the place in the history that they are of."""

    data: bytes = field(repr=False)
    mark: Mark = field(repr=False)


class PendingImage:
    """An image in the making; any thread may wait for it."""

    def __init__(
        self, made: "Future[bytes]", mark: Mark, project: Project, name: str, *, troubled: Troubled
    ) -> None:
        self._made, self._mark = made, mark
        self._project, self._name = project, name
        self._troubled = troubled

    def result(self) -> Image:
        """Wait for the image; PlannerError when there can be none.

        When the recovery folder cannot be used, it is made of the project itself.
        """
        try:
            data = self._made.result()
        except NotKeptError:
            data = self._of_the_project()
        except RuntimeError:
            _log.exception("the database at work does not hold the plan; the plan itself is saved")
            self._troubled(_NOT_THE_PLAN)
            data = self._of_the_project()
        return Image(data, self._mark)

    def _of_the_project(self) -> bytes:
        from planner.store.saving import image_of

        return image_of(self._project, self._name)


class Session:
    """One plan's work: its database, its history and its folder. ``Recovery`` makes them.

    ``trouble`` is the sentence that says why edits are only in memory, None while they are safe.
    """

    def __init__(
        self,
        folder: Path,
        record: Record,
        timeline: Timeline,
        *,
        lock: ProcessLock,
        now: Callable[[], datetime],
        troubled: Troubled,
        recent: Iterable[Difference] = (),
        rest: float = 0.0,
    ) -> None:
        self.folder = folder
        self.trouble: Message | None = None
        self.history = History(self._load, length=timeline.length, recent=recent)
        self._record, self._timeline, self._lock = record, timeline, lock
        self._now, self._troubled = now, troubled
        self._writer = Writer(folder / WORK, prepare=self._prepare, troubled=self._follow_trouble, rest=rest)

    @property
    def position(self) -> int:
        """How many steps of the history are done."""
        return self._timeline.position

    @property
    def steps_since_saved(self) -> int | None:
        """How far the plan is from its document; 0 when they are alike, None when no steps lead there."""
        return self._timeline.steps_since_saved

    @property
    def document(self) -> Path | None:
        """The document that the plan was opened from or saved to."""
        return self._record.document

    @property
    def fingerprint(self) -> Fingerprint | None:
        """The document's fingerprint as it was opened or last saved."""
        return self._record.fingerprint

    def begin(self, project: Project, steps: tuple[Difference, ...]) -> None:
        """Have the database filled with a project and the steps that led to it."""
        position, saved, _ = self._places()

        def fill(database: "WorkDatabase") -> None:
            from planner.store.working.database import State

            if not database.is_begun:
                database.begin(project, State(position=position, saved=saved), steps)

        self._writer.keep(fill)

    def record(self, difference: Difference, kind: Kind | str = Kind.DO) -> "Future[None]":
        """Keep one step; after an undo ``difference`` is the inverse, as it was made on the plan.

        Returns at once; the future is done when the step is on the disk.
        """
        kind = Kind(kind)
        self._timeline.follow(kind)
        position, saved, image = self._places()

        def commit(database: "WorkDatabase") -> None:
            from planner.store.working.database import State

            database.commit(kind, difference, State(position=position, saved=saved, image=image))

        written = self._writer.keep(commit)
        if kind is Kind.DO:
            self.history.add(position - 1, difference, written)
        return written

    def image(self, project: Project, name: str, *, save_id: str | None = None) -> PendingImage:
        """Begin to make the bytes of a document of ``project``, the plan as it stands.

        ``name`` is the document's, for sentences. Returns at once.
        """
        mark = self._timeline.here()
        position, saved, image = self._places()
        used_id = save_id or uuid.uuid4().hex
        record = self._record

        def make(database: "WorkDatabase") -> bytes:
            from planner.store.working.database import State
            from planner.store.working.image import image_from

            data = image_from(database.raw, self.folder, save_id=used_id, project=project, name=name)
            sha256 = hashlib.sha256(data).hexdigest()
            database.mark(State(position=position, saved=saved, image=image, image_sha256=sha256))
            write_record(self.folder, replace(record, image=sha256))
            return data

        made = self._writer.ask(make)
        return PendingImage(made, mark, project, name, troubled=self._follow_trouble)

    def mark_saved(self, path: Path, fingerprint: Fingerprint, image: Image | None = None) -> "Future[None]":
        """Note that a document holds the plan as it was when ``image`` was begun, or as it stands.

        After an image that was begun before this session the plan counts as ahead of its document.
        """
        self._timeline.save_at(None if image is None else image.mark)
        self._record = replace(self._record, document=path.absolute(), fingerprint=fingerprint, image=None)
        record, (position, saved, at) = self._record, self._places()

        def note(database: "WorkDatabase") -> None:
            from planner.store.working.database import State

            # The record first: a death in between leaves a document that is known by the image's digest.
            write_record(self.folder, record)
            database.mark(State(position=position, saved=saved, image=at))

        return self._writer.keep(note)

    def confirm(self) -> None:
        """Note that a recovered plan is shown and did not bring the program down."""
        if self._record.attempts:
            self._record = replace(self._record, attempts=0)
            record = self._record
            self._writer.keep(lambda _: write_record(self.folder, record))

    def flush(self) -> bool:
        """Wait until every step was written or tried; False when some are only in memory."""
        return self._writer.flush()

    def close(self, *, discarded: bool = False) -> bool:
        """Flush and let go; False when some steps were never written.

        A plan that is as its document stays for its undo. With ``discarded`` it is kept for 30 days, for its
        document may be gone or another one; without, one that is ahead is offered at the next start.
        """
        is_ahead = discarded or self.steps_since_saved != 0
        if discarded or not is_ahead:
            self._note_end(Standing.DISCARDED if is_ahead else Standing.CLOSED)
        is_kept = self._writer.close()
        is_empty = not is_ahead and (self.document is None or not len(self.history))
        was_ours = self._lock.is_held
        self._lock.release()
        if is_empty and was_ours:
            shutil.rmtree(self.folder, ignore_errors=True)
        return is_kept

    def give_up(self) -> None:
        """Let go of what another session holds by now, and leave nothing behind."""
        self._writer.close()
        self._lock.release()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _note_end(self, standing: Standing) -> None:
        record = replace(
            self._record,
            standing=standing,
            ended=self._now(),
            steps=self.steps_since_saved,
            attempts=0,
        )

        def note(database: "WorkDatabase") -> None:
            write_record(self.folder, replace(record, plan=database.plan_name()))

        self._writer.keep(note)

    def _places(self) -> tuple[int, int | None, int | None]:
        line = self._timeline
        return line.position, line.saved.position, line.image.position

    def _load(self, first: int, last: int) -> list[Difference]:
        try:
            steps = self._writer.ask(lambda database: database.steps(first, last)).result()
        except (NotKeptError, ValueError, KeyError, TypeError) as error:
            raise _unreadable(error) from None
        if len(steps) != last - first + 1:
            raise _unreadable(LookupError(f"{len(steps)} steps from {first} to {last}"))
        return steps

    def _prepare(self) -> None:
        """Make the folder, on the writer's thread; the lock first, so that nobody takes the rest for dead."""
        self.folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        if not self._lock.acquire():
            raise BlockingIOError("another process works in this folder")
        write_record(self.folder, self._record)
        with suppress(OSError):  # some systems open no folders
            for folder in (self.folder, self.folder.parent):  # without its note a session counts as damaged
                force_folder(folder)

    def _follow_trouble(self, trouble: Message | None) -> None:
        self.trouble = trouble
        self._troubled(trouble)


def _unreadable(error: Exception) -> PlannerError:
    return PlannerError(
        "This step can no longer be undone or done again: the history on this computer cannot be read.",
        detail=str(error),
    )

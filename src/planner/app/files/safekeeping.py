"""Keeps one open document safe: its steps in a session, its file watched, saved and told of to others."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer

from planner.app.files.opening import OpenedFile
from planner.app.files.saving import Saving
from planner.app.files.trouble import Trouble
from planner.app.files.watching import Watching
from planner.app.window.notices import Lane, Offer
from planner.domain.edits import replace_project
from planner.errors import PlannerError
from planner.messages import Message
from planner.store import Fingerprint
from planner.store.courtesy import CourtesyLock
from planner.store.outside import Change

if TYPE_CHECKING:
    from planner.app.document import Document
    from planner.app.surroundings import RunningProgram, WindowFiles
    from planner.store import Opened

_SHOWN: Final = 1500
"""Milliseconds after which a plan is surely on screen and did not bring the program down."""


class Safekeeping(QObject):
    """Joins what keeps one document safe, from the moment it is shown until its window closes.

    ``trouble`` is the one that ``opened.session`` reports to, when it has a session.
    """

    def __init__(
        self,
        document: "Document",
        files: "WindowFiles",
        program: "RunningProgram",
        *,
        opened: OpenedFile | None = None,
        trouble: Trouble | None = None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self._files, self._program = files, program
        self._trouble = Trouble() if trouble is None else trouble
        self._trouble.told.connect(document.hear, Qt.ConnectionType.QueuedConnection)
        self._lock: CourtesyLock | None = None if opened is None else opened.lock
        self._is_brought_back = opened is not None and opened.session is not None and opened.lock is None
        self._told: Message | None = None
        self._is_closed = False
        self.watching = Watching(program.work, self)
        self.watching.noticed.connect(self._noticed)
        self.saving = Saving(document, files, program, self.watching, self)
        self.saving.saved.connect(self._have_saved)
        self.saving.is_read_only = opened is not None and opened.read_only is not None
        document.state_changed.connect(self._tell_trouble)

    def tell_of(self, opened: OpenedFile, *ways: Offer) -> None:
        """Tell what there is to know of a file that was just opened, and the ways back to what it was."""
        if opened.read_only is not None:
            words = f"{opened.read_only} Save your changes under another name."
            self._files.tell(words, Offer("Save as…", self._files.save_as), lane=Lane.FILE)
        if opened.warnings:
            tone = "warning" if opened.path is None else "note"
            self._files.tell(" ".join(map(str, opened.warnings)), *ways, tone=tone)

    def load_again(self, label: Message) -> None:
        """Read the file again and show what it holds, as one step that can be undone."""
        path = self.document.path
        if self.saving.is_writing:
            self.saving.after_writes(partial(self.load_again, label))
        elif path is not None:
            done = partial(self._load, label, path, self.document.fingerprint)
            self._program.work.start(partial(_read, path), done=done, failed=self._not_loaded)

    def keep_mine(self) -> None:
        """Leave another program's version until the next save, which keeps it beside."""
        self.saving.keeps_theirs, self.saving.is_halted = True, False
        self.document.mark_out_of_step(is_out_of_step=True)
        self._files.clear(Lane.FILE)
        self._files.say("Your version stays. When you save, the other one is kept beside it.")

    def try_again(self) -> None:
        """Begin a new session in place of one that cannot be written."""
        session = self.document.session
        if session is None or self._program.recovery is None:
            return
        troubled = self._trouble.told.emit
        try:
            renewed = self._program.recovery.renew(session, self.document.project, troubled=troubled)
        except PlannerError as refusal:
            self._files.refuse(refusal)
            return
        self.document.keep_in(renewed)

    def close(self, *, discarded: bool) -> None:
        """Let go of the document; with ``discarded`` its changes stay for 30 days under File ▸ Recover.

        So does a plan in whose file another program put another version: no file may hold it any more.
        """
        self._is_closed = True
        self.watching.stop()
        self.saving.stop()
        if self._lock is not None:
            self._lock.release()
        if self.document.session is not None:
            self.document.session.close(discarded=discarded or self.document.is_superseded)

    def begin(self, opened: OpenedFile | None = None) -> None:
        """Keep the steps safe from here on, in the session of last time or in a new one.

        Once the plan is shown: the thread that is begun takes time from the first paint.
        """
        document, recovery = self.document, self._program.recovery
        session = None if opened is None else opened.session
        if session is None and recovery is not None:
            session = recovery.begin(
                document.project,
                document.path,
                document.fingerprint,
                is_saved=not document.is_edited,
                troubled=self._trouble.told.emit,
            )
        if session is not None:
            document.keep_in(session)
            QTimer.singleShot(_SHOWN, self, self._confirm)
        if document.path is not None and document.fingerprint is not None:
            self.watching.watch_over(document.path, document.fingerprint)
            QTimer.singleShot(0, self.watching, self.watching.look)
            if self._lock is None:  # brought back from a session, not read from its file
                QTimer.singleShot(0, self, self._tell_of_ours)

    def _confirm(self) -> None:
        """Note that the plan is shown: bringing it back did not bring the program down."""
        if self.document.session is not None:
            self.document.session.confirm()

    def _tell_trouble(self) -> None:
        trouble = self.document.trouble
        if trouble is self._told:
            return
        self._told = trouble
        if trouble is None:
            self._files.clear(Lane.SAFETY)
            self._files.say("Your changes are kept safe on this computer again.")
            return
        offers = (Offer("Save as…", self._files.save_as), Offer("Try again", self.try_again))
        self._files.tell(str(trouble), *offers, tone="problem", lane=Lane.SAFETY)

    def _have_saved(self, path: Path) -> None:
        fingerprint = self.document.fingerprint
        if self.watching.watch_of(path) is not None or fingerprint is None:
            return
        self.watching.watch_over(path, fingerprint)
        self._tell_others(path)

    def _tell_of_ours(self) -> None:
        """Tell others once the window that had the file open before is gone, for it takes its word back."""
        if self.document.path is not None and self.watching.watch is not None:
            self._tell_others(self.document.path)

    def _tell_others(self, path: Path) -> None:
        """Tell others that this file is open here, and no longer the one before."""
        if self._lock is not None:
            self._lock.release()
        self._lock = CourtesyLock(path)
        self._program.work.start(self._lock.take, done=self._hint, failed=self._files.refuse)

    def _hint(self, hint: Message | None) -> None:
        if hint is not None:
            self._files.tell(str(hint))

    def _noticed(self, change: Change) -> None:
        path = self.document.path
        if path is None:
            return
        match change:
            case Change.BACK:
                self.saving.is_halted = self.saving.keeps_theirs = False
                self.document.mark_out_of_step(is_out_of_step=False)
                self._files.clear(Lane.FILE)
                self._files.say(f"{path.name} is again as it was.")
            case Change.GONE:
                self.saving.is_halted = True
                self.document.mark_out_of_step(is_out_of_step=True)
                self._tell_gone(path)
            case Change.CHANGED | Change.REPLACED:
                self.saving.is_halted = True
                self.document.mark_superseded()
                self._tell_changed(path)

    def _tell_gone(self, path: Path) -> None:
        self._files.tell(
            f"{path.name} is no longer in its folder: another program moved or removed it.",
            Offer("Save it again", self.saving.save),
            Offer("Save as…", self._files.save_as),
            tone="warning",
            lane=Lane.FILE,
        )

    def _tell_changed(self, path: Path) -> None:
        changed = (
            "holds another version by now" if self._is_brought_back else "was changed by another program"
        )
        self._files.tell(
            f"{path.name} {changed}.",
            Offer("Load it", self._files.load_theirs),
            Offer("Keep mine", self.keep_mine),
            tone="warning",
            lane=Lane.FILE,
        )

    def _load(self, label: Message, path: Path, before: Fingerprint | None, opened: "Opened") -> None:
        document = self.document
        if document.path != path or self._is_closed:
            return  # the document stands elsewhere by now
        if self.saving.is_writing or document.fingerprint != before:
            self.load_again(label)  # what was read is not what our own save made of it since
            return
        if not opened.is_intact:
            copy = OpenedFile(opened.project, None, None, opened.warnings)
            self._files.show_project(copy, is_saved=False)
            return
        document.apply(partial(replace_project, wanted=opened.project, label=label))
        document.mark_saved(path, opened.fingerprint)
        self.watching.watch_over(path, opened.fingerprint)
        self.saving.is_halted = self.saving.keeps_theirs = False
        self._files.clear(Lane.FILE)
        self._files.say(f"{path.name} is loaded. Undo brings your version back.")

    def _not_loaded(self, refusal: PlannerError) -> None:
        self._files.tell(
            str(refusal),
            Offer("Save as…", self._files.save_as),
            tone="problem",
            detail=refusal.detail,
            lane=Lane.FILE,
        )


def _read(path: Path) -> "Opened":
    from planner.store import read_checked

    return read_checked(path)

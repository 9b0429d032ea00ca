"""Saves one document: a write at a time, beside the window, and told in the place where files are told of."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app.files.writing import Order, Written, write
from planner.app.settings import SAVE_WHEN_IDLE
from planner.app.window.notices import Lane, Offer
from planner.errors import PlannerError
from planner.messages import message

if TYPE_CHECKING:
    from planner.app.document import Document, Making
    from planner.app.files.watching import Watching
    from planner.app.surroundings import RunningProgram, WindowFiles

REST: Final = 3000
"""Milliseconds without an edit after which the document is saved, when that was chosen."""


class Saving(QObject):
    """Writes the document to its file, to another, or as a copy.

    Signals:
        saved(Path): the document stands in this file.
    """

    saved = Signal(object)

    def __init__(
        self,
        document: "Document",
        files: "WindowFiles",
        program: "RunningProgram",
        watching: "Watching",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._files, self._program, self._watching = document, files, program, watching
        self.keeps_theirs = False
        self.is_read_only = False
        self.is_halted = False
        """Whether nothing is saved unasked: another program's version waits for a decision."""
        self._is_writing = False
        self._waiting: dict[object, Callable[[], None]] = {}
        """What was asked for during a write, in order, each place once."""
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._save_when_idle)
        document.changed.connect(self.wait_for_rest)

    @property
    def is_writing(self) -> bool:
        """Whether a write is under way."""
        return self._is_writing

    def save(self) -> None:
        """Save to the document's own file, as it was last seen; after a wait, to what that is by then."""
        self.rest.stop()
        path = self._document.path
        if path is None:
            return
        order = Order(
            path=path,
            opened=self._document.fingerprint,
            keeps_theirs=self.keeps_theirs,
            watch=self._watching.watch_of(path),
            versions=self._program.versions,
        )
        self._write(order, partial(self._have_saved, path), again=self.save)

    def save_at(self, path: Path) -> None:
        """Save to a place that the user chose, over whatever is there; the document stands there then."""
        self._write(
            Order(
                path=path, opened=None, watch=self._watching.watch_of(path), versions=self._program.versions
            ),
            partial(self._have_saved, path),
            again=partial(self.save_at, path),
        )

    def save_copy_at(self, path: Path) -> None:
        """Write a copy to a place that the user chose; the document stays where it is."""
        self._write(
            Order(path=path, opened=None),
            partial(self._have_copied, path),
            again=partial(self.save_copy_at, path),
        )

    def save_keeping_theirs(self) -> None:
        """Save over another program's version, which is kept beside."""
        self.keeps_theirs = True
        self.save()

    def after_writes(self, call: Callable[[], None]) -> None:
        """Call once what is being written now stands in its file, or failed."""
        self._waiting.setdefault(call, call)

    def wait_for_rest(self) -> None:
        """Save once nothing was edited for a while, when that was chosen."""
        if self._program.settings.get(SAVE_WHEN_IDLE) and not self.is_read_only and not self.is_halted:
            self.rest.start()

    def stop(self) -> None:
        """Begin no more writes."""
        self.rest.stop()
        self._waiting.clear()

    def _save_when_idle(self) -> None:
        if self._document.is_edited and not self.is_halted:
            self.save()

    def _write(self, order: Order, done: Callable[[Written], None], *, again: Callable[[], None]) -> None:
        if self._is_writing:
            key = (again.func, again.args) if isinstance(again, partial) else again
            self._waiting.setdefault(key, again)
            return
        self._is_writing = True
        making = self._document.image(order.path.name)
        self._program.work.start(
            partial(self._written, making, order),
            done=partial(self._ended, done),
            failed=partial(self._failed, again),
        )

    def _written(self, making: "Making", order: Order) -> Written:
        """The write itself, in its thread; after a fault of the program the next one may still begin."""
        try:
            return write(making, order)
        except PlannerError:
            raise
        except BaseException:
            self._is_writing = False
            raise

    def _ended(self, done: Callable[[Written], None], written: Written) -> None:
        self._is_writing = False
        done(written)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not self._is_writing:
            self._waiting.pop(next(iter(self._waiting)))()

    def _have_saved(self, path: Path, written: Written) -> None:
        self.keeps_theirs = self.is_halted = self.is_read_only = False
        self._document.mark_saved(path, written.fingerprint, written.image)
        self._files.clear(Lane.FILE)
        self._files.say(f"Saved {path.name}.")
        self._tell(written)
        self.saved.emit(path)
        if self._document.is_edited:
            self.wait_for_rest()

    def _have_copied(self, path: Path, written: Written) -> None:
        self._files.say(f"Saved a copy as {path.name}.")
        self._tell(written)

    def _tell(self, written: Written) -> None:
        if written.notes:
            offers = []
            if written.kept is not None:
                offers.append(Offer("Open it", partial(self._files.open_path, written.kept)))
            self._files.tell(" ".join(map(str, written.notes)), *offers, tone="warning", lane=Lane.FILE)

    def _failed(self, again: Callable[[], None], refusal: PlannerError) -> None:
        self._is_writing = False
        self._files.tell(
            self._in_words(refusal),
            *self._ways_out(again, refusal),
            tone="problem",
            detail=refusal.detail,
            lane=Lane.FILE,
        )
        self._go_on()  # what was asked for meanwhile may be another place

    def _in_words(self, refusal: PlannerError) -> str:
        if not self._document.is_kept_safe:
            return str(refusal)
        text = "{refusal} Your changes are kept safe on this computer."
        return str(message(text, refusal=refusal.message))

    def _ways_out(self, again: Callable[[], None], refusal: PlannerError) -> list[Offer]:
        from planner.store import ChangedOutside, HeldElsewhere

        elsewhere = Offer("Save elsewhere…", self._files.save_as)
        if isinstance(refusal, ChangedOutside):
            self.is_halted = True
            return [
                Offer("Load it", self._files.load_theirs),
                Offer("Keep both", self.save_keeping_theirs),
                elsewhere,
            ]
        if isinstance(refusal, HeldElsewhere):
            return [Offer("Try again", again), elsewhere]
        return [elsewhere]

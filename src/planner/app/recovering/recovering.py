"""Offers what sessions left behind, one after the other, and brings it back or lets it go."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QMenu

from planner.app.files.preparing import prepare_resumed
from planner.app.recovering.wording import line, name_of, offer_words
from planner.app.window.notices import Lane, Offer
from planner.errors import PlannerError
from planner.messages import Message

if TYPE_CHECKING:
    from planner.app.files.opening import OpenedFile
    from planner.app.files.trouble import Trouble
    from planner.app.surroundings import OpenWindow, RunningProgram
    from planner.store.recovery import LostSession, Recovery


class _Found(NamedTuple):
    lost: "tuple[LostSession, ...]"
    notes: tuple[Message, ...]


class Recovering:
    """What died ahead of its document, from the start of the program until it is decided on."""

    def __init__(self, program: "RunningProgram") -> None:
        self._program = program
        self._lost: list[LostSession] = []
        self._postponed: list[LostSession] = []
        self._shown_in: OpenWindow | None = None
        self._coming: set[Path] = set()
        """The folders of sessions that are being brought back."""

    def look(self) -> None:
        """Look for sessions that died, beside the window, and offer them."""
        recovery = self._program.recovery
        if recovery is not None:
            self._program.work.start(
                partial(_find, recovery),
                done=self._found,
                failed=lambda refusal: self._first().refuse(refusal),
            )

    def offer(self) -> None:
        """Offer the next one: in the window of its document, else in the first."""
        if self._shown_in is not None:
            self._shown_in.notices.clear(Lane.RECOVERY)
            self._shown_in = None
        if not self._lost or not self._program.windows:
            return
        lost = self._lost[0]
        window = self._window_of(lost) or self._first()
        self._shown_in = window
        window.closed.connect(partial(self._gone, window))
        window.notices.tell(
            offer_words(lost, len(self._lost) - 1),
            Offer("Recover", self.recover_first),
            Offer("Keep for later", partial(self.keep, lost)),
            Offer("Discard", partial(self.discard, lost)),
            tone="warning",
            lane=Lane.RECOVERY,
        )

    def recover(self, lost: "LostSession", window: "OpenWindow") -> None:
        """Bring a session back, with its undo: here on the start screen, else in another window."""
        recovery = self._program.recovery
        if recovery is None or lost.folder in self._coming:
            return
        there = self._window_of(lost)
        if there is not None and there.document is not None and there.document.is_edited:
            words = f"{name_of(lost)} is open with other changes. Save or close it, then recover."
            there.bring_to_front()
            there.tell(words, tone="warning")
            return
        self._coming.add(lost.folder)
        from planner.app.files.trouble import Trouble

        trouble = Trouble()
        size = window.geometry().size().toTuple()
        task = partial(_prepared, self._program, recovery, lost, size=size, troubled=trouble.told.emit)
        done = partial(self._resumed, lost, window, trouble)
        self._program.work.start(task, done=done, failed=partial(self._not_resumed, lost, window))

    def recover_first(self) -> None:
        """Bring back what is offered now."""
        if self._lost and self._shown_in is not None:
            self.recover(self._lost[0], self._shown_in)

    def keep(self, lost: "LostSession") -> None:
        """Offer it no more until the next start; it stays under File ▸ Recover."""
        self._take_off(lost)
        self._postponed.append(lost)
        self._say(f"{name_of(lost)} stays under File, Recover.")

    def discard(self, lost: "LostSession") -> None:
        """Do without it; it stays under File ▸ Recover for 30 days."""
        self._take_off(lost)
        self._do(partial(_discard, self._program.recovery, lost))
        self._say(f"{name_of(lost)} stays under File, Recover for 30 days.")

    def forget(self, lost: "LostSession", window: "OpenWindow") -> None:
        """Remove for good what was kept of a session, after a question."""
        if window.files.asking.about_forgetting(name_of(lost)):
            self._take_off(lost)
            self._do(partial(_forget, self._program.recovery, lost))

    def fill(self, menu: QMenu, window: "OpenWindow") -> None:
        """List in a menu what can be brought back."""
        menu.clear()
        now = datetime.now().astimezone()
        recovery = self._program.recovery
        kept = recovery.kept() if recovery is not None else ()
        for lost in (*self._lost, *self._postponed, *kept):
            entry = menu.addMenu(line(lost, now).replace("&", "&&"))
            _add(entry, "Recover", partial(self.recover, lost, window))
            if lost in kept:
                _add(entry, "Discard…", partial(self.forget, lost, window))
            else:
                _add(entry, "Discard", partial(self.discard, lost))
        if menu.isEmpty():
            menu.addAction("Nothing to recover").setEnabled(False)

    def _found(self, found: _Found) -> None:
        self._lost = list(found.lost)
        if found.notes and self._program.windows:
            self._first().tell(" ".join(map(str, found.notes)), tone="warning")
        self.offer()

    def _resumed(
        self, lost: "LostSession", window: "OpenWindow", trouble: "Trouble", opened: "OpenedFile"
    ) -> None:
        self._coming.discard(lost.folder)
        self._take_off(lost)
        there = self._window_of(lost)
        target = window if window in self._program.windows else self._program.new_window()
        target.files.show_project(opened, is_saved=opened.path is not None, trouble=trouble)
        if there is not None and there.document is not None and not there.document.is_edited:
            self._program.windows[-1].setGeometry(there.geometry())
            there.close()

    def _not_resumed(self, lost: "LostSession", window: "OpenWindow", refusal: PlannerError) -> None:
        """Say why; what is there still, as on a full disk, stays in the menu to be tried again."""
        self._coming.discard(lost.folder)
        is_listed = lost in (*self._lost, *self._postponed)
        self._take_off(lost)
        if is_listed and lost.folder.exists():
            self._postponed.append(lost)
        window.files.refuse(refusal)

    def _take_off(self, lost: "LostSession") -> None:
        self._lost = [other for other in self._lost if other.folder != lost.folder]
        self._postponed = [other for other in self._postponed if other.folder != lost.folder]
        self.offer()

    def _gone(self, window: "OpenWindow") -> None:
        if self._shown_in is window:
            self._shown_in = None
            self.offer()

    def _do(self, task: Callable[[], None]) -> None:
        self._program.work.start(task, done=lambda _done: None, failed=lambda why: self._first().refuse(why))

    def _say(self, words: str) -> None:
        for window in self._program.windows:
            window.say(words)

    def _window_of(self, lost: "LostSession") -> "OpenWindow | None":
        return self._program.window_of(lost.document) if lost.document is not None else None

    def _first(self) -> "OpenWindow":
        return self._program.windows[0]


def _find(recovery: "Recovery") -> _Found:
    lost = recovery.lost()
    return _Found(lost, recovery.notes())


def _prepared(
    program: "RunningProgram",
    recovery: "Recovery",
    lost: "LostSession",
    *,
    size: tuple[int, int],
    troubled: Callable[[Message | None], None],
) -> "OpenedFile":
    """Take up a session in a thread, as a window of this size shows it."""
    looking = program.looking(size)
    return prepare_resumed(recovery, program.versions, lost, looking=looking, troubled=troubled)


def _discard(recovery: "Recovery | None", lost: "LostSession") -> None:
    if recovery is not None:
        recovery.discard(lost)


def _forget(recovery: "Recovery | None", lost: "LostSession") -> None:
    if recovery is not None:
        recovery.forget(lost)


def _add(menu: QMenu, words: str, does: Callable[[], object]) -> None:
    menu.addAction(words).triggered.connect(lambda _checked=False: does())

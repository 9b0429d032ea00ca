"""Brings files into windows: read beside the window, called off when that takes too long, shown once."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer

from planner.app.files.opening import OpenedFile, RosterNamed
from planner.app.files.preparing import give_back, prepare
from planner.app.window.notices import Lane, Offer
from planner.errors import PlannerError

if TYPE_CHECKING:
    from planner.app.files.trouble import Trouble
    from planner.app.surroundings import OpenWindow, RunningProgram

_LONG: Final = 700
"""Milliseconds after which an opening is told of, with a way to call it off."""


class _Opening(Struct, dict=True):
    """One file on its way into a window."""

    path: Path
    trouble: "Trouble"
    is_off: bool = False


class Bringing(QObject):
    """Opens files for one window."""

    def __init__(self, window: "OpenWindow", program: "RunningProgram", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._program = window, program
        self._openings: list[_Opening] = []
        self._is_told = False
        window.closed.connect(self._call_off)

    def open_path(self, path: Path) -> None:
        """Open a file: here on the start screen, else in another window; raise the one that has it open."""
        path = path.absolute()
        self._program.remember_folder(path)
        if self._is_open(path) or path in self._program.opening:
            return
        from planner.app.files.trouble import Trouble

        opening = _Opening(path, Trouble())
        self._openings.append(opening)
        self._program.opening.add(path)
        task = partial(_prepared, path, self._program, opening, size=self._window.geometry().size().toTuple())
        self._program.work.start(
            task, done=partial(self._opened, opening), failed=partial(self._refused, opening)
        )
        QTimer.singleShot(_LONG, self, self.tell_of_openings)

    def tell_of_openings(self) -> None:
        """Tell what is still being read, with a way to call that off."""
        if self._openings:
            self._is_told = True
            words = f"Opening {self._openings[-1].path.name} …"
            self._window.notices.tell(words, Offer("Cancel", self._call_off), lane=Lane.OPENING)

    def show_project(
        self,
        opened: OpenedFile,
        *,
        is_saved: bool,
        trouble: "Trouble | None" = None,
        read_from: Path | None = None,
    ) -> None:
        """Show a project that was read or made: here on the start screen, else in another window.

        ``read_from`` is the file of a copy that has none of its own.
        """
        if self._window.document is not None:
            files = self._program.new_window(awaits_plan=True).files
            files.show_project(opened, is_saved=is_saved, trouble=trouble, read_from=read_from)
            return
        from planner.app.document import Document

        document = Document(
            opened.project,
            pack=self._program.pack,
            path=opened.path,
            fingerprint=opened.fingerprint,
            first_look=opened.first_look,
        )
        if not is_saved:
            document.mark_unsaved()
        self._window.files.take_over(document, opened, *self._ways_back(read_from), trouble=trouble)
        self._program.recovering.offer()

    def _is_open(self, path: Path) -> bool:
        other = self._program.window_of(path)
        if other is None:
            return False
        other.bring_to_front()
        other.notices.tell(f"{path.name} is already open. Here it is.", passes=True)
        return True

    def _call_off(self) -> None:
        for opening in self._openings:
            opening.is_off = True
        self._openings.clear()
        self._tell_no_more()

    def _end(self, opening: _Opening) -> None:
        self._program.opening.discard(opening.path)
        if opening in self._openings:
            self._openings.remove(opening)
        if self._is_told:
            self._tell_no_more()
            self.tell_of_openings()

    def _tell_no_more(self) -> None:
        if self._is_told:  # a window that awaits a plan has no place for notices before it needs one
            self._is_told = False
            self._window.notices.clear(Lane.OPENING)

    def _opened(self, opening: _Opening, opened: OpenedFile | RosterNamed) -> None:
        self._end(opening)
        if opening.is_off:
            give_back(opened)
        elif isinstance(opened, RosterNamed):
            self._window.files.import_path(opened.path)
        elif opened.path is not None and self._is_open(opened.path):
            give_back(opened)
        else:
            is_saved = opened.path is not None or not opened.warnings  # a plan as text is in its file
            read_from = opening.path if opened.path is None else None
            self.show_project(opened, is_saved=is_saved, trouble=opening.trouble, read_from=read_from)

    def _refused(self, opening: _Opening, refusal: PlannerError) -> None:
        self._end(opening)
        if not opening.is_off:
            self._window.refuse(refusal, *self._ways_back(opening.path))

    def _ways_back(self, path: Path | None) -> tuple[Offer, ...]:
        """What leads to the versions of a file, where this computer keeps any."""
        versions = self._program.versions
        if path is None or versions is None or not versions.digests_of(path):
            return ()
        return (Offer("Show versions…", partial(self._window.files.show_versions_of, path)),)


def _prepared(
    path: Path, program: "RunningProgram", opening: _Opening, *, size: tuple[int, int]
) -> OpenedFile | RosterNamed:
    """Prepare a file in a thread, in which the program makes what it has not made yet: that imports much."""
    prepared = prepare(
        path,
        program.recovery,
        program.versions,
        looking=program.looking(size),
        troubled=opening.trouble.told.emit,
        stop=lambda: opening.is_off,
    )
    if isinstance(prepared, OpenedFile):
        _read_modules(prepared)
    return prepared


def _read_modules(opened: OpenedFile) -> None:
    """Import what the page is made of, which takes as long as making it.

    A small plan is on screen before that is worth it for what is made after the chart was painted.
    """
    from planner.app.document.explainer import SEATS_AT_ONCE
    from planner.app.window import plan_page  # noqa: F401

    if len(next(iter(opened.project.scenarios)).seats) > SEATS_AT_ONCE:
        from planner.app import panel  # noqa: F401
        from planner.app.window import owners  # noqa: F401

"""Looks every now and then, beside the window, whether another program changed the open document."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from planner.app.work import Work
from planner.errors import PlannerError
from planner.store import Fingerprint
from planner.store.outside import Change, Watch

EVERY: Final = 2000
"""Milliseconds between two looks."""
_SOON: Final = 200
"""Milliseconds from a sign of the system to the look: programs save in several steps."""


class Watching(QObject):
    """Watches one document after the other; our own saves go through ``watch`` and are never told.

    Signals:
        noticed(Change): something happened to the document's file.
    """

    noticed = Signal(object)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.watch: Watch | None = None
        self._is_looking = False
        self._path: Path | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.look)
        self._folder = QFileSystemWatcher(self)
        self._folder.directoryChanged.connect(lambda _folder: self._soon.start())

    def watch_over(self, path: Path, fingerprint: Fingerprint) -> None:
        """Watch a document as it was opened or saved just now."""
        if path != self._path:
            self.stop()
            QTimer.singleShot(_SOON, self, self._watch_folder)  # once the document is seen
        self._path = path
        self.watch = Watch(path, fingerprint)
        self._timer.start()

    def _watch_folder(self) -> None:
        if self._path is not None:
            self._folder.addPath(str(self._path.parent))

    def watch_of(self, path: Path) -> Watch | None:
        """The watch over a path, None when it is another's."""
        return self.watch if path == self._path else None

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._soon.stop()
        if self._folder.directories():
            self._folder.removePaths(self._folder.directories())
        self.watch = self._path = None

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if self.watch is None or self._is_looking:
            return
        self._is_looking = True
        watch = self.watch
        self._work.start(
            partial(self._looked, watch), done=partial(self._have_looked, watch), failed=_not_now
        )

    def _looked(self, watch: Watch) -> Change | None:
        try:
            return watch.look()
        finally:
            self._is_looking = False

    def _have_looked(self, watch: Watch, change: Change | None) -> None:
        if change is not None and watch is self.watch:
            self.noticed.emit(change)


def _not_now(_refusal: PlannerError) -> None:
    """What cannot be looked at just now is looked at the next time."""

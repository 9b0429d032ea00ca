"""Notices when another program changes, replaces or removes the document; asked every now and then.

A look costs one ``stat``; the bytes are read only when that differs. What this program saves itself is never
reported, however the looks and the save fall together.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from threading import Lock

from planner.errors import PlannerError
from planner.store.faults import PathLike
from planner.store.files import Fingerprint, read_raw

_State = tuple[int, int, int, int, int]


class Change(StrEnum):
    """What happened to the document since the look before.

    GONE: nothing has its name any more. CHANGED: other bytes in the same file. REPLACED: another file with
    other bytes. BACK: what this program last opened or saved lies there again.
    """

    GONE = "gone"
    CHANGED = "changed"
    REPLACED = "replaced"
    BACK = "back"


class Watch:
    """Watches one document; ``fingerprint`` is what was opened or saved.

    Looks may come from one thread and saves from another::

        with watch.saving(data):
            published = publish(data, path, opened=fingerprint)
            watch.has_saved(published.fingerprint)
    """

    def __init__(self, path: PathLike, fingerprint: Fingerprint) -> None:
        self._path = Path(path)
        self._known = fingerprint
        self._seen: Fingerprint | None = fingerprint
        self._state: _State | None = None
        self._coming: str | None = None
        self._lock = Lock()

    @property
    def seen(self) -> Fingerprint | None:
        """What lay there at the last look; None when nothing did."""
        return self._seen

    @contextmanager
    def saving(self, data: bytes) -> Iterator[None]:
        """Expect these bytes under the name for the time of the block."""
        coming = hashlib.sha256(data).hexdigest()
        with self._lock:
            self._coming = coming
        try:
            yield
        finally:
            with self._lock:
                self._coming = None

    def has_saved(self, fingerprint: Fingerprint) -> None:
        """Tell what was published: from now on this is the document."""
        with self._lock:
            self._known = self._seen = fingerprint

    def look(self) -> Change | None:
        """What happened since the look before; each change is told once.

        None when the file cannot be looked at just now, as on a share that does not answer.
        """
        with self._lock:
            try:
                state = _state_of(self._path.stat())
                if state == self._state:
                    return None
                return self._found(read_raw(self._path).fingerprint, state)
            except (FileNotFoundError, NotADirectoryError):
                return self._gone()
            except (OSError, PlannerError):
                return None

    def _gone(self) -> Change | None:
        if self._seen is None or self._coming is not None:  # some systems replace in two steps
            return None
        self._seen = self._state = None
        return Change.GONE

    def _found(self, found: Fingerprint, state: _State) -> Change | None:
        was, self._seen, self._state = self._seen, found, state
        if was is not None and found.same_content(was):
            return None
        if self._is_ours(found):
            return None if was is not None and self._is_ours(was) else Change.BACK
        return Change.CHANGED if was is not None and found.inode == was.inode else Change.REPLACED

    def _is_ours(self, found: Fingerprint) -> bool:
        return found.same_content(self._known) or found.sha256 == self._coming


def _state_of(status: os.stat_result) -> _State:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns

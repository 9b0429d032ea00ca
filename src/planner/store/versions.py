"""Keeps what was saved: the last ten versions of each document, and the last of every day for a month.

They lie in the local data of the program, never beside the document, in a private folder for each document:
named by a digest of its path, so that no name is too long or means something to a file system. A version's
own name tells when it was saved and what its bytes are, so that nothing has to be believed.
"""

import hashlib
import json
import os
import re
import secrets
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec import Struct

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.exchanging import place
from planner.store.faults import PathLike, file_name
from planner.store.files import Content, read_raw
from planner.store.fresh import write_fresh
from planner.store.opening import Opened, read_checked
from planner.store.refusals import reason_of

LAST = 10
"""How many versions are kept whenever they were saved."""
DAYS = 30
"""Days, today among them, of which the last version is kept."""
_ABANDONED = 3600
"""Seconds after which a file that was begun is taken for one that nobody will finish."""
_INDEX = "document.json"
_ENDING = ".teamplan"
_WHEN = "%Y%m%dT%H%M%S.%fZ"
_NAME = re.compile(r"(\d{8}T\d{6}\.\d{6}Z)-([0-9a-f]{64})\.teamplan")


class Version(Struct, frozen=True, kw_only=True):
    """A saved state of a document: when (in UTC), its size in bytes, its SHA-256, and where it lies.

    ``is_sound`` tells whether its bytes are still those that were saved.
    """

    when: datetime
    size: int
    digest: str
    is_sound: bool
    path: Path


class Versions:
    """The versions of all documents, under a folder of the program's own."""

    def __init__(self, root: PathLike) -> None:
        self._root = Path(root)

    def keep(self, path: PathLike, data: bytes, *, now: datetime | None = None) -> tuple[Message, ...]:
        """Keep what was just saved, and let go of what has had its time.

        Never in the way of a save: what fails here is a note for the user.
        """
        now = datetime.now().astimezone() if now is None else now
        try:
            folder = self._made_folder(path)
            newest = max(_names(folder), default="")
            digest = hashlib.sha256(data).hexdigest()
            if f"-{digest}" not in newest:
                _write(data, folder / f"{now.astimezone(UTC).strftime(_WHEN)}-{digest}{_ENDING}")
            _prune(folder, now)
        except OSError as error:
            return (
                message(
                    "{name} is saved, but this version could not be kept among the earlier ones: {reason}.",
                    name=file_name(path),
                    reason=reason_of(error),
                ),
            )
        return ()

    def of(self, path: PathLike) -> tuple[Version, ...]:
        """The versions of a document, the newest first, each read and checked."""
        folder = self._folder(path)
        found = (_version(folder / name) for name in sorted(_names(folder), reverse=True))
        return tuple(version for version in found if version is not None)

    def digests_of(self, path: PathLike) -> frozenset[str]:
        """The SHA-256s of a document's versions, as their names tell them; nothing is read."""
        return frozenset(map(_digest, _names(self._folder(path))))

    def read(self, version: Version) -> Opened:
        """The project of a version; PlannerError with one sentence when there is none to be had."""
        return read_checked(version.path)

    def _folder(self, path: PathLike) -> Path:
        real = os.fsencode(os.path.realpath(path))
        return self._root / hashlib.sha256(real).hexdigest()[:32]

    def _made_folder(self, path: PathLike) -> Path:
        folder = self._folder(path)
        for made in (self._root, folder):
            made.mkdir(mode=0o700, parents=True, exist_ok=True)
        index = folder / _INDEX
        if not index.exists():
            _write(json.dumps({"document": os.path.realpath(path)}).encode(), index)
        return folder


def kept(saved: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which points in time stay: the last ten, and the last of each day of 30, in the zone of ``now``."""
    ordered = sorted(set(saved), reverse=True)
    first_day = now.date() - timedelta(days=DAYS - 1)
    days: dict[object, datetime] = {}
    for when in ordered:
        days.setdefault(when.astimezone(now.tzinfo).date(), when)
    of_days = {when for when in days.values() if when.astimezone(now.tzinfo).date() >= first_day}
    return frozenset({*ordered[:LAST], *of_days})


def _prune(folder: Path, now: datetime) -> None:
    names = _names(folder)
    stay = kept(map(_when, names), now)
    for name in names:
        if _when(name) not in stay:
            with suppress(OSError):
                (folder / name).unlink()
    for begun in folder.glob(".*.tmp"):  # what a crash left; nobody else writes here
        with suppress(OSError):
            if now.timestamp() - begun.stat().st_mtime > _ABANDONED:
                begun.unlink()


def _names(folder: Path) -> list[str]:
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return []
    return [name for name in names if _NAME.fullmatch(name) and _is_time(name)]


def _is_time(name: str) -> bool:
    try:
        _when(name)
    except ValueError:
        return False
    return True


def _when(name: str) -> datetime:
    return datetime.strptime(name.split("-", maxsplit=1)[0], _WHEN).replace(tzinfo=UTC)


def _digest(name: str) -> str:
    return name.removesuffix(_ENDING).split("-")[1]


def _version(path: Path) -> Version | None:
    digest = _digest(path.name)
    content: Content | None = None
    try:
        content = read_raw(path, follow=False)
        size = content.fingerprint.size
    except FileNotFoundError:
        return None
    except (OSError, PlannerError):
        size = 0
    is_sound = content is not None and content.fingerprint.sha256 == digest
    return Version(when=_when(path.name), size=size, digest=digest, is_sound=is_sound, path=path)


def _write(data: bytes, path: Path) -> None:
    """A file that is whole under its name, or not there."""
    beside = path.with_name(f".{secrets.token_hex(4)}.tmp")
    try:
        write_fresh(data, beside)
        with suppress(FileExistsError):
            place(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)

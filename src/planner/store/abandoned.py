"""Clears up what a save left beside a document when its process was killed or the power went.

Such a file is the new version that was not finished, or the old one that was not removed yet. What is known,
or never was a whole file, goes; what may be another program's version is kept under a name that people see.
"""

import time
from collections.abc import Container
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from planner.errors import PlannerError
from planner.messages import Message, message
from planner.store.faults import PathLike, file_name
from planner.store.files import Content, read_raw
from planner.store.header import MAGIC
from planner.store.keeping import begun_names, keep, real_path, stamp
from planner.store.opening import judge

AGE = 60.0
"""Seconds without any change after which a save that was begun is not going on any more."""


def clear_up(path: PathLike, *, known: Container[str] = ()) -> tuple[Message, ...]:
    """Clear up beside a document, and tell what was kept; ``known`` are SHA-256s of versions kept elsewhere.

    Meant for opening, when nothing is being saved. Nothing fails here: what cannot be looked at stays.
    """
    notes: list[Message] = []
    with suppress(OSError, ValueError, PlannerError):
        document = real_path(path)
        begun = begun_names(document)
        if not begun:
            return ()
        current = read_raw(document).fingerprint.sha256
        for left in begun:
            with suppress(OSError, PlannerError):
                if _age(left) < AGE:
                    continue
                content = read_raw(left, follow=False)
                digest = content.fingerprint.sha256
                if digest == current or digest in known or _was_never_whole(content):
                    left.unlink()
                else:
                    notes.append(_kept(left, document))
    return tuple(notes)


def _kept(left: Path, document: Path) -> Message:
    when = datetime.fromtimestamp(left.stat().st_mtime).astimezone()
    kept = keep(left, document, f"other version, {stamp(when)}")
    return message(
        "A save of {name} was broken off: the version that it left behind is kept beside it as {kept}.",
        name=file_name(document),
        kept=file_name(kept),
    )


def _age(path: Path) -> float:
    status = path.stat(follow_symlinks=False)
    return time.time() - max(status.st_mtime, status.st_ctime)


def _was_never_whole(content: Content) -> bool:
    """Whether these bytes are a project file whose writing was cut off."""
    start = content.data[: len(MAGIC)]
    if start.strip(b"\0") and not MAGIC.startswith(start):
        return False
    try:
        judge(content.data, content.name)
    except PlannerError:
        return True
    return False

"""Opens a project file that anyone may have written, without touching it: the whole sequence, in its order.

The file is read once and closed; its bytes are judged in memory and become values or one sentence that says
why not. A file whose digest does not fit is opened as an untitled copy, with what looks odd in it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from planner.domain import Project
from planner.messages import Message, message
from planner.store import guarded, header
from planner.store.content import project_of
from planner.store.digest import digest_of
from planner.store.faults import DamagedError, OddContentError, PathLike
from planner.store.files import Fingerprint, left_beside, read_once
from planner.store.oddities import oddities
from planner.store.reading import select_rows
from planner.store.upgrading import FORMATS, Formats


class Opened(Struct, frozen=True, kw_only=True):
    """A project as it stands in a file.

    ``is_intact`` is False when the digest does not fit the rows: then it is to be opened as an untitled copy.
    ``warnings`` are for the user, and ``fingerprint`` is for the next save.
    """

    project: Project
    fingerprint: Fingerprint
    is_intact: bool
    warnings: tuple[Message, ...] = ()


class Report(Struct, frozen=True, kw_only=True):
    """What a check of a project file found: ``faults`` mean that it is not what this program saved.

    ``project`` is None when the file cannot be opened at all.
    """

    faults: tuple[Message, ...]
    notes: tuple[Message, ...]
    project: Project | None
    detail: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether the file is just what this program saved."""
        return not self.faults


def read(
    path: PathLike, *, stop: guarded.Stop = lambda: False, deadline: float = guarded.DEADLINE
) -> Project:
    """The project in a file; PlannerError with one sentence when there is none to be had."""
    return read_checked(path, stop=stop, deadline=deadline).project


def read_checked(
    path: PathLike,
    *,
    stop: guarded.Stop = lambda: False,
    deadline: float = guarded.DEADLINE,
    formats: Formats = FORMATS,
) -> Opened:
    """The project in a file, with its fingerprint and what its user should be told.

    ``stop`` is asked now and then from this thread and calls the opening off; ``deadline`` is in seconds.
    """
    content = read_once(path)
    project, is_intact = judge(content.data, content.name, stop=stop, deadline=deadline, formats=formats)
    warnings = left_beside(path)
    if not is_intact:
        warnings = (_changed(content.name), *oddities(project), *warnings)
    return Opened(project=project, fingerprint=content.fingerprint, is_intact=is_intact, warnings=warnings)


def check(path: PathLike) -> Report:
    """Verify a project file's integrity and content; it is never changed.

    PlannerError when there is no file to judge: none at all, of another program, of a newer version.
    """
    content = read_once(path)
    try:
        project, is_intact = judge(content.data, content.name)
    except DamagedError as error:
        return Report(faults=(error.message,), notes=left_beside(path), project=None, detail=error.detail)
    odd = oddities(project)
    faults = () if is_intact else (_changed(content.name), *odd)
    return Report(faults=faults, notes=(*(odd if is_intact else ()), *left_beside(path)), project=project)


def judge(
    data: bytes,
    name: str,
    *,
    stop: guarded.Stop = lambda: False,
    deadline: float = guarded.DEADLINE,
    formats: Formats = FORMATS,
) -> tuple[Project, bool]:
    """The project in these bytes, and whether their digest fits; rows of an earlier version are upgraded."""
    version = header.version_of(data, name, oldest=formats.oldest, newest=formats.newest)
    with uncollected(), guarded.opened(data, name, stop=stop, deadline=deadline) as raw:
        guarded.check_structure(raw, formats.objects(version), name)
        try:
            rows, save_id, digest = select_rows(raw, statements=formats.ddl(version))
            return project_of(formats.upgraded(rows, version)), digest_of(rows, save_id) == digest
        except OddContentError as error:
            raise DamagedError(
                "{name} is damaged: {what}. Open an earlier copy of it.", name=name, what=error.what
            ) from None


@contextmanager
def uncollected() -> Iterator[None]:
    """Hold off the garbage collector: nothing made in the block is garbage, and looking takes time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _changed(name: str) -> Message:
    return message(
        "{name} was changed outside this program or is damaged: "
        "look it over, then save it under another name.",
        name=name,
    )

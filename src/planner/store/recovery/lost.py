"""What a user is told of work that no document holds."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from planner.errors import PlannerError
from planner.store.faults import in_print
from planner.store.recovery.records import Record, Standing


class LostSession(Struct, frozen=True, kw_only=True):
    """Work that no document holds: of a session that died, was closed with Don't Save, or was set aside.

    ``steps`` tells how many were taken since the document was saved, negative when that many were undone,
    None when it never was or they lead nowhere near. ``changed`` is when the last one was.
    """

    folder: Path
    plan: str
    document: Path | None
    changed: datetime
    steps: int | None
    standing: Standing


def lost_session(folder: Path, record: Record, changed: datetime) -> LostSession:
    """What a record tells of work that no document holds."""
    return LostSession(
        folder=folder,
        plan=record.plan,
        document=record.document,
        changed=changed,
        steps=record.steps,
        standing=record.standing,
    )


def damaged(lost: LostSession) -> PlannerError:
    """The sentence for work that cannot be read."""
    return PlannerError(
        "{plan} cannot be brought back: what was kept of it cannot be read. Open its document instead.",
        plan=in_print(lost.plan),
    )


@contextmanager
def in_words(lost: LostSession) -> Iterator[None]:
    """What keeps a session's folder from being written, as a sentence."""
    try:
        yield
    except OSError as error:
        raise PlannerError(
            "{plan} cannot be brought back: the folder it is kept in cannot be written. Free some space.",
            detail=str(error),
            plan=in_print(lost.plan),
        ) from None

"""Writes a document in a thread: nothing that stood under its name is lost, and each version is kept."""

from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from planner.messages import Message, message

if TYPE_CHECKING:
    from planner.app.document import Making
    from planner.store import Fingerprint, Published
    from planner.store.outside import Watch
    from planner.store.recovery import Image
    from planner.store.versions import Versions


class Order(Struct, frozen=True, kw_only=True):
    """One save. ``opened`` is what the file is believed to be, None to write over whatever is there.

    ``keeps_theirs``: another program's version was seen there, and is kept beside. ``watch`` is the file's,
    so that what is written here is not reported as a change.
    """

    path: Path
    opened: "Fingerprint | None"
    keeps_theirs: bool = False
    watch: "Watch | None" = None
    versions: "Versions | None" = None


class Written(NamedTuple):
    """What stands in the file now, what was kept beside it, and what to tell of it."""

    image: "Image"
    fingerprint: "Fingerprint"
    kept: Path | None
    notes: tuple[Message, ...]


def write(making: "Making", order: Order) -> Written:
    """Wait for the bytes and put them under the name; PlannerError, and the file as it was, when it fails."""
    from planner.store import ChangedOutside

    image = making.result()
    beside, opened = _theirs(order)
    with order.watch.saving(image.data) if order.watch is not None else nullcontext():
        try:
            published = _published(image.data, order.path, opened)
        except BaseException as refusal:
            if beside is not None and not isinstance(refusal, ChangedOutside):
                beside.unlink(missing_ok=True)
            raise
        if order.watch is not None:
            order.watch.has_saved(published.fingerprint)
    notes = published.notes
    if beside is not None:
        text = "{name} is saved. The version of another program is kept beside it as {kept}."
        notes = (message(text, name=order.path.name, kept=beside.name), *notes)
    if order.versions is not None:
        notes = (*notes, *order.versions.keep(order.path, image.data))
    return Written(image, published.fingerprint, published.kept or beside, notes)


def _theirs(order: Order) -> "tuple[Path | None, Fingerprint | None]":
    from planner.store.asides import keep_aside

    if order.keeps_theirs and order.path.exists():
        return keep_aside(order.path)
    return None, order.opened


def _published(data: bytes, path: Path, opened: "Fingerprint | None") -> "Published":
    from planner.store import publish

    return publish(data, path, opened=opened)

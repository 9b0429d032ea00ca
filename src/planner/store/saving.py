"""Saves a project: a fresh image of its rows and nothing else, read back before it is published.

The image is made by ``VACUUM INTO``, so that it holds what the plan holds now: no history, nothing deleted,
no path and no user's name.
"""

import errno
import sqlite3
import tempfile
import uuid
from contextlib import closing
from pathlib import Path

from planner.domain import Project
from planner.errors import PlannerError
from planner.messages import message
from planner.store.digest import TableRows, digest_of
from planner.store.disk import as_system_error
from planner.store.faults import PathLike, file_name, in_print
from planner.store.files import Fingerprint
from planner.store.opening import uncollected
from planner.store.proof import prove
from planner.store.publishing import Published, publish
from planner.store.refusals import reason_of
from planner.store.rows import TEXT_MOST, rows_of
from planner.store.schema import APPLICATION_ID, VERSION, ddl


def save(project: Project, path: PathLike, *, opened: Fingerprint | None = None) -> Published:
    """Write a project to a file; tell its fingerprint for the next save, and what was kept beside it.

    ``opened`` is the file's fingerprint when it was opened or last saved: ChangedOutside when it is another
    by now; None for a file that is new, or that the user chose to replace. Nothing but a whole, checked file
    ever stands under the name.
    """
    with uncollected():
        image = image_of(project, file_name(path))
    return publish(image, path, opened=opened)


def image_of(project: Project, name: str) -> bytes:
    """The bytes of a project file, proven by reading them back; ``name`` is for the sentence of a refusal."""
    # Imported here, for it brings SQLAlchemy along, which no start of the program waits for.
    from planner.store.querying import insert_rows

    rows = rows_of(project)
    _refuse_long_texts(rows, name)
    save_id = uuid.uuid4().hex
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version={VERSION}")
        raw.executescript(ddl())
        try:
            insert_rows(raw, rows, save_id=save_id, digest=digest_of(rows, save_id))
        except UnicodeEncodeError as error:
            raise PlannerError(
                "Could not save {name}: half a character stands in {quote}; type that text anew.",
                name=name,
                quote=in_print(str(error.object)),
            ) from None
        data = _vacuumed(raw, name)
    prove(data, project, name)
    return data


def _vacuumed(raw: sqlite3.Connection, name: str) -> bytes:
    """The bytes of a database, written anew into a private folder that is gone afterwards."""
    try:
        with tempfile.TemporaryDirectory(prefix="planner-", ignore_cleanup_errors=True) as folder:
            image = Path(folder, "image")
            raw.execute("VACUUM INTO ?", (str(image),))
            return image.read_bytes()
    except sqlite3.DatabaseError as error:  # of a database in memory: whatever fails is the folder's doing
        raise _no_room_to_work(name, as_system_error(error) or OSError(errno.EIO, str(error))) from None
    except OSError as error:
        raise _no_room_to_work(name, error) from None


def _no_room_to_work(name: str, error: OSError) -> PlannerError:
    reason = reason_of(error) if error.errno != errno.ENOENT else message("there is none")
    return PlannerError(
        "Could not save {name}: the folder for temporary files cannot be used, {reason}. "
        "The file is as it was; free some space there.",
        detail=str(error),
        name=name,
        reason=reason,
    )


def _refuse_long_texts(rows: TableRows, name: str) -> None:
    for table in rows.values():
        for cells in zip(*table, strict=True):
            texts = [cell for cell in cells if isinstance(cell, str)]
            if max(map(len, texts), default=0) > TEXT_MOST:
                raise PlannerError(
                    "Could not save {name}: the text that begins with {quote} is longer than a million "
                    "characters; shorten it.",
                    name=name,
                    quote=in_print(max(texts, key=len)[:40]),
                )

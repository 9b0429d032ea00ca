"""Saves a project: a fresh image of its rows and nothing else, read back before it is published.

The image is made in memory, by a database that has never held anything else: no history, nothing deleted, no
path and no user's name. No folder has to be there for it but that of the file.
"""

import sqlite3
import uuid
from contextlib import closing

from planner.domain import Project
from planner.errors import PlannerError
from planner.store.digest import TableRows, digest_of
from planner.store.faults import PathLike, file_name, in_print
from planner.store.files import Fingerprint
from planner.store.opening import uncollected
from planner.store.proof import prove
from planner.store.publishing import Published, publish
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
    from planner.store.filling import insert_rows

    rows = rows_of(project)
    _refuse_long_texts(rows, name)
    save_id = uuid.uuid4().hex
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.execute("PRAGMA temp_store=MEMORY")
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
        raw.execute("VACUUM")
        data = raw.serialize()
    prove(data, project, name)
    return data


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

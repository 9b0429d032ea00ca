"""Makes the bytes of a document out of the database at work: its rows and nothing else.

``VACUUM INTO`` copies what is there now, the history is dropped, and a second vacuum leaves no trace of it.
The seal is of the plan in memory, so that an image of anything else does not fit its own seal.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from planner.domain import Project
from planner.store.digest import digest_of
from planner.store.filling import seal
from planner.store.opening import uncollected
from planner.store.proof import prove
from planner.store.rows import rows_of
from planner.store.tables import core
from planner.store.working.places import put_in_file_order
from planner.store.working.tables import WORK_METADATA

_SCRATCH = ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY", "trusted_schema=OFF")
"""The image on the disk is read back and proven, then deleted: no crash can hurt what does not last."""


def image_from(raw: sqlite3.Connection, folder: Path, *, save_id: str, project: Project, name: str) -> bytes:
    """A whole, sealed and proven project file of what the database at work holds.

    RuntimeError when it does not hold ``project``; ``name`` is the document's, for sentences.
    """
    with uncollected():
        data = unproven(raw, folder, save_id=save_id, project=project)
        prove(data, project, name)
    return data


def unproven(raw: sqlite3.Connection, folder: Path, *, save_id: str, project: Project) -> bytes:
    """The same file as it was written, before anything has read it back."""
    path = folder / "image.db"
    try:
        path.unlink(missing_ok=True)
        raw.execute("VACUUM INTO ?", (str(path),))
        _finish(path, save_id, digest_of(rows_of(project), save_id))
        return path.read_bytes()
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _finish(path: Path, save_id: str, digest: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for pragma in _SCRATCH:
            raw.execute(f"PRAGMA {pragma}").fetchall()
        raw.execute("BEGIN")
        with core(raw) as connection:
            WORK_METADATA.drop_all(connection, checkfirst=False)
            put_in_file_order(raw)
            connection.commit()
        seal(raw, save_id=save_id, digest=digest)
        raw.execute("VACUUM")

"""Makes the bytes of a document out of the database at work: its rows and nothing else.

``VACUUM INTO`` copies what is there now, the history is dropped, and a second vacuum leaves no trace of it.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from planner.domain import Project
from planner.store.digest import digest_of
from planner.store.proof import prove
from planner.store.querying import seal, select_content
from planner.store.tables import core
from planner.store.working.places import put_in_file_order
from planner.store.working.tables import WORK_METADATA

_SCRATCH = ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY", "trusted_schema=OFF")
"""The image on the disk is read back and proven, then deleted: no crash can hurt what does not last."""


def image_from(raw: sqlite3.Connection, folder: Path, *, save_id: str, project: Project, name: str) -> bytes:
    """A whole, sealed and proven project file of what the database at work holds.

    RuntimeError when it does not hold ``project``; ``name`` is the document's, for sentences.
    """
    path = folder / "image.db"
    try:
        path.unlink(missing_ok=True)
        raw.execute("VACUUM INTO ?", (str(path),))
        _finish(path, save_id)
        data = path.read_bytes()
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    prove(data, project, name)
    return data


def _finish(path: Path, save_id: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for pragma in _SCRATCH:
            raw.execute(f"PRAGMA {pragma}").fetchall()
        with core(raw) as connection:
            raw.execute("BEGIN")
            WORK_METADATA.drop_all(connection, checkfirst=False)
            rows = put_in_file_order(raw, select_content(connection))
            connection.commit()
        seal(raw, save_id=save_id, digest=digest_of(rows, save_id))
        raw.execute("VACUUM")

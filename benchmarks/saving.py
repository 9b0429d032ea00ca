"""What it takes to save a plan of 100,000 rows, and to open one of 10,000 people, beside the bare work.

Saving is told in its parts: the image is made of the database at work, then read back and proven, both away
from the document and beside the window; then it is published, which alone touches the user's folder. Opening
is told whole, and without the checks that no file is spared.
"""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import large_plan
from planner import store
from planner.domain import Project
from planner.store.digest import digest_of
from planner.store.proof import prove
from planner.store.reading import select_rows
from planner.store.rows import rows_of
from planner.store.saving import image_of
from planner.store.schema import ddl
from planner.store.working.database import State, WorkDatabase
from planner.store.working.image import unproven

PEOPLE_OPENED = 10_000
PEOPLE_SAVED = 31_000
"""As many as make 100,000 rows."""
BUDGET = 0.1
"""Seconds for what a save does in the user's folder."""


def figures() -> Iterator[Figure]:
    """Saving, then opening, each in turns with its baseline."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _saving(Path(folder))
        yield from _opening(Path(folder, "Opened.teamplan"))


def _saving(folder: Path) -> Iterator[Figure]:
    project = large_plan(PEOPLE_SAVED)
    count = sum(map(len, rows_of(project).values()))
    image = image_of(project, "x")
    path, raw = folder / "Saved.teamplan", folder / "raw"
    last = [store.publish(image, path).fingerprint]

    def publish() -> None:
        last[0] = store.publish(image, path, opened=last[0]).fingerprint

    def copy() -> None:
        with raw.open("wb") as file:
            file.write(image)
            file.flush()
            os.fsync(file.fileno())

    times = best_of(publish, copy, rounds=9)
    name = f"publish {count:,} rows"
    yield in_milliseconds(name, (times[0], BUDGET), goal=1, against="100 ms")
    yield in_milliseconds(name, times, goal=5, against="a raw copy, forced to the disk")
    yield from _imaging(project, folder, count)


def _imaging(project: Project, folder: Path, count: int) -> Iterator[Figure]:
    against = "insert, VACUUM INTO, both checks, digest"
    bare, pages = folder / "bare", folder / "pages"
    with closing(WorkDatabase(folder / "work.db")) as database:
        database.begin(project, State())

        def image() -> bytes:
            return unproven(database.raw, folder, save_id="0" * 32, project=project)

        data = image()
        made, copied = best_of(image, lambda: _vacuumed_twice(database.raw, pages), rounds=3)
        proven, checked = best_of(lambda: prove(data, project, "x"), lambda: _checked(data), rounds=3)
    yield in_milliseconds(f"image of {count:,} rows", (made, copied), goal=12, against="VACUUM INTO, twice")
    yield in_milliseconds("the image proven", (proven, checked), goal=4, against="fetchall and the checks")
    times = best_of(lambda: image_of(project, "x"), lambda: _bare_image(project, bare), rounds=3)
    yield in_milliseconds("an image without a database", times, goal=3, against=against)
    yield in_milliseconds("image and proof", (made + proven, times[1]), goal=2, against=against)


def _vacuumed_twice(raw: sqlite3.Connection, path: Path) -> None:
    path.unlink(missing_ok=True)
    raw.execute("VACUUM INTO ?", (str(path),))
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("VACUUM")


def _checked(data: bytes) -> None:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(data)
        rows, save_id, _ = select_rows(raw)
        _checks(raw)
        digest_of(rows, save_id)


def _bare_image(project: Project, path: Path) -> None:
    """The same rows by sqlite3 alone, written, checked and sealed, but not made into a plan again."""
    rows = rows_of(project)
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript(ddl())
        for table, content in rows.items():
            if content:
                places = ",".join("?" * len(content[0]))
                raw.executemany(f"INSERT INTO {table} VALUES ({places})", content)  # noqa: S608 - our names
        raw.commit()
        raw.execute("VACUUM INTO ?", (str(path),))
        _checks(raw)
    digest_of(rows, "")


def _opening(path: Path) -> Iterator[Figure]:
    store.save(large_plan(PEOPLE_OPENED), path)
    data = path.read_bytes()
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.deserialize(data)
        rows, save_id, _ = select_rows(raw)

        def fetch() -> None:
            with closing(sqlite3.connect(":memory:")) as fresh:
                fresh.deserialize(data)
                _ = [fresh.execute(f"SELECT * FROM {table}").fetchall() for table in rows]  # noqa: S608

        def check() -> None:
            _checks(raw)
            digest_of(rows, save_id)

        name = f"open {PEOPLE_OPENED:,} people"
        whole, fetched = best_of(lambda: store.read_checked(path), fetch)
        checks, _ = best_of(check, fetch)
        typed, fetched_too = best_of(lambda: select_rows(raw), fetch)
    fetched = min(fetched, fetched_too)
    yield in_milliseconds(name, (whole, fetched + checks), goal=2.5, against="fetchall and the checks")
    yield in_milliseconds(f"{name}: the checks", (checks, fetched), goal=4, against="fetchall")
    yield in_milliseconds(f"{name}: rows, typed", (typed, fetched), goal=2.5, against="fetchall")
    yield in_milliseconds(f"{name}: but the checks", (whole - checks, fetched), goal=6, against="fetchall")


def _checks(raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA integrity_check").fetchall()
    raw.execute("PRAGMA foreign_key_check").fetchall()

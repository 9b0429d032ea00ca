"""A file of an earlier version opens as one of today, changes only when it is saved, and is kept then.

No earlier version was ever released: the one here is made up, as are its tables.
"""

import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest

from planner import store
from planner.domain import Function, Person, Project, Rows
from planner.errors import PlannerError
from planner.store import schema
from planner.store.digest import TableRows, digest_of
from planner.store.faults import DamagedError
from planner.store.opening import read_checked
from planner.store.publishing import publish
from planner.store.tables import CONTENT
from planner.store.upgrading import FORMATS, Formats

OLD_DDL = (Path(__file__).parents[1] / "data" / "store" / "v0.sql").read_text()


def to_1(rows: TableRows) -> TableRows:
    """People got several functions, and a capacity as a part of one."""
    ((_, title),) = rows["project"]
    return {
        **{table.name: [] for table in CONTENT},
        "project": [(1, title, "", "", None)],
        "person": [
            (key, place, name, "", "", "", int(percent) / 100, None, "")
            for key, place, name, _, percent in rows["person"]
        ],
        "person_role": [(key, 0, role) for key, _, _, role, _ in rows["person"] if role is not None],
    }


def ddl(version: int) -> str:
    return OLD_DDL if version == 0 else schema.ddl(version)


WITH_OLD = Formats(steps={0: to_1}, ddl=ddl)


@pytest.fixture
def old(tmp_path):
    rows = {
        "project": [(1, "Old plan")],
        "person": [("a", 1, "Ada", None, 100), ("b", 0, "Bo", "design", 50)],
    }
    path = tmp_path / "Old.teamplan"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.executescript(f"PRAGMA application_id={schema.APPLICATION_ID}; PRAGMA user_version=0; {OLD_DDL}")
        raw.executemany("INSERT INTO project VALUES (?, ?)", rows["project"])
        raw.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", rows["person"])
        raw.execute("INSERT INTO seal VALUES (1, ?, ?)", ("0" * 32, digest_of(rows, "0" * 32)))
    return path


def test_the_rows_of_an_earlier_version_become_those_of_today(old):
    before = old.read_bytes()
    opened = read_checked(old, formats=WITH_OLD)
    assert opened.is_intact
    assert opened.project == Project(
        name="Old plan",
        currency="",
        people=Rows(
            [
                Person(id="b", name="Bo", capacity=0.5, roles=(Function.DESIGN,)),
                Person(id="a", name="Ada", capacity=1.0),
            ]
        ),
    )
    assert old.read_bytes() == before


def test_what_is_opened_of_an_earlier_version_is_saved_as_one_of_today(old):
    opened = read_checked(old, formats=WITH_OLD)
    store.save(opened.project, old, opened=opened.fingerprint)
    assert store.read(old) == opened.project
    assert old.read_bytes()[60:64] == struct.pack(">I", schema.VERSION)


def test_an_earlier_version_is_trusted_no_more_than_one_of_today(old):
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("UPDATE person SET name = 'Eve' WHERE id = 'a'")
        raw.commit()
    assert not read_checked(old, formats=WITH_OLD).is_intact
    with closing(sqlite3.connect(old)) as raw:
        raw.execute("CREATE TRIGGER trap AFTER INSERT ON person BEGIN DELETE FROM project; END")
    with pytest.raises(DamagedError, match="holds the trigger trap, which this program does not make"):
        read_checked(old, formats=WITH_OLD)


def test_a_file_is_held_to_the_tables_of_its_own_version(old, saved):
    data = bytearray(saved.read_bytes())
    struct.pack_into(">I", data, 60, 0)
    saved.write_bytes(data)
    with pytest.raises(DamagedError, match="which this program does not make"):
        read_checked(saved, formats=WITH_OLD)


def test_a_newer_version_is_refused_with_the_one_that_is_needed(saved):
    data = bytearray(saved.read_bytes())
    struct.pack_into(">I", data, 60, schema.VERSION + 1)
    saved.write_bytes(data)
    needed = f"one that knows file format {schema.VERSION + 1}; this one knows {schema.VERSION}"
    with pytest.raises(PlannerError, match=needed):
        store.read(saved)


def test_no_version_may_be_left_out():
    with pytest.raises(ValueError, match="left out between 0 and 3"):
        Formats(steps={0: to_1, 2: to_1}, newest=3)
    assert FORMATS.oldest == 1


def test_that_saving_will_leave_an_earlier_version_is_told_at_opening(saved):
    assert store.announcements(saved) == ()
    (sentence,) = store.announcements(saved, current=schema.VERSION + 1)
    assert str(sentence) == (
        "Churn.teamplan is of an earlier file format. Saving brings it to the present one "
        "and keeps the file as it is now beside it."
    )


def test_the_file_of_an_earlier_version_is_kept_beside_once(saved):
    before = saved.read_bytes()
    opened = store.read_once(saved).fingerprint
    next_version = bytearray(before)
    struct.pack_into(">I", next_version, 60, schema.VERSION + 1)
    for _ in range(3):
        published = publish(bytes(next_version), saved, opened=opened, current=schema.VERSION + 1)
        opened = published.fingerprint
    kept = saved.with_name(f"Churn (version {schema.VERSION} of the format).teamplan")
    assert kept.read_bytes() == before
    assert sorted(saved.parent.iterdir()) == sorted([saved, kept])


def test_keeping_the_earlier_version_is_said_and_never_over_another_file(saved):
    taken = saved.with_name("Churn (version 1 of the format).teamplan")
    taken.write_bytes(b"mine")
    published = publish(b"new", saved, current=2)
    assert published.kept is not None
    assert published.kept.name == "Churn (version 1 of the format, 2).teamplan"
    (note,) = published.notes
    assert str(note) == (
        "Churn.teamplan was of an earlier file format and is of the present one now: "
        "the file as it was is kept beside it as Churn (version 1 of the format, 2).teamplan."
    )
    assert taken.read_bytes() == b"mine"

"""Files that anyone may have written: one sentence each, and nothing touched."""

import os
import sqlite3
import struct
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.conftest import whole_project

from planner import store
from planner.errors import PlannerError
from planner.store import guarded
from planner.store.opening import judge
from planner.store.saving import image_of

IMAGE = image_of(whole_project(), "x")


def refusal_of(path) -> str:
    before = {entry.name: entry.stat(follow_symlinks=False) for entry in path.parent.iterdir()}
    with pytest.raises(PlannerError) as refusal:
        store.read(path)
    after = {entry.name: entry.stat(follow_symlinks=False) for entry in path.parent.iterdir()}
    assert {name: (one.st_size, one.st_mtime_ns) for name, one in before.items()} == {
        name: (one.st_size, one.st_mtime_ns) for name, one in after.items()
    }
    sentence = str(refusal.value)
    assert "\n" not in sentence
    return sentence


def write(tmp_path, data: bytes):
    path = tmp_path / "Churn.teamplan"
    path.write_bytes(data)
    return path


def patched(offset: int, form: str, value: int) -> bytes:
    data = bytearray(IMAGE)
    struct.pack_into(form, data, offset, value)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is not a project file: open"),
        (b"name,title\nAda,Engineer\n", "is not a project file: open"),
        (IMAGE[:100], "is damaged: its end is missing"),
        (IMAGE[:-4096], "is damaged: its end is missing"),
        (IMAGE[:-1], "is damaged: its end is missing"),
        (IMAGE + b"x", "is damaged: there is more in it"),
        (patched(68, ">I", 0), "is a file of another program"),
        (patched(60, ">I", 7), "knows file format 7; this one knows 1"),
        (patched(60, ">I", 0), "is damaged: it has no file format"),
        (patched(16, ">H", 4097), "its first page makes no sense"),
        (patched(16, ">H", 0), "its first page makes no sense"),
        (patched(18, ">B", 9), "its first page makes no sense"),
        (patched(56, ">I", 2), "its first page makes no sense"),
        (patched(28, ">I", 0), "there is more in it"),
        (patched(44, ">I", 99), "is damaged. Open an earlier copy of it."),
    ],
)
def test_a_wrong_header_is_told_apart_and_refused(tmp_path, data, words):
    sentence = refusal_of(write(tmp_path, data))
    assert sentence.startswith("Churn.teamplan ")
    assert words in sentence


def test_what_is_not_an_ordinary_file_is_refused(tmp_path):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert refusal_of(tmp_path / "gone") == "There is no file gone: check the name and the folder."
    assert refusal_of(tmp_path / "folder") == "folder is a folder: name a file in it."
    assert refusal_of(tmp_path / "pipe") == "pipe is not an ordinary file: name a file."
    assert refusal_of(tmp_path / "loop").startswith("loop is a link that leads back to itself")
    assert refusal_of(tmp_path / ("n" * 300)).endswith("is too long for a file: check the name.")
    with pytest.raises(PlannerError, match="There is no file"):
        store.read("a\0b")


def test_a_file_larger_than_any_plan_is_not_read(tmp_path):
    path = tmp_path / "vast"
    with path.open("wb") as file:
        file.truncate(512 * 1024 * 1024 + 1)
    assert refusal_of(path).startswith("vast is larger than 512 MB")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TABLE extra (a)", "holds the table extra, which this program does not make"),
        ("CREATE VIEW spy AS SELECT * FROM person", "holds the view spy, which"),
        ("CREATE INDEX quick ON person (name)", "holds the index quick, which"),
        (
            "CREATE TRIGGER trap AFTER INSERT ON person BEGIN DELETE FROM team; END",
            "holds the trigger trap, which",
        ),
        ("CREATE VIRTUAL TABLE words USING fts5 (a)", "which this program does not make"),
        ("ALTER TABLE person ADD COLUMN age INTEGER", "holds the table person, which"),
        ("ALTER TABLE person ADD COLUMN v TEXT AS (name)", "holds the table person, which"),
        ("DROP TABLE muted", "lacks the table muted"),
        ("ALTER TABLE muted RENAME TO hushed", "holds the table hushed, which"),
    ],
)
def test_any_object_but_our_own_is_refused_by_name(tampered, statement, words):
    assert words in refusal_of(tampered(statement))


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE seat SET person = 'nobody' WHERE id = 'x1'", "in seat refers to what is not there"),
        ("UPDATE team SET parent = 't9' WHERE id = 't2'", "in team refers to what is not there"),
        ("UPDATE team SET parent = 't2' WHERE id = 't1'", "stands under itself"),
        ("UPDATE scenario SET place = 5 WHERE id = 's1'", "the order of the rows in scenario is broken"),
        (
            "UPDATE person_skill SET place = 9 WHERE place = 1",
            "the order of the rows in person_skill is broken",
        ),
        ("DELETE FROM project", "it holds 0 plans"),
        ("DELETE FROM seal", "it is not sealed"),
        ("UPDATE project SET rule_pack = NULL", "it holds weights of no name"),
        ("UPDATE person SET cost = 9e999", "cost of person is not what it should be"),
        (
            "UPDATE person SET notes = printf('%.*c', 1048577, 'x')",
            "notes of person is not what it should be",
        ),
        ("UPDATE person SET name = CAST(x'C328' AS TEXT)", "is damaged. Open"),
        ("UPDATE seat SET demand = 7.0", "is damaged. Open"),
        ("UPDATE team SET kind = 'tribe'", "is damaged. Open"),
        (
            "INSERT INTO link VALUES ('s2', 't1', 't2', 'collaborates', 2)",
            "the same row stands twice in link",
        ),
    ],
)
def test_content_that_no_plan_can_have_is_refused(tampered, statement, words):
    sentence = refusal_of(tampered(statement))
    assert words in sentence
    assert sentence.endswith("Open an earlier copy of it.")


@pytest.mark.parametrize(
    ("statement", "odd"),
    [
        ("UPDATE person SET name = 'Somebody else'", None),
        ("UPDATE team SET name = ' ' WHERE id = 't1'", "The team t1 has no name."),
        ("UPDATE project SET name = 'A' || char(7)", "The name of the plan A� holds characters"),
        ("UPDATE seal SET digest = replace(digest, substr(digest, 1, 1), 'x')", None),
        ("UPDATE seal SET save_id = 'abcdefabcdefabcdefabcdefabcdefab'", None),
    ],
)
def test_a_change_by_another_program_opens_as_a_copy_that_says_so(tampered, statement, odd):
    path = tampered(statement)
    opened = store.read_checked(path)
    assert not opened.is_intact
    assert str(opened.warnings[0]).startswith("Churn.teamplan was changed outside this program or is damaged")
    assert [str(warning) for warning in opened.warnings[1:]] == [
        text for text in map(str, opened.warnings) if odd and text.startswith(odd)
    ]
    assert not store.check(path).is_sound


@given(st.data())
def test_a_flipped_bit_is_refused_or_found_or_changes_nothing(data):
    place = data.draw(st.integers(0, len(IMAGE) * 8 - 1))
    flipped = bytearray(IMAGE)
    flipped[place // 8] ^= 1 << place % 8
    try:
        project, is_intact = judge(bytes(flipped), "x")
    except PlannerError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - a refusal is one of the two good answers
    else:
        assert not is_intact or project == whole_project()


@given(st.integers(0, len(IMAGE)), st.binary(min_size=1, max_size=300))
def test_overwritten_bytes_never_raise_anything_but_one_sentence(place, noise):
    changed = IMAGE[:place] + noise + IMAGE[place + len(noise) :]
    try:
        project, is_intact = judge(changed, "x")
    except PlannerError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - a refusal is one of the two good answers
    else:
        assert not is_intact or project == whole_project()


def test_work_that_takes_too_long_or_is_called_off_ends():
    slow = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def run(**bounds):
        with guarded.opened(IMAGE, "Churn.teamplan", **bounds) as raw:
            raw.set_authorizer(None)
            raw.execute(slow).fetchall()

    with pytest.raises(PlannerError, match=r"Churn\.teamplan takes too long to read"):
        run(deadline=0.0)
    with pytest.raises(PlannerError, match=r"Opening Churn\.teamplan was called off"):
        run(stop=lambda: True)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM person",
        "CREATE TABLE x (a)",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only=OFF",
        "PRAGMA writable_schema=ON",
        "SELECT load_extension('x')",
        "SELECT randomblob(1000000000)",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n",
        "VACUUM",
        "BEGIN",
    ],
)
def test_nothing_but_reading_is_allowed(statement):
    with pytest.raises(PlannerError), guarded.opened(IMAGE, "x") as raw:
        raw.execute(statement)


def test_a_log_beside_the_file_is_mentioned_and_left_alone(saved):
    other = saved.with_name("target")
    other.write_bytes(b"precious")
    journal = saved.with_name(saved.name + "-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + b"\0" * 504 + os.fsencode(other))
    saved.with_name(saved.name + "-wal").write_bytes(b"log")
    saved.with_name(saved.name + "-shm").write_bytes(b"")
    opened = store.read_checked(saved)
    assert [str(warning) for warning in opened.warnings] == [
        (
            "Churn.teamplan-journal and Churn.teamplan-wal beside Churn.teamplan belong to another program's "
            "work on it and were left alone."
        )
    ]
    assert len(list(saved.parent.iterdir())) == 5


def test_a_file_marked_as_having_a_log_opens_all_the_same(saved, project):
    with closing(sqlite3.connect(saved)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
    assert saved.read_bytes()[18:20] == b"\x02\x02"
    assert store.read(saved) == project
    assert [entry.name for entry in saved.parent.iterdir()] == [saved.name]


def test_a_check_tells_faults_without_changing_the_file(saved, tmp_path):
    assert store.check(saved).is_sound
    data = bytearray(saved.read_bytes())
    data[4096:4200] = b"\xff" * 104
    saved.write_bytes(data)
    report = store.check(saved)
    assert [str(fault) for fault in report.faults] == [
        "Churn.teamplan is damaged. Open an earlier copy of it."
    ]
    assert report.project is None
    assert report.detail
    assert saved.read_bytes() == data
    with pytest.raises(PlannerError, match="There is no file"):
        store.check(tmp_path / "gone")

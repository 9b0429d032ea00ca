import sqlite3
from contextlib import closing

import pytest

from planner import store
from planner.errors import PlannerError
from planner.store import FileKind


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b'{"format": "teamplan"}', FileKind.PLAN),
        (b'\xef\xbb\xbf\n  {"format": "teamplan"}', FileKind.PLAN),
        (b"[]", FileKind.PLAN),
        (b"name,title\r\nAda,Engineer\r\n", FileKind.ROSTER),
        ("Näme;Titel".encode("latin-1"), FileKind.ROSTER),
        ("name\ttitle".encode("utf-16"), FileKind.ROSTER),
        (b"PK\x03\x04rest of a workbook", FileKind.ROSTER),
        (b"", FileKind.OTHER),
        (b" \n", FileKind.OTHER),
        (b"%PDF-1.4\n\x00\x01", FileKind.OTHER),
        (b"\x89PNG\r\n\x1a\n\x00", FileKind.OTHER),
    ],
)
def test_a_file_is_what_it_holds_whatever_its_name(tmp_path, content, kind):
    path = tmp_path / "x.teamplan"
    path.write_bytes(content)
    assert store.kind_of(path) == kind


def test_a_database_is_taken_for_a_project_so_that_opening_says_whose_it_is(saved, tmp_path):
    other = tmp_path / "notes.csv"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute("CREATE TABLE notes (a)")
    assert store.kind_of(saved) == store.kind_of(other) == FileKind.PROJECT
    with pytest.raises(PlannerError, match=r"notes\.csv is a file of another program"):
        store.read(other)


def test_what_cannot_be_read_is_no_kind_at_all(tmp_path):
    with pytest.raises(PlannerError, match="is a folder"):
        store.kind_of(tmp_path)
    with pytest.raises(PlannerError, match="There is no file"):
        store.kind_of(tmp_path / "none")

"""What a killed save left is cleared up when the document is next opened; what may be somebody's is kept."""

import os

import pytest
from msgspec.structs import replace

from planner import store
from planner.store import abandoned
from planner.store.abandoned import clear_up
from planner.store.keeping import begun_name
from planner.store.saving import image_of


@pytest.fixture
def left(saved, monkeypatch):
    """Leave bytes beside the document as a save does that was killed long ago."""
    monkeypatch.setattr(abandoned, "AGE", -60.0)

    def leave(data: bytes):
        path = begun_name(saved)
        path.write_bytes(data)
        os.utime(path, (1_700_000_000, 1_700_000_000))
        return path

    return leave


def others(path):
    return [entry for entry in path.parent.iterdir() if entry != path]


def test_a_copy_of_the_document_goes(saved, left):
    left(saved.read_bytes())
    assert clear_up(saved) == ()
    assert others(saved) == []


def test_a_version_that_is_kept_elsewhere_goes(saved, left, project):
    path = left(image_of(replace(project, name="Before"), "x"))
    assert clear_up(saved, known={store.read_once(path).fingerprint.sha256}) == ()
    assert others(saved) == []


@pytest.mark.parametrize("cut", [0, 10, 100, 5000])
def test_what_was_never_whole_goes(saved, left, cut):
    left(saved.read_bytes()[:cut])
    left(bytes(cut))
    assert clear_up(saved) == ()
    assert others(saved) == []


@pytest.mark.parametrize("is_plan", [True, False])
def test_what_may_be_another_programs_version_is_kept_and_told(saved, left, project, is_plan):
    data = image_of(replace(project, name="Theirs"), "x") if is_plan else b"of another program"
    left(data)
    (note,) = clear_up(saved)
    (kept,) = others(saved)
    assert kept.read_bytes() == data
    assert kept.name.startswith("Churn (other version, 2023-11-1")
    assert str(note) == (
        "A save of Churn.teamplan was broken off: "
        f"the version that it left behind is kept beside it as {kept.name}."
    )


def test_a_save_that_may_still_go_on_is_left_alone(saved, left, monkeypatch):
    path = left(saved.read_bytes())
    monkeypatch.setattr(abandoned, "AGE", 60.0)
    assert clear_up(saved) == ()
    assert others(saved) == [path]


def test_what_belongs_to_other_documents_and_programs_is_left_alone(saved, left):
    left(saved.read_bytes())
    other = begun_name(saved.with_name("Other.teamplan"))
    strange = saved.with_name(".editor.tmp")
    for path in (other, strange):
        path.write_bytes(saved.read_bytes())
    assert clear_up(saved) == ()
    assert sorted(others(saved)) == sorted([other, strange])


def test_a_document_that_is_not_there_has_nothing_to_clear_up(tmp_path):
    assert clear_up(tmp_path / "gone" / "Plan.teamplan") == ()
    assert clear_up("a\0b") == ()

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace
from tests.store.conftest import whole_project
from tests.strategies import projects

from planner import store
from planner.domain import Mute, Person, Project, Rows, Scenario
from planner.errors import PlannerError
from planner.store.opening import judge
from planner.store.saving import image_of


def test_a_project_with_something_everywhere_comes_back_as_it_was(project, saved):
    opened = store.read_checked(saved)
    assert opened.project == project
    assert opened.is_intact
    assert opened.warnings == ()


@given(projects())
def test_any_project_comes_back_as_it_was(project):
    assert judge(image_of(project, "x"), "x") == (project, True)


def test_an_empty_project_comes_back(tmp_path):
    store.save(Project(name="New plan"), tmp_path / "a")
    assert store.read(tmp_path / "a") == Project(name="New plan")


@pytest.mark.parametrize(
    "name",
    [
        "what?.teamplan",
        "50%#2.teamplan",
        "a\nb.teamplan",
        "é" * 127,
        "file:x?mode=ro",
        "-o",
        " ",
        "x.teamplan;y",
    ],
)
def test_names_that_mean_something_elsewhere_are_only_names(project, tmp_path, name):
    path = tmp_path / name
    store.save(project, path)
    assert store.read(path) == project
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_the_file_is_marked_as_ours_and_has_no_log(saved):
    data = saved.read_bytes()
    assert data[68:72] == b"TPLN"
    assert data[18:20] == b"\x01\x01"
    assert int.from_bytes(data[60:64], "big") == 1


def test_the_file_holds_no_deleted_names_no_path_and_no_user(saved, project):
    gone = replace(project, people=Rows([project.people["p1"]]), name="Renamed")
    before = store.read_checked(saved)
    store.save(gone, saved, opened=before.fingerprint)
    data = saved.read_bytes()
    assert store.read(saved) == gone
    for secret in ("Zoë", "Acme", str(saved.parent), saved.name, str(Path.home())):
        assert secret.encode() not in data


def test_two_saves_of_one_project_differ_in_nothing_but_the_seal(project, tmp_path):
    for name in ("a", "b"):
        store.save(project, tmp_path / name)
    seals, contents = set(), set()
    for name in ("a", "b"):
        with closing(sqlite3.connect(tmp_path / name)) as raw:
            seals.add(raw.execute("SELECT save_id, digest FROM seal").fetchone())
            contents.add("".join(line for line in raw.iterdump() if '"seal"' not in line))
    assert (len(seals), len(contents)) == (2, 1)


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (Person(id="p", name="half \ud83d a smile"), "half a character stands in half"),
        (Person(id="p", name="Long", notes="long " * 300_000), "the text that begins with long long"),
    ],
)
def test_what_no_file_can_hold_is_refused_by_its_text(tmp_path, person, words):
    with pytest.raises(PlannerError, match=r"^Could not save a: ") as refusal:
        store.save(Project(name="P", people=Rows([person])), tmp_path / "a")
    assert words in str(refusal.value)
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_breaks_its_own_references_is_never_published(tmp_path, saved):
    broken = Scenario(id="s", name="S", muted=Rows([Mute(rule="r")]), use_cases=-1)
    before = saved.read_bytes()
    with pytest.raises(sqlite3.IntegrityError):
        store.save(Project(name="P", scenarios=Rows([broken])), saved)
    assert saved.read_bytes() == before


def test_the_file_of_version_1_opens_for_ever():
    sample = Path(__file__).parents[1] / "data" / "store" / "v1-sample.teamplan"
    opened = store.read_checked(sample)
    assert opened.is_intact
    assert opened.project == whole_project()


def test_the_store_is_imported_without_sqlalchemy():
    script = "import sys, planner.store; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_reading_and_saving_leave_no_connection_open(saved, project):
    script = (
        "import sys; from planner import store\n"
        "project = store.read(sys.argv[1]); store.save(project, sys.argv[1])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", script, saved], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")

"""What a killed save left beside a document is told from what is somebody's: a session knows its image."""

import hashlib
import json

from tests.store.recovery.conftest import renamed, saved

from planner import store
from planner.store import abandoned
from planner.store.abandoned import clear_up
from planner.store.keeping import begun_name
from planner.store.opening import judge


def test_the_image_of_a_save_that_was_killed_is_known_until_it_is_saved(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project, path, store.save(project, path).fingerprint)
    plan = renamed(session, project, "Never published")
    data = session.image(plan, path.name).result().data
    desk.crash()
    assert desk.recovery.images() == {hashlib.sha256(data).hexdigest()}
    (lost,) = desk.recovery.lost()
    resumed = desk.resume(lost)
    saved(resumed.session, resumed.project, path)
    resumed.session.flush()
    assert desk.recovery.images() == frozenset()


def test_what_a_killed_save_left_goes_when_a_session_holds_it(desk, project, tmp_path, monkeypatch):
    monkeypatch.setattr(abandoned, "AGE", -60.0)
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project, path, store.save(project, path).fingerprint)
    plan = renamed(session, project, "Never published")
    begun_name(path).write_bytes(session.image(plan, path.name).result().data)
    desk.crash()
    assert clear_up(path, known=desk.recovery.images()) == ()
    assert list(tmp_path.glob(".*.tmp")) == []
    (lost,) = desk.recovery.lost()
    assert desk.resume(lost).project == plan


def test_a_record_without_an_image_is_one_of_a_version_before_it_was_noted(desk, project):
    session = desk.begin(project)
    session.flush()
    name = session.folder / "session.json"
    read = json.loads(name.read_text())
    del read["image"]
    name.write_text(json.dumps(read))
    assert desk.recovery.images() == frozenset()
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert desk.resume(lost).project == project


def test_a_digest_is_never_taken_for_that_of_an_image_that_could_not_be_made(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project)
    plan = renamed(session, project, "Saved")
    saved(session, plan, path)
    plan = renamed(session, plan, "Not saved")
    session.flush()
    (session.folder / "image.db").mkdir()
    unpublished = session.image(plan, path.name).result()
    assert judge(unpublished.data, "x") == (plan, True)
    (session.folder / "image.db").rmdir()
    renamed(session, plan, "Undone")
    session.record(session.history[2].inverse(), "undo")
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert lost.steps == 1
    assert desk.resume(lost).project == plan

"""What a session gives back after a crash, after a close, and after Don't Save."""

import os
import shutil
import stat
import subprocess
import sys

import pytest
from msgspec.structs import replace
from tests.store.recovery.conftest import renamed, saved

from planner import store
from planner.domain import edits
from planner.errors import PlannerError
from planner.store.opening import judge
from planner.store.recovery import Recovery, Standing, finding


def test_every_step_is_there_after_a_crash_with_its_undo(desk, project):
    session = desk.begin(project)
    states = [project]
    for number in range(5):
        states.append(renamed(session, states[-1], f"Step {number}"))
    session.record(session.history[4].inverse(), "undo")
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert (lost.plan, lost.document, lost.steps) == ("Step 3", None, None)
    back, plan = desk.resume(lost)
    assert plan == states[4]
    assert (back.position, len(back.history)) == (4, 5)
    assert back.history[4].applied(plan) == states[5]
    assert back.history[3].inverse().applied(plan) == states[3]


def test_what_a_session_saved_is_not_lost(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project)
    plan = renamed(session, project, "Saved")
    saved(session, plan, path)
    assert session.steps_since_saved == 0
    desk.crash()
    assert desk.recovery.lost() == ()
    assert store.read(path) == plan


def test_steps_since_saving_are_counted(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project)
    plan = renamed(session, project, "Saved")
    saved(session, plan, path)
    renamed(session, renamed(session, plan, "One more"), "Two more")
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert (lost.document, lost.steps) == (path, 2)


def test_undoing_back_to_what_was_saved_clears_the_mark_and_another_way_does_not(desk, project, tmp_path):
    session = desk.begin(project)
    plan = renamed(session, project, "Saved")
    saved(session, plan, tmp_path / "Plan.teamplan")
    renamed(session, plan, "More")
    assert session.steps_since_saved == 1
    session.record(session.history[1].inverse(), "undo")
    assert session.steps_since_saved == 0
    session.record(session.history[0].inverse(), "undo")
    assert session.steps_since_saved == -1
    renamed(session, project, "Another way")
    assert session.steps_since_saved is None


def test_steps_made_while_a_save_is_under_way_stay_ahead_of_it(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project)
    plan = renamed(session, project, "To be saved")
    pending = session.image(plan, path.name)
    later = renamed(session, plan, "Meanwhile")
    image = pending.result()
    session.mark_saved(path, store.publish(image.data, path).fingerprint, image)
    assert session.steps_since_saved == 1
    assert store.read(path) == plan
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert desk.resume(lost).project == later


def test_another_way_taken_while_a_save_is_under_way_leads_nowhere_near_it(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project)
    plan = renamed(session, project, "To be saved")
    pending = session.image(plan, path.name)
    session.record(session.history[0].inverse(), "undo")
    renamed(session, project, "Another way")
    image = pending.result()
    session.mark_saved(path, store.publish(image.data, path).fingerprint, image)
    assert session.steps_since_saved is None


def test_a_death_between_publishing_and_noting_it_loses_nothing_and_offers_nothing(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project, path, store.save(project, path).fingerprint)
    plan = renamed(session, project, "Published")
    image = session.image(plan, path.name).result()
    store.publish(image.data, path, opened=session.fingerprint)
    desk.crash()
    assert desk.recovery.lost() == ()
    again = desk.recovery.reopen_history(path, store.read_checked(path).fingerprint, plan)
    desk.sessions.append(again)
    assert (again.position, again.steps_since_saved) == (1, 0)


def test_undo_survives_a_normal_close(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project, path, store.save(project, path).fingerprint)
    plan = renamed(session, renamed(session, project, "One"), "Two")
    fingerprint = saved(session, plan, path)
    session.close()
    desk.start()
    assert desk.recovery.lost() == ()
    assert desk.recovery.kept() == ()
    back = desk.recovery.reopen_history(path, fingerprint, plan)
    desk.sessions.append(back)
    assert (back.position, len(back.history), back.steps_since_saved) == (2, 2, 0)
    assert back.history[1].inverse().applied(plan).name == "One"
    assert back.folder == session.folder


def test_undo_is_not_given_to_a_document_that_is_another_by_now(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project, path, store.save(project, path).fingerprint)
    plan = renamed(session, project, "Mine")
    fingerprint = saved(session, plan, path)
    session.close()
    theirs = store.save(replace(plan, name="Theirs"), path).fingerprint
    assert desk.recovery.reopen_history(path, theirs, replace(plan, name="Theirs")) is None
    assert desk.recovery.reopen_history(path, fingerprint, replace(plan, name="Theirs")) is None
    assert desk.recovery.reopen_history(tmp_path / "Other.teamplan", fingerprint, plan) is None


def test_a_session_with_nothing_to_give_back_leaves_nothing(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    desk.begin(project, path, store.save(project, path).fingerprint).close()
    desk.begin(project, is_saved=True).close()
    assert list(desk.folder.iterdir()) == []


def test_undo_of_a_closed_document_is_kept_for_90_days(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project)
    saved(session, renamed(session, project, "Saved"), path)
    session.close()
    desk.days_of_use(89)
    assert session.folder.exists()
    desk.days_of_use(2)
    assert not session.folder.exists()


@pytest.mark.parametrize("days", [3650, -3650])
def test_a_clock_that_is_wrong_for_days_takes_nothing_with_it(desk, project, days):
    desk.days_of_use(2)
    session = desk.begin(project)
    renamed(session, project, "Not wanted yet")
    session.close(discarded=True)
    for by in (days, -days, days, -days):
        desk.clock.days_pass(by)
        desk.days_of_use(3)
        assert [kept.plan for kept in desk.recovery.kept()] == ["Not wanted yet"]


def test_time_without_the_program_counts_a_week_at_most(desk, project):
    session = desk.begin(project)
    renamed(session, project, "Not wanted yet")
    session.close(discarded=True)
    for weeks, is_kept in ((5, True), (50, True), (1, True), (2, True), (3, False)):
        desk.clock.days_pass(7 * weeks)
        desk.start()
        assert bool(desk.recovery.kept()) is is_kept


def test_dont_save_keeps_the_session_for_30_days(desk, project):
    session = desk.begin(project)
    plan = renamed(session, project, "Not wanted")
    session.close(discarded=True)
    desk.start()
    assert desk.recovery.lost() == ()
    (kept,) = desk.recovery.kept()
    assert (kept.plan, kept.standing, kept.changed) == ("Not wanted", Standing.DISCARDED, desk.clock.time)
    desk.clock.days_pass(29)
    back, found = desk.resume(kept)
    assert found == plan
    back.close(discarded=True)
    desk.days_of_use(31)
    assert desk.recovery.kept() == ()
    assert not session.folder.exists()


def test_dont_save_keeps_a_session_too_that_is_as_its_document_was(desk, project, tmp_path):
    session = desk.begin(project)
    saved(session, project, tmp_path / "Plan.teamplan")
    session.close(discarded=True)
    (kept,) = desk.recovery.kept()
    assert desk.resume(kept)[1] == project


def test_a_session_that_is_ahead_and_just_closed_is_offered_again(desk, project):
    session = desk.begin(project)
    renamed(session, project, "Logged out")
    session.close()
    assert [lost.plan for lost in desk.recovery.lost()] == ["Logged out"]


def test_a_lost_session_that_nobody_wants_is_kept_for_30_days(desk, project):
    renamed(desk.begin(project), project, "Lost")
    desk.crash()
    (lost,) = desk.recovery.lost()
    desk.recovery.discard(lost)
    assert desk.recovery.lost() == ()
    assert [kept.plan for kept in desk.recovery.kept()] == ["Lost"]


def test_a_plan_whose_document_is_gone_is_offered_until_that_is_there_again(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    desk.begin(project, path, store.save(project, path).fingerprint)
    elsewhere = path.rename(tmp_path / "elsewhere")
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert lost.steps == 0
    elsewhere.rename(path)
    assert desk.recovery.lost() == ()
    assert desk.recovery.kept() == ()


def test_a_plan_whose_document_is_another_by_now_is_kept_for_30_days(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    desk.begin(project, path, store.save(project, path).fingerprint)
    store.save(edits.edit_project(project, name="Theirs").project, path)
    desk.crash()
    assert desk.recovery.lost() == ()
    (kept,) = desk.recovery.kept()
    assert desk.resume(kept).project == project


def test_a_running_session_is_not_lost_and_cannot_be_taken(desk, project):
    session = desk.begin(project)
    renamed(session, project, "At work")
    session.flush()
    other = Recovery(desk.folder, version="0.1")
    assert other.lost() == ()
    session.close()
    (lost,) = other.lost()
    taken = other.resume(lost)
    with pytest.raises(PlannerError, match="At work is open in another window"):
        desk.recovery.resume(lost)
    taken.session.close()


def test_a_recovery_that_crashes_twice_is_set_aside(desk, project):
    renamed(desk.begin(project), project, "Brings it down")
    for _ in range(2):
        desk.crash()
        (lost,) = desk.recovery.lost()
        desk.resume(lost)
    desk.crash()
    assert desk.recovery.lost() == ()
    (note,) = desk.recovery.notes()
    assert str(note).startswith("Brings it down could not be brought back twice")
    (aside,) = desk.recovery.kept()
    assert aside.standing is Standing.ASIDE
    assert desk.resume(aside).project.name == "Brings it down"


def test_a_recovery_that_went_well_may_crash_later(desk, project):
    renamed(desk.begin(project), project, "Fine")
    for _ in range(4):
        desk.crash()
        (lost,) = desk.recovery.lost()
        desk.resume(lost).session.confirm()


@pytest.mark.parametrize("name", ["work.db", "session.json"])
@pytest.mark.parametrize("damage", ["noise", "cut", "empty"])
def test_a_damaged_session_is_set_aside_with_a_sentence(desk, project, name, damage):
    renamed(desk.begin(project), project, "Damaged")
    desk.leave()
    (folder,) = desk.folder.iterdir()
    file = folder / name
    data = file.read_bytes()
    file.write_bytes({"noise": b"noise" * 1000, "cut": data[: len(data) // 2], "empty": b""}[damage])
    assert desk.recovery.lost() == ()
    notes = desk.recovery.notes()
    if (name, damage) != ("work.db", "empty"):  # an empty database is one in which there never was anything
        assert [str(note) for note in notes] == [
            f"Work kept on this computer could not be read and was set aside in {desk.folder / 'damaged'}."
        ]
        assert (desk.folder / "damaged" / folder.name / name).exists()
    assert desk.recovery.lost() == ()
    assert desk.recovery.kept() == ()


def test_a_session_of_a_newer_version_is_left_for_it(desk, project):
    session = desk.begin(project)
    renamed(session, project, "Of tomorrow")
    desk.leave()
    record = session.folder / "session.json"
    record.write_text(record.read_text().replace('"format": 1', '"format": 2'))
    assert desk.recovery.lost() == ()
    assert desk.recovery.kept() == ()
    assert desk.recovery.notes() == ()
    assert record.exists()


def test_damage_in_the_rows_is_found_when_the_session_is_taken_up(desk, project):
    renamed(desk.begin(project), project, "Damaged inside")
    desk.leave()
    (folder,) = desk.folder.iterdir()
    data = bytearray((folder / "work.db").read_bytes())
    at = data.index(b"Karin Voss")
    data[at : at + 5] = b"\xff" * 5
    (folder / "work.db").write_bytes(data)
    (lost,) = desk.recovery.lost()
    with pytest.raises(PlannerError, match="Damaged inside cannot be brought back"):
        desk.recovery.resume(lost)
    assert desk.recovery.lost() == ()


def test_a_session_that_died_before_it_held_anything_is_forgotten(desk, project):
    session = desk.begin(project)
    session.close()
    (session.folder / "work.db").unlink()
    assert desk.recovery.lost() == ()
    assert desk.recovery.notes() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of POSIX")
@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are forced to the disk otherwise")
def test_a_new_session_and_its_note_have_their_names_on_the_disk(desk, project, monkeypatch):
    forced, fsync = set(), os.fsync
    monkeypatch.setattr(os, "fsync", lambda file: (forced.add(os.fstat(file).st_ino), fsync(file)))
    session = desk.begin(project)
    session.flush()
    assert {folder.stat().st_ino for folder in (session.folder, desk.folder)} <= forced


def test_nobody_else_may_look_into_the_folder(desk, project):
    session = desk.begin(project)
    session.flush()
    for folder in (desk.folder, session.folder):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((session.folder / "session.json").stat().st_mode) == 0o600


def test_steps_that_led_to_a_plan_can_be_undone_from_the_start(desk, project):
    from planner.domain import edits

    edited = edits.edit_project(project, name="Imported")
    session = desk.begin(edited.project, steps=(edited.difference,))
    assert (session.position, len(session.history)) == (1, 1)
    session.record(session.history[0].inverse(), "undo")
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert desk.resume(lost).project == project


def test_the_document_holds_no_trace_of_the_machine(desk, project, tmp_path):
    path = tmp_path / "Plan.teamplan"
    session = desk.begin(project, path, store.save(project, path).fingerprint)
    plan = renamed(session, renamed(session, project, "Secret name"), "Public name")
    saved(session, plan, path)
    data = path.read_bytes()
    for trace in ("Secret name", str(tmp_path), session.folder.name, "history", "work.db", "Plan.teamplan"):
        assert trace.encode() not in data, trace


def test_a_session_that_brings_down_whoever_looks_at_it_is_set_aside(desk, project, monkeypatch):
    renamed(desk.begin(project), project, "Brings it down")
    desk.leave()

    def die(*_asked):
        raise KeyboardInterrupt

    monkeypatch.setattr(finding, "looked_at", die)
    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            desk.recovery.lost()
    assert desk.recovery.lost() == ()
    assert [str(note) for note in desk.recovery.notes()] == [
        "A plan could not be brought back twice and was set aside: it stays under File, Recover."
    ]


def test_looking_again_and_again_is_no_failed_recovery(desk, project):
    renamed(desk.begin(project), project, "Later")
    desk.leave()
    for _ in range(5):
        assert [lost.plan for lost in desk.recovery.lost()] == ["Later"]


def test_without_a_recovery_folder_the_plan_is_in_memory_and_can_be_saved(desk, project, tmp_path):
    desk.folder.write_text("a file where the folder should be")
    told = []
    session = desk.begin(project, troubled=told.append)
    plan = renamed(session, project, "In memory")
    assert not session.flush()
    assert str(session.trouble).startswith("Edits are no longer kept safe on this computer:")
    assert len(told) == 1
    assert session.history[0].label is not None
    image = session.image(plan, "Plan").result()
    path = tmp_path / "Plan.teamplan"
    session.mark_saved(path, store.publish(image.data, path).fingerprint, image)
    assert store.read(path) == plan
    assert session.steps_since_saved == 0
    assert not session.close()
    assert desk.recovery.lost() == ()


def test_a_session_in_trouble_is_renewed_with_what_is_in_memory(desk, project, tmp_path):
    session = desk.begin(project, troubled=lambda _: None)
    plan = renamed(session, project, "Saved")
    saved(session, plan, tmp_path / "Plan.teamplan")
    session.flush()
    shutil.rmtree(session.folder)
    plan = renamed(session, plan, "Only in memory")
    assert not session.flush()
    again = desk.recovery.renew(session, plan)
    desk.sessions = [again]
    assert (again.position, again.steps_since_saved, again.trouble) == (2, 1, None)
    plan = renamed(again, plan, "Safe again")
    desk.crash()
    (lost,) = desk.recovery.lost()
    assert (lost.document, lost.steps) == (tmp_path / "Plan.teamplan", 2)
    back, found = desk.resume(lost)
    assert found == plan
    assert back.history[1].inverse().applied(back.history[2].inverse().applied(plan)).name == "Saved"


def test_a_text_that_cannot_be_written_is_left_behind_by_renewing(desk, project):
    session = desk.begin(project)
    broken = renamed(session, project, "half \ud800")
    mended = renamed(session, broken, "Whole")
    assert not session.flush()
    again = desk.recovery.renew(session, mended)
    desk.sessions = [again]
    assert (again.position, again.trouble) == (0, None)
    renamed(again, mended, "Safe again")
    desk.crash()
    assert [lost.plan for lost in desk.recovery.lost()] == ["Safe again"]


def test_renewing_where_nothing_can_be_written_leaves_all_as_it_is(desk, project):
    desk.folder.write_text("a file where the folder should be")
    session = desk.begin(project)
    plan = renamed(session, project, "In memory")
    with pytest.raises(PlannerError, match="still cannot be kept safe"):
        desk.recovery.renew(session, plan)
    assert session.position == 1


@pytest.mark.expected_log("does not hold the plan")
def test_a_database_that_does_not_hold_the_plan_is_told_and_the_plan_itself_is_saved(desk, project):
    session = desk.begin(project)
    another = replace(project, name="Not what was kept")
    data = session.image(another, "Plan").result().data
    assert judge(data, "Plan") == (another, True)
    assert "what was kept is not what is shown" in str(session.trouble)


def test_a_start_of_the_program_does_not_wait_for_sqlalchemy():
    program = "import sys, planner.store.recovery; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

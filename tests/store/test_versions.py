"""What was saved stays to be had: the last ten versions and one a day, in private, each checked."""

import os
import stat
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from planner.store.saving import image_of
from planner.store.versions import DAYS, LAST, Versions, kept

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
ZONES = st.integers(-12, 14).map(lambda hours: timezone(timedelta(hours=hours)))
MOMENTS = st.lists(st.integers(0, 60 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes)))


@pytest.fixture
def versions(tmp_path):
    return Versions(tmp_path / "data" / "versions")


def test_each_version_can_be_read_the_newest_first(versions, saved, project):
    for number in range(3):
        data = image_of(replace(project, name=f"Step {number}"), "x")
        assert versions.keep(saved, data, now=NOON + timedelta(minutes=number)) == ()
    found = versions.of(saved)
    assert [versions.read(version).project.name for version in found] == ["Step 2", "Step 1", "Step 0"]
    assert [version.when for version in found] == [NOON + timedelta(minutes=number) for number in (2, 1, 0)]
    assert all(version.is_sound and version.size > 0 for version in found)
    assert versions.digests_of(saved) == {version.digest for version in found}


def test_a_document_has_none_but_its_own_and_is_known_through_links(versions, saved):
    versions.keep(saved, b"one")
    link = saved.with_name("link")
    link.symlink_to(saved)
    assert [version.size for version in versions.of(link)] == [3]
    assert versions.of(saved.with_name("other")) == ()


def test_the_same_bytes_are_kept_once(versions, saved):
    for minute in range(3):
        versions.keep(saved, b"same", now=NOON + timedelta(minutes=minute))
    assert len(versions.of(saved)) == 1


def test_nobody_else_may_look(versions, saved, tmp_path):
    versions.keep(saved, b"secret")
    for entry in (tmp_path / "data" / "versions").rglob("*"):
        assert stat.S_IMODE(entry.stat().st_mode) == (0o700 if entry.is_dir() else 0o600), entry
    assert stat.S_IMODE((tmp_path / "data" / "versions").stat().st_mode) == 0o700


def test_a_version_that_was_damaged_is_told(versions, saved):
    versions.keep(saved, b"whole")
    (version,) = versions.of(saved)
    version.path.write_bytes(b"wholE")
    (version,) = versions.of(saved)
    assert not version.is_sound


def test_a_folder_that_cannot_be_used_is_a_note_and_no_more(saved, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    versions = Versions(in_the_way / "versions")
    (note,) = versions.keep(saved, b"data")
    assert str(note) == (
        "Churn.teamplan is saved, but this version could not be kept among the earlier ones: "
        "its folder is gone."
    )
    assert versions.of(saved) == ()


def test_what_lies_in_the_folder_and_is_no_version_is_left_alone(versions, saved):
    versions.keep(saved, b"one")
    (version,) = versions.of(saved)
    strange = version.path.with_name("99999999T999999.999999Z-" + "0" * 64 + ".teamplan")
    strange.write_bytes(b"")
    versions.keep(saved, b"two")
    assert len(versions.of(saved)) == 2
    assert strange.exists()


def test_saving_all_day_keeps_the_last_ten_and_the_last_of_each_day(versions, saved):
    for hour in range(48):
        versions.keep(saved, str(hour).encode(), now=NOON + timedelta(hours=hour))
    hours = [(version.when - NOON) // timedelta(hours=1) for version in versions.of(saved)]
    assert hours == [*range(47, 37, -1), 35, 11]


def test_what_a_crash_left_half_written_goes_in_time(versions, saved):
    versions.keep(saved, b"one")
    (version,) = versions.of(saved)
    begun = version.path.with_name(".0a1b2c3d.tmp")
    begun.write_bytes(b"ha")
    versions.keep(saved, b"two")
    assert begun.exists()
    os.utime(begun, (0, 0))
    versions.keep(saved, b"three")
    assert not begun.exists()


@given(MOMENTS, ZONES)
def test_the_last_ten_stay_and_the_last_of_each_day_of_a_month(moments, zone):
    now = NOON.astimezone(zone)
    stay = kept(moments, now)
    ordered = sorted(set(moments), reverse=True)
    assert stay <= set(moments)
    assert set(ordered[:LAST]) <= stay
    assert len(stay) <= LAST + DAYS
    for day in {when.astimezone(zone).date() for when in moments}:
        of_day = [when for when in moments if when.astimezone(zone).date() == day]
        if (now.date() - day).days < DAYS:
            assert max(of_day) in stay
        assert len([when for when in stay if when in of_day and when not in ordered[:LAST]]) <= 1


@given(MOMENTS, ZONES)
def test_pruning_at_each_save_leaves_what_pruning_once_would(moments, zone):
    step_by_step: set[datetime] = set()
    for when in sorted(set(moments)):
        step_by_step = set(kept({*step_by_step, when}, when.astimezone(zone)))
    now = NOON.astimezone(zone)
    assert kept(step_by_step, now) == kept(set(moments), now)
    assert kept(kept(moments, now), now) == kept(moments, now)

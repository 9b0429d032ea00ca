"""Settings: typed, remembered, and never in the way."""

import json

import pytest

from planner.app.settings import BENCH_SHOWN, BENCH_WIDTH, RECENT_FILES, Settings


def test_what_is_set_is_there_the_next_time(tmp_path):
    Settings(tmp_path / "settings.json").set(BENCH_WIDTH, 300)
    assert Settings(tmp_path / "settings.json").get(BENCH_WIDTH) == 300


def test_what_was_never_set_has_its_default(tmp_path):
    settings = Settings(tmp_path / "nowhere" / "settings.json")
    assert settings.get(BENCH_SHOWN) is True
    assert settings.get(RECENT_FILES) == []


@pytest.mark.parametrize("value", ["wide", 2.5, True, None, [240]])
def test_a_value_of_another_type_counts_as_not_set(tmp_path, value):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"bench-width": value}))
    assert Settings(path).get(BENCH_WIDTH) == 240


@pytest.mark.expected_log("set aside")
@pytest.mark.parametrize("text", ["{", "[1]", "\x00", "[" * 100_000])
def test_a_file_that_is_no_settings_is_set_aside(tmp_path, text):
    path = tmp_path / "settings.json"
    path.write_text(text)
    settings = Settings(path)
    assert settings.get(BENCH_WIDTH) == 240
    assert "kept as settings.unreadable" in settings.trouble
    assert path.with_suffix(".unreadable").read_text() == text
    settings.set(BENCH_WIDTH, 260)
    again = Settings(path)
    assert again.get(BENCH_WIDTH) == 260
    assert again.trouble == ""


@pytest.mark.expected_log("settings not written")
def test_a_place_that_cannot_be_written_costs_the_memory_only(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings(blocked / "settings.json")
    settings.set(BENCH_WIDTH, 300)
    assert settings.get(BENCH_WIDTH) == 300


def test_nothing_is_left_beside_the_file(tmp_path):
    Settings(tmp_path / "settings.json").set(BENCH_WIDTH, 300)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]

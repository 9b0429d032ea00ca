"""The scenes are named apart, and a picture shows what the window shows."""

import subprocess
import sys
from pathlib import Path

import pytest

from planner import resources
from planner.app.pictures.scenes import SAMPLES, scenes
from planner.app.pictures.setting import Setting
from planner.app.pictures.stage import Stage


def test_every_scene_has_a_name_of_its_own_and_a_caption(tmp_path):
    made = list(scenes(tmp_path, tmp_path / "large.plan.json"))
    assert len({scene.name for scene in made}) == len(made)
    assert len({scene.caption for scene in made}) == len(made)
    for theme in ("light", "dark", "contrast"):
        for sample in SAMPLES:
            assert {f"{sample}-{theme}-1440", f"{sample}-{theme}-1280"} <= {scene.name for scene in made}


def test_pictures_are_taken_with_a_page_of_them_all(tmp_path):
    samples = tmp_path / "samples"
    samples.mkdir()
    for name in SAMPLES:
        file = f"{name}.plan.json"
        (samples / file).write_bytes(resources.read_bytes(f"samples/{file}"))
    done = _take(tmp_path / "out", samples, "drag-light")
    assert (done.returncode, done.stdout.count("1 pictures")) == (0, 1), done.stderr
    assert (tmp_path / "out" / "drag-light.png").read_bytes().startswith(b"\x89PNG")
    assert 'src="drag-light.png"' in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_a_scene_that_fails_is_told_and_costs_no_other(tmp_path):
    done = _take(tmp_path / "out", tmp_path, "empty")
    assert done.returncode == 0
    done = _take(tmp_path / "out", tmp_path, "hover")
    assert done.returncode == 1
    assert "hover-light: " in done.stderr


def test_a_stage_that_could_not_be_set_leaves_no_window(qapp, tmp_path):
    before = [window for window in qapp.topLevelWidgets() if window.isVisible()]
    (tmp_path / "people.csv").write_text("Name\nAda\n", encoding="utf-8")
    with pytest.raises(ValueError, match="is no plan"):
        Stage(qapp, tmp_path, Setting(tmp_path / "people.csv"))
    assert [window for window in qapp.topLevelWidgets() if window.isVisible()] == before


def _take(out: Path, samples: Path, only: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planner.app.pictures", str(out), "--samples", str(samples)]
    return subprocess.run(
        [*command, "--only", only], capture_output=True, text=True, check=False, timeout=120
    )

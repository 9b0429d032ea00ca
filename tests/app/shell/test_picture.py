"""A picture of the window can be had without a display."""

import subprocess
import sys

from planner import resources


def picture(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "planner.app.picture", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_the_window_on_a_plan_is_written_as_png(tmp_path):
    plan = tmp_path / "sample.plan.json"
    plan.write_bytes(resources.read_bytes("samples/small-startup.plan.json"))
    done = picture(tmp_path / "window.png", plan, "--size", "1280x720", "--theme", "dark")
    assert (done.returncode, done.stderr) == (0, "")
    header = (tmp_path / "window.png").read_bytes()[:24]
    assert header.startswith(b"\x89PNG")
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1280, 720)


def test_what_cannot_be_pictured_is_said_in_one_line(tmp_path):
    for arguments in ((tmp_path / "nothing.teamplan",), ("--size", "wide")):
        done = picture(tmp_path / "out.png", *arguments)
        assert done.returncode == 2
        assert done.stderr.count("\n") == 1
        assert "Traceback" not in done.stderr

"""The developer's script: what it refuses, and in which words."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def dev():
    spec = importlib.util.spec_from_file_location("dev", CHECKOUT / "dev.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_needs_nothing_but_the_standard_library():
    script = "import runpy, sys; runpy.run_path('dev.py'); print(*sys.modules)"
    call = [sys.executable, "-IS", "-c", script]
    done = subprocess.run(call, cwd=CHECKOUT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stdout.split() if not name.startswith("_")}
    assert loaded <= sys.stdlib_module_names


def test_its_help_names_every_command(dev, capsys):
    with pytest.raises(SystemExit):
        dev.main(["--help"])
    told = capsys.readouterr().out
    assert all(f"  {name}" in told for name in ("setup", "run", "test", "check", "bench", "torture", "hooks"))


def test_an_argument_that_a_command_does_not_know_is_refused_in_one_line(dev, capsys):
    assert dev.main(["check", "--everything"]) == 1
    assert (
        capsys.readouterr().err
        == "dev.py: This command does not know --everything: it takes --quick or --tested.\n"
    )


def test_an_empty_platform_name_is_as_good_as_none(dev, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert "QT_QPA_PLATFORM" not in dev.environment()
    assert dev.environment(offscreen=True)["QT_QPA_PLATFORM"] == "offscreen"


def test_missing_libraries_are_named_with_the_line_that_installs_them(dev, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setitem(dev.OFFSCREEN_LIBRARIES, "libnothing-at-all.so.9", "libnothing9")
    monkeypatch.setattr(sys, "stdin", None)
    monkeypatch.setenv("PATH", "")  # no apt-get to run, even as root
    with pytest.raises(dev.RefusalError, match=r"libnothing-at-all\.so\.9.*apt-get install libnothing9"):
        dev.check_libraries(for_window=False)


def test_a_window_on_x11_asks_for_more_libraries_than_the_tests(dev, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "OFFSCREEN_LIBRARIES", {})
    monkeypatch.setattr(dev, "X11_LIBRARIES", {"libnothing-at-all.so.9": "libnothing9"})
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert dev.missing_libraries(for_window=False) == {}
    assert dev.missing_libraries(for_window=True) == {"libnothing-at-all.so.9": "libnothing9"}


def test_a_python_that_is_too_old_is_told_which_would_do(dev, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    with pytest.raises(dev.RefusalError, match=r"needs Python 3\.11 or later"):
        dev.check_python()


def test_a_display_is_what_linux_names_as_one(dev, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    assert not dev.has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert dev.has_display()


def test_an_environment_of_another_python_or_a_broken_one_counts_as_none(dev, monkeypatch, tmp_path):
    monkeypatch.setattr(dev, "PYTHON", tmp_path / "python")
    assert dev._environment_version() == ""
    (tmp_path / "python").symlink_to(sys.executable)
    assert dev._environment_version() in {"", dev._own_version()}


@pytest.mark.parametrize("script", [".ci/run", ".githooks/pre-commit", "dev.py"])
def test_the_scripts_can_be_executed(script):
    assert os.access(CHECKOUT / script, os.X_OK)

import subprocess
import sys

from planner.__main__ import main


def test_the_version_is_answered_without_qt(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("MLOps Team Planner ")


def test_neither_the_version_nor_the_help_imports_qt():
    for option in ("--version", "--help"):
        script = (
            f"import sys; sys.argv = ['planner', {option!r}]\n"
            "from planner.__main__ import main\n"
            "try:\n    code = main()\nexcept SystemExit as done:\n    code = done.code\n"
            "assert not code and not any('PySide6' in name for name in sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_without_a_display_the_window_is_refused_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert main([]) == 2
    assert capsys.readouterr().err.count("\n") == 1

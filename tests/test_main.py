import os
import subprocess
import sys

from planner.__main__ import COMMANDS, main
from planner.cli.arguments import parser


def test_the_version_is_answered_without_qt(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("MLOps Team Planner ")


def _run(script: str, **variables: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", script]
    return subprocess.run(call, capture_output=True, text=True, check=False, env={**os.environ, **variables})


def test_neither_the_version_nor_the_help_imports_qt():
    for option in ("--version", "--help"):
        script = (
            f"import sys; sys.argv = ['planner', {option!r}]\n"
            "from planner.__main__ import main\n"
            "try:\n    code = main()\nexcept SystemExit as done:\n    code = done.code\n"
            "assert not code and not any('PySide6' in name for name in sys.modules)"
        )
        done = _run(script)
        assert done.returncode == 0, done.stderr


def test_without_a_display_the_window_is_refused_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert main([]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_opens_no_window_is_what_the_command_line_knows():
    told = parser().format_help().partition("COMMAND\n")[2].partition("\n\n")[0]
    assert {line.split()[0] for line in told.splitlines()} == COMMANDS


def test_a_system_library_that_qt_misses_is_named_in_one_sentence():
    script = """
import sys
from planner.__main__ import COMMANDS, main
from planner.cli.arguments import parser

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name == "PySide6.QtGui":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

sys.meta_path.insert(0, Missing())
sys.exit(main([]))
"""
    done = _run(script, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert (
        done.stderr
        == "The window needs the system library libEGL.so.1, which is missing: please install it.\n"
    )

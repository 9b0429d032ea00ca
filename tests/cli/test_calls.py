"""What holds for every command: codes, one line for a wrong call, no traceback, nothing imported in vain."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "required: COMMAND; planner --help tells more."),
        (("improve",), "invalid choice: 'improve'"),
        (("check",), "the following arguments are required: FILE; planner check --help tells more."),
        (("check", "a", "--scen", "x"), "unrecognized arguments: --scen x"),
        (("score", "a", "--min", "many"), "argument --min: expected points from 0 to 100, not many"),
        (("score", "a", "--min", "nan"), "expected points from 0 to 100, not nan"),
        (("score", "a", "--min", "101"), "expected points from 0 to 100, not 101"),
        (("import", "a", "-o", "b", "--stage", "giant"), "argument --stage: invalid choice: 'giant'"),
        (("export", "a"), "the following arguments are required: -o"),
        (("compare", "a", "--scenarios", "b"), "argument --scenarios: expected 2 arguments"),
        (("compare", "a"), "the following arguments are required: --scenarios"),
    ],
)
def test_a_wrong_call_is_refused_in_one_line(planner, arguments, words):
    answer = planner(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("planner: ")
    assert answer.err.count("\n") == 1
    assert words in answer.err


@pytest.mark.parametrize("command", ["import", "score", "export", "compare", "suggest", "check", "rules"])
def test_every_command_explains_itself(planner, command):
    answer = planner(command, "--help")
    assert answer.code == 0
    assert f"usage: planner {command}" in answer.out
    assert "--quiet" in answer.out


def run_fresh(script: str, *arguments: object, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", script, *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_help_and_refusals_load_no_heavy_library():
    script = (
        "import sys; from planner import cli\n"
        "assert cli.main(['--help']) == 0 and cli.main(['check', 'none']) == 2\n"
        "heavy = {'sqlalchemy', 'reportlab', 'openpyxl', 'pypdfium2', 'PySide6'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    done = run_fresh(script)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_leaves_early_is_no_fault(acme):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-m", "planner", "rules"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that takes nothing is a thing of Linux")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_an_answer_that_cannot_be_written_is_said(options):
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-X", "dev", "-W", "error", "-m", "planner", "rules", *options],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"planner: The answer could not be written: the disk is full.\n"


def test_a_stream_without_the_letters_gets_escapes(tmp_path):
    done = run_fresh(
        "import sys; from planner import cli; sys.exit(cli.main(sys.argv[1:]))",
        "check",
        tmp_path / "Zoë.teamplan",
        PYTHONIOENCODING="ascii:strict",
    )
    assert done.returncode == 2
    assert done.stderr == b"planner: There is no file Zo\\xeb.teamplan: check the name and the folder.\n"


def test_an_interruption_leaves_in_one_line(planner, acme, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fstat", interrupt)
    answer = planner("check", acme)
    monkeypatch.undo()
    assert (answer.code, answer.err) == (2, "planner: called off.\n")

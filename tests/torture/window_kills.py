"""Kills the real window at work, at any moment, and starts it again: every acknowledged edit comes back.

The child is the whole program without a screen. It edits, undoes, redoes and saves through its document, and
says after each step that was acknowledged how the plan is called now. The parent kills it, starts another
window on the same folders, recovers what is offered there, and looks for what was said last.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from tests.torture.outcome import Outcome

from planner import store

if TYPE_CHECKING:
    from planner.app.application import Program

COUNT = 200
FEW = 3
LONGEST = 0.6
"""Seconds that a child works at most after its first word."""
ROOT = Path(__file__).parents[2]
_SAID = "said"
_FILE = "plan.teamplan"
_LAYOUT = """
plan 0
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
"""


def run(count: int, seed: int) -> Outcome:
    """Kill ``count`` windows."""
    if not hasattr(os, "fork"):
        return Outcome("window-kills", 0, "kills", skipped="this system cannot split a process")
    faults: list[str] = []
    acknowledged = 0
    with _nursery() as nursery:
        for number in range(count):
            one = seed * 1_000_003 + number
            with tempfile.TemporaryDirectory() as name:
                said = _killed(nursery, Path(name), one)
                acknowledged += len(said)
                answer = _asked(nursery, f"look {name}")
                faults += [f"seed {one}: {fault}" for fault in _faults(Path(name), said, answer)]
    return Outcome(
        "window-kills", count, "kills", faults, f"{acknowledged:,} acknowledged steps, the last looked for"
    )


@contextmanager
def _nursery() -> Iterator["subprocess.Popen[str]"]:
    """A process that has imported the program and splits a child off when asked: a start takes seconds."""
    command = [sys.executable, "-m", "tests.torture.window_kills"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    ) as nursery:
        yield nursery
        assert nursery.stdin is not None
        nursery.stdin.close()


def _asked(nursery: "subprocess.Popen[str]", line: str) -> str:
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    print(line, file=nursery.stdin, flush=True)
    return nursery.stdout.readline().rstrip("\n")


def _killed(nursery: "subprocess.Popen[str]", folder: Path, seed: int) -> list[str]:
    """Let a window work and kill it; gives what it said, a plan's name for each acknowledged step."""
    child = int(_asked(nursery, f"work {folder} {seed}"))
    said = folder / _SAID
    while not (said.exists() and said.stat().st_size):
        time.sleep(0.005)
    time.sleep(Random(seed).uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    assert nursery.stdout is not None
    assert nursery.stdout.readline() == f"{child}\n"
    lines = said.read_text().splitlines(keepends=True)
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def _faults(folder: Path, said: list[str], answer: str) -> Iterator[str]:
    """``answer`` is the name of the plan that came back; a step that was begun may be done as well."""
    kept = [line[2:] for line in said if line.startswith("= ")][-1]
    begun = said[-1][2:]
    if answer not in {kept, begun}:
        yield f"{answer!r} came back; {kept!r} was acknowledged, {begun!r} begun"
    document = folder / "Documents" / _FILE
    if document.exists() and not store.check(document).is_sound:
        yield "the document is not whole"
    others = {entry.name for entry in document.parent.iterdir()} - {_FILE, f".~lock.{_FILE}#"}
    if any(not name.endswith(".tmp") for name in others):
        yield f"beside the document lies {sorted(others)}"


class _Names:
    """How the plan is called after each step of the history, and where in it the plan stands."""

    def __init__(self, first: str) -> None:
        self.names, self.position = [first], 0

    def after(self, by: int) -> str:
        """The name that many steps further."""
        return self.names[self.position + by]

    def add(self, name: str) -> None:
        """Take a new step, which forgets those that were undone."""
        self.names[self.position + 1 :] = [name]


def _work(folder: Path, seed: int) -> None:
    """The child: it goes on until it is killed, and says what it begins and what is acknowledged."""
    from planner.app.files.opening import OpenedFile
    from planner.domain import outline
    from planner.domain.edits import edit_project

    program = _program(folder)
    window = program.new_window()
    window.files.show_project(OpenedFile(outline.parse(_LAYOUT), None), is_saved=False)
    document = window.document
    assert document is not None
    assert document.session is not None
    said = os.open(folder / _SAID, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    document.session.flush()
    os.write(said, b"= 0\n")
    random, names = Random(seed), _Names("0")
    for number in range(1, 1_000_000):
        chance = random.random()
        if chance < 0.1:
            window.files.save_at(folder / "Documents" / _FILE)
        elif chance < 0.3 and names.position:
            os.write(said, f"? {names.after(-1)}\n".encode())
            document.undo()
            names.position -= 1
        elif chance < 0.4 and names.position + 1 < len(names.names):
            os.write(said, f"? {names.after(1)}\n".encode())
            document.redo()
            names.position += 1
        else:
            os.write(said, f"? {number}\n".encode())
            document.apply(partial(edit_project, name=str(number)))
            names.add(str(number))
            names.position += 1
        document.session.flush()
        os.write(said, f"= {document.project.name}\n".encode())
        program.deliver()


def _look(folder: Path) -> str:
    """Start again, take back what is offered, else open the document; gives the plan's name."""
    from PySide6.QtWidgets import QApplication

    from planner.app.window.notices import Lane

    program = _program(folder)
    window = program.new_window()
    program.recovering.look()
    _settle(program)
    if window.notices.text_of(Lane.RECOVERY):
        program.recovering.recover_first()
    else:
        window.files.open_path(folder / "Documents" / _FILE)
    _settle(program)
    QApplication.processEvents()
    document = program.windows[0].document
    name = "" if document is None else document.project.name
    for each in program.windows:
        if each.files.safe is not None:
            each.files.safe.close(discarded=False)
    return name or window.notices.text


def _program(folder: Path) -> "Program":
    from planner.app.application import make_application, make_program
    from planner.app.settings import Settings

    documents = folder / "Documents"
    documents.mkdir(exist_ok=True)
    return make_program(
        make_application(),
        settings=Settings(folder / "settings.json"),
        documents=documents,
        local=folder / "local",
    )


def _settle(program: "Program") -> None:
    for _ in range(4):
        program.work.wait()
        program.deliver()


def nurse() -> None:
    """Split off a child for each line: one that works tells its number, one that looks tells what it saw."""
    for module in ("app.window.plan_page", "app.files.safekeeping", "store.recovery.finding", "store.saving"):
        import_module(f"planner.{module}")
    for line in sys.stdin:
        task, folder, *seed = line.split()
        child = os.fork()
        if child == 0:
            try:
                if task == "work":
                    _work(Path(folder), int(seed[0]))
                print(_look(Path(folder)), flush=True)
                os._exit(0)
            finally:
                os._exit(1)
        if task == "work":
            print(child, flush=True)
        _, status = os.waitpid(child, 0)
        if task == "work" or status:
            print(child, flush=True)


if __name__ == "__main__":
    nurse()

"""Kills a program at work, at any moment, and looks at what it left: no step that was told as kept is gone.

The child makes edits, undoes, redoes and saves, and says so after each that was acknowledged. The parent
kills it, takes the session up again, and holds it to the same steps done in memory: everything said is there,
at most one step more, and the document is whole.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from random import Random

from benchmarks.plans import large_plan
from benchmarks.walking import Walk
from tests.torture.outcome import Outcome

from planner import store
from planner.domain import Difference, Project
from planner.store.recovery import Recovery, Resumed, Session

COUNT = 1_000
FEW = 20
PEOPLE = 60
LONGEST = 0.4
"""Seconds that a child works at most before it is killed."""
ROOT = Path(__file__).parents[2]
SAID = "said"
_SAVE = "save"


class Steps:
    """The same random steps from the same seed, in the child and in the parent."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._walk = Walk(large_plan(PEOPLE), seed=seed)
        self.done: list[Difference] = []
        self.undone: list[Difference] = []
        self._number = 0

    @property
    def project(self) -> Project:
        return self._walk.project

    def next(self) -> tuple[str, Difference | None]:
        """What is done next, and what changes by it."""
        chance = self._random.random()
        if chance < 0.1:
            return _SAVE, None
        if chance < 0.3 and self.done:
            self.undone.append(self.done.pop())
            return "undo", self._follow(self.undone[-1].inverse())
        if chance < 0.4 and self.undone:
            self.done.append(self.undone.pop())
            return "redo", self._follow(self.done[-1])
        self._number += 1
        self.done.append(self._walk.next(self._number).difference)
        self.undone.clear()
        return "do", self.done[-1]

    def _follow(self, difference: Difference) -> Difference:
        self._walk.project = difference.applied(self._walk.project)
        return difference


def run(count: int, seed: int) -> Outcome:
    """Kill ``count`` children."""
    if not hasattr(os, "fork"):
        return Outcome("kills", 0, "kills", skipped="this system cannot split a process")
    faults: list[str] = []
    acknowledged = before_any = 0
    with _nursery() as nursery:
        for number in range(count):
            one = seed * 1_000_003 + number
            with tempfile.TemporaryDirectory() as name:
                said = _killed(nursery, Path(name), one)
                acknowledged += max(said, 0)
                before_any += said < 1
                faults += [f"seed {one}: {fault}" for fault in _faults(Path(name), one, said)]
    return Outcome(
        "kills",
        count,
        "kills",
        faults,
        f"{acknowledged:,} acknowledged steps looked for, {before_any} killed before the first",
    )


@contextmanager
def _nursery() -> Iterator["subprocess.Popen[str]"]:
    """A process that has imported all it needs and splits a child off when asked: a start takes a second."""
    command = [sys.executable, "-m", "tests.torture.kills", "nursery"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as nursery:
        yield nursery
        assert nursery.stdin is not None
        nursery.stdin.close()


def _killed(nursery: "subprocess.Popen[str]", folder: Path, seed: int) -> int:
    """Let a child work and kill it; gives how many steps it said were kept, -1 for not even begun."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    print(seed, folder, file=nursery.stdin, flush=True)
    child = int(nursery.stdout.readline())
    said = folder / SAID
    random = Random(seed)
    if random.random() < 0.9:
        while not (said.exists() and said.stat().st_size):
            time.sleep(0.002)
    time.sleep(random.uniform(0, LONGEST))
    os.kill(child, signal.SIGKILL)
    assert nursery.stdout.readline() == f"{child}\n"
    lines = said.read_bytes().splitlines(keepends=True) if said.exists() else []
    return int([b"-1", *(line for line in lines if line.endswith(b"\n"))][-1])


def _faults(folder: Path, seed: int, said: int) -> Iterator[str]:
    recovery = Recovery(folder / "recovery", version="0")
    document = folder / "Plan.teamplan"
    lost = recovery.lost()
    yield from map(str, recovery.notes())
    states = _states(seed, said + 2)
    if document.exists():
        report = store.check(document)
        if not report.is_sound or report.project not in [project for project, _ in states]:
            yield "the document is not one that was saved"
    taken_up = recovery.resume(lost[0]) if lost else _reopened(recovery, document)
    if taken_up is None:
        if said >= 0:
            yield f"the session is gone, of which {said} steps were said to be kept"
        return
    session, project = taken_up
    likely = states[max(said, 0) :]
    if (project, session.position) not in likely:
        yield f"what came back is none of the states {said} to {said + 1}"
    elif [session.history[index] for index in range(session.position)] != _history(seed, said, project):
        yield "the history is another"
    session.close()


def _reopened(recovery: Recovery, document: Path) -> Resumed | None:
    """The session that died just as its document was."""
    if not document.exists():
        return None
    opened = store.read_checked(document)
    session = recovery.reopen_history(document, opened.fingerprint, opened.project)
    return None if session is None else Resumed(session, opened.project)


def _states(seed: int, count: int) -> list[tuple[Project, int]]:
    """The plan and its place in the history, from the start on, after each of so many steps."""
    steps = Steps(seed)
    states = [(steps.project, 0)]
    for _ in range(count):
        steps.next()
        states.append((steps.project, len(steps.done)))
    return states


def _history(seed: int, said: int, project: Project) -> list[Difference]:
    steps = Steps(seed)
    for _ in range(max(said, 0)):
        steps.next()
    while steps.project != project:
        steps.next()
    return steps.done


def work(folder: Path, seed: int) -> None:
    """The child: it begins a session and goes on until it is killed, with a line after each step.

    What was written into a file stays written when the writer is killed, as it does in a pipe.
    """
    said = os.open(folder / SAID, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    steps = Steps(seed)
    recovery = Recovery(folder / "recovery", version="0")
    session = recovery.begin(steps.project)
    session.flush()
    number = 0
    while True:
        os.write(said, f"{number}\n".encode())
        kind, difference = steps.next()
        if difference is not None:
            session.record(difference, kind).result()
        else:
            _save(session, steps.project, folder / "Plan.teamplan")
        number += 1


def _save(session: Session, project: Project, path: Path) -> None:
    image = session.image(project, path.name).result()
    fingerprint = store.publish(image.data, path, opened=session.fingerprint).fingerprint
    session.mark_saved(path, fingerprint, image).result()


def nurse() -> None:
    """Split off a child for each line, tell its number, and tell it again once it is dead."""
    for module in ("working.database", "working.image", "recovery.finding", "saving"):
        import_module(f"planner.store.{module}")
    for line in sys.stdin:
        seed, folder = line.rstrip("\n").split(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                work(Path(folder), int(seed))
            finally:
                os._exit(1)
        print(child, flush=True)
        os.waitpid(child, 0)
        print(child, flush=True)


if __name__ == "__main__":
    nurse()

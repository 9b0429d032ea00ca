"""How long the window stands still while a plan of 50,000 people is opened, and what one move costs it then.

Against one full review of the plan: reading, placing and packing it, which takes longer, is done beside the
window.
"""

import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.loading import pack
from benchmarks.measuring import Figure, best_of, in_milliseconds, seconds
from benchmarks.plans import SCENARIO, large_plan
from planner.app.application import make_application, make_program
from planner.app.settings import Settings
from planner.app.window.main_window import MainWindow
from planner.domain import Kind, Project, edits
from planner.guidance import review
from planner.store import save

PEOPLE = 50_000
SIZE = (1440, 900)
TICK = 10
"""Milliseconds between two looks at whether the window answers."""
COMPLETE = 1500
"""Milliseconds after the plan is shown in which all that belongs to it has come."""
ROUNDS = 2


def figures() -> Iterator[Figure]:
    """The longest silence of the window, of a few openings the shortest, and moves of teams."""
    rules, project = pack(), large_plan(PEOPLE)

    def full() -> None:
        _ = review(project, SCENARIO, rules).score.total

    with tempfile.TemporaryDirectory(prefix="planner-") as name:
        folder = Path(name)
        files = [folder / f"{number}.teamplan" for number in range(ROUNDS)]
        for file in files:
            save(project, file)
        reviewed = min(seconds(full) for _ in range(ROUNDS))
        application = QApplication.instance() or make_application()
        assert isinstance(application, QApplication)
        program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
        windows = [program.new_window(awaits_plan=True) for _ in files]
        for window in windows:
            window.resize(*SIZE)
        times = min(map(_longest_silence, windows, files)), reviewed
        yield in_milliseconds("window stands still, opening 50,000", times, goal=0.8, against="a full review")
        times = best_of(partial(_move_a_team, window, project, count()), full)
        yield in_milliseconds("a team moves, 50,000 people", times, goal=0.25, against="a full review")
        if window.document is not None:
            window.document.go_to(0)  # unchanged, it closes without a question
        for window in windows:
            window.close()


def _longest_silence(window: MainWindow, file: Path) -> float:
    """Seconds between two ticks, the longest, from asking for a file until its page is complete."""
    loop, ticks, longest = QEventLoop(), QTimer(), 0.0
    ticks.setInterval(TICK)
    ticks.setTimerType(Qt.TimerType.PreciseTimer)
    last, is_shown = perf_counter(), False

    def tick() -> None:
        nonlocal last, longest, is_shown
        now = perf_counter()
        longest, last = max(longest, now - last), now
        if window.document is not None and not is_shown:
            is_shown = True
            QTimer.singleShot(COMPLETE, loop, loop.quit)

    ticks.timeout.connect(tick)
    ticks.start()
    window.files.open_path(file)
    loop.exec()
    return longest


def _move_a_team(window: MainWindow, project: Project, number: "count[int]") -> None:
    """Move one squad under another core, in the window that shows the overview."""
    document = window.document
    assert document is not None
    teams = [team.id for team in project.scenarios[SCENARIO].teams if team.kind is Kind.SQUAD]
    cores = [team.id for team in project.scenarios[SCENARIO].teams if team.kind is Kind.CORE]
    at = next(number)
    edit = partial(edits.move_team, team=teams[7 * at], parent=cores[-1 - at])
    document.apply(partial(edit, scenario=SCENARIO))

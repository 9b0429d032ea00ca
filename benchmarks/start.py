"""From the start of the process to the first painted window, empty and with a large plan.

Both against a bare QMainWindow.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measuring import Figure, best_of, in_milliseconds
from benchmarks.plans import grouped_plan
from planner.store import save

ROUNDS = 15

# Watches one window, once it is shown: a filter in Python costs every event, and for one of an object that Qt
# made itself, as an application's filter gets, the binding defines every class there is.
_UNTIL_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, lambda: os._exit(0))
        return False

watch = Watch()
window.installEventFilter(watch)
"""

_BARE = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1440, 820)
window.show()
"""
    + _UNTIL_PAINTED
    + "application.exec()"
)

_OURS = (
    """
import sys
from pathlib import Path
from planner.app.binding import read_no_sources
read_no_sources()
from planner.app.application import make_application, make_program
from planner.app.settings import Settings
application = make_application()
folder = Path(sys.argv[1])
program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
window = program.new_window()
"""
    + _UNTIL_PAINTED
    + "application.exec()"
)

# The window is painted empty before the plan is in it: what counts is the first paint of the chart.
_OPENING = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from planner.app.binding import read_no_sources
read_no_sources()
from planner.app.application import make_application, make_program
from planner.app.settings import Settings
application = make_application()
folder = Path(sys.argv[1])
program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
window = program.new_window(awaits_plan=True)

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self, lambda: os._exit(0))  # before what waits for this paint
        return False

watch = Watch()

def show_and_watch(document):
    show(document)
    window._page.parts.canvas.viewport().installEventFilter(watch)  # ``window.page`` would complete it

show = window.show_document
window.show_document = show_and_watch
window.files.open_path(Path(sys.argv[2]))
application.exec()
"""


def figures() -> Iterator[Figure]:
    """Processes in turns, the best of fifteen each."""
    for script in (_OURS, _BARE):
        _run(script)  # compiles what is to be imported, and warms the disk
    times = best_of(partial(_run, _OURS), partial(_run, _BARE), rounds=ROUNDS)
    yield in_milliseconds("start to first paint", times, goal=2.0, against="a bare QMainWindow")
    with tempfile.TemporaryDirectory(prefix="planner-") as folder:
        file = Path(folder) / "large.teamplan"
        save(grouped_plan(), file)
        _run(_OPENING, str(file))
        times = best_of(partial(_run, _OPENING, str(file)), partial(_run, _BARE), rounds=ROUNDS)
    yield in_milliseconds("start to the chart of 1,000 people", times, goal=4.0, against="a bare QMainWindow")


def _run(script: str, *arguments: str) -> None:
    # Compiled modules are part of an installed program; without them imports alone take three times as long.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryDirectory(prefix="planner-") as folder:
        command = [sys.executable, "-c", script, folder, *arguments]
        subprocess.run(command, check=True, timeout=60, capture_output=True, env=environment)  # noqa: S603

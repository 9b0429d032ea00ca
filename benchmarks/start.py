"""From the start of the process to the first painted window: ours against a bare QMainWindow."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial

from benchmarks.measuring import Figure, best_of, in_milliseconds

ROUNDS = 7

_UNTIL_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False

watch = Watch()
application.installEventFilter(watch)
"""

_BARE = (
    """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
"""
    + _UNTIL_PAINTED
    + """
window = QMainWindow()
window.resize(1440, 820)
window.show()
application.exec()
"""
)

_OURS = (
    """
import tempfile
from pathlib import Path
from planner.app.application import make_application, make_program
from planner.app.settings import Settings
application = make_application()
"""
    + _UNTIL_PAINTED
    + """
folder = Path(tempfile.mkdtemp(prefix="planner-"))
program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
program.new_window()
application.exec()
"""
)


def figures() -> Iterator[Figure]:
    """Processes in turns, the best of seven each."""
    for script in (_OURS, _BARE):
        _run(script)  # compiles what is to be imported, and warms the disk
    times = best_of(partial(_run, _OURS), partial(_run, _BARE), rounds=ROUNDS)
    yield in_milliseconds("start to first paint", times, goal=2.0, against="a bare QMainWindow")


def _run(script: str) -> None:
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60, capture_output=True)  # noqa: S603

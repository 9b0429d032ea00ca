"""What the first paint waits for."""

import subprocess
import sys

SCRIPT = """
import sys, tempfile
from pathlib import Path
from planner.app.application import make_application, make_program
from planner.app.settings import Settings
from PySide6.QtCore import QEvent, QObject

application = make_application()
folder = Path(tempfile.mkdtemp())
program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
heavy = ("sqlalchemy", "reportlab", "openpyxl", "pypdfium2", "defusedxml", "planner.guidance",
         "planner.store", "planner.exchange", "planner.placement")

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(sorted(name for name in heavy if name in sys.modules))
            sys.stdout.flush()
            import os
            os._exit(0)
        return False

watch = FirstPaint()
application.installEventFilter(watch)
program.new_window()
application.exec()
"""


def test_the_first_paint_waits_for_no_database_no_pdf_and_no_guidance():
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


READ = """
import inspect
from planner.app.binding import read_no_sources

read_no_sources()
read = []
inspect.getsource = lambda module: read.append(module) or ""
import planner.app.application
import planner.app.window.main_window

print(len(read))
"""


def test_the_binding_reads_no_sources_of_ours():
    done = subprocess.run(
        [sys.executable, "-c", READ], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "0", done.stdout + done.stderr

"""What the first paint waits for."""

import subprocess
import sys

from planner.app.files.opening import OpenedFile
from planner.app.panel import ScorePanel
from planner.app.window.plan_page import PlanPage
from planner.domain import outline

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


CHART = """
import sys, tempfile
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea
from planner.app.application import make_application, make_program
from planner.app.files.opening import OpenedFile
from planner.app.settings import Settings
from planner.domain import outline

application = make_application()
folder = Path(tempfile.mkdtemp())
program = make_program(application, settings=Settings(folder / "settings.json"), documents=folder)
window = program.new_window(awaits_plan=True)

class FirstPaint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            parts = ("panel", "start", "comparing", "history", "find")
            print(sorted(name for name in parts if f"planner.app.{name}" in sys.modules))
            sys.stdout.flush()
            import os
            os._exit(0)
        return False

watch = FirstPaint()
window.files.show_project(OpenedFile(outline.parse("plan Churn"), None), is_saved=False)
areas = window.findChildren(QAbstractScrollArea)
next(area for area in areas if type(area).__name__ == "Canvas").viewport().installEventFilter(watch)
application.exec()
"""


def test_the_first_sight_of_a_chart_waits_for_no_score_panel_and_nothing_that_opens():
    done = subprocess.run(
        [sys.executable, "-c", CHART], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stdout + done.stderr


def test_a_page_is_completed_once_its_chart_was_seen(start_window, qtbot):
    start_window.files.show_project(OpenedFile(outline.parse("plan Churn"), None), is_saved=False)
    (page,) = start_window.findChildren(PlanPage)
    assert not start_window.findChildren(ScorePanel)
    qtbot.waitUntil(lambda: bool(start_window.findChildren(ScorePanel)))
    assert start_window.owners.by_name["panel"] is page.parts.panel
    assert start_window.actions_table["plan.add-squad"].isEnabled()


def test_a_page_that_nobody_sees_is_completed_all_the_same(start_window, qtbot):
    start_window.hide()
    start_window.files.show_project(OpenedFile(outline.parse("plan Churn"), None), is_saved=False)
    assert start_window.findChildren(ScorePanel)

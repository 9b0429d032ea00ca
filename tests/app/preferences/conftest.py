"""A program on a folder of its own with a window on a small plan."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.application import Program, make_program
from planner.app.files.opening import OpenedFile
from planner.app.settings import Settings
from planner.app.window.main_window import MainWindow
from planner.domain import outline

LAYOUT = """
plan Halden Mutual
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz Zieliński
  DE vacant
"""


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    qapp.setStyle("Fusion")
    made = make_program(qapp, settings=Settings(tmp_path / "settings.json"), documents=tmp_path)
    yield made
    made.work.wait()
    for window in made.windows:
        window.close()
    qapp.setStyleSheet("")


@pytest.fixture
def window(program: Program) -> MainWindow:
    made = program.new_window()
    made.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=True)
    return made

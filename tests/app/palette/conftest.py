"""A window on the start screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.application import make_program
from planner.app.settings import Settings
from planner.app.window.main_window import MainWindow


@pytest.fixture
def start_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    program = make_program(qapp, settings=Settings(tmp_path / "settings.json"), documents=tmp_path)
    window = program.new_window()
    yield window
    program.work.wait()
    window.close()
    qapp.setStyleSheet("")

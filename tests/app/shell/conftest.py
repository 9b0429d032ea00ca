"""A program on a folder of its own, and windows that answer their own questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app.application import Program, make_program
from planner.app.files.asking import Answer, Asking
from planner.app.files.opening import OpenedFile
from planner.app.settings import Settings
from planner.app.theme import Look
from planner.app.window.main_window import MainWindow
from planner.domain import outline

LAYOUT = """
plan Halden Mutual
person Karin Voss: product, marketing
person Mateo Silva: data-engineer
scenario Today: enterprise, product, hybrid, 4 use cases
group ML organisation, lead Ingrid Solheim
  core ML Platform, purpose "Shared platform"
    MO Tomasz Zieliński
    DE Grace Mwangi
    PR vacant
  squad Fraud Shield, product "Fraud Shield"
    DS Priya Natarajan 60%
    SD Adam Novak
    DE vacant
ML Platform serves Fraud Shield
"""


class Scripted(Asking):
    """Answers what the window asks, as the test says."""

    def __init__(self, window: MainWindow, look: Look) -> None:
        super().__init__(window, look)
        self.path: Path | None = None
        self.answer = Answer.CANCEL
        self.asked: list[str] = []

    def file_to_open(self, folder: Path) -> Path | None:
        self.asked.append("open")
        return self.path

    def roster_to_import(self, folder: Path) -> Path | None:
        self.asked.append("import")
        return self.path

    def place_to_save(self, suggested: Path) -> Path | None:
        self.asked.append(f"save {suggested.name}")
        return self.path

    def place_to_export(self, suggested: Path) -> Path | None:
        self.asked.append(f"export {suggested.name}")
        return self.path

    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        self.asked.append(f"changes to {plan}")
        return self.answer


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    qapp.setStyle("Fusion")
    documents = tmp_path / "Documents"
    documents.mkdir()
    made = make_program(qapp, settings=Settings(tmp_path / "settings.json"), documents=documents)
    yield made
    made.work.wait()
    for window in made.windows:
        window.files.asking = _Discarding(window, made.look)
        window.close()
    qapp.setStyleSheet("")


class _Discarding(Scripted):
    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        return Answer.DISCARD


@pytest.fixture
def start_window(program: Program) -> MainWindow:
    """A window on the start screen."""
    window = program.new_window()
    window.files.asking = Scripted(window, program.look)
    return window


@pytest.fixture
def window(start_window: MainWindow) -> MainWindow:
    """A window on the layout above, which no file holds yet."""
    start_window.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=False)
    assert start_window.page is not None  # asked for, and so complete
    return start_window

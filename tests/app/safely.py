"""A computer on which the program keeps work safe, for tests of files, recovering and versions."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from planner.app.application import Program, make_program
from planner.app.document import Document
from planner.app.files.asking import Answer, Asking
from planner.app.files.opening import OpenedFile
from planner.app.settings import REDUCED_MOTION, Settings
from planner.app.window.main_window import MainWindow
from planner.app.window.notices import Lane
from planner.domain import outline
from planner.domain.edits import edit_project

LAYOUT = """
plan Churn
person Karin Voss: product
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  PR vacant
squad Fraud Shield
  DS Priya Natarajan 60%
"""


class Answers(Asking):
    """Answers what the window asks, as the test says."""

    path: Path | None = None
    answer = Answer.DISCARD
    forgets = True

    def place_to_save(self, suggested: Path) -> Path | None:
        self.suggested = suggested
        return self.path

    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        self.told_kept = is_kept
        return self.answer

    def about_forgetting(self, plan: str) -> bool:
        return self.forgets


class Computer:
    """One computer with its folders; ``starts`` begins the program, ``crashes`` leaves what a death would."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application, self.folder = application, folder
        self.documents = folder / "Documents"
        self.documents.mkdir(parents=True)
        self.local = folder / "local"
        self._programs: list[Program] = []
        self.starts()

    def starts(self) -> "Computer":
        """Start the program, with a window on the start screen."""
        settings = Settings(self.folder / "settings.json")
        settings.set(REDUCED_MOTION, "on")
        self.program = make_program(
            self._application, settings=settings, documents=self.documents, local=self.local
        )
        self._programs.append(self.program)
        self.window = self.opens_a_window()
        return self

    def opens_a_window(self) -> MainWindow:
        self.window = self.program.new_window()
        self.window.files.asking = Answers(self.window, self.program.look)
        return self.window

    def crashes(self) -> "Computer":
        """Go on with a copy of the recovery folder as it is now, in another start of the program."""
        for window in self.program.windows:
            if window.document is not None and window.document.session is not None:
                window.document.session.flush()
        after = self.folder / f"local after crash {len(self._programs)}"
        shutil.copytree(self.local, after)
        self.leaves()
        self.local = after
        self.starts()
        self.program.recovering.look()
        self.settles()
        return self

    def leaves(self) -> None:
        """Close every window; what is not saved is discarded."""
        self.program.work.wait()
        self.settles()
        for window in self.program.windows:
            window.files.asking = Answers(window, self.program.look)
            window.close()
        self.settles()

    def settles(self) -> None:
        """Let work that was started end, and its answers arrive, and what these start."""
        for _ in range(4):
            self.program.work.wait()
            for _ in range(3):
                self._application.processEvents()

    @property
    def document(self) -> Document:
        assert self.window.document is not None
        return self.window.document

    @property
    def answers(self) -> Answers:
        found = self.window.files.asking
        assert isinstance(found, Answers)
        return found

    def makes_a_plan(self, name: str = "churn.teamplan") -> Path:
        """A plan that was just saved under a name."""
        self.window.files.show_project(OpenedFile(outline.parse(LAYOUT), None), is_saved=False)
        self.window.files.save_at(self.documents / name)
        self.settles()
        assert not self.document.is_edited, self.window.notices.text
        return self.documents / name

    def opens(self, path: Path) -> None:
        """Open a file; the window is then the one that shows it."""
        self.window.files.open_path(path)
        self.settles()
        found = self.program.window_of(path)
        if found is not None:
            self.window = found
            if not isinstance(found.files.asking, Answers):
                found.files.asking = Answers(found, self.program.look)

    def renames_to(self, name: str) -> None:
        """One edit."""
        self.document.apply(partial(edit_project, name=name))

    def saves(self) -> None:
        self.window.actions_table["file.save"].trigger()
        self.settles()

    def chooses(self, action: str) -> None:
        self.window.actions_table[action].trigger()
        self.settles()

    def looks_at_the_file(self) -> None:
        """What the timer does every two seconds."""
        assert self.window.files.safe is not None
        self.settles()  # a look that is under way would be taken for this one
        self.window.files.safe.watching.look()
        self.settles()

    def looks_no_more(self) -> None:
        """Let neither timer nor folder tell of the file: what comes next falls between two looks."""
        assert self.window.files.safe is not None
        self.settles()
        watching = self.window.files.safe.watching
        for timer in watching.findChildren(QTimer):
            timer.stop()
        for folder in watching.findChildren(QFileSystemWatcher):
            folder.blockSignals(True)

    def told(self, lane: Lane = Lane.FILE) -> str:
        return self.window.notices.text_of(lane)

    def clicks(self, words: str) -> None:
        """Click the button of a notice."""
        found = [
            button
            for button in self.window.notices.findChildren(QPushButton)
            if button.text() == words and not _is_hidden(button.parentWidget())
        ]
        assert found, f"there is no {words}"
        found[-1].click()
        self.settles()


def _is_hidden(frame: QWidget | None) -> bool:
    return frame is None or frame.isHidden()


@contextmanager
def computer_in(application: QApplication, folder: Path) -> Iterator[Computer]:
    """A computer that is put away at the end."""
    application.setStyle("Fusion")
    made = Computer(application, folder)
    yield made
    made.leaves()
    application.setStyleSheet("")

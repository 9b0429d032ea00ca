"""Asks what only the user can decide: which file, which place, and what becomes of unsaved changes."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from planner.app.controls.question import Question
from planner.app.files.opening import PDFS, PROJECT_ENDING, PROJECTS, READABLE, ROSTERS, with_ending
from planner.app.theme import Look


class Answer(Enum):
    """What becomes of unsaved changes."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


class Asking:
    """Dialogs of one window; each gives None or CANCEL when it is closed without an answer."""

    def __init__(self, window: QWidget, look: Look) -> None:
        self._window, self._look = window, look

    def file_to_open(self, folder: Path) -> Path | None:
        """Ask for a plan or roster to open."""
        return ask_for_file(self._window, "Open", folder, READABLE)

    def roster_to_import(self, folder: Path) -> Path | None:
        """Ask for a roster."""
        return ask_for_file(self._window, "Import people", folder, ROSTERS)

    def place_to_save(self, suggested: Path) -> Path | None:
        """Ask where the plan is saved; the dialog itself asks before a file is replaced."""
        return ask_for_place(self._window, "Save plan", suggested, PROJECTS, PROJECT_ENDING)

    def place_to_export(self, suggested: Path) -> Path | None:
        """Ask where the PDF goes."""
        return ask_for_place(self._window, "Export PDF", suggested, PDFS, ".pdf")

    def about_changes(self, plan: str, *, is_kept: bool) -> Answer:
        """Ask what becomes of unsaved changes; ``is_kept`` when they can be recovered later."""
        kept = "What is not saved stays on this computer for 30 days, under File, Recover."
        lost = "What is not saved is lost when the window closes."
        question = Question(
            self._look,
            f"Save the changes to {plan}?",
            follows=kept if is_kept else lost,
            answers=("Save", "Don’t save", "Cancel"),
            title="Unsaved changes",
            parent=self._window,
        )
        answers = (Answer.SAVE, Answer.DISCARD, Answer.CANCEL)
        place = question.ask()
        return Answer.CANCEL if place is None else answers[place]

    def about_forgetting(self, plan: str) -> bool:
        """Ask whether what was kept of a plan may go for good."""
        question = Question(
            self._look,
            f"Discard what was kept of {plan}?",
            follows="It cannot be brought back after that.",
            answers=("Keep it", "Discard it"),
            title="Discard kept work",
            parent=self._window,
        )
        return question.ask() == 1


def ask_for_file(window: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
    """Ask for a file that is there; None when the dialog is closed without one."""
    answer, _ = QFileDialog.getOpenFileName(window, title, str(folder), kinds)
    window.activateWindow()  # so that keys are heard again where no window manager sees to it
    return Path(answer) if answer else None


def ask_for_place(window: QWidget, title: str, suggested: Path, kinds: str, ending: str) -> Path | None:
    """Ask where a file goes, whose name gets the ending; None when the dialog is closed without a place."""
    answer, _ = QFileDialog.getSaveFileName(window, title, str(suggested), kinds)
    window.activateWindow()
    return with_ending(Path(answer), ending) if answer else None

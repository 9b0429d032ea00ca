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
        return _path(QFileDialog.getOpenFileName(self._window, "Open", str(folder), READABLE))

    def roster_to_import(self, folder: Path) -> Path | None:
        """Ask for a roster."""
        return _path(QFileDialog.getOpenFileName(self._window, "Import people", str(folder), ROSTERS))

    def place_to_save(self, suggested: Path) -> Path | None:
        """Ask where the plan is saved; the dialog itself asks before a file is replaced."""
        path = _path(QFileDialog.getSaveFileName(self._window, "Save plan", str(suggested), PROJECTS))
        return None if path is None else with_ending(path, PROJECT_ENDING)

    def place_to_export(self, suggested: Path) -> Path | None:
        """Ask where the PDF goes."""
        path = _path(QFileDialog.getSaveFileName(self._window, "Export PDF", str(suggested), PDFS))
        return None if path is None else with_ending(path, ".pdf")

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


def _path(answer: tuple[str, str]) -> Path | None:
    return Path(answer[0]) if answer[0] else None

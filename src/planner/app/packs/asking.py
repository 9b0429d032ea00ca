"""Asks for files of weights."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from planner.app.files.opening import with_ending

WEIGHTS: Final = "Weights (*.toml);;All files (*)"


class Asking:
    """Dialogs of one window; each gives None when it is closed without an answer."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def weights_to_use(self, folder: Path) -> Path | None:
        """Ask for a file of weights."""
        answer, _ = QFileDialog.getOpenFileName(self._window, "Use weights from a file", str(folder), WEIGHTS)
        return Path(answer) if answer else None

    def place_for_weights(self, suggested: Path) -> Path | None:
        """Ask where the weights are saved; the dialog itself asks before a file is replaced."""
        answer, _ = QFileDialog.getSaveFileName(self._window, "Save the weights", str(suggested), WEIGHTS)
        return with_ending(Path(answer), ".toml") if answer else None

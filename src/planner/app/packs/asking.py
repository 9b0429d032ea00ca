"""Asks for files of weights."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from planner.app.files.asking import ask_for_file, ask_for_place

WEIGHTS: Final = "Weights (*.toml);;All files (*)"


class Asking:
    """Dialogs of one window; each gives None when it is closed without an answer."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def weights_to_use(self, folder: Path) -> Path | None:
        """Ask for a file of weights."""
        return ask_for_file(self._window, "Use weights from a file", folder, WEIGHTS)

    def place_for_weights(self, suggested: Path) -> Path | None:
        """Ask where the weights are saved; the dialog itself asks before a file is replaced."""
        return ask_for_place(self._window, "Save the weights", suggested, WEIGHTS, ".toml")

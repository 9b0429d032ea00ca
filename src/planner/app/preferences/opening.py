"""Opens the Settings dialog, made when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.app.actions import Actions
from planner.app.theme import Look

if TYPE_CHECKING:
    from planner.app.preferences.dialog import SettingsDialog
    from planner.app.preferences.preferences import Preferences


class OpensSettings:
    """What Edit ▸ Settings… names, for one window."""

    def __init__(
        self, window: QWidget, look: Look, actions: Actions, preferences: "Callable[[], Preferences]"
    ) -> None:
        self._window, self._look, self._actions, self._preferences = window, look, actions, preferences

    def show(self) -> None:
        """Show the dialog until it is closed."""
        dialog = self.dialog()
        dialog.exec()
        self._actions.refresh()
        dialog.deleteLater()

    def dialog(self) -> "SettingsDialog":
        """Make the dialog."""
        from planner.app.preferences.dialog import SettingsDialog

        return SettingsDialog(self._look, self._preferences(), self._actions, self._window)

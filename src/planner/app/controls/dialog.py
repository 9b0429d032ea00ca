"""What the dialogs of the planner have in common: the keyboard goes back where it was."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid


class Dialog(QDialog):
    """A dialog that hands the keyboard back to the window it was opened over.

    A window manager does that too, but not every screen has one; without, no key would be heard any more.
    """

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the other window be active, before anybody hears that this one is closed."""
        super().hideEvent(event)
        over = self.parentWidget()
        if not event.spontaneous() and over is not None and isValid(over) and over.isVisible():
            over.window().activateWindow()

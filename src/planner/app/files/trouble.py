"""Trouble is why edits are in memory alone: a thread tells it, and the window hears it."""

from PySide6.QtCore import QObject, Signal


class Trouble(QObject):
    """Carries to the window's thread why edits are no longer kept safe.

    Signals:
        told(Message | None): the reason, None once they are safe again; may be emitted from any thread.
    """

    told = Signal(object)

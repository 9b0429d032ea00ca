"""Speaking lets screen readers say what happened, without moving the focus."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Let a screen reader say something about a widget; ``at_once`` interrupts it."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, words)
        loud = QAccessible.AnnouncementPoliteness.Assertive
        event.setPoliteness(loud if at_once else QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

"""Speaking lets screen readers say what happened, without moving the focus."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

AFTER_FOCUS: Final = 60
"""Milliseconds: where the focus went is told first, since it silences what was being said."""


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Let a screen reader say something about a widget; ``at_once`` interrupts it."""
    if not words or not QAccessible.isActive():
        return
    if at_once:
        _say(widget, words, QAccessible.AnnouncementPoliteness.Assertive)
        return
    polite = QAccessible.AnnouncementPoliteness.Polite
    QTimer.singleShot(AFTER_FOCUS, widget, lambda: _say(widget, words, polite))


def _say(widget: QWidget, words: str, politeness: QAccessible.AnnouncementPoliteness) -> None:
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(politeness)
    QAccessible.updateAccessibility(event)

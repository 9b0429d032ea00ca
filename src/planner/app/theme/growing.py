"""Lets what holds text grow with the text size: heights by lines, widths and painted parts in proportion.

A widget that fixes a side asks for it here once and keeps it right when another text size is chosen.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractButton, QWidget

from planner.app.theme.look import Look


class _Kept(QObject):
    """Sets a widget's fixed size for as long as the widget lives."""

    def __init__(self, look: Look, widget: QWidget, fix: Callable[[], None]) -> None:
        super().__init__(widget)
        self._fix = fix
        look.resized.connect(self.fix)
        fix()

    def fix(self) -> None:
        self._fix()


def keep_height(look: Look, widget: QWidget, height: int, *, lines: int = 1) -> None:
    """Fix a height, in px at 100% text, that holds so many lines of text."""
    _Kept(look, widget, lambda: widget.setFixedHeight(look.grown(height, lines=lines)))


def keep_target(look: Look, widget: QWidget, side: int) -> None:
    """Fix both sides of a button that shows an icon alone; it grows half as much as text."""
    _Kept(look, widget, lambda: widget.setFixedSize(look.icon_side(side), look.icon_side(side)))


def keep_icon(look: Look, button: QAbstractButton) -> None:
    """Let a button's icon of 16 px grow half as much as text."""
    _Kept(look, button, lambda: button.setIconSize(look.icon_size(look.icon_side(16))))


def keep_width(look: Look, widget: QWidget, width: int) -> None:
    """Fix a width, in px at 100% text."""
    _Kept(look, widget, lambda: widget.setFixedWidth(look.px(width)))


def keep_size(look: Look, widget: QWidget, width: int, height: int) -> None:
    """Fix both sides, in px at 100% text, for what is painted in proportion to the text."""
    _Kept(look, widget, lambda: widget.setFixedSize(look.px(width), look.px(height)))

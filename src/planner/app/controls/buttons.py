"""Buttons of the four kinds there are; an icon keeps the colour of the theme in force."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPushButton, QToolButton

from planner.app.controls.labels import plain_tip
from planner.app.theme import Look
from planner.app.theme.growing import keep_height, keep_icon, keep_target
from planner.app.theme.metrics import CONTROL_HEIGHT
from planner.typography import Style
from planner.typography.scale import BODY_MEDIUM, BODY_STRONG

_ICON_ROOM: Final = 4
"""What a button keeps clear between its icon and its words, beside the style's own 4 px."""


class Kind(StrEnum):
    """How much a button says "me": one primary in a region, plain beside it, quiet icons, links in text."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    WELL = "well"
    LINK = "link"
    CHOSEN = "chosen"
    """A plain button while what it switched on lasts."""

    @property
    def icon_use(self) -> str:
        """The token in which its icon is drawn."""
        return {"primary": "accent-text", "link": "accent-ink", "plain": "ink"}.get(self, "ink-2")

    @property
    def style(self) -> Style:
        """The style of its text."""
        return BODY_STRONG if self is Kind.PRIMARY else BODY_MEDIUM


_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _WordButton(QPushButton):
    """Enter presses it while it has the focus, as Space does, whatever Enter gives elsewhere in a dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


class _IconButton(QToolButton):
    """Enter presses it too, also where what it stands in has another use for the key."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


def press_by_enter(event: QKeyEvent) -> bool:
    """Press the button that has the focus and left Enter to what it stands in; False leaves the key."""
    focus = QApplication.focusWidget()
    if event.key() not in _ENTER or not isinstance(focus, QAbstractButton):
        return False
    focus.click()
    event.accept()
    return True


def make_button(
    look: Look,
    text: str,
    kind: Kind = Kind.PLAIN,
    *,
    icon: str = "",
    height: int = CONTROL_HEIGHT,
    on_click: Callable[[], object] | None = None,
) -> QPushButton:
    """Make a button with words, and an icon in front of them."""
    button = _WordButton(text.replace("&", "&&"))
    button.setProperty("kind", kind.value)
    button.setFont(look.font(kind.style))
    button.setCursor(Qt.CursorShape.PointingHandCursor if kind is Kind.LINK else Qt.CursorShape.ArrowCursor)
    if kind is not Kind.LINK:
        keep_height(look, button, height)
    button.setAutoDefault(False)
    _dress(look, button, icon, kind)
    if on_click is not None:
        button.clicked.connect(on_click)
    return button


def make_tool_button(
    look: Look, action: QAction | None = None, *, icon: str = "", name: str = "", side: int = CONTROL_HEIGHT
) -> QToolButton:
    """Make a quiet square button that shows an action's icon; its words and keys are in the tool tip."""
    button = _IconButton()
    button.setProperty("kind", Kind.QUIET.value)
    keep_target(look, button, side)
    keep_icon(look, button)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action is not None:
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setStyleSheet("padding: 0")
        _follow_action(button, action)
        action.changed.connect(lambda: _follow_action(button, action))
    else:
        button.setStyleSheet("padding: 0")
        button.setToolTip(plain_tip(name))
        button.setAccessibleName(name)
        _dress(look, button, icon, Kind.QUIET)
    return button


class _Icon(QObject):
    """Draws a button's icon for as long as the button lives, again when the theme changes."""

    def __init__(self, look: Look, button: QAbstractButton, name: str, use: str, size: int) -> None:
        super().__init__(button)
        self._look, self._button = look, button
        self._name, self._use, self._size = name, use, size
        self._room = _ICON_ROOM if button.text() else 0
        look.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        side = self._look.icon_side(self._size)
        self._button.setIconSize(self._look.icon_size(side, self._room))
        self._button.setIcon(self._look.icon(self._name, self._use, size=side, room=self._room))


def dress_icon(look: Look, button: QAbstractButton, icon: str, use: str, *, size: int = 16) -> None:
    """Draw a button's icon in the colour of a use, again when the theme changes."""
    _Icon(look, button, icon, use, size)


class _SearchSign(QAction):
    """The magnifying glass in front of what is typed, drawn again when the theme changes."""

    def __init__(self, look: Look, field: QLineEdit) -> None:
        super().__init__(field)
        self._look = look
        field.addAction(self, QLineEdit.ActionPosition.LeadingPosition)
        look.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        self.setIcon(self._look.icon("search", "ink-2"))


def sign_as_search(look: Look, field: QLineEdit) -> None:
    """Show by a magnifying glass that a field looks for what is typed."""
    _SearchSign(look, field)


def press(button: QAbstractButton, *, pressed: bool, look: Kind = Kind.WELL) -> None:
    """Let a plain button look pressed, or chosen, as long as what it switched on lasts."""
    kind = look if pressed else Kind.PLAIN
    if button.property("kind") != kind.value:
        button.setProperty("kind", kind.value)
        button.style().unpolish(button)
        button.style().polish(button)


def _dress(look: Look, button: QAbstractButton, icon: str, kind: Kind) -> None:
    if icon:
        dress_icon(look, button, icon, kind.icon_use)


def _follow_action(button: QToolButton, action: QAction) -> None:
    words = action.text().replace("&", "").rstrip("…")
    keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
    button.setToolTip(plain_tip(f"{words} ({keys})" if keys else words))
    button.setAccessibleName(words)

"""Turns a theme's tokens into what Qt styles widgets with: a palette and one style sheet.

The style sheet names tokens as ``@ink``; a colour itself stands only in the token files.
"""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QColor, QPalette

from planner.drawing.tokens import Theme

_TOKEN: Final = re.compile(r"@([a-z][a-z0-9-]*)")
_HEIGHT: Final = re.compile(r"@(\d+)px")
_ICON: Final = re.compile(r"@icon (\d+)px")

_ROLES: Final = (
    (QPalette.ColorRole.Window, "panel"),
    (QPalette.ColorRole.WindowText, "ink"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Text, "ink"),
    (QPalette.ColorRole.PlaceholderText, "ink-3"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ButtonText, "ink"),
    (QPalette.ColorRole.BrightText, "problem"),
    (QPalette.ColorRole.Highlight, "accent"),
    (QPalette.ColorRole.HighlightedText, "accent-text"),
    (QPalette.ColorRole.Accent, "accent"),
    (QPalette.ColorRole.Link, "accent-ink"),
    (QPalette.ColorRole.LinkVisited, "accent-ink"),
    (QPalette.ColorRole.ToolTipBase, "tooltip"),
    (QPalette.ColorRole.ToolTipText, "tooltip-ink"),
    (QPalette.ColorRole.Light, "surface"),
    (QPalette.ColorRole.Midlight, "sunken"),
    (QPalette.ColorRole.Mid, "line-2"),
    (QPalette.ColorRole.Dark, "edge"),
    (QPalette.ColorRole.Shadow, "line-2"),
)
_DISABLED: Final = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)


def palette(theme: Theme) -> QPalette:
    """Make the palette of a theme, for all that the style sheet does not reach."""
    made = QPalette()
    for role, use in _ROLES:
        made.setColor(role, QColor(theme.colour(use)))
    for role in _DISABLED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colour("ink-3")))
    return made


def style_sheet(
    template: str, theme: Theme, *, grown: Callable[[float], int], icon_side: Callable[[float], int]
) -> str:
    """Fill a style sheet's token names with a theme's colours; KeyError for a token that no theme has.

    A height that holds a line of text stands as ``@30px`` and becomes what ``grown`` makes of it; the side of
    an icon stands as ``@icon 14px``.
    """
    template = _ICON.sub(lambda found: f"{icon_side(float(found[1]))}px", template)
    coloured = _TOKEN.sub(lambda found: theme.colour(found[1]), template)
    return _HEIGHT.sub(lambda found: f"{grown(float(found[1]))}px", coloured)

"""The look is what every widget asks for colours, fonts and icons; it follows the theme that is chosen.

Widgets get it in their constructor and dress again when ``changed`` is emitted.
"""

import sys
from collections.abc import Callable
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from planner.app.theme.icons import IconPainter
from planner.app.theme.palettes import palette, style_sheet
from planner.drawing.tokens import Theme
from planner.typography import FAMILY, Style, Weight
from planner.typography.scale import BODY

if TYPE_CHECKING:
    from planner.typography import Fonts

_POINTS_PER_PIXEL: Final = 1.0 if sys.platform == "darwin" else 0.75
"""Points keep halves of a pixel, which ``QFont.setPixelSize`` rounds, and follow the desktop's text size."""
_RATIOS: Final = (1.0, 2.0)


class ThemeChoice(StrEnum):
    """What the user chose in View ▸ Theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """Colours, fonts and icons of the theme in force.

    Signals:
        changed(): another theme is in force.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        read_text: Callable[[str], str],
        read_bytes: Callable[[str], bytes],
        choice: ThemeChoice = ThemeChoice.SYSTEM,
    ) -> None:
        super().__init__()
        self._themes: dict[str, Theme] = {}
        self._read_text = read_text
        self._read_bytes = read_bytes
        self._sheet = read_text("style/window.qss")
        self._icons = IconPainter(read_text)
        self._choice = choice
        self._fonts_of_style: dict[Style, QFont] = {}
        self._registered: set[Weight] = set()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._theme = self._theme_in_force()

    @classmethod
    def load(
        cls,
        read_text: Callable[[str], str],
        read_bytes: Callable[[str], bytes],
        choice: ThemeChoice = ThemeChoice.SYSTEM,
    ) -> Self:
        """Read the theme in force; needs a QApplication."""
        return cls(read_text=read_text, read_bytes=read_bytes, choice=choice)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def theme_named(self, name: str) -> Theme:
        """The theme ``light`` or ``dark``, read when it is first asked for."""
        if name not in self._themes:
            self._themes[name] = Theme.parse(self._read_text(f"tokens/{name}.toml"))
        return self._themes[name]

    @property
    def choice(self) -> ThemeChoice:
        """What the user chose."""
        return self._choice

    @cached_property
    def fonts(self) -> "Fonts":
        """The bundled fonts' own measures, for drawings that are the same on screen and paper."""
        from planner.typography import Fonts

        return Fonts.load(self._read_bytes)

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system or one theme from now on."""
        self._choice = choice
        self._follow_system()

    def dress(self, application: QApplication) -> None:
        """Give the whole application the theme's palette, font and style sheet."""
        application.setPalette(palette(self._theme))
        application.setFont(self.font(BODY))
        application.setStyleSheet(style_sheet(self._sheet, self._theme))

    def colour(self, use: str) -> QColor:
        """Return the colour of a use, such as ``ink``; KeyError for a use that no theme has."""
        return QColor(self._theme.colour(use))

    def font(self, style: Style) -> QFont:
        """Return the Qt font of a style of the type scale."""
        if style not in self._fonts_of_style:
            self._register(style.weight)
            font = QFont(FAMILY)
            font.setPointSizeF(style.size * _POINTS_PER_PIXEL)
            font.setWeight(QFont.Weight(style.weight.number))
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            font.setItalic(style.weight is Weight.ITALIC)
            self._fonts_of_style[style] = font
        return self._fonts_of_style[style]

    def pixmap(self, name: str, use: str = "ink-2", size: int = 16, ratio: float = 1.0) -> QPixmap:
        """Draw an icon in the colour of a use, ``size`` logical pixels wide."""
        return self._icons.pixmap(name, self.colour(use), size, ratio)

    def icon(self, name: str, use: str = "ink-2", *, size: int = 16, room: int = 0) -> QIcon:
        """Draw an icon in the colour of a use, paler where its button is disabled.

        ``room`` keeps so many pixels clear behind it, before a button's words.
        """
        icon = QIcon()
        for ratio in _RATIOS:
            for colour, mode in ((use, QIcon.Mode.Normal), ("connector", QIcon.Mode.Disabled)):
                pixmap = self.pixmap(name, colour, size, ratio)
                icon.addPixmap(_widened(pixmap, room, ratio) if room else pixmap, mode)
        return icon

    @staticmethod
    def icon_size(size: int = 16, room: int = 0) -> QSize:
        """The size to give a button for an icon that is ``size`` wide."""
        return QSize(size + room, size)

    def _register(self, weight: Weight) -> None:
        """Make a cut of the bundled font known to Qt when text is first set in it."""
        if weight not in self._registered:
            self._registered.add(weight)
            QFontDatabase.addApplicationFontFromData(self._read_bytes(weight.file))

    def _theme_in_force(self) -> Theme:
        if self._choice is ThemeChoice.SYSTEM:
            is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return self.theme_named("dark" if is_dark else "light")
        return self.theme_named(self._choice.value)

    def _follow_system(self) -> None:
        theme = self._theme_in_force()
        if theme is self._theme:
            return
        self._theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.dress(application)
        self.changed.emit()


def _widened(pixmap: QPixmap, room: int, ratio: float) -> QPixmap:
    wide = QPixmap(pixmap.width() + round(room * ratio), pixmap.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide

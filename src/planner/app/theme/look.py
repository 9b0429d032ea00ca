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
from PySide6.QtWidgets import QApplication, QWidget

from planner.app.theme.icons import IconPainter
from planner.app.theme.palettes import palette, style_sheet
from planner.drawing.tokens import Theme
from planner.typography import FAMILY, Style, Weight
from planner.typography.scale import BODY

if TYPE_CHECKING:
    from planner.typography import Fonts

_POINTS_PER_PIXEL: Final = 1.0 if sys.platform == "darwin" else 0.75
"""Points keep halves of a pixel, which ``QFont.setPixelSize`` rounds, and follow the desktop's text size."""


class ThemeChoice(StrEnum):
    """What the user chose in View ▸ Theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"
    """Light or dark as the system is, with more contrast."""
    CONTRAST_DARK = "contrast-dark"
    """Dark with more contrast, whatever the system says."""


class Look(QObject):
    """Colours, fonts and icons of the theme in force.

    Signals:
        changed(): another theme is in force, or another text size.
        resized(): another text size is in force; emitted before ``changed``.
    """

    changed = Signal()
    resized = Signal()

    def __init__(
        self,
        *,
        read_text: Callable[[str], str],
        read_bytes: Callable[[str], bytes],
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_size: int = 100,
    ) -> None:
        super().__init__()
        self._themes: dict[str, Theme] = {}
        self._read_text = read_text
        self._read_bytes = read_bytes
        self._sheet = read_text("style/window.qss")
        self._icons = IconPainter(read_text)
        self._choice = choice
        self._text_size = text_size
        self._desktop = _text_of_the_desktop()
        self._fonts_of_style: dict[Style, QFont] = {}
        self._registered: set[Weight] = set()
        self._ratios = _ratios_of_screens()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._follow_screens)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._follow_screens)  # as when the desktop is scaled otherwise
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
        self._theme = self._theme_in_force()

    @classmethod
    def load(
        cls,
        read_text: Callable[[str], str],
        read_bytes: Callable[[str], bytes],
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_size: int = 100,
    ) -> Self:
        """Read the theme in force; needs a QApplication."""
        return cls(read_text=read_text, read_bytes=read_bytes, choice=choice, text_size=text_size)

    @property
    def theme(self) -> Theme:
        """The theme in force."""
        return self._theme

    def theme_named(self, name: str) -> Theme:
        """The theme of a token file, as ``light`` or ``contrast-dark``, read when it is first asked for."""
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

    @property
    def text_size(self) -> int:
        """The text size that was chosen, in percent of the desktop's."""
        return self._text_size

    @property
    def factor(self) -> float:
        """How large text is against the type scale: 1 as designed, 2 at 200%."""
        return self._desktop * self._text_size / 100

    def px(self, length: float) -> int:
        """A length in proportion to the text size, in whole pixels."""
        return round(length * self.factor)

    def grown(self, height: float, *, lines: int = 1) -> int:
        """A height that holds so many lines of text: its paddings stay as they are, the lines grow."""
        return round(height + (self.factor - 1) * BODY.line_height * lines)

    def icon_side(self, side: float) -> int:
        """The side of an icon, or of a button with an icon alone, which grows half as much as text."""
        return round(side * (1 + self.factor) / 2)

    def resize_text(self, percent: int) -> None:
        """Set all text at another size, in percent of the desktop's."""
        if percent == self._text_size:
            return
        by = percent / self._text_size
        self._text_size = percent
        self._fonts_of_style.clear()
        self._dress_again(by)
        self.resized.emit()
        self.changed.emit()

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system or one theme from now on."""
        self._choice = choice
        self._follow_system()

    def dress(self, application: QApplication) -> None:
        """Give the whole application the theme's palette, font and style sheet."""
        application.setPalette(palette(self._theme))
        application.setFont(self.font(BODY))
        more = self._read_text("style/contrast.qss") if self._theme.outlined else ""
        sheet = style_sheet(self._sheet + more, self._theme, grown=self.grown, icon_side=self.icon_side)
        application.setStyleSheet(sheet)

    def colour(self, use: str) -> QColor:
        """Return the colour of a use, such as ``ink``; KeyError for a use that no theme has."""
        return QColor(self._theme.colour(use))

    def font(self, style: Style) -> QFont:
        """Return the Qt font of a style of the type scale."""
        if style not in self._fonts_of_style:
            self._register(style.weight)
            font = QFont(FAMILY)
            font.setPointSizeF(style.size * _POINTS_PER_PIXEL * self._text_size / 100)
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
        for ratio in self._ratios:
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
        if self._choice in (ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.CONTRAST_DARK):
            return self.theme_named(self._choice.value)
        hints = QGuiApplication.styleHints()
        name = "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
        wants_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
        if self._choice is ThemeChoice.CONTRAST or wants_contrast:
            name = f"contrast-{name}"
        return self.theme_named(name)

    def _follow_system(self) -> None:
        theme = self._theme_in_force()
        if theme is self._theme:
            return
        self._theme = theme
        self._dress_again()
        self.changed.emit()

    def _follow_screens(self) -> None:
        """Draw icons for a screen of another resolution, too."""
        ratios = self._ratios | _ratios_of_screens()
        if ratios != self._ratios:
            self._ratios = ratios
            self.changed.emit()

    def _dress_again(self, by: float = 1.0) -> None:
        """Dress the application, its text larger ``by`` a factor.

        A style sheet that is set gives widgets the fonts back that they had under the first one.
        """
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        fonts = _fonts_of_widgets()
        self.dress(application)
        for widget, font in fonts.items():
            font.setPointSizeF(font.pointSizeF() * by)
            if widget.font() != font:
                widget.setFont(font)


def _text_of_the_desktop() -> float:
    """How large the desktop sets text: 1 for 96 dots to the inch, to which points refer."""
    dots = QGuiApplication.primaryScreen().logicalDotsPerInchY() * _POINTS_PER_PIXEL / 72
    return round(dots, 1) if abs(dots - round(dots, 1)) < 0.03 else dots


def _fonts_of_widgets() -> dict[QWidget, QFont]:
    """The fonts of all widgets that have one of their own."""
    return {
        widget: widget.font()
        for widget in QApplication.allWidgets()
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont) and widget.font().family() == FAMILY
    }


def _ratios_of_screens() -> frozenset[float]:
    return frozenset(screen.devicePixelRatio() for screen in QGuiApplication.screens())


def _widened(pixmap: QPixmap, room: int, ratio: float) -> QPixmap:
    wide = QPixmap(pixmap.width() + round(room * ratio), pixmap.height())
    wide.fill(Qt.GlobalColor.transparent)
    wide.setDevicePixelRatio(ratio)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide

"""Ink paints groups of marks on widgets in the colours of the theme in force."""

from collections.abc import Iterable

from PySide6.QtGui import QPainter

from planner.app.theme import Look
from planner.drawing.icons import Icons
from planner.drawing.marks import Group, Mark
from planner.render.painter import Glyphs, ScreenPainter, Trace


class Ink:
    """The screen painter in the look's theme; it follows when another is chosen."""

    def __init__(self, look: Look, *, glyphs: Glyphs, icons: Icons) -> None:
        self._look, self._glyphs, self._icons = look, glyphs, icons
        self._screen = ScreenPainter(look.theme, glyphs, icons)
        look.changed.connect(self._follow)

    def group(self, painter: QPainter, group: Group, *, at: tuple[float, float] | None = None) -> None:
        """Paint a group where it stands, or at another place."""
        self._screen.group(painter, group, at=at)

    def marks(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Paint marks from the painter's own origin."""
        self._screen.marks(painter, marks)

    def trace(self, painter: QPainter, trace: Trace) -> None:
        """Paint lines that look alike from the painter's own origin."""
        self._screen.trace(painter, trace)

    def _follow(self) -> None:
        self._screen = ScreenPainter(self._look.theme, self._glyphs, self._icons)

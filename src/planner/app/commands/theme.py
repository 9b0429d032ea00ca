"""Chooses the theme from the View menu, and remembers the choice."""

from planner.app.settings import THEME, Settings
from planner.app.theme import Look, ThemeChoice


class ThemeCommands:
    """What the rows under View ▸ Theme name."""

    def __init__(self, look: Look, settings: Settings) -> None:
        self._look, self._settings = look, settings

    @property
    def is_system(self) -> bool:
        """Whether the system decides."""
        return self._look.choice is ThemeChoice.SYSTEM

    @property
    def is_light(self) -> bool:
        """Whether the light theme was chosen."""
        return self._look.choice is ThemeChoice.LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether the dark theme was chosen."""
        return self._look.choice is ThemeChoice.DARK

    @property
    def is_contrast(self) -> bool:
        """Whether the theme of more contrast was chosen."""
        return self._look.choice is ThemeChoice.CONTRAST

    @property
    def is_contrast_dark(self) -> bool:
        """Whether the dark theme of more contrast was chosen."""
        return self._look.choice is ThemeChoice.CONTRAST_DARK

    def choose_system(self) -> None:
        """Follow the system."""
        self._choose(ThemeChoice.SYSTEM)

    def choose_light(self) -> None:
        """Always light."""
        self._choose(ThemeChoice.LIGHT)

    def choose_dark(self) -> None:
        """Always dark."""
        self._choose(ThemeChoice.DARK)

    def choose_contrast(self) -> None:
        """Always with more contrast, light or dark as the system is."""
        self._choose(ThemeChoice.CONTRAST)

    def choose_contrast_dark(self) -> None:
        """Always dark with more contrast."""
        self._choose(ThemeChoice.CONTRAST_DARK)

    def _choose(self, choice: ThemeChoice) -> None:
        self._look.choose(choice)
        self._settings.set(THEME, choice.value)

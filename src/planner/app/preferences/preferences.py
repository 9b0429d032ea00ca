"""What can be set once for this computer, at once in force in every window and remembered."""

from planner.app.canvas.motion import Motion
from planner.app.preferences.shortcuts import Shortcuts
from planner.app.settings import REDUCED_MOTION, TEXT_SIZE, THEME, WHEEL_ZOOMS, Settings
from planner.app.theme import Look, ThemeChoice


class Preferences:
    """Look, motion, wheel and keys, each read and set."""

    def __init__(self, settings: Settings, *, look: Look, motion: Motion, shortcuts: Shortcuts) -> None:
        self._settings, self._look, self._motion = settings, look, motion
        self.shortcuts = shortcuts

    @property
    def theme(self) -> ThemeChoice:
        """The theme that was chosen."""
        return self._look.choice

    def choose_theme(self, choice: ThemeChoice) -> None:
        """Follow the system, or one theme."""
        self._look.choose(choice)
        self._settings.set(THEME, choice.value)

    @property
    def text_size(self) -> int:
        """The text size, in percent of the desktop's."""
        return self._look.text_size

    def choose_text_size(self, percent: int) -> None:
        """Set all text at another size."""
        self._look.resize_text(percent)
        self._settings.set(TEXT_SIZE, percent)

    @property
    def reduced_motion(self) -> str:
        """``system``, ``on`` or ``off``."""
        return self._settings.get(REDUCED_MOTION)

    def reduce_motion(self, choice: str) -> None:
        """Move less, or as designed; ``system`` is as designed where Qt does not tell."""
        self._settings.set(REDUCED_MOTION, choice)
        self._motion.reduced = is_reduced(choice)

    @property
    def wheel_zooms(self) -> bool:
        """Whether the wheel zooms without Ctrl."""
        return self._settings.get(WHEEL_ZOOMS)

    def let_wheel_zoom(self, *, zooms: bool) -> None:
        """Let the wheel zoom, or pan."""
        self._settings.set(WHEEL_ZOOMS, zooms)
        self._motion.wheel_zooms = zooms


def is_reduced(choice: str) -> bool:
    """Whether motion is reduced; Qt 6.11 does not say what the system prefers, so *system* is not."""
    return choice == "on"

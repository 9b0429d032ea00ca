"""Chooses the text size from the View menu, and remembers the choice."""

from planner.app.settings import TEXT_SIZE, Settings
from planner.app.theme import Look
from planner.app.theme.metrics import TEXT_SIZES


class TextSizeCommands:
    """What the rows under View ▸ Text size name: ``choose_150`` and ``is_150`` for each of TEXT_SIZES."""

    def __init__(self, look: Look, settings: Settings) -> None:
        self._look, self._settings = look, settings

    def choose(self, percent: int) -> None:
        """Set all text at a size from now on, in percent of the desktop's."""
        self._look.resize_text(percent)
        self._settings.set(TEXT_SIZE, percent)

    def larger(self) -> None:
        """The next larger size, if there is one."""
        self.choose(next((size for size in TEXT_SIZES if size > self._look.text_size), TEXT_SIZES[-1]))

    def smaller(self) -> None:
        """The next smaller size, if there is one."""
        below = [size for size in TEXT_SIZES if size < self._look.text_size]
        self.choose(below[-1] if below else TEXT_SIZES[0])

    def __getattr__(self, name: str) -> object:
        """Answer for each size by its number."""
        for size in TEXT_SIZES:
            if name == f"choose_{size}":
                return lambda: self.choose(size)
            if name == f"is_{size}":
                return self._look.text_size == size
        raise AttributeError(name)

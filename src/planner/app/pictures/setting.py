"""What a picture is taken of: a plan or the start screen, in a theme, at a text size, in a window."""

from pathlib import Path

from msgspec import Struct


class Setting(Struct, frozen=True):
    """How the program stands before anything is done; ``text`` is in percent, ``size`` in px."""

    plan: Path | None = None
    theme: str = "light"
    text: int = 100
    size: tuple[int, int] = (1440, 900)

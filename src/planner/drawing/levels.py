"""Levels of detail: what is drawn follows the height of a card on the screen, not the zoom."""

from enum import IntEnum
from typing import Final

_HYSTERESIS: Final = 0.1


class Level(IntEnum):
    """How much of a chart is drawn, from least to most."""

    BLOCKS = 0
    CHIP = 10
    COMPACT = 18
    FULL = 30

    @classmethod
    def of(cls, card_height: float, before: "Level | None" = None) -> "Level":
        """The level for cards so many px high on screen.

        ``before`` is the level drawn so far: it stays until the height is 10% beyond its limit.
        """
        level = next(each for each in sorted(cls, reverse=True) if card_height >= each)
        if before is None or before is level:
            return level
        edge = max(level, before)
        stays = (
            abs(card_height - edge) < edge * _HYSTERESIS and abs(cls._rank(level) - cls._rank(before)) == 1
        )
        return before if stays else level

    @classmethod
    def _rank(cls, level: "Level") -> int:
        return sorted(cls).index(level)

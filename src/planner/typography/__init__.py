"""Measures and breaks text from the bundled fonts' bytes, without Qt and without touching files.

What measures is imported when it is first asked for: a window starts with the type scale alone.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from planner.typography.scale import FAMILY, STYLES, Style, Weight

if TYPE_CHECKING:
    from planner.typography.fonts import Fonts
    from planner.typography.truetype import Face
else:
    _HOMES = {"Fonts": "fonts", "Face": "truetype"}

    def __getattr__(name: str) -> object:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


__all__ = ["FAMILY", "STYLES", "Face", "Fonts", "Style", "Weight"]

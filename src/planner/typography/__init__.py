"""Measures and breaks text from the bundled fonts' bytes, without Qt and without touching files."""

from planner.typography.fonts import Fonts
from planner.typography.scale import FAMILY, STYLES, Style, Weight
from planner.typography.truetype import Face

__all__ = ["FAMILY", "STYLES", "Face", "Fonts", "Style", "Weight"]

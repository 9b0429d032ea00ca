"""The type of pages, in points at A3: larger sheets take it larger, none takes it smaller."""

from typing import Final

from msgspec.structs import replace

from planner.typography import Style
from planner.typography.scale import (
    BODY_MEDIUM,
    CAPTION,
    LABEL,
    PAGE_TITLE,
    PANEL_TITLE,
    SMALL,
    SMALL_ITALIC,
)


def _set(style: Style, size: float, line_height: float) -> Style:
    return replace(style, name=f"page {style.name}", size=size, line_height=line_height)


TITLE: Final = _set(PAGE_TITLE, 22.0, 27.0)
SUBTITLE: Final = _set(SMALL, 11.0, 15.0)
BAND: Final = _set(PANEL_TITLE, 12.5, 16.0)
BAND_LARGE: Final = _set(PANEL_TITLE, 16.0, 20.0)
SECTION: Final = _set(LABEL, 10.5, 14.0)
STRONG: Final = _set(LABEL, 9.5, 12.5)
VALUE: Final = _set(LABEL, 9.0, 11.5)
MEDIUM: Final = _set(BODY_MEDIUM, 9.0, 12.0)
TEXT: Final = _set(SMALL, 8.5, 11.5)
QUOTE: Final = _set(SMALL_ITALIC, 8.5, 11.5)
FINE: Final = _set(CAPTION, 8.0, 10.5)
FINE_STRONG: Final = _set(LABEL, 8.0, 10.5)

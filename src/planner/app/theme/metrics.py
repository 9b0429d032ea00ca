"""Measures of the window in one table: spaces, radii, lines and the sizes of its parts, in logical pixels."""

from typing import Final

SPACE_2: Final = 2
SPACE_4: Final = 4
SPACE_8: Final = 8
SPACE_12: Final = 12
SPACE_16: Final = 16
SPACE_24: Final = 24
SPACE_32: Final = 32
SPACE_48: Final = 48

RADIUS_CONTROL: Final = 7
RADIUS_TEAM: Final = 10
RADIUS_POPOVER: Final = 12
CHIP_ROUNDING: Final = 0.26
"""The radius of a role's chip as a part of its size."""

HAIRLINE: Final = 1
CONNECTOR_LINE: Final = 1.5
SELECTION_LINE: Final = 2

MENU_BAR_HEIGHT: Final = 28
TOOLBAR_HEIGHT: Final = 46
STATUS_BAR_HEIGHT: Final = 24
CONTROL_HEIGHT: Final = 32
TARGET_LEAST: Final = 24
"""The least side of anything that can be clicked."""

BENCH_WIDTH: Final = 240
BENCH_LEAST: Final = 200
BENCH_MOST: Final = 360
RAIL_WIDTH: Final = 56
CANVAS_LEAST: Final = 480
PANEL_WIDTH: Final = 340
PANEL_LEAST: Final = 300
PANEL_MOST: Final = 440

TEXT_SIZES: Final = (100, 115, 130, 150, 175, 200)
"""The text sizes to choose from, in percent of the desktop's."""

WINDOW_SIZE: Final = (1440, 820)
WINDOW_LEAST: Final = (960, 600)
RAIL_BELOW: Final = 1180
"""A window narrower than this shows the bench as a rail."""
OVERLAY_BELOW: Final = 1000
"""A window narrower than this slides the score panel over the canvas."""

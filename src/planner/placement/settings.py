"""The measures of a chart: gaps, paddings, card sizes, and what differs between window and paper."""

from dataclasses import dataclass
from typing import Final

CARD_HEIGHT: Final = 38.0
CARD_LEAST: Final = 172.0
CARD_MOST: Final = 320.0
CARD_TEXT: Final = 40.0  # where name and role start in a card
CARD_END: Final = 8.0
CARD_GAP: Final = 4.0
COLUMN_GAP: Final = 8.0
HEADER: Final = 52.0
HEADER_TEXT: Final = 33.0  # where a team's name starts in its box
HEADER_END: Final = 10.0
HEADER_ICON: Final = 16.0
HEADING: Final = 26.0
BOTTOM: Final = 11.0  # below the last card
HEAD_WIDTH: Final = 227.0
HEAD_HEIGHT: Final = 44.0
HEAD_TEXT: Final = 43.0
TEAM_GAP: Final = 12.0
LEVEL_GAP: Final = 40.0
ROOT_GAP: Final = 40.0
GUTTER: Final = 20.0  # left of children in several rows, for the line down to the lower ones
MARGIN: Final = 24.0  # around the whole chart
MOST_COLUMNS: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a chart's user decides about its layout.

    ``squad_columns`` and ``core_columns`` are columns of cards, 1 to 6; any other team has one more for each
    ``column_length`` cards. Children wider than ``row_width`` px stand in several rows, so that the chart
    nears ``aspect`` (width / height). ``paper`` shows every word (purposes in full, the lead beside them) and
    no place for a new seat.
    """

    squad_columns: int = 1
    core_columns: int = 4
    column_length: int = 8
    row_width: float = 1680.0
    aspect: float = 1.6
    paper: bool = False


SCREEN: Final = Settings()
PAPER: Final = Settings(paper=True)

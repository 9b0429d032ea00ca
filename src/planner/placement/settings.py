"""The measures of a chart: gaps, paddings, card sizes, and what differs between window and paper."""

from enum import StrEnum
from typing import Final

from msgspec import Struct

CARD_HEIGHT: Final = 38.0
COMFORTABLE: Final = 44.0  # the height of a card where there is to be more room
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
HEAD_END: Final = 30.0  # right of its text, where its triangle stands
TEAM_GAP: Final = 12.0
LEVEL_GAP: Final = 40.0
ADD_ROW_GAP: Final = 2.0
ADD_ROW_HEIGHT: Final = 24.0
"""The row for one more seat below a box ends above the lines in the middle of the gap between two levels."""
_SIDEWAYS_GAP: Final = 80.0  # between levels side by side, where "serves" has to stand
_COMPACT_GAP: Final = 32.0
_COMPACT_WIDTH: Final = 400.0  # children wider than this may stand in several rows
ROOT_GAP: Final = 40.0
GUTTER: Final = 20.0  # left of children in several rows, for the line down to the lower ones
MARGIN: Final = 24.0  # around the whole chart
MOST_COLUMNS: Final = 6


class Layout(StrEnum):
    """How teams stand below each other."""

    TREE = "tree"
    """Children side by side below their parent."""
    SIDEWAYS = "sideways"
    """Children below each other, at the right of their parent."""
    COMPACT = "compact"
    """As a tree, with children in as many rows as make the chart small."""


class Settings(Struct, frozen=True, kw_only=True):
    """What a chart's user decides about its layout.

    ``squad_columns`` and ``core_columns`` are columns of cards, 1 to 6; any other team has one more for each
    ``column_length`` cards. Children wider than ``row_width`` px stand in several rows, so that the chart
    nears ``aspect`` (width / height). ``paper`` shows every word (purposes in full, the lead beside them) and
    no place for a new seat. ``card_height`` is that of a card with one line of name and one of role.
    ``people`` asks for a reporting chart in place of team boxes.
    """

    layout: Layout = Layout.TREE
    card_height: float = CARD_HEIGHT
    people: bool = False

    squad_columns: int = 1
    core_columns: int = 4
    column_length: int = 8
    row_width: float = 1680.0
    aspect: float = 1.6
    paper: bool = False

    @property
    def sideways(self) -> bool:
        """Whether levels stand side by side."""
        return self.layout is Layout.SIDEWAYS

    @property
    def level_gap(self) -> float:
        """From a team to those below it."""
        gaps = {Layout.TREE: LEVEL_GAP, Layout.SIDEWAYS: _SIDEWAYS_GAP, Layout.COMPACT: _COMPACT_GAP}
        return gaps[self.layout]

    @property
    def row(self) -> float:
        """How long a row of children is before they stand in several, along the row."""
        if self.layout is Layout.COMPACT:
            return min(self.row_width, _COMPACT_WIDTH)
        return self.row_width / self.aspect if self.sideways else self.row_width

    @property
    def page(self) -> float:
        """The wanted length of rows in relation to the depth of all."""
        return 1 / self.aspect if self.sideways else self.aspect


SCREEN: Final = Settings()
PAPER: Final = Settings(paper=True)

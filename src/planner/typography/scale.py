"""The type scale: every size of text in the product, in one table.

Sizes and line heights are logical pixels at 100% text size; paper takes the same numbers times its scale.
"""

from enum import Enum
from typing import Final, Self

from msgspec import Struct
from msgspec.structs import replace


class Weight(Enum):
    """The five cuts of the bundled font; the value ends the name of the file."""

    REGULAR = "Regular"
    ITALIC = "Italic"
    MEDIUM = "Medium"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"

    # Enum's own hash is a Python call, and every measured string looks its cut up.
    __hash__ = object.__hash__

    @property
    def file(self) -> str:
        """The font's path below the resources."""
        return f"fonts/{self.font_name}.ttf"

    @property
    def font_name(self) -> str:
        """The PostScript name, by which paper embeds the cut."""
        return f"PlannerInter-{self.value}"

    @property
    def number(self) -> int:
        """The weight from 100 to 900 that toolkits and style sheets use."""
        return _NUMBERS[self]


_NUMBERS: Final = {
    Weight.REGULAR: 400,
    Weight.ITALIC: 400,
    Weight.MEDIUM: 500,
    Weight.SEMIBOLD: 600,
    Weight.BOLD: 700,
}

FAMILY: Final = "Planner Inter"


class Style(Struct, frozen=True):
    """How one kind of text is set: its size and line height in pixels, and its cut."""

    name: str
    size: float
    line_height: float
    weight: Weight = Weight.REGULAR

    def scaled(self, factor: float) -> Self:
        """Grow or shrink size and line height alike, for larger text or a page's scale."""
        return replace(self, size=self.size * factor, line_height=self.line_height * factor)


CARD_NAME: Final = Style("card name", 12.5, 18, Weight.MEDIUM)
CARD_ROLE: Final = Style("card role", 11, 15)
SHARE: Final = Style("share", 11, 15, Weight.SEMIBOLD)
BODY: Final = Style("body", 13, 18)
BODY_MEDIUM: Final = Style("body medium", 13, 18, Weight.MEDIUM)
BODY_STRONG: Final = Style("body strong", 13, 18, Weight.SEMIBOLD)
GUIDANCE: Final = Style("guidance", 13, 18, Weight.ITALIC)
SMALL: Final = Style("small", 12, 17)
SMALL_ITALIC: Final = Style("small italic", 12, 17, Weight.ITALIC)
LABEL: Final = Style("label", 12, 17, Weight.SEMIBOLD)
CAPTION: Final = Style("caption", 11, 15)
KEY: Final = Style("key", 11, 15, Weight.MEDIUM)
TEAM: Final = Style("team", 13.5, 19, Weight.SEMIBOLD)
PANEL_TITLE: Final = Style("panel title", 15, 20, Weight.SEMIBOLD)
LEAD: Final = Style("lead", 14, 20)
STEP: Final = Style("step", 14, 20, Weight.SEMIBOLD)
CARD_TITLE: Final = Style("card title", 17, 23, Weight.SEMIBOLD)
PAGE_HEADING: Final = Style("page heading", 20, 26, Weight.SEMIBOLD)
PAGE_TITLE: Final = Style("page title", 22, 28, Weight.SEMIBOLD)
DISPLAY_TITLE: Final = Style("display title", 26, 32, Weight.SEMIBOLD)
GAUGE: Final = Style("gauge", 30, 36, Weight.SEMIBOLD)
GAUGE_DECIMAL: Final = Style("gauge decimal", 15, 18, Weight.SEMIBOLD)
GAUGE_SMALL: Final = Style("small gauge", 18, 22, Weight.SEMIBOLD)
CHIP: Final = Style("chip", 9, 12, Weight.BOLD)  # in chips of 24 px
CHIP_SMALL: Final = Style("small chip", 7, 9, Weight.BOLD)  # in chips of 16 px
OVERVIEW: Final = Style("overview", 10, 13, Weight.MEDIUM)

STYLES: Final = (
    *(CARD_NAME, CARD_ROLE, SHARE),
    *(BODY, BODY_MEDIUM, BODY_STRONG, GUIDANCE, SMALL, SMALL_ITALIC, LABEL, CAPTION, KEY),
    *(LEAD, STEP, CARD_TITLE),
    *(TEAM, PANEL_TITLE, PAGE_HEADING, PAGE_TITLE, DISPLAY_TITLE),
    *(GAUGE, GAUGE_DECIMAL, GAUGE_SMALL, CHIP, CHIP_SMALL, OVERVIEW),
)

"""How scenarios were shown last, as this machine remembers it; no widget has a part in it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Self

from msgspec import Struct
from msgspec.structs import replace

from planner.app.settings import Preference, Settings
from planner.drawing.colouring import ColourBy
from planner.placement import COMFORTABLE, SCREEN, Layout
from planner.placement import Settings as Placing
from planner.placement.settings import CARD_HEIGHT

SHOWN: Final = Preference[dict[str, Any]]("shown", {})
COMFORTABLE_CARDS: Final = Preference("comfortable", default=False)


class Shown(Struct, frozen=True):
    """How one scenario is shown."""

    layout: Layout = Layout.TREE
    colour: ColourBy = ColourBy.ROLE
    collapsed: frozenset[str] = frozenset()
    people: bool = False

    @classmethod
    def read(cls, values: object) -> Self:
        """From what is remembered; anything else than expected counts as not remembered."""
        known = values if isinstance(values, Mapping) else {}
        layout, colour, collapsed = known.get("layout"), known.get("colour"), known.get("collapsed")
        return cls(
            Layout(layout) if layout in list(Layout) else Layout.TREE,
            ColourBy(colour) if colour in list(ColourBy) else ColourBy.ROLE,
            frozenset(map(str, collapsed)) if isinstance(collapsed, list) else frozenset(),
            known.get("people") is True,
        )

    def written(self) -> dict[str, Any]:
        """As it is remembered."""
        return {
            "layout": self.layout.value,
            "colour": self.colour.value,
            "collapsed": sorted(self.collapsed),
            "people": self.people,
        }

    def placing(self, settings: Settings) -> Placing:
        """How the scenario is placed, with cards as high as this machine likes them."""
        height = card_height(settings)
        return replace(SCREEN, layout=self.layout, card_height=height, people=self.people)


def card_height(settings: Settings) -> float:
    """How high cards are on this machine, in px of the chart."""
    return COMFORTABLE if settings.get(COMFORTABLE_CARDS) else CARD_HEIGHT


def shown_before(settings: Settings, path: Path | None) -> dict[str, Shown]:
    """How the scenarios of a file were shown last, those of which that is known."""
    known = settings.get(SHOWN).get(str(path))
    return {key: Shown.read(values) for key, values in known.items()} if isinstance(known, dict) else {}

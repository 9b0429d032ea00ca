"""Places a whole scenario, and after an edit only what changed."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Edited, Link, LinkKind, Project, Scenario
from planner.placement.geometry import Rect
from planner.placement.growing import Grown, grown, refolded, regrown
from planner.placement.hierarchy import Hierarchy
from planner.placement.holdings import Holdings
from planner.placement.links import free_links
from planner.placement.measuring import Measure
from planner.placement.routes import WORD_HEIGHT, Below, Bundled, Route, Way, bundle
from planner.placement.settings import GUTTER, MARGIN, SCREEN, Settings
from planner.placement.shapes import Heading, TeamShape
from planner.placement.trees import Children
from planner.placement.wording import SERVES
from planner.typography.scale import CAPTION

WORD_PADDING = 5.0
_FORMER = "_former_bundles"


class TeamBox(Struct, frozen=True):
    """A team's box where it stands. ``seats`` are the cards of ``seat_ids``, in reading order.

    ``add_row`` is where one more seat would stand, perhaps below the box. ``name``, ``lines`` and ``count``
    are the header's texts; ``head`` marks a head box, ``folded`` a
    collapsed team; ``above`` is the team above it on the chart.
    """

    id: str
    rect: Rect
    header: Rect
    name: tuple[str, ...]
    lines: tuple[str, ...]
    count: str
    seat_ids: tuple[str, ...]
    seats: tuple[Rect, ...]
    columns: tuple[Rect, ...]
    add_row: Rect
    headings: tuple[Heading, ...]
    head: bool
    folded: bool
    above: str | None
    served: bool


class Placement(Struct, frozen=True, eq=False, dict=True):
    """Where everything of a scenario stands; a value, never changed. Lengths are px at 100%.

    Made by `place`; `after` gives the next one. Boxes, seats and routes are worked out when first asked for.
    """

    project: Project
    scenario_id: str
    measure: Measure
    settings: Settings
    holdings: Holdings
    grown: Grown
    standing: "Standing | Stood"

    @property
    def scenario(self) -> Scenario:
        """The scenario that is placed."""
        return self.project.scenarios[self.scenario_id]

    @property
    def places(self) -> dict[str, tuple[float, float]]:
        """The left top corner of every team's box; the same dictionary as long as none moved."""
        return self.standing.places

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole chart."""
        return self.standing.size

    @property
    def hierarchy(self) -> Hierarchy:
        """Which team stands below which."""
        return self.grown.hierarchy

    @property
    def shapes(self) -> Mapping[str, TeamShape]:
        """Every team's box by itself."""
        return self.grown.shapes

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All teams in reading order: each before what stands below it."""
        return tuple(self.hierarchy.reading_order())

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """The place of every team in the reading order."""
        return {team: place for place, team in enumerate(self.order)}

    @cached_property
    def teams(self) -> Mapping[str, TeamBox]:
        """Every team's box, in reading order."""
        return _Boxes(self)

    @cached_property
    def seats(self) -> Mapping[str, Rect]:
        """Every seat's card, in reading order."""
        return _Cards(self)

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """All connectors: bundles in reading order, then free links."""
        word = self._word
        routes = [route for bundled in self._bundles.values() for route in bundled.routes]
        free = list(self._free_links())
        if not free:
            return tuple(routes)
        boxes = {team: self.rect(team) for team in self.order}
        words = [route.word for route in routes if route.word]
        bounds = Rect(4.0, 4.0, self.size[0] - 8.0, self.size[1] - 8.0)
        return (*routes, *free_links(free, boxes, bounds, words=words, word_width=word))

    @property
    def _word(self) -> float:
        """The room of the word on a line of service: an even number, so that places along it are exact."""
        return 2.0 * ceil(self.measure.width(self.measure.say(SERVES), CAPTION) / 2 + WORD_PADDING)

    @cached_property
    def _bundles(self) -> dict[str, Bundled]:
        """The connectors down from each team, in reading order.

        Those of a tree that is as it was are taken over, moved along with it.
        """
        tree, settings, places = self.hierarchy, self.settings, self.places
        former: dict[str, Bundled] = self.__dict__.get(_FORMER, {})
        word, served = self._word, tree.served
        room = (WORD_HEIGHT, word) if settings.sideways else (word, WORD_HEIGHT)
        bundles: dict[str, Bundled] = {}
        for team in self.order:
            below = tree.children.get(team)
            if not below:
                continue
            subtree, are_served = self.grown.subtrees[team], [each in served for each in below]
            known = former.get(team)
            if known is not None and known.subtree is subtree and known.served == are_served:
                bundles[team] = known.standing_at(places[team])
                continue
            rows, gutter = self._rows(team, below)
            way = Way(settings.level_gap, room, gutter, settings.sideways)
            routes = tuple(bundle(team, self._box(team), rows, way))
            bundles[team] = Bundled(subtree, places[team], are_served, routes)
        return bundles

    def _free_links(self) -> Iterator[Link]:
        """The links that no bundle shows; what a collapsed team hides is linked from that team."""
        tree = self.hierarchy
        hidden, served, above = tree.hidden, tree.served, tree.above
        shown: set[tuple[str, str, str]] = set()
        for link in self.scenario.links:
            if hidden and (link.source in hidden or link.target in hidden):
                source, target = self.hierarchy.shown(link.source), self.hierarchy.shown(link.target)
                if source == target:
                    continue
                link = replace(link, source=source, target=target)  # noqa: PLW2901
            is_below = link.target in served and above.get(link.target) == link.source
            if (is_below and link.kind is LinkKind.SERVES) or link.key in shown:
                continue
            shown.add(link.key)
            yield link

    def collapsing(self, collapsed: frozenset[str]) -> "Placement":
        """The placement with just these teams collapsed: their headers alone, nothing below them."""
        if collapsed == self.grown.collapsed:
            return self
        forest = refolded(self.grown, self.project, self.scenario, self.holdings, collapsed)
        return self._following(replace(self, grown=forest, standing=Standing(forest.forest, self.settings)))

    @property
    def collapsed(self) -> frozenset[str]:
        """The teams that were asked to be collapsed, whether they are on the chart or not."""
        return self.grown.collapsed

    def _box(self, team: str) -> Rect:
        """A team's box as trees see it, which grow downwards."""
        return self.rect(team).turned() if self.settings.sideways else self.rect(team)

    def rect(self, team: str) -> Rect:
        """The box of one team."""
        shape = self.grown.shapes[team]
        x, y = self.places[team]
        return Rect(x, y, shape.width, shape.height)

    def after(self, edited: Edited) -> "Placement":
        """The placement of what an edit made; only changed teams and those above them are worked out."""
        holdings, touched = self.holdings.after(edited, self.scenario_id)
        if touched is None:
            return place(edited.project, self.scenario_id, self.measure, self.settings, self.collapsed)
        if not (touched.teams or touched.structure or touched.links):
            return self._sharing(replace(self, project=edited.project, holdings=holdings))
        forest = regrown(self.grown, edited.project, self.scenario_id, holdings, touched)
        if forest.forest is self.grown.forest:
            same = self._following(replace(self, project=edited.project, holdings=holdings, grown=forest))
            return same if touched.structure or touched.links else self._sharing(same)
        standing = Standing(forest.forest, self.settings)
        new = replace(self, project=edited.project, holdings=holdings, grown=forest, standing=standing)
        return self._following(new) if touched.structure or touched.links else self._ordering(new)

    def _following(self, other: "Placement") -> "Placement":
        """Hand over the connectors that were drawn, for what of them still holds."""
        former = self.__dict__.get("_bundles", self.__dict__.get(_FORMER))
        if former is not None:
            other.__dict__[_FORMER] = former
        return other

    def _ordering(self, other: "Placement") -> "Placement":
        """Hand over the order as well, which only the hierarchy tells."""
        for name in ("order", "ranks"):
            if name in self.__dict__:
                other.__dict__[name] = self.__dict__[name]
        return self._following(other)

    def _sharing(self, other: "Placement") -> "Placement":
        """Hand over what was worked out already and did not change."""
        for name in ("order", "ranks", "routes", "_bundles", _FORMER):
            if name in self.__dict__:
                other.__dict__[name] = self.__dict__[name]
        return other

    def _rows(self, team: str, below: tuple[str, ...]) -> tuple[list[list[Below]], float]:
        tree = self.grown.subtrees[team]
        starts = tree.children.rows if tree.children else (0,)
        gutter = self.places[team][self.settings.sideways] + tree.dx - GUTTER / 2
        served = self.hierarchy.served
        row = [Below(each, self._box(each), each in served) for each in below]
        ends = (*starts[1:], len(row))
        return [row[start:end] for start, end in zip(starts, ends, strict=True)], gutter


def place(
    project: Project,
    scenario_id: str,
    measure: Measure,
    settings: Settings = SCREEN,
    collapsed: frozenset[str] = frozenset(),
) -> Placement:
    """Place every team and seat of a scenario, except what stands below ``collapsed`` teams."""
    scenario = project.scenarios[scenario_id]
    holdings = Holdings.of(project, scenario)
    forest = grown(project, scenario, holdings, measure, settings, collapsed)
    standing = Standing(forest.forest, settings)
    return Placement(project, scenario_id, measure, settings, holdings, forest, standing)


class Stood(Struct, frozen=True, eq=False):
    """Where boxes stand, as another way of placing them says."""

    places: dict[str, tuple[float, float]]
    size: tuple[float, float]


class Standing(Struct, frozen=True, eq=False, dict=True):
    """Where boxes stand on the whole chart; places are worked out when first asked for."""

    forest: Children | None
    settings: Settings

    @cached_property
    def places(self) -> dict[str, tuple[float, float]]:
        """The left top corner of every box: relative places added up from the top down."""
        if self.forest is None:
            return {}
        places: dict[str, tuple[float, float]] = {}
        waiting = [(self.forest, MARGIN - self.forest.outline.least, MARGIN)]
        while waiting:
            children, left, top = waiting.pop()
            for tree, (x, y) in zip(children.subtrees, children.places, strict=True):
                places[tree.team] = (left + x, top + y)
                if tree.children:
                    waiting.append((tree.children, left + x + tree.dx, top + y + tree.below))
        if self.settings.sideways:
            return {team: (y, x) for team, (x, y) in places.items()}
        return places

    @property
    def size(self) -> tuple[float, float]:
        """Width and height with the margin around all."""
        if self.forest is None:
            return 2 * MARGIN, 2 * MARGIN
        outline = self.forest.outline
        width, height = outline.most - outline.least + 2 * MARGIN, outline.depth + 2 * MARGIN
        return (height, width) if self.settings.sideways else (width, height)


class _Boxes(Mapping[str, TeamBox]):
    def __init__(self, placement: Placement) -> None:
        self._placement = placement
        self._known: dict[str, TeamBox] = {}

    def __getitem__(self, team: str) -> TeamBox:
        known = self._known.get(team)
        if known is None:
            known = self._known[team] = _box(self._placement, team)
        return known

    def __iter__(self) -> Iterator[str]:
        return iter(self._placement.order)

    def __len__(self) -> int:
        return len(self._placement.grown.shapes)

    def __contains__(self, team: object) -> bool:
        return team in self._placement.grown.shapes


def _box(placement: Placement, team: str) -> TeamBox:
    shape = placement.grown.shapes[team]
    x, y = placement.places[team]
    return TeamBox(
        id=team,
        rect=Rect(x, y, shape.width, shape.height),
        header=shape.header.moved(x, y),
        name=shape.name,
        lines=shape.lines,
        count=shape.tally,
        seat_ids=shape.seat_ids,
        seats=tuple([slot.moved(x, y) for slot in shape.slots]),
        columns=tuple(column.moved(x, y) for column in shape.columns),
        add_row=shape.add_row.moved(x, y),
        headings=tuple(Heading(text, rect.moved(x, y)) for text, rect in shape.headings),
        head=shape.head,
        folded=shape.folded,
        above=placement.hierarchy.above[team],
        served=team in placement.hierarchy.served,
    )


class _Cards(Mapping[str, Rect]):
    def __init__(self, placement: Placement) -> None:
        self._placement = placement
        self._known: dict[str, dict[str, Rect]] = {}

    def __getitem__(self, seat: str) -> Rect:
        """Where a seat's card stands; KeyError for one that a collapsed team hides."""
        team = self._placement.scenario.seats[seat].team
        cards = self._known.get(team)
        if cards is None:
            box = self._placement.teams[team]
            cards = self._known[team] = dict(zip(box.seat_ids, box.seats, strict=True))
        return cards[seat]

    def __iter__(self) -> Iterator[str]:
        shapes = self._placement.grown.shapes
        return (seat for team in self._placement.order for seat in shapes[team].seat_ids)

    def __len__(self) -> int:
        folded = self._placement.hierarchy.folded
        if not folded:
            return len(self._placement.scenario.seats)
        return sum(len(shape.seat_ids) for shape in self._placement.grown.shapes.values())

    def __contains__(self, seat: object) -> bool:
        known = self._placement.scenario.seats.get(str(seat))
        if known is None:
            return False
        shape = self._placement.grown.shapes.get(known.team)
        return shape is not None and not shape.folded

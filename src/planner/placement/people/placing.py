"""Places a scenario as a reporting chart, in the form in which the canvas knows placements."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from planner.domain import Edited, LinkKind
from planner.placement.geometry import Rect
from planner.placement.people.boxes import SIDE, GroupBox, Sizing, group_box
from planner.placement.people.lines import End, dashed, group_lines, member_lines
from planner.placement.people.reporting import Key, Reporting, reporting, standing
from planner.placement.placing import Placement, Stood, TeamBox
from planner.placement.routes import Route
from planner.placement.settings import GUTTER, MARGIN, Layout, Settings
from planner.placement.trees import Children, Subtree, arranged, subtree

Point = tuple[float, float]
_ASIDE: Final = 14.0
"""How far dashed lines keep from the solid ones and from the edge of a head."""


_ROW: Final = 900.0
"""How wide a row is on a screen before groups stand in several: columns of names alone are narrow and low."""
_MOST_WAYS: Final = 20_000
"""Dashed lines times groups: beyond it finding their ways takes seconds, and nobody could follow them."""


class Stands(Struct, frozen=True, eq=False):
    """Where every group stands, and by what rows of groups those under it are met."""

    boxes: dict[Key, GroupBox]
    corners: dict[Key, Point]
    rows: dict[Key, tuple[tuple[Key, ...], ...]]
    gutters: dict[Key, float]


class PeoplePlacement(Placement, frozen=True, eq=False, dict=True):
    """A placement in which a team's box holds its lead and its members; everybody stands once.

    ``teams`` hold the seats that are shown in them: a lead's own seat is shown where they lead. ``seats`` are
    those cards, and know those of further seats as well, which lie on the card of their holder.
    """

    chart: Placement
    reporting: Reporting
    stands: Stands

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All teams, each before those under its lead."""
        groups = self.reporting.groups
        return tuple(team for key in self.reporting.reading_order() for team in groups[key].teams)

    @cached_property
    def teams(self) -> Mapping[str, TeamBox]:
        """Every team's box, in reading order."""
        return {team: self._team_box(team) for team in self.order}

    @cached_property
    def seats(self) -> Mapping[str, Rect]:
        """Every card, in reading order."""
        return _Cards(self)

    @cached_property
    def shown_in(self) -> Mapping[str, str]:
        """The team in whose box a card stands, by seat."""
        return {seat: team for team, box in self.teams.items() for seat in box.seat_ids}

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """All lines: solid ones in reading order, then the dashed ones."""
        routes: list[Route] = []
        for key in self.reporting.reading_order():
            routes.extend(member_lines(self.stands.boxes[key], self.stands.corners[key]))
            if key in self.stands.rows:
                routes.append(self._group_line(key))
        return (*routes, *self._dashed())

    def rect(self, team: str) -> Rect:
        """The area of one team: its lead or caption, and its members."""
        return self.teams[team].rect

    def group_rect(self, key: Key) -> Rect:
        """The area of a whole group."""
        (x, y), box = self.stands.corners[key], self.stands.boxes[key]
        return Rect(x, y, box.width, box.height)

    def head(self, team: str) -> Rect:
        """Where the head of a team's group stands: the card of its lead, or its node."""
        key = self.reporting.of_team[team]
        return self.stands.boxes[key].head.moved(*self.stands.corners[key])

    def after(self, edited: Edited) -> "PeoplePlacement":
        """The placement of what an edit made."""
        return by_people(self.chart.after(edited))

    def collapsing(self, _collapsed: frozenset[str]) -> "PeoplePlacement":
        """The same: nothing is collapsed here."""
        return self

    def _team_box(self, team: str) -> TeamBox:
        key = self.reporting.of_team[team]
        at = self.stands.corners[key]
        stack = next(each for each in self.stands.boxes[key].stacks if each.team == team)
        shape, above = self.shapes[team], self.scenario.teams[team].parent
        return TeamBox(
            id=team,
            rect=stack.area.moved(*at),
            header=stack.header.moved(*at),
            name=shape.name,
            lines=(),
            count=shape.tally,
            seat_ids=stack.seats,
            seats=tuple(card.moved(*at) for card in stack.cards),
            columns=(),
            add_row=stack.add_row.moved(*at),
            headings=(),
            head=False,
            folded=False,
            above=above,
            served=False,
        )

    def _group_line(self, key: Key) -> Route:
        rows = [
            [(" ".join(below), self.group_rect(below), self._met(below)) for below in row]
            for row in self.stands.rows[key]
        ]
        box, rect = self.stands.boxes[key], self.group_rect(key)
        gutter, gap = self.stands.gutters[key], _downwards(self.settings).level_gap
        return group_lines(" ".join(key), box, rect, rows, gutter=gutter, gap=gap)

    def _met(self, key: Key) -> float:
        """The x at which a group's line ends: the middle of its head."""
        return self.stands.corners[key][0] + self.stands.boxes[key].head.width / 2

    def _dashed(self) -> list[Route]:
        """Further seats of people, and dotted lines between teams; none in plans of many thousands."""
        ends = [*self._further_seats(), *self._dotted_links()]
        if not ends or len(ends) * len(self.reporting.groups) > _MOST_WAYS:
            return []
        boxes = [self.group_rect(key) for key in self.reporting.groups]
        bounds = Rect(4.0, 4.0, self.size[0] - 8.0, self.size[1] - 8.0)
        return dashed(ends, boxes, bounds)

    def _further_seats(self) -> Iterator[tuple[End, End]]:
        for group, name in self.reporting.also:
            seat = self.scenario.seats[name]
            own = standing(self.scenario, self.reporting, seat)
            box = self.group_rect(own)
            if own == ("person", seat.person):
                yield self._end(group), End(f"seat {name}", box, self._met(own) + _ASIDE)
            else:
                card = self.seats[name]
                yield self._end(group), End(f"seat {name}", box, card.right + SIDE / 2, card)

    def _dotted_links(self) -> Iterator[tuple[End, End]]:
        for link in self.scenario.links:
            source, target = self.reporting.of_team[link.source], self.reporting.of_team[link.target]
            if link.kind is LinkKind.DOTTED and source != target:
                box, x = self.group_rect(target), self._met(target) + _ASIDE
                yield self._end(source), End(f"team {link.target}", box, x)

    def _end(self, key: Key) -> End:
        """Where dashed lines leave a group: at the right of its head."""
        head = self.stands.boxes[key].head
        return End(" ".join(key), self.group_rect(key), self.stands.corners[key][0] + head.right - _ASIDE)


def by_people(chart: Placement) -> PeoplePlacement:
    """Place the scenario of a chart as a reporting chart."""
    found = reporting(chart.project, chart.scenario, chart.holdings)
    stands, size = _stood(found, chart)
    values = {name: getattr(chart, name) for name in Placement.__struct_fields__}
    corners = {team: stands.corners[key] for team, key in found.of_team.items()}
    values |= {"standing": Stood(corners, size)}
    return PeoplePlacement(**values, chart=chart, reporting=found, stands=stands)


def _stood(found: Reporting, chart: Placement) -> tuple[Stands, tuple[float, float]]:
    settings = _downwards(chart.settings)
    sizing = Sizing(chart.project, chart.scenario, chart.holdings, chart.measure, settings)
    boxes = {key: group_box(group, sizing) for key, group in found.groups.items()}
    order = list(found.reading_order())
    names = {str(place): key for place, key in enumerate(order)}
    numbers = {key: name for name, key in names.items()}
    trees: dict[Key, Subtree] = {}
    for key in reversed(order):
        below = [trees[each] for each in found.children.get(key, ())]
        children = arranged(below, settings) if below else None
        box = boxes[key]
        trees[key] = subtree(numbers[key], box.width, box.height, children, gap=settings.level_gap)
    roots = [trees[key] for key in found.children.get(None, ())]
    stands = Stands(boxes, {}, {}, {})
    if not roots:
        return stands, (2 * MARGIN, 2 * MARGIN)
    forest = arranged(roots, settings, roots=True)
    _place(stands, names, forest)
    outline = forest.outline
    return stands, (outline.most - outline.least + 2 * MARGIN, outline.depth + 2 * MARGIN)


def _downwards(settings: Settings) -> Settings:
    """A reporting chart grows downwards, however teams are laid out; on a screen it nears a page's shape."""
    layout = Layout.TREE if settings.sideways else settings.layout
    row = settings.row_width if settings.paper else min(settings.row_width, _ROW)
    return replace(settings, layout=layout, row_width=row)


def _place(stands: Stands, names: Mapping[str, Key], forest: Children) -> None:
    """Turn relative places into those on the whole chart, from the top down."""
    waiting = [(forest, MARGIN - forest.outline.least, MARGIN)]
    while waiting:
        children, left, top = waiting.pop()
        for tree, (x, y) in zip(children.subtrees, children.places, strict=True):
            key = names[tree.team]
            stands.corners[key] = (left + x, top + y)
            if tree.children:
                stands.rows[key] = _rows(tree.children, names)
                stands.gutters[key] = left + x + tree.dx - GUTTER / 2
                waiting.append((tree.children, left + x + tree.dx, top + y + tree.below))


def _rows(children: Children, names: Mapping[str, Key]) -> tuple[tuple[Key, ...], ...]:
    keys = [names[tree.team] for tree in children.subtrees]
    ends = (*children.rows[1:], len(keys))
    return tuple(tuple(keys[start:end]) for start, end in zip(children.rows, ends, strict=True))


class _Cards(Mapping[str, Rect]):
    """Cards by seat; a further seat of somebody has the card of their home, a lead's that of their head."""

    def __init__(self, placement: PeoplePlacement) -> None:
        self._placement = placement
        self._cards = {
            seat: card
            for box in placement.teams.values()
            for seat, card in zip(box.seat_ids, box.seats, strict=True)
        }

    def __getitem__(self, seat: str) -> Rect:
        known = self._cards.get(seat)
        return known if known is not None else self._cards[self._home(seat)]

    def _home(self, seat: str) -> str:
        person = self._placement.scenario.seats[seat].person
        return self._placement.reporting.home.get(person or "", "")

    def __iter__(self) -> Iterator[str]:
        return iter(self._cards)

    def __len__(self) -> int:
        return len(self._cards)

    def __contains__(self, seat: object) -> bool:
        return seat in self._cards or (
            isinstance(seat, str)
            and seat in self._placement.scenario.seats
            and self._home(seat) in self._cards
        )

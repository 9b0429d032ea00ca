"""The scene is what the canvas shows: the document's chart, and what stands where in it."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from planner.app.canvas.charting import chart_of, placed
from planner.app.canvas.grid import Grid
from planner.app.canvas.packed import PackedScene
from planner.app.canvas.selection import Key
from planner.app.document import Document, FirstLook
from planner.app.document.explainer import is_at_hand
from planner.domain import Difference, Edited
from planner.drawing.chart import Chart
from planner.drawing.colouring import ColourBy
from planner.drawing.levels import Level
from planner.drawing.looks import State
from planner.drawing.marks import Group
from planner.drawing.team_frames import fold_place
from planner.placement import SCREEN, Measure, Placement, Rect, Route, Settings, overview
from planner.placement.people import PeoplePlacement
from planner.placement.settings import MARGIN
from planner.typography import Fonts

HALO: Final = 8.0
"""How far a group's marks may reach beyond its bounds: rings, arrow heads, words on lines."""


class Hit(Struct, frozen=True):
    """What stands at a point of the chart; all None over empty canvas."""

    team: str | None = None
    seat: str | None = None
    on_add_row: bool = False

    @property
    def key(self) -> Key | None:
        """The seat, else the team, as it can be selected."""
        if self.seat is not None:
            return ("seat", self.seat)
        return ("team", self.team) if self.team is not None and not self.on_add_row else None


class Scene:
    """The chart of the scenario that is shown, followed from change to change. Lengths are px at 100%.

    While ``is_overview``, places, hits and groups are those of the overview instead.
    """

    def __init__(self, document: Document, fonts: Fonts, first: FirstLook | None = None) -> None:
        """With a first look at what the document shows, where there is one."""
        self._document, self._fonts = document, fonts
        self._measure = Measure(fonts)
        self.settings = SCREEN
        self.colour_by = ColourBy.ROLE
        self.is_overview = False
        self._collapsed: frozenset[str] = frozenset()
        self._room, self._text = 0.0, 1.0
        self._packed: PackedScene | None = None
        self._boxes_known: Grid[str] = Grid()
        self._boxes_of: Placement | None = None
        self._routes_known: Grid[Key] = Grid(1024.0)
        self._routes_noted: tuple[Route, ...] = ()
        self._told = document.review
        self.placement: Placement
        self.chart: Chart
        if first is None:
            self.rebuild()
        else:
            self._take(first)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the whole chart."""
        return self.packed.size if self.is_overview else self.placement.size

    @property
    def packed(self) -> PackedScene:
        """The overview, packed when first asked for."""
        if self._packed is None:
            packed = overview(self.placement, self._room, self._text)
            self._packed = PackedScene(self.chart, packed, self.colour_by)
        return self._packed

    @property
    def collapsed(self) -> frozenset[str]:
        """The teams that are collapsed."""
        return self.placement.collapsed

    @property
    def content(self) -> tuple[float, float, float, float]:
        """The chart without the margin around it, as x, y, width, height."""
        return self.content_of(overview=self.is_overview)

    def content_of(self, *, overview: bool) -> tuple[float, float, float, float]:
        """The content of the chart or of the overview."""
        width, height = self.packed.size if overview else self.placement.size
        return MARGIN, MARGIN, max(1.0, width - 2 * MARGIN), max(1.0, height - 2 * MARGIN)

    @property
    def is_empty(self) -> bool:
        """Whether there is no team."""
        return not self._document.scenario.teams

    @property
    def is_behind(self) -> bool:
        """Whether marks of findings are still those from before the last change, as in a large plan."""
        return self._told is not self._document.review

    def catch_up(self) -> None:
        """Let marks tell the findings of the layout as it stands."""
        if self.is_behind:
            self._told = self._document.review
            self._show(self.placement)

    def rebuild(self) -> None:
        """Place the shown scenario from scratch."""
        document = self._document
        settings, collapsed = self.settings, self._collapsed
        self._show(placed(document.project, document.scenario_id, self._measure, settings, collapsed))

    def _take(self, first: FirstLook) -> None:
        self.chart, self._packed = first.chart, first.packed
        self.colour_by, self.placement = self.chart.colour_by, self.chart.placement
        self._measure, self.settings = self.placement.measure, self.placement.settings
        self._collapsed = self.placement.collapsed

    def show_overview(self, *, shown: bool, room: float, text: float) -> None:
        """Show the overview for a width in px on the screen and a text size, or the chart."""
        if text != self._text:
            self._text, self._packed = text, None
        if room != self._room:
            self._room = room
            if self._packed is not None:
                self._packed = self._packed.as_wide(room)
        self.is_overview = shown

    def arrange(self, settings: Settings) -> None:
        """Place the teams in another way."""
        if settings != self.settings:
            self.settings = settings
            self.rebuild()

    def show_as(self, settings: Settings, by: ColourBy, collapsed: frozenset[str]) -> bool:
        """Show all of this at once; False when it is shown like this already."""
        before = self.settings, self.colour_by, self._collapsed
        self.settings, self.colour_by, self._collapsed = settings, by, collapsed
        if before == (settings, by, before[2] if settings.people else collapsed):
            return False
        self.rebuild()
        return True

    def collapse(self, teams: frozenset[str]) -> None:
        """Show just these teams collapsed."""
        self._collapsed = teams
        if teams != self.placement.collapsed:
            self._show(self.placement.collapsing(teams))

    def colour(self, by: ColourBy) -> None:
        """Let colours tell something else."""
        if by is not self.colour_by:
            self.colour_by = by
            self._show(self.placement)

    def uncover(self, keys: Iterable[Key]) -> bool:
        """Expand the teams that hide any of these seats and teams; False when none does."""
        teams, seats = self._document.scenario.teams, self._document.scenario.seats
        wanted = [seats[name].team for kind, name in keys if kind == "seat" and name in seats]
        hidden = {name for kind, name in keys if kind == "team" and name in teams}
        before = self.collapsed
        while True:
            tree = self.placement.hierarchy
            hiding = {tree.hidden[team] for team in (*wanted, *hidden) if team in tree.hidden}
            hiding.update(team for team in wanted if team in tree.folded)
            if not hiding:
                return self.collapsed != before
            self.collapse(self.collapsed - hiding)

    def shown(self, key: Key) -> Key:
        """A seat or a team itself, or the collapsed team that hides it."""
        kind, name = key
        seat = self._document.scenario.seats.get(name) if kind == "seat" else None
        team = seat.team if seat is not None else name
        tree = self.placement.hierarchy
        if kind == "person" or (tree.shown(team) == team and (seat is None or team not in tree.folded)):
            return key
        return ("team", tree.shown(team))

    def follow(self, difference: Difference) -> None:
        """Place again what a difference touches."""
        if self.placement.scenario_id != self._document.scenario_id:
            self.rebuild()
            return
        self._show(self.placement.after(Edited(self._document.project, difference)), difference)

    def keys_in(self, area: Rect, *, cards: bool = True) -> Iterator[Key]:
        """What meets an area, back to front: connectors, teams, then their seats if ``cards`` are wanted."""
        if self.is_overview:
            yield from self.packed.keys_in(area)
            return
        yield from self._routes.touching(area)
        order = sorted(self._teams.touching(area), key=self.placement.ranks.__getitem__)
        for team in order:
            yield ("team", team)
        near = area.grown(HALO)
        for team in order if cards else ():
            box = self.placement.teams[team]
            for seat, rect in zip(box.seat_ids, box.seats, strict=True):
                if rect.meets(near):
                    yield ("seat", seat)

    def teams_in(self, area: Rect) -> set[str]:
        """The teams that meet an area."""
        return self.packed.teams_in(area) if self.is_overview else self._teams.touching(area)

    def group(self, key: Key, level: Level, scale: float) -> Group:
        """The marks of one thing."""
        if self.is_overview:
            return self.packed.chart.group(key)
        return self.chart.group(key, level, scale=scale)

    def outline(self, key: Key, state: State) -> Group | None:
        """The border of a thing of the overview in a state."""
        return self.packed.outline(key, state)

    def rect_of(self, key: Key) -> Rect | None:
        """Where a seat's card or a team's box stands, None when the chart has none."""
        return self.rect_in(key, overview=self.is_overview)

    def rect_in(self, key: Key, *, overview: bool) -> Rect | None:
        """Where a thing stands on the chart or in the overview."""
        kind, name = key
        if overview:
            return self.packed.rect_of(key)
        if kind == "seat" and name in self.placement.seats:
            return self.placement.seats[name]
        if kind == "team" and name in self.placement.teams:
            return self.placement.rect(name)
        return None

    def place_of(self, team: str) -> Rect:
        """Where one walks to a team: its header, or its tile."""
        return (
            self.packed.chart.overview.rect(team) if self.is_overview else self.placement.teams[team].header
        )

    def head_of(self, team: str) -> Rect:
        """The row with a team's name, by which the team is dragged."""
        return self.packed.head_of(team) if self.is_overview else self.placement.teams[team].header

    def fold_at(self, x: float, y: float) -> str | None:
        """The team whose triangle is at a point."""
        for team in self._teams.at(x, y) if not self.is_overview else ():
            shape, (left, top) = self.placement.shapes[team], self.placement.places[team]
            place = fold_place(shape.width, shape.header.height, head=shape.head)
            if self.chart.folds(team) and place.holds(x - left, y - top):
                return team
        return None

    def __contains__(self, key: object) -> bool:
        match key:
            case ("seat", str(name)):
                return name in self.placement.seats
            case ("team", str(name)):
                return name in self.placement.teams
            case ("person", str(name)):
                return name in self._document.project.people
        return False

    def at(self, x: float, y: float, *, open_team: str | None = None) -> Hit:
        """What stands at a point; the row for one more seat counts only for the team that shows it."""
        if self.is_overview:
            return Hit(self.packed.at(x, y))
        if open_team is not None and open_team in self.placement.teams:
            row = self.placement.teams[open_team].add_row
            if row.holds(x, y):
                return Hit(open_team, on_add_row=True)
        for team in self._teams.at(x, y):
            box = self.placement.teams[team]
            for seat, rect in zip(box.seat_ids, box.seats, strict=True):
                if rect.holds(x, y):
                    return Hit(team, seat)
            return Hit(team)
        return Hit()

    def seats_of(self, team: str) -> tuple[str, ...]:
        """A team's seats in reading order."""
        if isinstance(self.placement, PeoplePlacement):
            return self.placement.holdings.by_team.get(team, ())
        return self.placement.teams[team].seat_ids

    def team_showing(self, seat: str) -> str:
        """The team in whose box a seat is shown: its own, but for leads among people."""
        if isinstance(self.placement, PeoplePlacement) and seat in self.placement.shown_in:
            return self.placement.shown_in[seat]
        return self._document.scenario.seats[seat].team

    def cards_near(self, area: Rect) -> Iterable[tuple[Key, Rect]]:
        """The seats and team headers in the teams that meet an area, for walking from one to the next."""
        if self.is_overview:
            for team in self.packed.teams_in(area):
                yield ("team", team), self.packed.chart.overview.rect(team)
            return
        for team in self._teams.touching(area):
            box = self.placement.teams[team]
            yield ("team", team), box.header
            for seat, rect in zip(box.seat_ids, box.seats, strict=True):
                yield ("seat", seat), rect

    def _show(self, placement: Placement, difference: Difference | None = None) -> None:
        self.placement = placement
        review, by, worst = self._document.review, self.colour_by, None
        if is_at_hand(review) or review.scenario.id != self._told.scenario.id:
            self._told = review
        elif difference is not None and self.chart.review is self._told:
            worst = self.chart.worst
        self.chart = chart_of(placement, self._told, fonts=self._fonts, by=by, worst=worst)
        if self._packed is not None:
            self._packed = self._packed.after(self.chart, by, difference)

    @property
    def _teams(self) -> Grid[str]:
        """Where boxes stand, brought up to the placement when asked for: the overview asks for none."""
        if self._boxes_of is not self.placement:
            self._note_boxes(self._boxes_of, self.placement)
            self._boxes_of = self.placement
        return self._boxes_known

    @property
    def _routes(self) -> Grid[Key]:
        """Where connectors run, when asked for as well."""
        routes, grid = self.placement.routes, self._routes_known
        if routes is not self._routes_noted:
            old = {id(route) for route in self._routes_noted}
            fresh = [route for route in routes if id(route) not in old]
            kept = {id(route) for route in routes} & old
            for route in self._routes_noted:
                if id(route) not in kept:
                    grid.remove(route.key)
            for route in fresh:
                grid.put(route.key, _bounds(route))
            self._routes_noted = routes
        return grid

    def _note_boxes(self, before: Placement | None, placement: Placement) -> None:
        """Note where boxes stand; where none moved, just those of another size."""
        shapes, boxes = placement.shapes, self._boxes_known
        if before is not None and before.places is placement.places:
            old = before.shapes
            changed = [team for team, shape in shapes.items() if shape is not old.get(team)]
        else:
            changed = list(placement.order)
            for team in set(boxes.rects) - set(changed):
                boxes.remove(team)
        for team in changed:
            boxes.put(team, placement.rect(team))


def _bounds(route: Route) -> Rect:
    points = [point for piece in route.pieces for point in piece.points]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if route.word is not None:
        xs += [route.word.x, route.word.right]
        ys += [route.word.y, route.word.bottom]
    left, top = min(xs), min(ys)
    return Rect(left, top, max(xs) - left, max(ys) - top).grown(HALO)

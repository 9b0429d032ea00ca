"""The chart: a scenario's teams, seats and connectors as groups of marks, each by its key."""

from collections.abc import Mapping
from functools import cached_property

from planner.domain import Project, Scenario, Seat
from planner.drawing import cards, team_frames
from planner.drawing.cards import Card
from planner.drawing.colouring import ColourBy, Colouring
from planner.drawing.connectors import connector
from planner.drawing.levels import Level
from planner.drawing.marks import Drawing, Group, Mark
from planner.drawing.team_frames import Frame, Number
from planner.drawing.worst import Worst
from planner.guidance import Review
from planner.placement import Placement, Route, card_text
from planner.placement.wording import SERVES, card_share
from planner.typography import Fonts

Key = tuple[str, str]


class Chart:
    """A placed scenario as groups: ("seat", id), ("team", id), ("link", …), back to front in `keys`.

    A value: it never changes, and makes a group when asked for it. A group's marks are relative to its
    bounds' left top corner, so that equal cards have equal marks wherever they stand. ``numbers`` gives the
    findings that a page lists their numbers; without it a team shows the icon of its worst finding.
    ``worst`` is what it is known to be, or was while it is not known yet.
    Where colours tell something else than roles, every card has a stripe of its shade.
    """

    def __init__(
        self,
        placement: Placement,
        review: Review | None = None,
        *,
        fonts: Fonts,
        numbers: Mapping[Key, tuple[Number, ...]] | None = None,
        colour_by: ColourBy = ColourBy.ROLE,
        worst: Worst | None = None,
    ) -> None:
        self.placement = placement
        self.review = review
        self.worst = Worst(placement, review) if worst is None else worst
        self.colour_by = colour_by
        told_by_chips = colour_by is ColourBy.ROLE
        self._colouring = None if told_by_chips else Colouring(colour_by, placement, self.worst)
        self.fonts = fonts
        self._numbers = numbers
        self._paper = placement.settings.paper
        self._cards: dict[str, Card] = {}
        self._connectors: dict[tuple[Key, bool], Group] = {}

    @property
    def project(self) -> Project:
        """The project that the chart is of."""
        return self.placement.project

    @property
    def scenario(self) -> Scenario:
        """The scenario that the chart shows."""
        return self.placement.scenario

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Every group's key, back to front: connectors, then each team before its seats, in reading order."""
        keys: list[Key] = [route.key for route in self.placement.routes]
        shapes = self.placement.shapes
        for team in self.placement.order:
            keys.append(("team", team))
            keys.extend(("seat", seat) for seat in shapes[team].seat_ids)
        return tuple(keys)

    def group(self, key: Key, level: Level = Level.FULL, *, scale: float = 1.0) -> Group:
        """The marks of one thing; ``scale`` is px on the screen per px of the chart, for texts of fixed size.

        KeyError for a key that the chart does not have.
        """
        kind, name = key
        if kind == "seat":
            return self._seat_group(name, level, scale)
        if kind == "team":
            return self._team_group(name, level, scale)
        return self._connector(key, show_word=level is Level.FULL)

    def drawing(self, level: Level = Level.FULL, *, scale: float = 1.0) -> Drawing:
        """The whole chart."""
        width, height = self.placement.size
        return Drawing(width, height, tuple(self.group(key, level, scale=scale) for key in self.keys))

    def card(self, seat_id: str) -> Card:
        """What a seat's card shows."""
        known = self._cards.get(seat_id)
        if known is None:
            width = self.placement.seats[seat_id].width
            known = self._cards[seat_id] = self._card(self.scenario.seats[seat_id], width)
        return known

    def whole_names_scale(self) -> float:
        """The least scale at which every name is whole at compact detail."""
        return max(
            (
                cards.whole_name_scale(
                    self._card(self.scenario.seats[seat], place.width), place.width, place.height, self.fonts
                )
                for seat, place in self.placement.seats.items()
            ),
            default=0.0,
        )

    def frame(self, team_id: str) -> Frame:
        """What a team's frame shows."""
        team, shape = self.scenario.teams[team_id], self.placement.shapes[team_id]
        say = self.placement.measure.say
        return Frame(
            kind=team.kind,
            width=shape.width,
            height=shape.height,
            name=shape.name,
            lines=shape.lines,
            count=shape.tally,
            head=shape.head,
            folded=shape.folded,
            folds=self.folds(team_id),
            locked=team.locked,
            severity=self.worst.teams.get(team_id) if self._numbers is None else None,
            headings=tuple((say(heading.text), heading.rect) for heading in shape.headings),
            numbers=self._numbers.get(("team", team_id), ()) if self._numbers else (),
        )

    def folds(self, team_id: str) -> bool:
        """Whether a team hides something or could."""
        shape = self.placement.shapes[team_id]
        return shape.folded or bool(shape.seat_ids) or bool(self.placement.hierarchy.children.get(team_id))

    def _seat_group(self, seat_id: str, level: Level, scale: float) -> Group:
        rect = self.placement.seats[seat_id]
        card = self.card(seat_id)
        marks = cards.marks_at(
            level, card, rect.width, rect.height, self.fonts, scale=scale, paper=self._paper
        )
        if self._numbers:
            number = self._numbers.get(("seat", seat_id), ())
            marks = (*marks, *team_frames.numbers(number, rect.width))
        if self._colouring is not None:
            shade = self._colouring.shade(self.scenario.seats[seat_id])
            marks = (*marks, cards.shade_mark(shade, rect.height, level))
        return Group(("seat", seat_id), rect, marks)

    def _team_group(self, team_id: str, level: Level, scale: float) -> Group:
        frame = self.frame(team_id)
        marks: tuple[Mark, ...]
        match level:
            case Level.FULL:
                marks = team_frames.frame_marks(frame, self.fonts, paper=self._paper)
            case Level.COMPACT:
                marks = team_frames.compact_frame(frame, self.fonts, scale=scale)
            case _:
                marks = team_frames.small_frame(frame, self.fonts, scale=scale)
        return Group(("team", team_id), self.placement.rect(team_id), marks)

    def _connector(self, key: Key, *, show_word: bool) -> Group:
        """A connector's marks, the same at every scale: one of a large team has hundreds of lines."""
        known = self._connectors.get((key, show_word))
        if known is None:
            known = connector(self._routes[key], self.fonts, words=self._serves, show_word=show_word)
            self._connectors[key, show_word] = known
        return known

    def _card(self, seat: Seat, width: float) -> Card:
        placement = self.placement
        person = placement.project.people.get(seat.person)
        over = seat.person in placement.holdings.over
        text = card_text(placement.measure, seat, person, over=over, width=width)
        pill = placement.measure.pill(seat, over=over)
        share = placement.measure.say(card_share(seat.share)) if pill and seat.share is not None else ""
        is_over, part = over and bool(pill), 1.0 if seat.share is None else seat.share
        return Card(seat.function, text.name, text.role, share, is_over, person is None, part)

    @cached_property
    def _serves(self) -> str:
        return self.placement.measure.say(SERVES)

    @cached_property
    def _routes(self) -> dict[Key, Route]:
        return {route.key: route for route in self.placement.routes}

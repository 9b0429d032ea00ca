"""The canvas as a place to drop people, teams and links on, by pointer and by arrow keys."""

from PySide6.QtCore import QObject, QPoint, QRect

from planner.advice.moves import (
    BetweenSeats,
    Carried,
    CarriedSeat,
    CarriedTeam,
    DrawnLink,
    InGap,
    Load,
    OnCanvas,
    OnSeat,
    OnTeam,
    Target,
    ordered_seat,
    people_of,
    sources,
)
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.gaps import OUTSIDE, gap_at
from planner.app.canvas.navigation import Direction, nearest, stepped
from planner.app.canvas.pointer import Pointer
from planner.app.canvas.seat_gaps import seat_gap_at
from planner.app.canvas.shifting import shifted_among
from planner.app.canvas.unfolding import Unfolding
from planner.placement import Rect

_DIRECTIONS = {each.value: each for each in Direction}


class CanvasZone(QObject):
    """Seats, teams and the empty canvas as targets."""

    def __init__(self, canvas: Canvas, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._canvas, self._pointer = canvas, pointer
        self._unfolding = Unfolding(canvas)
        self._unfolding.unfolded.connect(pointer.scrolled)
        canvas.gesture.ended.connect(self._unfolding.stop)

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies on the canvas, and nothing that floats above it there."""
        port = self._canvas.viewport()
        return port.isVisible() and port.rect().contains(port.mapFromGlobal(at))

    def target_at(self, at: QPoint) -> Target | None:
        """A seat, a team beside its seats, or the empty canvas; the gap between two teams, or two seats."""
        port, load = self._canvas.viewport().mapFromGlobal(at), self._canvas.gesture.carried
        hit = self._canvas.hit(port)
        gap: Target | None = (
            self._gap(port, load.team) if isinstance(load, CarriedTeam) else self._between(port, hit.team)
        )
        if gap is not None:
            return gap
        if isinstance(load, CarriedTeam | DrawnLink) and hit.team == load.team:
            return None
        if hit.seat is not None:
            return OnSeat(hit.seat) if ("seat", hit.seat) != _own(load) else None
        if hit.team is not None:
            return self._seat_from_afar(hit.team) or OnTeam(hit.team)
        return OnCanvas() if not isinstance(load, DrawnLink) else None

    def _seat_from_afar(self, team: str) -> OnSeat | None:
        """In the overview, where no seat can be aimed at, the vacant one of a team that fits best."""
        gesture, seats = self._canvas.gesture, self._canvas.document.scenario.seats
        if not self._canvas.scene.is_overview or not isinstance(gesture.carried, Carried):
            return None
        fitting = [seat for seat in self._canvas.scene.seats_of(team) if seat in gesture.fitting]
        best = min(fitting, key=lambda seat: seats[seat].function is not gesture.function, default=None)
        return OnSeat(best) if best is not None else None

    def _gap(self, at: QPoint, team: str) -> InGap | None:
        x, y = self._canvas.view.to_chart(at.x(), at.y())
        reach = Rect(x, y, 0.0, 0.0).grown(OUTSIDE)
        scene = self._canvas.scene
        if scene.is_overview:
            return None
        near = [each for each in scene.teams_in(reach) if each != team]
        found = gap_at(scene.placement, x, y, near)
        return None if found is None or team in (found.before, found.after) else found

    def _between(self, at: QPoint, team: str | None) -> BetweenSeats | None:
        """The gap between two cards of the team that the carried card belongs to."""
        load, scene = self._canvas.gesture.carried, self._canvas.scene
        seat = self._canvas.document.scenario.seats.get(ordered_seat(load))
        if seat is None or seat.team != team or scene.is_overview or scene.settings.people:
            return None
        among = shifted_among(self._canvas.document.scenario, seat)
        x, y = self._canvas.view.to_chart(at.x(), at.y())
        halves = isinstance(load, CarriedSeat)
        found = seat_gap_at(scene.placement, seat.team, among, x, y, halves=halves)
        return None if found is None or seat.id in (found.before, found.after) else found

    def carried_near(self, at: QPoint) -> None:
        """Scroll near the edges, and open a collapsed team."""
        port = self._canvas.viewport().mapFromGlobal(at)
        self._pointer.carried_near(port)
        self._unfolding.hold_over(self._canvas.hit(port).team if self.holds(at) else None)

    def next_target(self, step: tuple[int, int]) -> Target | None:
        """The next target that fits, that way; (1, 1) and (-1, -1) go through all in reading order.

        One person visits the vacant seats that fit, else all seats; anything else visits teams.
        """
        stops = self._stops()
        order, current = list(stops), self._canvas.gesture.target
        start = stops[current] if current in stops else self._start()
        direction = _DIRECTIONS.get(step)
        if current not in stops:
            found = _closest(start, list(stops.items()))
        elif direction is not None:
            others = [(target, rect) for target, rect in stops.items() if target != current]
            found = nearest(start, others, direction) or current
        else:
            found = stepped(order, current, sum(step) // 2)
        match found:
            case OnSeat(name):
                self._canvas.reveal(("seat", name))
            case OnTeam(name):
                self._canvas.reveal(("team", name))
        return found

    def _stops(self) -> dict[Target, Rect]:
        gesture, placement = self._canvas.gesture, self._canvas.scene.placement
        if isinstance(gesture.carried, Carried):
            fitting = (gesture.fitting or frozenset(placement.seats)) - sources(gesture.carried)
            places = (
                (seat, self._canvas.scene.rect_of(("seat", seat)))
                for seat in placement.seats
                if seat in fitting
            )
            return {OnSeat(seat): rect for seat, rect in places if rect is not None}
        own = gesture.team.id if gesture.team is not None else None
        others = [team for team in placement.order if team != own]
        return {OnTeam(team): self._canvas.scene.place_of(team) for team in others}

    def place_of(self, target: Target) -> QRect | None:
        """Where a seat or a team is on the screen."""
        match target:
            case OnSeat(name):
                rect = self._canvas.scene.rect_of(("seat", name))
            case OnTeam(name):
                rect = self._canvas.scene.rect_of(("team", name))
            case _:
                rect = None
        return self._canvas.to_screen(rect) if rect is not None else None

    def home_of(self, load: Load) -> QRect | None:
        """Where a carried card, the header of a team or the handle of a link is on the screen."""
        rect = self._home(load)
        return self._canvas.to_screen(rect) if rect is not None else None

    def _home(self, load: Load) -> Rect | None:
        match load:
            case CarriedTeam(team) | DrawnLink(team) if self._canvas.scene.is_overview:
                return self._canvas.scene.rect_of(("team", team))
            case CarriedTeam(team) if team in self._canvas.scene.placement.teams:
                return self._canvas.scene.placement.teams[team].header
            case DrawnLink(team):
                return self._canvas.overlays.handle_place(team)
            case CarriedSeat(name):
                return self._canvas.scene.rect_of(("seat", name))
        people = people_of(load)
        seat = people[0].seat if people else None
        return self._canvas.scene.rect_of(("seat", seat)) if seat is not None else None

    def _start(self) -> Rect:
        load = self._canvas.gesture.carried
        home = self._home(load) if load is not None else None
        seen = self._canvas.seen()
        return home if home is not None else Rect(seen.x, seen.y, 1.0, 1.0)


def _own(load: Load | None) -> tuple[str, str] | None:
    """The vacant seat that is carried, which is no target itself."""
    return ("seat", load.seat) if isinstance(load, CarriedSeat) else None


def _closest(start: Rect, others: list[tuple[Target, Rect]]) -> Target | None:
    def distance(item: tuple[Target, Rect]) -> float:
        x, y = item[1].centre
        own_x, own_y = start.centre
        return abs(x - own_x) + abs(y - own_y)

    found = min((item for item in others if item[1] != start), key=distance, default=None)
    return found[0] if found is not None else None

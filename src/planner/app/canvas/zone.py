"""The canvas as a place to drop people on, by pointer and by arrow keys."""

from PySide6.QtCore import QObject, QPoint, QRect

from planner.advice.moves import Carried, OnCanvas, OnSeat, OnTeam, Target
from planner.app.canvas.canvas import Canvas
from planner.app.canvas.navigation import Direction, nearest, stepped
from planner.app.canvas.pointer import Pointer
from planner.placement import Rect

_DIRECTIONS = {each.value: each for each in Direction}


class CanvasZone(QObject):
    """Seats, teams and the empty canvas as targets."""

    def __init__(self, canvas: Canvas, pointer: Pointer) -> None:
        super().__init__(canvas)
        self._canvas, self._pointer = canvas, pointer

    def holds(self, at: QPoint) -> bool:
        """Whether a point of the screen lies on the canvas, and nothing that floats above it there."""
        port = self._canvas.viewport()
        return port.isVisible() and port.rect().contains(port.mapFromGlobal(at))

    def target_at(self, at: QPoint) -> Target:
        """A seat, a team beside its seats, or the empty canvas."""
        hit = self._canvas.hit(self._canvas.viewport().mapFromGlobal(at))
        if hit.seat is not None:
            return OnSeat(hit.seat)
        if hit.team is not None:
            return OnTeam(hit.team)
        return OnCanvas()

    def carried_near(self, at: QPoint) -> None:
        """Scroll near the edges."""
        self._pointer.carried_near(self._canvas.viewport().mapFromGlobal(at))

    def next_target(self, step: tuple[int, int]) -> Target | None:
        """The next vacant seat that fits, that way; (1, 1) and (-1, -1) go through all in reading order.

        Where no vacant seat fits, any seat is visited.
        """
        gesture, scene = self._canvas.gesture, self._canvas.scene
        fitting = gesture.fitting or frozenset(scene.placement.seats)
        order = [seat for seat in scene.placement.seats if seat in fitting]
        current = gesture.target.seat if isinstance(gesture.target, OnSeat) else None
        direction = _DIRECTIONS.get(step)
        start = self._start(gesture.carried, current)
        if current is None and start is not None:
            found = _closest(start, [(seat, scene.placement.seats[seat]) for seat in order])
        elif direction is not None and start is not None:
            found = nearest(
                start, [(seat, scene.placement.seats[seat]) for seat in order if seat != current], direction
            )
            found = found if found is not None else current
        else:
            found = stepped(order, current, sum(step) // 2)
        if found is None:
            return None
        self._canvas.reveal(("seat", found))
        return OnSeat(found)

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

    def home_of(self, carried: Carried) -> QRect | None:
        """Where the card of a carried person is on the screen."""
        rect = self._canvas.scene.rect_of(("seat", carried.seat)) if carried.seat is not None else None
        return self._canvas.to_screen(rect) if rect is not None else None

    def _start(self, carried: Carried | None, current: str | None) -> Rect | None:
        seat = current if current is not None else (carried.seat if carried is not None else None)
        if seat is not None:
            return self._canvas.scene.rect_of(("seat", seat))
        seen = self._canvas.seen()
        return Rect(seen.x, seen.y, 1.0, 1.0)


def _closest(start: Rect, others: list[tuple[str, Rect]]) -> str | None:
    def distance(item: tuple[str, Rect]) -> float:
        x, y = item[1].centre
        own_x, own_y = start.centre
        return abs(x - own_x) + abs(y - own_y)

    found = min((item for item in others if item[1] != start), key=distance, default=None)
    return found[0] if found is not None else None

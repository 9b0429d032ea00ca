"""Finds the way from card to card: the nearest in a direction, first and last in a team, team after team."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TypeVar

from planner.app.canvas.grid import Area
from planner.app.canvas.view import LEAST, View


class Direction(Enum):
    """Where an arrow key points: its step in x and y."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


KeyT = TypeVar("KeyT")
_SIDEWAYS_COSTS = 2.5


def nearest(start: Area, others: Iterable[tuple[KeyT, Area]], direction: Direction) -> KeyT | None:
    """The nearest rectangle that way, None without one; what is off to a side is as far as its detour."""
    step_x, step_y = direction.value
    best: KeyT | None = None
    least = float("inf")
    for key, rect in others:
        ahead, aside = _distances(start, rect, step_x, step_y)
        if ahead <= 0:
            continue
        cost = ahead + _SIDEWAYS_COSTS * aside
        if cost < least:
            best, least = key, cost
    return best


def stepped(order: Sequence[KeyT], current: KeyT | None, by: int) -> KeyT | None:
    """The next or previous of a sequence, staying at its ends; the first when nothing is current."""
    if not order:
        return None
    if current not in order:
        return order[0]
    place = order.index(current) + by
    return order[min(max(place, 0), len(order) - 1)]


def centred(area: Area, room: tuple[float, float, float, float], *, at_most: float) -> View:
    """The view that shows an area of the chart in the middle of a room on screen, as large as it goes."""
    x, y, width, height = room
    scale = min(at_most, width / max(area.width, 1.0), height / max(area.height, 1.0))
    scale = max(LEAST, scale)
    middle_x, middle_y = area.x + area.width / 2, area.y + area.height / 2
    return View(scale, round(x + width / 2 - middle_x * scale), round(y + height / 2 - middle_y * scale))


def _distances(start: Area, rect: Area, step_x: int, step_y: int) -> tuple[float, float]:
    """How far a rectangle is ahead (by its near edge and its middle), and how far off to the side."""
    middle_x = rect.x + rect.width / 2 - start.x - start.width / 2
    middle_y = rect.y + rect.height / 2 - start.y - start.height / 2
    if step_x:
        return _ahead(middle_x * step_x, start.width, rect.width), _aside(
            start.y, start.height, rect.y, rect.height
        )
    return _ahead(middle_y * step_y, start.height, rect.height), _aside(
        start.x, start.width, rect.x, rect.width
    )


def _ahead(middle: float, one: float, other: float) -> float:
    gap = middle - (one + other) / 2
    # Boxes that overlap in the direction, as a team and its own first card, are not ahead of each other.
    return max(gap, 0.5) if gap > -min(one, other) / 2 else 0.0


def _aside(start: float, length: float, other: float, other_length: float) -> float:
    overlap = min(start + length, other + other_length) - max(start, other)
    return 0.0 if overlap > 0 else abs(other + other_length / 2 - start - length / 2)

"""Gaps between the cards of a team: where a seat that is dragged is put in before or behind another."""

from collections.abc import Sequence
from typing import Final

from planner.advice.moves import BetweenSeats
from planner.placement import Placement, Rect

INSIDE_BELOW: Final = 8.0
INSIDE_ASIDE: Final = 20.0
"""How far the gap reaches into the cards on either side, one above the other and side by side."""
_BETWEEN: Final = 8.0
_ASIDE: Final = 4.0


def seat_gap_at(
    placement: Placement, team: str, among: Sequence[str], x: float, y: float, *, halves: bool = False
) -> BetweenSeats | None:
    """The gap at a point of the chart among these seats of a team, in reading order; None inside a card.

    With ``halves`` there is no inside: the nearer edge of a card counts.
    """
    rects = [(seat, placement.seats[seat]) for seat in among if seat in placement.seats]
    if len(rects) < 2:
        return None
    down = _runs_down([rect for _, rect in rects])
    best: tuple[float, BetweenSeats] | None = None
    for place, (_seat, rect) in enumerate(rects):
        at, low, high = (y, rect.y, rect.bottom) if down else (x, rect.x, rect.right)
        across = rect.x <= x < rect.right if down else rect.y - _ASIDE <= y < rect.bottom + _ASIDE
        inside = (high - low) / 2 if halves else min(INSIDE_BELOW if down else INSIDE_ASIDE, (high - low) / 4)
        for edge, is_first in ((low, True), (high, False)):
            distance = edge - at if is_first else at - edge
            if across and -inside <= distance <= _BETWEEN and (best is None or abs(distance) < best[0]):
                start = place if is_first else place + 1
                before = rects[start][0] if start < len(rects) else None
                after = rects[start - 1][0] if start > 0 else None
                best = (abs(distance), BetweenSeats(team, before, after))
    return best[1] if best is not None else None


def seat_gap_lines(placement: Placement, gap: BetweenSeats) -> list[Rect]:
    """Where the insertion line of a gap runs; two where the second card begins another row or column."""
    first, second = placement.seats.get(gap.after or ""), placement.seats.get(gap.before or "")
    if first is not None and second is not None:
        if second.x == first.x and second.y > first.y:
            return [_level((first.bottom + second.y) / 2, first)]
        if second.y == first.y and second.x > first.x:
            return [_upright((first.right + second.x) / 2, first)]
    down = _runs_down([placement.seats[seat] for seat in placement.teams[gap.team].seat_ids])
    lines = []
    if first is not None:
        lines.append(_level(first.bottom + 2.0, first) if down else _upright(first.right + 2.0, first))
    if second is not None:
        lines.append(_level(second.y - 2.0, second) if down else _upright(second.x - 2.0, second))
    return lines


def _runs_down(rects: Sequence[Rect]) -> bool:
    """Whether the second card stands below the first, not beside it."""
    return len(rects) > 1 and rects[1].x == rects[0].x


def _upright(x: float, beside: Rect) -> Rect:
    return Rect(x, beside.y, 0.0, beside.height)


def _level(y: float, beside: Rect) -> Rect:
    return Rect(beside.x, y, beside.width, 0.0)

"""Gaps between teams side by side: where a team that is dragged is put in before or behind another."""

from collections.abc import Iterable
from typing import Final

from planner.advice.moves import InGap
from planner.placement import Placement, Rect

OUTSIDE: Final = 20.0
INSIDE: Final = 16.0
"""How far from a team's edge, outside and inside, the gap beside it reaches."""
_BESIDE: Final = 6.0


def gap_at(placement: Placement, x: float, y: float, near: Iterable[str]) -> InGap | None:
    """The gap at a point of the chart, beside one of the teams near it; None in the middle of a team."""
    best: tuple[float, InGap] | None = None
    for team in near:
        rect, down = placement.rect(team), _runs_down(placement, team)
        at, low, high = (y, rect.y, rect.bottom) if down else (x, rect.x, rect.right)
        across = rect.x <= x < rect.right if down else rect.y <= y < rect.bottom
        inside = min(INSIDE, (high - low) / 5)
        for edge, is_first in ((low, True), (high, False)):
            distance = edge - at if is_first else at - edge
            if across and -inside <= distance <= OUTSIDE and (best is None or abs(distance) < best[0]):
                best = (abs(distance), gap_beside(placement, team, before=is_first))
    return best[1] if best is not None else None


def gap_beside(placement: Placement, team: str, *, before: bool) -> InGap:
    """The gap before or behind a team."""
    parent = placement.hierarchy.above[team]
    siblings = placement.hierarchy.children[parent]
    place = siblings.index(team)
    if before:
        return InGap(parent, before=team, after=siblings[place - 1] if place > 0 else None)
    return InGap(parent, before=siblings[place + 1] if place + 1 < len(siblings) else None, after=team)


def gap_lines(placement: Placement, gap: InGap) -> list[Rect]:
    """Where the insertion line of a gap runs; two where the second team stands in the next row."""
    first, second = _rect(placement, gap.after), _rect(placement, gap.before)
    if first is not None and second is not None:
        if second.x >= first.right:
            return [_upright((first.right + second.x) / 2, first, second)]
        if second.y >= first.bottom and second.x < first.right and first.x < second.right:
            return [_level((first.bottom + second.y) / 2, first, second)]
        return [_upright(first.right + _BESIDE, first), _upright(second.x - _BESIDE, second)]
    one = first or second
    if one is None:
        return []
    if _runs_down(placement, gap.after or gap.before or ""):
        return [_level(one.bottom + _BESIDE if first is not None else one.y - _BESIDE, one)]
    return [_upright(one.right + _BESIDE if first is not None else one.x - _BESIDE, one)]


def _rect(placement: Placement, team: str | None) -> Rect | None:
    return placement.rect(team) if team is not None and team in placement.teams else None


def _runs_down(placement: Placement, team: str) -> bool:
    """Whether a team's siblings stand above and below it, not at its sides."""
    siblings = placement.hierarchy.children[placement.hierarchy.above[team]]
    place = siblings.index(team)
    other = siblings[place + 1] if place + 1 < len(siblings) else siblings[place - 1]
    if other == team:
        return False
    one, two = placement.rect(team), placement.rect(other)
    return one.x < two.right and two.x < one.right and len(siblings) > 1


def _upright(x: float, *beside: Rect) -> Rect:
    top, bottom = min(rect.y for rect in beside), max(rect.bottom for rect in beside)
    return Rect(x, top, 0.0, bottom - top)


def _level(y: float, *beside: Rect) -> Rect:
    left, right = min(rect.x for rect in beside), max(rect.right for rect in beside)
    return Rect(left, y, right - left, 0.0)

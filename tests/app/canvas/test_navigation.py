"""Walking from card to card with the arrows."""

import pytest

from planner.app.canvas.navigation import Direction, nearest, stepped
from planner.placement import Rect

CARDS = {
    "top left": Rect(0, 0, 180, 38),
    "below it": Rect(0, 42, 180, 38),
    "top right": Rect(192, 0, 180, 38),
    "far right": Rect(900, 300, 180, 38),
}


def go(start: str, direction: Direction) -> str | None:
    others = [(name, rect) for name, rect in CARDS.items() if name != start]
    return nearest(CARDS[start], others, direction)


@pytest.mark.parametrize(
    ("start", "direction", "end"),
    [
        ("top left", Direction.DOWN, "below it"),
        ("below it", Direction.UP, "top left"),
        ("top left", Direction.RIGHT, "top right"),
        ("top right", Direction.LEFT, "top left"),
        ("top right", Direction.RIGHT, "far right"),
        ("top left", Direction.UP, None),
        ("top left", Direction.LEFT, None),
    ],
)
def test_an_arrow_leads_to_the_nearest_card_that_way(start, direction, end):
    assert go(start, direction) == end


def test_steps_stay_at_the_ends():
    assert stepped(["a", "b"], "b", 1) == "b"
    assert stepped(["a", "b"], "a", -1) == "a"
    assert stepped(["a", "b"], None, 1) == "a"
    assert stepped([], "a", 1) is None

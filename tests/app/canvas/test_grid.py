"""The grid finds what a look at every rectangle finds, whatever was added, moved and removed."""

from hypothesis import given
from hypothesis import strategies as st

from planner.app.canvas.grid import Grid
from planner.placement import Rect

lengths = st.integers(-2000, 2000).map(float)
sides = st.integers(1, 900).map(float)
rects = st.builds(Rect, lengths, lengths, sides, sides)


def touches(one: Rect, other: Rect) -> bool:
    return one.x <= other.right and other.x <= one.right and one.y <= other.bottom and other.y <= one.bottom


@given(st.lists(st.tuples(st.integers(0, 8), st.none() | rects), max_size=30), rects)
def test_it_finds_what_touches_an_area(steps, area):
    grid: Grid[int] = Grid()
    known: dict[int, Rect] = {}
    for key, rect in steps:
        if rect is None:
            grid.remove(key)
            known.pop(key, None)
        else:
            grid.put(key, rect)
            known[key] = rect
    assert grid.touching(area) == {key for key, rect in known.items() if touches(rect, area)}
    x, y = area.centre
    assert set(grid.at(x, y)) == {key for key, rect in known.items() if rect.holds(x, y)}
    assert len(grid) == len(known)


def test_a_huge_area_is_answered_from_the_cells_that_there_are():
    grid: Grid[str] = Grid()
    grid.put("card", Rect(10, 10, 180, 38))
    assert grid.touching(Rect(-1e7, -1e7, 2e7, 2e7)) == {"card"}

"""Where a team that is dragged goes in between others."""

import pytest

from planner import resources
from planner.advice.moves import InGap
from planner.app.canvas.gaps import gap_at, gap_beside, gap_lines
from planner.domain import outline
from planner.placement import Measure, Placement, place
from planner.typography import Fonts

LAYOUT = """
scenario Today
group Centre
squad One
  DS A
squad Two
  DS B
squad Three
  DS C
"""


@pytest.fixture(scope="module")
def placement() -> Placement:
    return place(outline.parse(LAYOUT), "Today", Measure(Fonts.load(resources.read_bytes)))


def test_beside_a_team_is_the_gap_to_its_sibling(placement):
    one, two = placement.rect("One"), placement.rect("Two")
    middle = (one.right + two.x) / 2
    between = InGap(None, before="Two", after="One")
    for x in (one.right - 2, middle, two.x + 2):
        assert gap_at(placement, x, one.y + 30, ["One", "Two"]) == between
    assert gap_at(placement, *one.centre, ["One", "Two"]) is None


def test_the_ends_of_a_row_are_gaps_too(placement):
    last = placement.rect("Three")
    found = gap_at(placement, last.right + 10, last.y + 30, ["Three"])
    assert found == InGap(None, before=None, after="Three")
    assert gap_at(placement, last.right + 60, last.y + 30, ["Three"]) is None


def test_the_insertion_line_stands_between_the_two(placement):
    one, two = placement.rect("One"), placement.rect("Two")
    (line,) = gap_lines(placement, gap_beside(placement, "Two", before=True))
    assert one.right < line.x < two.x
    assert line.width == 0
    assert line.height >= min(one.height, two.height)

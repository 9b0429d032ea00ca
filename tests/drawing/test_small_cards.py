"""What small cards tell besides their name: a share by how full its ring is, other colours by a block."""

import pytest

from planner.drawing.chart import Chart
from planner.drawing.colouring import ColourBy
from planner.drawing.levels import Level
from planner.drawing.marks import Arc, Box, Chip

PART_TIME = "squad A\n  DS Ada 40%\n  DE Ben 60%\n  SD Cleo\nsquad B\n  DS Ada 60%"


def rings(chart, seat, scale):
    return [
        mark for mark in chart.group(("seat", seat), Level.COMPACT, scale=scale).marks if type(mark) is Arc
    ]


@pytest.mark.parametrize(("seat", "part"), [("A/DS", 0.4), ("A/DE", 0.6)])
def test_a_share_is_a_ring_as_full_as_it_is_at_compact_detail(chart_of, seat, part):
    whole, full = rings(chart_of(PART_TIME), seat, 0.6)
    assert (whole.sweep, full.sweep) == (360.0, pytest.approx(360.0 * part))
    assert whole.colour != full.colour


def test_the_ring_of_a_share_is_as_large_on_the_screen_at_every_scale(chart_of):
    chart = chart_of(PART_TIME)
    sizes = {
        round((2 * ring.radius + ring.width) * scale, 6)
        for scale in (0.5, 0.7)
        for ring in rings(chart, "A/DS", scale)
    }
    assert sizes == {11.0}


def test_who_gives_all_of_their_time_has_no_ring(chart_of):
    assert rings(chart_of(PART_TIME), "A/SD", 0.6) == []


@pytest.mark.parametrize(
    ("level", "apart"), [(Level.FULL, False), (Level.COMPACT, False), (Level.CHIP, True)]
)
def test_other_colours_stand_beside_the_chip_where_a_stripe_would_be_a_hair(chart_of, level, apart):
    made = chart_of("squad A\n  DS Ada\n  DE vacant")
    chart = Chart(made.placement, made.review, fonts=made.fonts, colour_by=ColourBy.VACANCIES)
    marks = chart.group(("seat", "A/DE"), level, scale=0.4).marks
    (chip,) = [mark for mark in marks if isinstance(mark, Chip)]
    shades = [mark for mark in marks if isinstance(mark, Box) and "warning-icon" in (mark.fill, mark.border)]
    (shade,) = shades
    assert (shade.rect.x >= chip.x + chip.size) is apart
    assert (shade.border == "warning-icon") is apart  # hollow, as the legend shows it

"""Where bench, canvas and score panel stand at every width."""

from hypothesis import given
from hypothesis import strategies as st

from planner.app.theme.metrics import CANVAS_LEAST, RAIL_WIDTH
from planner.app.window.arrangement import Arrangement, Sides, arranged

widths = st.integers(960, 4000)
sides = st.builds(
    Sides,
    bench_shown=st.booleans(),
    bench_width=st.integers(-10, 1000),
    bench_over=st.booleans(),
    panel_shown=st.booleans(),
    panel_width=st.integers(-10, 1000),
    panel_over=st.booleans(),
)


@given(widths, sides)
def test_parts_fill_the_width_without_gap_or_overlap(width, asked):
    now = arranged(width, asked)
    bench = 0 if now.bench_is_over else now.bench.width
    panel = 0 if now.panel_is_over else now.panel.width
    assert now.rail.width + bench + now.canvas.width + panel == width
    assert now.canvas.left == now.rail.width + bench


@given(widths, sides)
def test_the_canvas_keeps_its_least_width(width, asked):
    assert arranged(width, asked).canvas.width >= CANVAS_LEAST


@given(widths, sides)
def test_what_lies_over_the_canvas_stays_inside_the_window(width, asked):
    now = arranged(width, asked)
    assert 0 <= now.bench.left <= now.bench.right <= width
    assert 0 <= now.panel.left <= now.panel.right <= width


def shown(width: int, **asked: bool) -> Arrangement:
    return arranged(width, Sides(**asked))


def test_a_wide_window_has_the_measures_of_the_design():
    now = shown(1440)
    assert (now.bench.width, now.canvas.width, now.panel.width) == (240, 860, 340)


def test_below_1180_the_bench_is_a_rail():
    now = shown(1179)
    assert now.rail.width == RAIL_WIDTH
    assert now.bench.width == 0
    assert shown(1180).rail.width == 0


def test_below_1000_the_score_panel_slides_over_the_canvas():
    assert shown(1000).panel.width == 340
    assert shown(999).panel.width == 0
    over = shown(999, panel_over=True)
    assert over.panel_is_over
    assert over.panel.right == 999
    assert over.canvas.width == 999 - RAIL_WIDTH


def test_the_rail_opens_the_bench_over_the_canvas():
    now = shown(1100, bench_over=True)
    assert now.bench_is_over
    assert now.bench.left == RAIL_WIDTH

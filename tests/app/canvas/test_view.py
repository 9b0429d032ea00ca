"""Panning, zooming and fitting, as numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.app.canvas import view as views
from planner.app.canvas.view import LEAST, MOST, OVERVIEW, View, fitted, kept_near, next_step, shown

scales = st.floats(LEAST, MOST)
places = st.integers(-3000, 3000).map(float)


@given(scales, places, places, scales, st.tuples(places, places))
def test_zooming_keeps_the_point_under_the_pointer(scale, dx, dy, wanted, at):
    before = View(scale, dx, dy)
    after = before.zoomed(wanted, at)
    x, y = before.to_chart(*at)
    there = after.to_screen(x, y)
    assert there == pytest.approx(at, abs=0.51)  # a view stands on whole pixels


@given(scales, places, places, places, places)
def test_screen_and_chart_lead_back_to_each_other(scale, dx, dy, x, y):
    view = View(scale, dx, dy)
    assert view.to_chart(*view.to_screen(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_zoom_stays_between_25_and_400_per_cent_and_one_step_further_out_is_the_overview():
    assert View().zoomed(0.01, (0, 0)).scale == OVERVIEW
    assert View(LEAST).zoomed(0.249, (0, 0)).is_overview
    assert View(OVERVIEW).zoomed(0.01, (0, 0)).scale == OVERVIEW
    assert View(OVERVIEW).zoomed(0.201, (0, 0)).scale == LEAST
    assert View().zoomed(99, (0, 0)).scale == MOST


def test_the_keys_stop_at_steps_and_meet_100_per_cent():
    assert next_step(0.93, larger=True) == 1.0
    assert next_step(1.0, larger=True) == 1.1
    assert next_step(1.0, larger=False) == 0.9
    assert next_step(MOST, larger=True) == MOST
    assert next_step(LEAST, larger=False) == OVERVIEW
    assert next_step(OVERVIEW, larger=True) == LEAST


def test_a_chart_is_fitted_in_the_middle_from_the_top_and_never_enlarged():
    view = fitted((24, 24, 400, 300), (16, 16, 800, 700))
    assert view.scale == 1.0
    assert view.to_screen(224, 24) == (416, 16)


def test_a_large_chart_is_made_smaller_until_it_fits():
    view = fitted((0, 0, 1600, 300), (16, 16, 800, 700))
    assert view.scale == 0.5


@given(scales, places, places)
def test_some_of_the_chart_stays_in_sight(scale, dx, dy):
    view = kept_near(View(scale, dx * 10, dy * 10), (900, 700), (860, 790))
    left, top = view.to_screen(0, 0)
    right, bottom = view.to_screen(900, 700)
    assert left <= 860 - 79
    assert top <= 790 - 79
    assert right >= 79
    assert bottom >= 79


def test_what_is_in_sight_is_not_moved_and_what_is_not_comes_by_the_shortest_way():
    room = (16.0, 16.0, 800.0, 700.0)
    assert shown(View(), (100, 100, 180, 38), room) == View()
    assert shown(View(), (900, 100, 180, 38), room) == View(1.0, -264, 0)
    assert views.shown(View(), (100, -50, 180, 38), room) == View(1.0, 0, 66)

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from planner.app.popovers.placing import MARGIN, covers, place_beside

HOST = QSize(1440, 900)
SIZE = QSize(380, 600)


def test_it_stands_at_the_right_where_there_is_room():
    card = QRect(300, 200, 180, 38)
    assert place_beside([card], SIZE, HOST).x() > card.right()


def test_it_stands_at_the_left_where_the_right_is_full():
    card = QRect(1100, 200, 180, 38)
    corner = place_beside([card], SIZE, HOST)
    assert corner.x() + SIZE.width() <= card.left()


def test_below_a_wide_thing_or_above_it():
    low = QSize(380, 300)
    assert place_beside([QRect(100, 60, 1240, 400)], low, HOST).y() > 459
    assert place_beside([QRect(100, 440, 1240, 400)], low, HOST).y() + low.height() <= 440


def test_over_a_thing_as_large_as_the_window_its_name_stays_free():
    whole, name = QRect(20, 20, 1400, 860), QRect(20, 20, 500, 52)
    corner = place_beside([whole, name], SIZE, HOST)
    assert not covers(corner, SIZE, name)


def test_about_nothing_that_is_seen_it_stands_in_the_middle_below_the_toolbar():
    assert place_beside([], SIZE, HOST) == QPoint(530, 72)


areas = st.builds(
    QRect, st.integers(0, 1400), st.integers(0, 860), st.integers(1, 1440), st.integers(1, 900)
).map(lambda area: area.intersected(QRect(0, 0, 1440, 900)))


@given(areas, st.integers(100, 500), st.integers(60, 880))
def test_it_is_always_inside_the_window_and_never_over_a_thing_that_leaves_room(area, width, height):
    size = QSize(width, height)
    corner = place_beside([area], size, HOST)
    assert QRect(0, 0, 1440, 900).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN).contains(QRect(corner, size))
    room_at_the_right = 1440 - area.right() - 1 - 8 > width
    room_below = 900 - area.bottom() - 1 - 8 > height
    if room_at_the_right or room_below:
        assert not covers(corner, size, area)

"""What somebody reads while deciding stays readable: names, the seat pointed at, and the score."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from planner.drawing.levels import Level

SQUADS = "\n".join(
    f"  squad Squad {number}\n    PR Konstantin Vanderbilt {number}\n    DS Ada Moss {number}\n    DE vacant"
    for number in range(5)
)
LAYOUT = f"""
person Karin Voss: data-engineer
scenario Today: enterprise, product, decentralized, 5 use cases
group Halden
{SQUADS}
"""


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_a_plan_opens_with_every_name_whole(planner, size):
    canvas = planner.opens(LAYOUT, size=size).bench.canvas
    assert canvas.level >= Level.COMPACT
    assert canvas.level is Level.FULL or canvas.view.scale >= canvas.scene.chart.whole_names_scale()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_chart_of_people_has_every_name_whole(planner, size):
    canvas = planner.opens(LAYOUT, size=size).bench.canvas
    planner.presses(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert canvas.level is Level.FULL or canvas.view.scale >= canvas.scene.chart.whole_names_scale()


def test_what_is_wider_than_the_window_begins_at_its_left(planner):
    canvas = planner.opens(LAYOUT, size=(1000, 720)).bench.canvas
    assert canvas.seen().x <= canvas.scene.placement.rect("Squad 0").x


def test_the_ghost_leaves_the_seat_that_is_pointed_at_readable(planner):
    planner.opens(LAYOUT)
    drag = planner.drag("Karin Voss").over("Squad 1/DE")
    bench = planner.bench
    seat = bench.canvas.to_screen(bench.canvas.scene.rect_of(("seat", "Squad 1/DE")))
    bottom = bench.overlay.mapFromGlobal(seat.bottomLeft()).y()
    assert bench.overlay.ghost_top > bottom
    drag.escape()


def test_the_list_of_candidates_does_not_cover_the_score(planner):
    planner.opens(LAYOUT)
    planner.focuses_the_canvas(("seat", "Squad 4/DE"))
    planner.presses(Qt.Key.Key_Return)
    listed = planner.bench.candidates
    assert listed.isVisible()
    canvas = planner.bench.canvas
    assert listed.geometry().right() <= canvas.mapTo(planner.window, QPoint(canvas.width(), 0)).x()
    assert listed.geometry().bottom() <= planner.window.height()


def test_the_badge_leaves_it_readable_where_there_is_no_room_below(planner):
    planner.opens(LAYOUT, size=(1280, 720))
    bench = planner.bench
    seat = bench.canvas.to_screen(bench.canvas.scene.rect_of(("seat", "Squad 1/DE")))
    bench.canvas.pan(
        0, seat.bottom() - planner.window.mapToGlobal(QPoint(0, planner.window.height() - 60)).y()
    )
    drag = planner.drag("Karin Voss").over("Squad 1/DE")
    seat = bench.canvas.to_screen(bench.canvas.scene.rect_of(("seat", "Squad 1/DE")))
    place = bench.overlay.badge_place.toRect()
    assert not place.isEmpty()
    assert not place.intersects(QRect(bench.overlay.mapFromGlobal(seat.topLeft()), seat.size()))
    drag.escape()

"""Lists that are too long to be shown whole say so, and typing a name finds whoever they leave out."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from planner.app.moving.choice_list import Heading

PEOPLE = 120
LAYOUT = "\n".join(
    [
        "plan Halden",
        *(f"person Analyst {number:03}: data-analyst" for number in range(PEOPLE)),
        "scenario Today: enterprise, product, hybrid, 4 use cases",
        "core ML Platform",
        "  MO Tomasz",
        "  DA vacant",
        "squad Fraud Shield",
        "  DS Kwame",
    ]
)


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def test_people_who_are_not_listed_for_a_seat_are_told_and_found_by_name(planner):
    planner.focuses_the_canvas(("seat", "ML Platform/DA"))
    planner.presses(Qt.Key.Key_Return)
    shown = planner.bench.candidates.list
    assert len(shown.options) == 80
    said = [str(item.words) for item in shown.items if isinstance(item, Heading)]
    assert said[-1] == "80 of 122 people are listed. Type a name to find others."
    assert all(option.name != "Analyst 119" for option in shown.options)
    planner.types("119")
    assert [option.name for option in shown.options] == ["Analyst 119"]
    planner.presses(Qt.Key.Key_Return)
    assert planner.holder("ML Platform/DA") == "Analyst 119"


def test_places_that_are_not_listed_are_told_and_found_by_typing(planner):
    planner.opens("\n".join([LAYOUT, *(f"squad Squad {number:03}" for number in range(420))]))
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_M)
    shown = planner.bench.move_list.list
    said = [str(item.words) for item in shown.items if isinstance(item, Heading)]
    assert said[-1] == "The first 400 places are listed. Type a team or role to find others."
    assert all(option.name != "Squad 419" for option in shown.options)
    planner.types("new squad")
    assert [option.name for option in shown.options] == ["New squad…"]
    planner.presses(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    planner.types("squad 419")
    assert [option.name for option in shown.options] == ["Squad 419"]
    planner.presses(Qt.Key.Key_Return)
    assert planner.seats_of("Kwame") == ["Squad 419: data-scientist 100%"]


def test_typing_what_many_places_have_says_how_to_find_others(planner):
    planner.opens("\n".join([LAYOUT, *(f"squad Squad {number:03}" for number in range(420))]))
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_M)
    planner.types("squad")
    shown = planner.bench.move_list.list
    said = [str(item.words) for item in shown.items if isinstance(item, Heading)]
    assert said[-1] == "400 places are listed. Type more to find others."


# Windows without a screen cannot raise a menu, and say so.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_team_collapses_and_expands_by_its_menu(planner):
    bench = planner.bench
    for text, collapsed in (("Collapse", {"ML Platform"}), ("Expand", set())):
        menu = bench.menu_for(
            ("team", "ML Platform"), planner.window.mapToGlobal(planner.place("Fraud Shield"))
        )
        (action,) = [each for each in menu.actions() if each.text().partition("\t")[0] == text]
        action.trigger()
        menu.close()
        assert bench.canvas.scene.collapsed == collapsed


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_at_large_text_a_list_leaves_its_place_and_what_the_keys_do_in_sight(planner, size):
    planner.opens(f"{LAYOUT}\nsquad Claims Copilot\n  DS vacant", size=size)
    planner.program.look.resize_text(200)
    planner.focuses_the_canvas(("seat", "Fraud Shield/DS"))
    planner.presses(Qt.Key.Key_M)
    shown, status = planner.bench.move_list, planner.window.page.status
    host = shown.parentWidget()
    planner.types("claims")
    planner.presses(Qt.Key.Key_Down)
    assert shown.isVisible()
    assert shown.geometry().bottom() < status.mapTo(host, QPoint(0, 0)).y()
    canvas = planner.bench.canvas
    place = canvas.to_screen(canvas.scene.rect_of(("seat", planner.bench.gesture.target.seat)))
    assert not shown.geometry().intersects(QRect(host.mapFromGlobal(place.topLeft()), place.size()))
    planner.presses(Qt.Key.Key_Escape)

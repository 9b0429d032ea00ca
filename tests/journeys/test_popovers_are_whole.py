"""What floats beside the chart is read whole: where it has to scroll, then up and down alone."""

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from tests.journeys.surfaces import LAYOUT, OPENED

from planner.app.popovers.edit_popover import EditPopover

POPOVERS = ("a person", "a seat", "a team", "the plan")
SERVING = "\n".join(f"squad Squad {number}\nML Platform serves Squad {number}" for number in range(6))
MANY_LINKS = LAYOUT.replace("scenario Later", f"{SERVING}\nscenario Later")


@pytest.mark.parametrize("popover", POPOVERS)
@pytest.mark.parametrize(("size", "text"), [((1440, 820), 100), ((960, 600), 100), ((1440, 820), 200)])
def test_nothing_in_a_popover_is_cut_at_its_sides(planner, popover, size, text):
    planner.program.look.resize_text(text)
    planner.opens(MANY_LINKS, size=size)
    OPENED[popover](planner)
    QApplication.processEvents()
    (shown,) = [each for each in planner.window.findChildren(EditPopover) if each.isVisible()]
    for area in shown.findChildren(QScrollArea):
        assert area.horizontalScrollBar().maximum() == 0, area.widget().minimumSizeHint()

"""Each scenario is seen again where it was and as large; a file opens where it was left on this machine."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from planner.app.canvas.showing import Showing
from planner.app.canvas.showing_place import PLACES

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz
squad Fraud Shield
  DS Kwame
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def showing_of(planner) -> Showing:
    return planner.bench.canvas.findChild(Showing)


def test_a_scenario_is_seen_again_where_it_was_and_as_large(planner):
    canvas = planner.bench.canvas
    whole = canvas.view
    planner.presses(Qt.Key.Key_N, CTRL | SHIFT)
    planner.turns_wheel("ML Platform", 3, CTRL)
    planner.turns_wheel("ML Platform", 1)
    zoomed = canvas.view
    planner.presses(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert canvas.view == whole
    planner.presses(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert canvas.view.scale == zoomed.scale
    assert abs(canvas.view.dx - zoomed.dx) + abs(canvas.view.dy - zoomed.dy) <= 2


def test_a_file_remembers_it_on_this_machine_and_a_whole_chart_is_fitted_anew(planner, tmp_path):
    path, settings = tmp_path / "Halden.teamplan", planner.program.settings
    planner.document.mark_saved(path)
    showing_of(planner).place.write()
    assert str(path) not in settings.get(PLACES)
    planner.turns_wheel("ML Platform", 2, CTRL)
    showing_of(planner).place.write()
    (scenario, place), *others = settings.get(PLACES)[str(path)].items()
    assert (scenario, others) == (planner.document.scenario_id, [])
    assert place[0] == pytest.approx(planner.bench.canvas.view.scale)
    document = planner.document
    planner.window.show_document(document)
    QApplication.processEvents()
    assert planner.bench.canvas.view.scale == pytest.approx(place[0])


def test_what_is_remembered_in_another_form_counts_as_not_remembered(planner, tmp_path):
    path, settings = tmp_path / "Halden.teamplan", planner.program.settings
    planner.document.mark_saved(path)
    settings.set(PLACES, {str(path): {"Today": [9000, "x"], "Other": None}})
    planner.window.show_document(planner.document)
    QApplication.processEvents()
    assert planner.bench.canvas.view == planner.bench.canvas.fitted_view

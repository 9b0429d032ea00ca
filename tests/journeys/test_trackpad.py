"""A trackpad on the chart: two fingers pan by pixels, also sideways; a pinch zooms where the fingers are."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication
from tests.journeys.conftest import CTRL, NONE, SHIFT, Planner

from planner.app.canvas.view import LEAST

GROUPS = """
plan Acme
group ML organisation
  core ML Platform
    MO Tomasz
  squad Refunds
    DS Ada
  squad Disputes
    SD Cleo
"""


@pytest.fixture
def seen(planner: Planner) -> Planner:
    planner.opens(GROUPS)
    planner.bench.canvas.zoom_to(1.0)
    return planner


def scrolls(planner: Planner, *, pixels=(0, 0), angle=(0, 0), held=NONE) -> None:
    port = planner.bench.canvas.viewport()
    at = QPointF(port.rect().center())
    on_screen = QPointF(port.mapToGlobal(at.toPoint()))
    phase = Qt.ScrollPhase.ScrollUpdate
    event = QWheelEvent(
        at, on_screen, QPoint(*pixels), QPoint(*angle), Qt.MouseButton.NoButton, held, phase, False
    )
    QApplication.sendEvent(port, event)


def pinches(planner: Planner, by: float) -> None:
    port = planner.bench.canvas.viewport()
    at = QPointF(port.rect().center())
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        QPointF(port.mapToGlobal(at.toPoint())),
        by,
        QPointF(),
    )
    QApplication.sendEvent(port, event)


def moved(planner: Planner, before) -> tuple[float, float]:
    view = planner.bench.canvas.view
    return view.dx - before.dx, view.dy - before.dy


def test_two_fingers_pan_by_just_as_many_pixels(seen):
    before = seen.bench.canvas.view
    scrolls(seen, pixels=(-13, 7), angle=(-26, 14))
    assert moved(seen, before) == (-13, 7)
    scrolls(seen, pixels=(0, 20), angle=(0, 40), held=SHIFT)
    assert moved(seen, before) == (7, 7)


def test_a_wheel_that_tilts_pans_sideways(seen):
    before = seen.bench.canvas.view
    scrolls(seen, angle=(120, 0))
    assert moved(seen, before) == (60, 0)


def test_a_pinch_and_ctrl_with_two_fingers_zoom_where_they_are(seen):
    canvas = seen.bench.canvas
    middle = canvas.viewport().rect().center()
    here = canvas.view.to_chart(middle.x(), middle.y())
    pinches(seen, 0.25)
    assert canvas.view.scale == pytest.approx(1.25)
    scrolls(seen, pixels=(0, -60), angle=(0, -120), held=CTRL)
    assert canvas.view.scale == pytest.approx(1.25 / 1.15)
    there = canvas.view.to_chart(middle.x(), middle.y())
    assert there == (pytest.approx(here[0], abs=1), pytest.approx(here[1], abs=1))


def test_fingers_that_tremble_do_not_flicker_between_chart_and_overview(seen):
    canvas = seen.bench.canvas
    canvas.zoom_to(0.27)
    pinches(seen, -0.2)
    assert canvas.view.scale == LEAST
    for by in (-0.02, 0.01, -0.02, -0.03, 0.02):
        pinches(seen, by)
        assert not canvas.view.is_overview
    canvas.zoom_to(LEAST)
    for by in (-0.03, -0.03, -0.03):
        pinches(seen, by)
    assert canvas.view.is_overview
    for by in (0.02, -0.01, 0.03, -0.02):
        pinches(seen, by)
        assert canvas.view.is_overview
    for by in (0.03, 0.03, 0.03):
        pinches(seen, by)
    assert canvas.view.scale == LEAST

"""An edge between two parts: what a drag says, and what lies under the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from planner import resources
from planner.app.controls.edges import GRIP, Edge
from planner.app.theme import Look

LEFT = Qt.MouseButton.LeftButton
START = QPoint(1, 1)


@pytest.mark.parametrize(
    ("orientation", "size", "to"),
    [
        (Qt.Orientation.Vertical, (GRIP, 200), QPoint(31, 7)),
        (Qt.Orientation.Horizontal, (200, GRIP), QPoint(7, 31)),
    ],
)
def test_a_drag_across_the_edge_is_told_and_one_along_it_is_not(qtbot: QtBot, orientation, size, to):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    edge = Edge(Look.load(resources.read_text, resources.read_bytes), orientation, window)
    edge.resize(*size)
    window.show()
    told: list[int] = []
    released: list[bool] = []
    edge.dragged.connect(told.append)
    edge.released.connect(lambda: released.append(True))
    QTest.mouseMove(edge, to)
    assert told == []
    QTest.mousePress(edge, LEFT, pos=START)
    QTest.mouseMove(edge, to)
    QTest.mouseRelease(edge, LEFT, pos=to)
    assert sum(told) == 30
    assert released == [True]
    QTest.mouseMove(edge, START)
    assert sum(told) == 30

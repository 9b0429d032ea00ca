"""A search box is filled by a click and a part of a name."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.app.controls.searching import SearchChoice

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def box(qtbot, look):
    page = QWidget()
    column = QVBoxLayout(page)
    # The first field has the focus, so that the click gives it to the box.
    column.addWidget(QLineEdit())
    found = SearchChoice[str](look, "Lead", nobody="No lead", unknown="No person called '{name}'.")
    found.offer({"ingrid": "Ingrid Solheim", "karin": "Karin Voss"})
    found.show_value(None)
    column.addWidget(found)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    yield found
    page.hide()


def test_a_click_into_the_field_selects_the_name_so_that_typing_takes_its_place(box):
    QTest.mouseClick(box.line, LEFT, pos=QPoint(8, 8))
    assert box.line.selectedText() == "No lead"


def test_a_second_click_sets_the_cursor(box):
    QTest.mouseClick(box.line, LEFT, pos=QPoint(8, 8))
    QTest.mousePress(box.line, LEFT, pos=QPoint(8, 8), delay=600)
    QTest.mouseRelease(box.line, LEFT, pos=QPoint(8, 8))
    assert not box.line.hasSelectedText()

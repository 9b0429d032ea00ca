"""Fields beside each other look like one row, at every text size."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from planner import resources
from planner.app.controls.fields import NumberField, make_tall
from planner.app.theme import Look


@pytest.fixture
def look():
    made = Look.load(resources.read_text, resources.read_bytes)
    application = QApplication.instance()
    before = application.styleSheet()
    made.dress(application)
    yield made
    made.resize_text(100)
    application.setStyleSheet(before)


@pytest.mark.parametrize("size", [100, 200])
def test_a_number_stands_as_high_as_the_words_beside_it(qtbot, look, size):
    row = QWidget()
    qtbot.addWidget(row)
    number = NumberField(look, least=0, most=99, value=28, name="People")
    words = QLineEdit("Name")
    make_tall(number)
    make_tall(words)
    inside = QHBoxLayout(row)
    inside.addWidget(number)
    inside.addWidget(words)
    look.resize_text(size)
    row.resize(600, 120)
    row.show()
    QApplication.processEvents()
    assert number.height() == words.height() == look.grown(34)
    assert number.y() == words.y()
    digits = number.lineEdit()
    top = digits.mapTo(row, QPoint(0, 0)).y()
    assert abs(top * 2 + digits.height() - words.y() * 2 - words.height()) <= 1, "on one line"
    assert digits.width() < number.width() - look.icon_side(30)

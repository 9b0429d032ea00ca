"""Popovers keep their words whole and level, and what the keys do in sight, at every text size."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from planner.app.palette.palette import Palette

LAYOUT = """
plan Halden
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
  PR vacant
"""


@pytest.fixture(params=[100, 115, 150, 200])
def sized(planner, request):
    planner.opens(LAYOUT, size=(1280, 720))
    planner.program.look.resize_text(request.param)
    return planner


def _open_each(planner):
    editing = planner.bench.editing
    vacant = next(seat.id for seat in planner.document.scenario.seats if not seat.is_filled)
    for opens in (
        lambda: editing.edit_person("Grace Mwangi"),
        lambda: editing.edit_seat(vacant),
        lambda: editing.edit_team("ML Platform"),
    ):
        opens()
        QApplication.processEvents()
        yield editing.shown


def test_no_button_cuts_its_words(sized):
    for shown in _open_each(sized):
        for button in shown.findChildren(QPushButton):
            if button.isVisible() and button.text():
                assert button.width() >= button.sizeHint().width() - 1, button.text()


def test_captions_stand_level_with_their_fields(sized):
    for shown in _open_each(sized):
        for words in shown.form.findChildren(QLabel):
            field = words.buddy()
            if field is None or not words.isVisible() or field.height() > 2 * sized.program.look.grown(32):
                continue
            line = QFontMetricsF(words.font()).height()
            middle = words.y() + words.contentsMargins().top() + line / 2
            first = field.y() + sized.program.look.grown(32) / 2
            assert abs(middle - first) <= 2, words.text()


def test_popovers_leave_the_status_bar_in_sight(sized):
    sized.presses(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = sized.window.findChild(Palette)
    status = sized.window.page.status.mapTo(sized.window, QPoint(0, 0)).y()
    assert palette.geometry().bottom() <= status
    sized.presses(Qt.Key.Key_Escape)
    for shown in _open_each(sized):
        assert shown.geometry().bottom() <= status

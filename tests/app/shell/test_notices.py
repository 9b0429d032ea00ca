"""Notices: one for each thing they are about, and the focus stays where the work is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.app.controls.shapes import IconShape
from planner.app.window.notices import Lane, Notices, Offer


@pytest.fixture
def work(qtbot, program):
    """A window with notices above what somebody works at."""
    window = QWidget()
    window.notices = Notices(program.look)
    window.field = QPushButton("Work")
    column = QVBoxLayout(window)
    column.addWidget(window.notices)
    column.addWidget(window.field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.field.setFocus()
    return window


def test_notices_about_different_things_stand_side_by_side_the_graver_above(work, qapp):
    notices = work.notices
    notices.tell("A file changed.", lane=Lane.FILE)
    notices.tell("Nothing is kept safe.", lane=Lane.SAFETY)
    notices.tell("Imported.")
    qapp.processEvents()
    frames = [frame for frame in notices.children() if isinstance(frame, QWidget)]
    names = [frame.accessibleName() for frame in sorted(frames, key=lambda frame: frame.y())]
    assert names == ["Nothing is kept safe.", "A file changed.", "Imported."]
    notices.clear()
    assert notices.text_of(Lane.FILE) == "A file changed."
    assert notices.text_of(Lane.EVENT) == ""


def test_a_click_on_an_offer_leaves_the_focus_where_it_was(work, qapp):
    work.notices.tell("A file changed.", Offer("Load it", work.notices.clear))
    qapp.processEvents()
    button = next(each for each in work.notices.findChildren(QPushButton) if each.text() == "Load it")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert work.focusWidget() is work.field
    assert work.notices.text == ""


def test_an_offer_is_reached_by_keys_and_the_focus_goes_back_afterwards(work, qapp):
    work.notices.tell("A file changed.", Offer("Load it", work.notices.clear))
    qapp.processEvents()
    button = next(each for each in work.notices.findChildren(QPushButton) if each.text() == "Load it")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert work.focusWidget() is work.field


def test_each_tone_has_a_shape_of_its_own_and_not_a_colour_alone(work, qapp):
    pictures = []
    for tone in ("note", "warning", "problem"):
        work.notices.tell("Something happened.", tone=tone)
        qapp.processEvents()
        (mark,) = [each for each in work.notices.findChildren(IconShape) if each.isVisible()]
        pictures.append(mark.grab().toImage().createHeuristicMask())
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])

"""A choice box gives back the value itself, and keeps it while the page scrolls."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from planner.app.controls.choosing import ChoiceBox
from planner.domain import Stage


def test_the_wheel_does_not_change_what_is_chosen(qtbot, look):
    box = ChoiceBox(look, {stage: stage.label for stage in Stage}, "Company")
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    box.show_value(Stage.LARGE_STARTUP)
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    at = QPointF(10, 10)
    turn = QWheelEvent(at, QPointF(box.mapToGlobal(QPoint(10, 10))), QPoint(), QPoint(0, -120), *none, False)
    QApplication.sendEvent(box, turn)
    assert box.value is Stage.LARGE_STARTUP
    assert not turn.isAccepted()


def test_words_with_spaces_between_them_are_typed_to_choose(qtbot, look):
    box = ChoiceBox[int](look, {0: "None", 1: "Data analyst", 2: "Data engineer", 3: "Marketing"}, "Role")
    qtbot.addWidget(box)
    box.show()
    box.setFocus()
    qtbot.keyClicks(box, "data e")
    assert box.value == 2
    assert not box.view().isVisible()


def test_what_was_typed_before_is_forgotten_with_the_focus(qtbot, look):
    box = ChoiceBox[int](look, {0: "None", 1: "Marketing", 2: "MLOps engineer"}, "Role")
    qtbot.addWidget(box)
    box.show()
    for typed, value in (("mark", 1), ("ml", 2)):
        QApplication.sendEvent(box, QFocusEvent(QEvent.Type.FocusIn))
        qtbot.keyClicks(box, typed)
        assert box.value == value


# Windows without a screen cannot raise a list, and say so.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_click_in_the_open_list_chooses_what_it_is_on(qtbot, look):
    box = ChoiceBox[int](look, {0: "None", 1: "Data analyst", 2: "Data engineer"}, "Role")
    qtbot.addWidget(box)
    box.show()
    usual = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    QApplication.setDoubleClickInterval(usual)
    view = box.view()
    at = view.visualRect(box.model().index(1, 0)).center()
    qtbot.mouseMove(view.viewport(), at)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert box.value == 1

"""A choice box gives back the value itself, and keeps it while the page scrolls."""

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

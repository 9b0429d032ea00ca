"""A choice box gives back the value itself, and keeps it while the page scrolls."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
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

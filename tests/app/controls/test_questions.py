"""A question is answered by the keys as by the mouse: Enter gives what has the focus."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from planner.app.controls.question import Question


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ([Qt.Key.Key_Return], 0),
        ([Qt.Key.Key_Backtab, Qt.Key.Key_Return], 1),
        ([Qt.Key.Key_Backtab, Qt.Key.Key_Backtab, Qt.Key.Key_Enter], 2),
        ([Qt.Key.Key_Backtab, Qt.Key.Key_Space], 1),
        ([Qt.Key.Key_Escape], None),
    ],
)
def test_enter_gives_the_answer_that_has_the_focus(look, keys, answer):
    question = Question(
        look, "Save?", follows="It stays.", answers=("Save", "Don’t save", "Cancel"), title="Changes"
    )

    def press() -> None:
        for key in keys:
            QTest.keyClick(question.focusWidget(), key)

    QTimer.singleShot(0, press)
    assert question.ask() == answer

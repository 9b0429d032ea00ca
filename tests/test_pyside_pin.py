"""Guards the pin of PySide6: 6.12.0 on Python 3.11 gives a reference to None away with every void call.

A process that loses some 5,000 of them aborts, so the fault would show as random crashes of the window.
"""

import sys

from PySide6.QtWidgets import QLabel


def test_void_calls_keep_the_references_to_none(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))
    assert before - sys.getrefcount(None) < 100

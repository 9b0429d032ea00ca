"""A tick box is ticked by its box, its words and Space, and its words are never cut."""

from PySide6.QtCore import QPoint, Qt

from planner.app.controls.ticks import TickBox

WORDS = "Everybody who answers for a model in production is on call for it"


def test_box_words_and_space_tick(qtbot, look):
    box = TickBox(look, "Of its own", name="Own budget")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() // 2))
    assert box.isChecked()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(6, box.height() // 2))
    assert not box.isChecked()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    assert box.accessibleName() == "Own budget"


def test_words_wrap_where_they_have_no_room(qtbot, look):
    box = TickBox(look, WORDS)
    qtbot.addWidget(box)
    assert box.heightForWidth(160) > box.heightForWidth(box.sizeHint().width())
    assert box.heightForWidth(1000) >= 24
    assert box.accessibleName() == WORDS

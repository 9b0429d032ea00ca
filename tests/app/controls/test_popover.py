"""A popover leaves what it is about in sight, and gives the focus back."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from planner.app.canvas.motion import Motion
from planner.app.controls.fading import Fade
from planner.app.controls.labels import label
from planner.app.controls.popover import Popover


@pytest.fixture
def window(qtbot):
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def opened_at(window, look, top: int) -> tuple[Popover, QPushButton]:
    anchor = QPushButton("Open", window)
    anchor.setGeometry(40, top, 300, 32)
    anchor.show()
    anchor.setFocus()
    popover = Popover(look, window, width=200)
    popover.content.addWidget(label(look, "\n".join("abcdefgh")))
    popover.open_below(anchor)
    return popover, anchor


@pytest.mark.parametrize("top", [20, 330])
def test_it_covers_neither_a_widget_above_nor_one_at_the_foot_of_the_window(window, look, top):
    popover, anchor = opened_at(window, look, top)
    card = popover.geometry().adjusted(8, 8, -8, -8)  # without its shadow
    assert not card.intersects(anchor.geometry())
    assert window.rect().contains(card)


def test_esc_closes_it_and_the_focus_goes_back(qtbot, window, look):
    popover, anchor = opened_at(window, look, 20)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert window.focusWidget() is anchor


def test_a_press_elsewhere_closes_it(qtbot, window, look):
    popover, _anchor = opened_at(window, look, 20)
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=window.rect().bottomRight())
    assert popover.isHidden()


def test_it_takes_keys_from_the_first_frame_of_its_fade_and_leaves_nothing_behind(qtbot, window, look):
    popover = Popover(look, window, width=200, motion=Motion())
    anchor = QPushButton("Open", window)
    anchor.show()
    popover.open_below(anchor)
    assert popover.hasFocus()
    assert [fade.geometry() for fade in window.findChildren(Fade)] == [popover.geometry()]
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.isHidden()
    qtbot.waitUntil(lambda: not window.findChildren(Fade))


def test_where_motion_is_reduced_it_is_there_and_gone_at_once(window, look):
    popover = Popover(look, window, width=200, motion=Motion(reduced=True))
    anchor = QPushButton("Open", window)
    popover.open_below(anchor)
    assert not window.findChildren(Fade)
    popover.close_it()
    assert not window.findChildren(Fade)


def test_it_closes_though_what_had_the_focus_is_gone(qtbot, window, look):
    popover, anchor = opened_at(window, look, 20)
    shiboken6.delete(anchor)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.isHidden()


def test_enter_presses_a_button_in_it_that_left_the_key(window, look, qtbot):
    popover, _ = opened_at(window, look, 20)
    pressed = []
    button = QToolButton(popover)
    button.clicked.connect(lambda: pressed.append(button))
    button.show()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [button]
    assert popover.isVisible()

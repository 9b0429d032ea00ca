"""What takes the keyboard has a name for screen readers, and what is clicked is large enough to hit."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenuBar,
    QWidget,
)
from tests.journeys.surfaces import LAYOUT, OPENED

from planner.app.theme.metrics import TARGET_LEAST


def _seen() -> Iterator[QWidget]:
    for top in QApplication.topLevelWidgets():
        if top.isVisible():
            yield from (
                each
                for each in (top, *top.findChildren(QWidget))
                if each.isVisible() and not each.size().isEmpty()
            )


def _told(widget: QWidget) -> str:
    words = getattr(widget, "text", "")
    return widget.accessibleName() or str(words() if callable(words) else words)


def _is_target(widget: QWidget) -> bool:
    """Whether people click it: not what lies in a field or button, nor what lets the pointer through."""
    above = widget.parentWidget()
    return (
        isinstance(widget, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox)
        and not isinstance(above, QAbstractSpinBox | QComboBox | QMenuBar | QLineEdit)
        and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    )


def _complaints() -> list[str]:
    found = []
    for each in _seen():
        what = f"{type(each).__name__} {_told(each)}"
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _told(each).strip():
            found.append(f"{what} has no name")
        if _is_target(each) and min(each.width(), each.height()) < TARGET_LEAST:
            found.append(f"{what} is {each.width()} by {each.height()}")
    return found


@pytest.mark.parametrize("opens", OPENED.values(), ids=OPENED.keys())
def test_all_that_is_open_has_names_and_can_be_hit(planner, opens):
    planner.opens(LAYOUT)
    opens(planner)
    for _ in range(3):
        QApplication.processEvents()
    assert _complaints() == []
    for top in QApplication.topLevelWidgets():
        if top is not planner.window and top.isVisible():
            top.close()


def test_the_start_screen_has_names_and_can_be_hit(planner):
    planner.window.show()
    QApplication.processEvents()
    assert _complaints() == []

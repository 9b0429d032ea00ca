"""What takes the keyboard has a name for screen readers, and what is clicked is large enough to hit."""

from collections.abc import Callable, Iterator

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

from planner.app.preferences.opening import OpensSettings
from planner.app.theme.metrics import TARGET_LEAST
from planner.app.window.help import AboutDialog, KeysDialog

LAYOUT = """
plan Halden
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  MO Tomasz
  DE Grace 60%
  PR vacant
squad Fraud Shield
  PR Nina
  DS Grace 40%
scenario Later: enterprise, product, decentralized, 4 use cases
squad Churn Radar
  DS Tomasz
"""

Opens = Callable[..., object]


def _page(planner) -> object:
    assert planner.window.page is not None
    return planner.window.page


def _settings(planner) -> None:
    window, program = planner.window, planner.program
    OpensSettings(window, program.look, window.actions_table, program.preferences).dialog().show()


OPENED: dict[str, Opens] = {
    "the window": lambda planner: None,
    "a person": lambda planner: planner.bench.editing.edit_person("Grace"),
    "a seat": lambda planner: planner.bench.editing.edit_seat("ML Platform/PR"),
    "a team": lambda planner: planner.bench.editing.edit_team("ML Platform"),
    "the context": lambda planner: _page(planner).toolbar.context_button.click(),
    "the account": lambda planner: _page(planner).parts.panel.show_account(),
    "a finding": lambda planner: _page(planner).open_finding(planner.document.review.findings[0]),
    "agreements": lambda planner: planner.window.actions_table["view.agreements"].trigger(),
    "structures": lambda planner: planner.window.actions_table["scenario.structures"].trigger(),
    "the basics": lambda planner: planner.window.actions_table["plan.agree"].trigger(),
    "the palette": lambda planner: planner.window.actions_table["edit.palette"].trigger(),
    "the outline": lambda planner: planner.window.actions_table["view.outline"].trigger(),
    "compare": lambda planner: planner.window.actions_table["scenario.compare"].trigger(),
    "find": lambda planner: planner.window.actions_table["edit.find"].trigger(),
    "settings": _settings,
    "keys": lambda planner: KeysDialog(
        planner.program.look, planner.window.actions_table, planner.window
    ).show(),
    "about": lambda planner: AboutDialog(planner.program.look, planner.program.pack, planner.window).show(),
}


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

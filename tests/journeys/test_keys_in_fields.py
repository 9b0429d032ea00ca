"""Keys that act everywhere: a text field with the focus does not swallow them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LAYOUT = """
plan Halden
person Karin Voss: product, marketing
scenario Today: enterprise, product, hybrid, 4 use cases
core ML Platform
  DE Grace Mwangi
squad Fraud Shield
  DE Ravi Kulkarni
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def _bench_field(planner) -> None:
    planner.presses(Qt.Key.Key_F, CTRL | SHIFT)


def _tab_name(planner) -> None:
    planner.window.page.toolbar.tabs.rename(planner.document.scenario_id)


def _person(planner) -> None:
    planner.bench.edit_person("Grace Mwangi")


@pytest.mark.parametrize("typing", [_bench_field, _tab_name, _person])
def test_the_palette_opens_from_a_text_field(planner, typing):
    typing(planner)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    planner.presses(Qt.Key.Key_Home)
    text = field.text()
    planner.presses(Qt.Key.Key_K, CTRL)
    assert planner.window.anything.palette.isVisible()
    assert field.text() == text


def test_find_and_findings_are_reached_from_a_text_field(planner):
    _bench_field(planner)
    planner.types("gra")
    planner.presses(Qt.Key.Key_F, CTRL)
    assert planner.window.owners.by_name["find"].find.bar.field.hasFocus()
    planner.presses(Qt.Key.Key_F8)
    assert planner.window.page.parts.panel.findings.open_key is not None


def test_f6_leaves_a_text_field_for_the_next_part(planner):
    _bench_field(planner)
    planner.presses(Qt.Key.Key_F6)
    assert planner.bench.canvas.hasFocus()

"""Reading the score: keys from the canvas, the best next move, muting, and how the number is made."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from planner.app.panel import ScorePanel
from planner.app.panel.how_scored import HowScored
from planner.app.theme.metrics import TARGET_LEAST

LAYOUT = """
person Ben Carter: software-developer
scenario Today: small-startup, product, decentralized
squad Receipts, product "Receipts"
  DS Lena Fischer 40%
  DE Lena Fischer 30%
  MO Lena Fischer 20%
  SD vacant
"""
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(planner) -> ScorePanel:
    page = planner.opens(LAYOUT).window.page
    assert page is not None
    return page.parts.panel


def open_key(panel: ScorePanel) -> str:
    findings = {finding.key: str(finding.title) for finding in panel.document.review.findings}
    return findings[panel.findings.open_key or ()]


def middle(planner, widget: QWidget) -> QPoint:
    return widget.mapTo(planner.window, widget.rect().center())


def has_move(panel: ScorePanel) -> bool:
    row = panel.next_move
    return row.isVisible() and row.height() >= TARGET_LEAST


def test_keys_walk_through_the_findings_and_mend_one_while_the_canvas_has_the_focus(planner, panel):
    planner.focuses_the_canvas(("team", "Receipts"))
    titles = [str(finding.title) for finding in planner.document.review.findings]
    planner.presses(Qt.Key.Key_F8)
    assert open_key(panel) == titles[0]
    planner.presses(Qt.Key.Key_F8)
    assert open_key(panel) == titles[1]
    planner.presses(Qt.Key.Key_F8, SHIFT)
    assert open_key(panel) == titles[0]
    assert planner.bench.canvas.hasFocus(), "the focus stays where the user works"
    before = planner.score
    planner.presses(Qt.Key.Key_Period, CTRL)
    assert planner.score > before
    planner.undoes()
    assert planner.score == before


def test_the_best_next_move_is_one_click_to_see_and_one_to_do(qtbot, planner, panel):
    qtbot.waitUntil(lambda: has_move(panel), timeout=5000)
    planner.clicks(middle(planner, panel.next_move))
    assert panel.next_move.is_previewed
    assert planner.holder("Receipts/SD") is None
    planner.clicks(middle(planner, panel.next_move))
    assert planner.holder("Receipts/SD") == "Ben Carter"
    assert planner.undo_name == "Assign Ben Carter"
    planner.undoes()
    assert planner.holder("Receipts/SD") is None


def test_a_drag_takes_the_place_of_a_previewed_move(qtbot, planner, panel):
    qtbot.waitUntil(lambda: has_move(panel), timeout=5000)
    planner.clicks(middle(planner, panel.next_move))
    drag = planner.drag("Ben Carter").over("Receipts/SD")
    planner.waits_for_the_score()
    assert not panel.next_move.is_previewed
    drag.drop()
    assert planner.holder("Receipts/SD") == "Ben Carter"


def test_a_rule_is_muted_with_a_reason_and_counts_again(planner, panel):
    planner.presses(Qt.Key.Key_F8)
    QApplication.processEvents()
    more = next(each for each in panel.findChildren(QToolButton, "more") if each.isVisible())
    next(each for each in more.menu().actions() if each.text() == "Mute with reason…").trigger()
    planner.types("Not this year")
    planner.presses(Qt.Key.Key_Return)
    (mute,) = planner.document.scenario.muted
    assert mute.reason == "Not this year"
    assert planner.undo_name.startswith("Mute “")
    panel.muted.unfold()
    unmute = next(each for each in panel.findChildren(QPushButton) if each.text() == "Unmute")
    QTest.mouseClick(unmute, Qt.MouseButton.LeftButton)
    assert not planner.document.scenario.muted


def test_a_click_on_the_gauge_explains_the_number_and_esc_gives_the_focus_back(planner, panel):
    planner.focuses_the_canvas(("team", "Receipts"))
    planner.clicks(middle(planner, panel.gauge))
    assert isinstance(panel.floats.shown, HowScored)
    planner.presses(Qt.Key.Key_Escape)
    assert panel.floats.shown is None
    assert planner.bench.canvas.hasFocus()

"""In a large plan fixes are looked for in turns: the finding opens at once, its fixes come a moment later."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.app.panel.conftest import Opens

from planner.app.panel import ScorePanel
from planner.app.panel.fix_button import FixButton
from planner.app.panel.fix_finder import SEATS_AT_ONCE
from planner.app.turns import Turns

PEOPLE = "\n".join(f"  DS Person {number}" for number in range(SEATS_AT_ONCE))
LAYOUT = f"""
person Ben Carter: software-developer
scenario Today: small-startup, product, decentralized
squad Receipts
{PEOPLE}
  SD vacant
"""


@pytest.fixture
def large(opens: Opens) -> ScorePanel:
    return opens(LAYOUT)


def words(panel: ScorePanel) -> str:
    return "\n".join(
        label.text() for label in panel.findings.findChildren(QLabel) if label.isVisibleTo(panel)
    )


def fix_of(panel: ScorePanel) -> FixButton | None:
    return next((each for each in panel.findings.findChildren(FixButton) if each.isVisibleTo(panel)), None)


def test_a_finding_opens_before_its_fixes_are_found(qtbot: QtBot, large: ScorePanel) -> None:
    finding = next(each for each in large.document.review.findings if "No software" in str(each.title))
    large.open_finding(finding)
    assert "Looking for fixes…" in words(large)
    assert fix_of(large) is None
    qtbot.waitUntil(lambda: fix_of(large) is not None, timeout=20_000)
    assert "Looking for fixes…" not in words(large)


def test_the_best_fix_asked_for_while_it_is_looked_for_is_applied_once_found(
    qtbot: QtBot, large: ScorePanel
) -> None:
    finding = next(each for each in large.document.review.findings if "No software" in str(each.title))
    large.open_finding(finding)
    large.apply_first_fix()
    assert large.document.undo_label is None
    qtbot.waitUntil(lambda: large.document.undo_label is not None, timeout=20_000)
    assert large.document.history.present == 1


def test_another_finding_opened_meanwhile_is_not_mended(qtbot: QtBot, large: ScorePanel) -> None:
    first, second = large.document.review.findings[:2]
    large.open_finding(first)
    large.apply_first_fix()
    large.open_finding(second)
    qtbot.waitUntil(lambda: "Looking for fixes…" not in words(large), timeout=20_000)
    assert large.document.undo_label is None


def counted(steps: list[int]) -> Iterator[None]:
    for number in range(3):
        steps.append(number)
        yield


def test_work_rests_while_somebody_types_and_goes_on_then(qtbot: QtBot) -> None:
    window = QWidget()
    field, steps = QLineEdit(window), list[int]()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    turns = Turns(window)
    turns.start(counted(steps))
    qtbot.keyClicks(field, "Ada")
    QApplication.processEvents()
    assert steps == []
    assert turns.is_running
    with qtbot.waitSignal(turns.ended, timeout=5_000):
        pass
    assert steps == [0, 1, 2]

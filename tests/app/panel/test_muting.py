"""Muting a rule with a reason, and letting it count again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from planner.app.document import Document
from planner.app.panel import ScorePanel
from planner.app.panel.mute import MuteForm
from planner.guidance import Finding


def button(panel: ScorePanel, words: str) -> QPushButton:
    return next(
        each for each in panel.findChildren(QPushButton) if each.text() == words and each.isVisibleTo(panel)
    )


def words(panel: ScorePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


@pytest.fixture
def finding(document: Document) -> Finding:
    return document.review.findings[0]


@pytest.fixture
def form(panel: ScorePanel, finding: Finding) -> MuteForm:
    panel.next_finding()
    more = next(each for each in panel.findChildren(QToolButton, "more") if each.isVisibleTo(panel))
    next(each for each in more.menu().actions() if each.text() == "Mute with reason…").trigger()
    shown = panel.floats.shown
    assert isinstance(shown, MuteForm)
    return shown


def test_a_reason_is_required_and_asked_for_under_the_field(
    qtbot: QtBot, panel: ScorePanel, document: Document, form: MuteForm
) -> None:
    form.field.setText("   ")
    qtbot.mouseClick(button(panel, "Mute rule"), Qt.MouseButton.LeftButton)
    assert "Say in a few words why the rule does not matter here." in words(panel)
    assert not form.isHidden()
    assert document.undo_label is None
    form.field.setText("b")
    assert "Say in a few words" not in words(panel)


def test_it_mutes_in_one_step_that_is_named_by_the_rule(
    qtbot: QtBot, panel: ScorePanel, document: Document, form: MuteForm, finding: Finding
) -> None:
    qtbot.keyClicks(form.field, "By the board")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert document.scenario.muted[finding.rule.id].reason == "By the board"
    assert str(document.undo_label) == f"Mute “{finding.rule.name}”"
    assert finding.rule not in {each.rule for each in document.review.findings}
    assert panel.floats.shown is None
    document.undo()
    assert finding.rule.id not in document.scenario.muted


@pytest.mark.parametrize("way", ["Keep", "Esc"])
def test_keep_and_esc_change_nothing(
    qtbot: QtBot, panel: ScorePanel, document: Document, form: MuteForm, way: str
) -> None:
    if way == "Keep":
        qtbot.mouseClick(button(panel, "Keep"), Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(form.field, Qt.Key.Key_Escape)
    assert panel.floats.shown is None
    assert document.undo_label is None


def test_muted_rules_fold_at_the_end_with_their_reason_and_count_again_by_one_click(
    qtbot: QtBot, panel: ScorePanel, document: Document, form: MuteForm, finding: Finding
) -> None:
    assert not panel.muted.isVisibleTo(panel)
    total = document.review.score.total
    form.field.setText("By the board")
    qtbot.mouseClick(button(panel, "Mute rule"), Qt.MouseButton.LeftButton)
    assert panel.muted.isVisibleTo(panel)
    panel.muted.unfold()
    assert str(finding.rule.name) in words(panel)
    assert "By the board" in words(panel)
    qtbot.mouseClick(button(panel, "Unmute"), Qt.MouseButton.LeftButton)
    assert not document.scenario.muted
    assert document.review.score.total == total
    assert str(document.undo_label) == f"Unmute “{finding.rule.name}”"
    assert not panel.muted.isVisibleTo(panel)


def test_an_open_form_goes_when_the_plan_changes(
    panel: ScorePanel, document: Document, form: MuteForm, finding: Finding
) -> None:
    document.apply(finding.fixes[0].edit)
    assert panel.floats.shown is None

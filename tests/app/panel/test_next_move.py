"""The best next move: found when the plan stands still, previewed by one click, done by a second."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.app.document import Document
from planner.app.panel import ScorePanel
from planner.app.panel.next_move import NextMoveRow
from planner.app.theme.metrics import TARGET_LEAST
from planner.domain import edits


@pytest.fixture
def row(qtbot: QtBot, panel: ScorePanel) -> NextMoveRow:
    shown = panel.next_move
    qtbot.waitUntil(lambda: shown.isVisible() and shown.height() >= TARGET_LEAST, timeout=5000)
    return shown


def words(panel: ScorePanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisibleTo(panel))


def test_it_is_shown_with_its_gain_in_one_line(panel: ScorePanel, row: NextMoveRow) -> None:
    assert "Assign Ben Carter" in words(panel)
    assert "Best next move, " in words(panel)
    assert row.move_shown is not None
    assert f"+{row.move_shown.gain:.1f}" in words(panel)
    assert row.accessibleName().startswith("Best next move")


def test_the_first_click_previews_and_the_second_applies_one_step(
    qtbot: QtBot, panel: ScorePanel, document: Document, row: NextMoveRow
) -> None:
    before, total = document.project, document.review.score.total or 0
    move = row.move_shown
    assert move is not None
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert document.project is before
    assert row.is_previewed
    assert "Click again to apply" in words(panel)
    assert "with this change" in words(panel)
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert document.review.score.total == pytest.approx(total + move.gain)
    assert "with this change" not in words(panel)
    document.undo()
    assert document.project == before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_do_what_clicks_do(
    qtbot: QtBot, document: Document, row: NextMoveRow, key: Qt.Key
) -> None:
    row.setFocus()
    qtbot.keyClick(row, key)
    assert row.is_previewed
    assert document.undo_label is None
    qtbot.keyClick(row, key)
    assert str(document.undo_label) == "Assign Ben Carter"


def test_esc_ends_the_preview(qtbot: QtBot, panel: ScorePanel, row: NextMoveRow) -> None:
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Escape)
    assert not row.is_previewed
    assert "with this change" not in words(panel)
    assert "Best next move" in words(panel)


def test_losing_the_focus_ends_the_preview(qtbot: QtBot, panel: ScorePanel, row: NextMoveRow) -> None:
    with qtbot.waitActive(panel):
        panel.activateWindow()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.is_previewed
    panel.gauge.setFocus()
    assert not row.is_previewed
    assert "with this change" not in words(panel)


def test_a_preview_of_something_else_takes_its_place(
    qtbot: QtBot, panel: ScorePanel, document: Document, row: NextMoveRow
) -> None:
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    seat, scenario = "Receipts/MO", document.scenario_id
    panel.show_preview(document.preview(lambda project: edits.unassign(project, scenario, seat=seat)))
    assert not row.is_previewed
    assert "New · " in words(panel)


def test_a_stale_move_is_hidden_until_the_next_is_found(
    qtbot: QtBot, panel: ScorePanel, document: Document, row: NextMoveRow
) -> None:
    scenario = document.scenario_id
    document.apply(lambda project: edits.edit_person(project, person="Ben Carter", name="Bea"))
    assert not row.isVisible()
    qtbot.waitUntil(row.isVisible, timeout=5000)
    assert "Assign Bea" in words(panel)
    document.apply(lambda project: edits.remove_team(project, scenario, team="Receipts"))
    qtbot.waitUntil(lambda: row.move_shown is None, timeout=5000)
    assert not row.isVisible()


def test_nothing_is_looked_for_while_a_change_is_previewed(
    qtbot: QtBot, panel: ScorePanel, document: Document, row: NextMoveRow
) -> None:
    scenario = document.scenario_id
    document.apply(lambda project: edits.unassign(project, scenario, seat="Receipts/MO"))
    panel.show_preview(
        document.preview(lambda project: edits.remove_seat(project, scenario, seat="Receipts/SD"))
    )
    assert not panel.is_looking
    panel.show_preview(None)
    assert panel.is_looking
    qtbot.waitUntil(row.isVisible, timeout=5000)

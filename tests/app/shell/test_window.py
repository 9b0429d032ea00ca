"""The window around a plan: title, corner, toolbar, status bar, sides."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from planner.app.theme.metrics import MENU_BAR_HEIGHT, STATUS_BAR_HEIGHT, TOOLBAR_HEIGHT
from planner.domain import Kind, Stage
from planner.domain.edits import assign, duplicate_scenario


def fill_a_seat(window) -> None:
    window.document.apply(partial(assign, scenario="Today", seat="Fraud Shield/DE", person="Mateo Silva"))


def test_the_bars_have_the_heights_of_the_design(window):
    assert window.menuBar().height() == MENU_BAR_HEIGHT
    assert window.page.toolbar.height() == TOOLBAR_HEIGHT
    assert window.page.status.height() == STATUS_BAR_HEIGHT


def test_the_title_names_the_plan_and_marks_changes(window, tmp_path):
    assert window.windowTitle() == "Halden Mutual[*] – MLOps Team Planner"
    assert window.isWindowModified()
    window.document.mark_saved(tmp_path / "halden.teamplan")
    assert window.windowTitle() == "halden.teamplan[*] – MLOps Team Planner"
    assert not window.isWindowModified()


def test_the_corner_says_edited_until_undo_leads_back_to_what_was_saved(window, tmp_path):
    window.document.mark_saved(tmp_path / "halden.teamplan")
    assert window.file_corner.text == "halden.teamplan Saved"
    fill_a_seat(window)
    assert window.file_corner.text == "halden.teamplan Edited"
    window.document.undo()
    assert window.file_corner.text == "halden.teamplan Saved"


def test_undo_and_redo_name_their_step(window):
    undo, redo = window.actions_table["edit.undo"], window.actions_table["edit.redo"]
    assert not undo.isEnabled()
    fill_a_seat(window)
    assert undo.text() == "Undo Assign Mateo Silva"
    undo.trigger()
    assert (undo.isEnabled(), redo.text()) == (False, "Redo Assign Mateo Silva")
    redo.trigger()
    assert window.document.scenario.seats["Fraud Shield/DE"].person == "Mateo Silva"


def test_the_toolbar_tells_undo_with_its_key(window):
    fill_a_seat(window)
    tips = [button.toolTip() for button in window.page.toolbar.findChildren(QToolButton)]
    assert "Undo Assign Mateo Silva (Ctrl+Z)" in tips


def test_the_status_bar_counts_the_plan(window):
    assert window.page.status.counts == "7 people · 2 teams · 3.6 FTE placed · 2 vacant seats"
    fill_a_seat(window)
    assert window.page.status.counts == "7 people · 2 teams · 4.6 FTE placed · 1 vacant seat"


def test_a_tab_shows_name_and_rounded_score(window):
    (tab,) = window.page.toolbar.tabs.tabs
    total = window.document.review.score.total
    assert f"Scenario Today, score {round(total)}," in tab.accessibleName()
    window.document.apply(partial(duplicate_scenario, scenario="Today", copy="two", name="Next year"))
    assert [tab.toolTip() for tab in window.page.toolbar.tabs.tabs] == ["Today (Alt+1)", "Next year (Alt+2)"]


def test_the_plus_duplicates_the_scenario_and_shows_the_copy(window, qtbot):
    window.actions_table["scenario.duplicate"].trigger()
    assert window.document.scenario.name == "Today 2"
    first, second = window.page.toolbar.tabs.tabs
    assert second.isChecked()
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert window.document.scenario.name == "Today"
    window.actions_table["scenario.remove"].trigger()
    assert [scenario.name for scenario in window.document.project.scenarios] == ["Today 2"]
    assert not window.actions_table["scenario.remove"].isEnabled()


def test_alt_and_a_digit_show_a_scenario(window, qtbot):
    window.actions_table["scenario.duplicate"].trigger()
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.document.scenario.name == "Today"
    qtbot.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert window.document.scenario.name == "Today"


def test_arrows_lead_from_tab_to_tab(window, qtbot):
    window.actions_table["scenario.duplicate"].trigger()
    second = window.page.toolbar.tabs.tabs[1]
    second.setFocus()
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert window.document.scenario.name == "Today"


def test_the_context_popover_edits_the_context_in_undoable_steps(window, qtbot):
    window.page.toolbar.context_button.click()
    popover = window.page.toolbar.popover
    assert popover.isVisible()
    popover.stage.choose(Stage.SMALL_STARTUP)
    assert window.document.scenario.stage.label == "Small start-up"
    assert window.page.toolbar.context_button.text().strip() == "Small start-up · Product"
    window.document.undo()
    assert popover.stage.value is Stage.ENTERPRISE
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_a_click_elsewhere_closes_the_popover(window, qtbot):
    window.page.toolbar.context_button.click()
    qtbot.mouseClick(window.page.status, Qt.MouseButton.LeftButton)
    assert not window.page.toolbar.popover.isVisible()


def test_a_team_of_every_kind_can_be_added(window):
    before = set(window.document.scenario.teams)
    for kind in Kind:
        window.actions_table[f"plan.add-{kind}"].trigger()
        (added,) = set(window.document.scenario.teams) - before
        assert added.kind is kind
        window.document.undo()
        assert set(window.document.scenario.teams) == before


def test_add_team_adds_what_the_structure_is_made_of(window):
    window.actions_table["plan.add-team"].trigger()
    assert [team.kind for team in window.document.scenario.teams][-1] is Kind.SQUAD


def test_what_happened_is_said_and_can_be_undone_there(window, qtbot):
    window.actions_table["plan.add-squad"].trigger()
    assert window.page.status.text == "Squad added."
    count = len(window.document.scenario.teams)
    window.page.status.undo_asked.emit()
    assert len(window.document.scenario.teams) == count - 1


def test_f9_and_shift_f9_hide_the_sides_and_this_is_remembered(window, program):
    body = window.page.body
    window.resize(1440, 820)
    window.actions_table["view.bench"].trigger()
    window.actions_table["view.score"].trigger()
    assert not body.bench_is_visible
    assert not body.panel_is_visible
    assert not window.actions_table["view.bench"].isChecked()
    assert program.settings.get(_shown()) is False
    window.actions_table["view.bench"].trigger()
    assert body.bench_is_visible


def _shown():
    from planner.app.settings import BENCH_SHOWN

    return BENCH_SHOWN


def test_a_narrow_window_has_a_rail_that_opens_the_bench(window, qapp):
    window.resize(1000, 700)
    qapp.processEvents()
    body = window.page.body
    assert body.arrangement.rail.width == 56
    assert not window.page.parts.bench.isVisible()
    window.actions_table["edit.find-bench"].trigger()
    assert window.page.parts.bench.isVisible()
    assert body.close_what_lies_over()
    assert not window.page.parts.bench.isVisible()


def test_the_window_never_gets_smaller_than_960_by_600(window):
    window.resize(100, 100)
    assert (window.width(), window.height()) == (960, 600)


def test_the_panel_widths_can_be_set_without_dragging(window):
    window.resize(1440, 820)
    before = window.page.body.arrangement.bench.width
    window.actions_table["view.bench-wider"].trigger()
    assert window.page.body.arrangement.bench.width == before + 20


def test_f6_goes_round_the_parts(window, qapp):
    window.resize(1440, 820)
    window.page.parts.canvas.setFocus()
    seen = set()
    for _ in range(6):
        window.actions_table["view.next-part"].trigger()
        focus = qapp.focusWidget()
        for part in (
            window.page.toolbar,
            window.page.parts.bench,
            window.page.parts.canvas,
            window.page.parts.panel,
        ):
            if part is focus or part.isAncestorOf(focus):
                seen.add(part)
    assert len(seen) >= 3


def test_a_refusal_is_told_under_the_toolbar_with_its_details(window):
    from planner.errors import PlannerError

    window.refuse(PlannerError("Could not save: the disk is full.", detail="ENOSPC"))
    assert window.notices.text == "Could not save: the disk is full."
    words = [label.text() for label in window.notices.findChildren(QLabel)]
    assert "ENOSPC" in words
    window.notices.clear()
    assert window.notices.text == ""


def test_everything_that_takes_the_focus_has_a_name(window):
    window.resize(1440, 820)
    nameless = [
        type(child).__name__
        for child in window.page.toolbar.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (child.accessibleName() or getattr(child, "text", str)())
    ]
    assert nameless == []


def test_the_keys_dialog_lists_keys_and_about_names_the_source(window, qtbot, program):
    from planner.app.window.help import AboutDialog, KeysDialog

    keys = KeysDialog(program.look, window.actions_table, window)
    qtbot.addWidget(keys)
    assert "Export PDF" in [label.text() for label in keys.findChildren(QLabel)]
    about = AboutDialog(program.look, program.pack, window)
    qtbot.addWidget(about)
    assert any("Neurond" in label.text() for label in about.findChildren(QLabel))

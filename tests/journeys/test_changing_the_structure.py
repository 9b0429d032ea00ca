"""From the menu to another structure: what each would score, the preview, and one step back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.domain import Kind, Stage, Structure, edits

LAYOUT = """
plan Halden
scenario Today: enterprise, product, decentralized, 4 use cases
squad Fraud Shield
  DS Priya Natarajan
  SD Adam Novak
squad ML Platform
  MO Tomasz Zieliński
  DE Grace Mwangi
squad Churn Radar
  DS Kwame Boateng
  SD Emma Falk
"""


@pytest.fixture(autouse=True)
def _plan(planner):
    planner.opens(LAYOUT)


def opened(planner):
    planner.window.actions_table["scenario.structures"].trigger()
    QApplication.processEvents()
    found = planner.window.owners.structures.popover
    assert found.isVisible()
    while not found.is_complete:
        QApplication.processEvents()
    return found


def press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def kinds(planner):
    return {team.name: team.kind for team in planner.document.scenario.teams}


def panel(planner):
    return planner.window.page.parts.panel


def panel_words(planner):
    return panel(planner)._summary._line.text()


def test_the_menu_shows_all_four_the_best_as_drawn_first_and_chosen(planner):
    shown = opened(planner)
    figures = [float(row.drawn.text.split()[0]) for row in shown.rows]
    assert figures == sorted(figures, reverse=True)
    assert shown.chosen.is_recommended
    assert QApplication.focusWidget() in shown.rows


def test_the_chosen_structure_is_previewed_in_the_score_panel_until_it_closes(planner):
    resting = panel_words(planner)
    shown = opened(planner)
    shown.choose(Structure.HYBRID)
    assert panel_words(planner).endswith(" with this change")
    press(Qt.Key.Key_Escape)
    assert shown.isHidden()
    assert panel_words(planner) == resting
    assert planner.undo_name == ""


def test_arrows_choose_and_enter_applies_as_one_step(planner):
    shown = opened(planner)
    shown.choose(Structure.PRODUCT_CENTRE)
    shown.rows[[row.structure for row in shown.rows].index(Structure.PRODUCT_CENTRE)].setFocus()
    while shown.chosen.structure is not Structure.HYBRID:
        press(Qt.Key.Key_Up)
    total = shown.chosen.total
    press(Qt.Key.Key_Return)
    assert shown.isHidden()
    assert kinds(planner) == {
        "Fraud Shield": Kind.SQUAD,
        "ML Platform": Kind.CORE,
        "Churn Radar": Kind.SQUAD,
    }
    assert planner.score == pytest.approx(total)
    assert planner.undo_name == "Convert to hybrid"
    assert planner.status == f"Converted to hybrid. Score {total:.1f}."
    planner.undoes()
    assert set(kinds(planner).values()) == {Kind.SQUAD}
    assert planner.document.scenario.structure is Structure.DECENTRALIZED


def test_the_button_names_what_it_applies_and_rests_where_nothing_would_change(planner):
    shown = opened(planner)
    shown.choose(Structure.PRODUCT_CENTRE)
    assert (shown.apply_button.text(), shown.apply_button.isEnabled()) == ("Apply product centre", True)
    shown.choose(Structure.DECENTRALIZED)
    assert (shown.apply_button.text(), shown.apply_button.isEnabled()) == ("Apply decentralized", False)
    press(Qt.Key.Key_Return)
    assert shown.isVisible()
    shown.choose(Structure.HYBRID)
    QTest.mouseClick(shown.apply_button, Qt.MouseButton.LeftButton)
    assert planner.document.scenario.structure is Structure.HYBRID


def test_the_context_leads_there_too(planner):
    toolbar = planner.window.page.toolbar
    toolbar.context_button.click()
    link = next(
        button
        for button in toolbar.popover.findChildren(QPushButton)
        if button.text() == "Compare structures…"
    )
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert toolbar.popover.isHidden()
    assert planner.window.owners.structures.popover.isVisible()
    press(Qt.Key.Key_Escape)


def test_the_label_alone_can_still_be_changed_in_the_context(planner):
    toolbar = planner.window.page.toolbar
    toolbar.popover.structure.choose(Structure.HYBRID)
    assert planner.document.scenario.structure is Structure.HYBRID
    assert set(kinds(planner).values()) == {Kind.SQUAD}
    shown = opened(planner)
    shown.choose(Structure.HYBRID)
    assert next(row for row in shown.rows if row.isChecked()).words == (
        "Recommended",
        "Declared",
        "Best fit too",
    )
    assert shown.apply_button.isEnabled()
    press(Qt.Key.Key_Escape)


def test_the_focus_returns_to_where_it_was(planner):
    planner.focuses_the_canvas(("team", "Fraud Shield"))
    opened(planner)
    press(Qt.Key.Key_Escape)
    assert planner.bench.canvas.hasFocus()


def test_an_undo_while_it_is_open_scores_again(planner):
    scenario = planner.document.scenario_id
    planner.document.apply(lambda project: edits.edit_context(project, scenario, stage=Stage.LARGE_STARTUP))
    shown = opened(planner)
    assert [row.structure for row in shown.rows if "Recommended" in row.words] == [Structure.DECENTRALIZED]
    planner.document.undo()
    assert {row.structure for row in shown.rows if "Recommended" in row.words} == {
        Structure.HYBRID,
        Structure.PRODUCT_CENTRE,
    }
    press(Qt.Key.Key_Escape)


def test_a_locked_team_in_the_way_is_named_and_nothing_can_be_applied(planner):
    scenario = planner.document.scenario_id
    planner.document.apply(
        lambda project: edits.lock_team(project, scenario, team="ML Platform", locked=True)
    )
    shown = opened(planner)
    shown.choose(Structure.HYBRID)
    row = next(row for row in shown.rows if row.structure is Structure.HYBRID)
    assert row.words == ("Recommended", "ML Platform is locked, so it cannot become a core.")
    assert not shown.apply_button.isEnabled()
    press(Qt.Key.Key_Escape)


def test_rows_and_challenges_are_heard_as_sentences(planner):
    shown = opened(planner)
    shown.choose(Structure.HYBRID)
    names = {row.structure: row.accessibleName() for row in shown.rows}
    assert names[Structure.HYBRID].startswith("Hybrid: core and squads, recommended, best fit too, as drawn ")
    assert names[Structure.DECENTRALIZED].startswith(
        "Decentralized: squads, declared, partial fit, as drawn "
    )
    responsibilities, served = shown.details.checks
    assert responsibilities.startswith("Problem, −")
    assert served == "Met. A core that serves only some squads leaves the others on their own."
    press(Qt.Key.Key_Escape)


def test_a_click_outside_closes_and_takes_the_preview_back(planner):
    shown = opened(planner)
    shown.choose(Structure.HYBRID)
    QTest.mouseClick(planner.bench.bench, Qt.MouseButton.LeftButton)
    assert shown.isHidden()
    assert not panel_words(planner).endswith(" with this change")

"""How the score is made: a table whose shown numbers add up, and the page of a rule."""

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot
from tests.strategies import projects

from planner import resources
from planner.app.document import Document
from planner.app.panel import ScorePanel
from planner.app.panel.account import Standing, account_of
from planner.app.panel.how_scored import HowScored
from planner.app.panel.rows import finding_rows
from planner.app.panel.rule_page import RulePage
from planner.domain import Project, edits
from planner.domain.projects import OwnWeights
from planner.guidance import Needs, load_pack, review

PACK = load_pack(resources.read_text)


@settings(max_examples=20)
@given(projects())
def test_the_points_lost_as_they_are_shown_add_up_to_what_is_missing_from_100(project: Project) -> None:
    for scenario in project.scenarios:
        seen = review(project, scenario.id, PACK)
        account = account_of(seen)
        if seen.score.total is None:
            assert account.total is None
            continue
        lines = [line for category in account.categories for line in category.rules]
        lost = [line.lost for line in lines if line.lost is not None]
        assert round(sum(lost), 1) == account.missing
        assert round(sum(each.lost or 0.0 for each in account.categories), 1) == account.missing
        assert f"{100 - account.missing:.1f}" == f"{seen.score.total:.1f}"
        assert all(each >= 0 for each in lost)


@settings(max_examples=20)
@given(projects())
def test_the_sum_gives_the_total_with_the_digits_that_are_shown(project: Project) -> None:
    for scenario in project.scenarios:
        seen = review(project, scenario.id, PACK)
        account = account_of(seen)
        for one, total in ((account.total, seen.score.total), (account.as_drawn, seen.score.as_drawn)):
            if one is not None and total is not None:
                shown = float(f"{one.earned:.{one.digits}f}")
                assert f"{100 * shown / one.weight:.1f}" == f"{total:.1f}"
                assert one.weight == pytest.approx(
                    sum(
                        each.weight
                        for each in seen.score.rules
                        if each.counts and (one is account.total or each.rule.needs is Needs.CHART)
                    )
                )


def test_a_rule_loses_what_its_findings_show(panel: ScorePanel, document: Document) -> None:
    of_rules: dict[str, float] = {}
    for row in finding_rows(document.review):
        rule = row.finding.rule.id
        of_rules[rule] = round(of_rules.get(rule, 0.0) + row.points, 1)
    lines = [line for category in account_of(document.review).categories for line in category.rules]
    assert {line.rule.id: line.lost for line in lines if line.lost} == of_rules


def test_a_rule_that_lost_nothing_is_shown_without_points(document: Document) -> None:
    for category in account_of(document.review).categories:
        for line in category.rules:
            if line.score == 1.0 and line.standing is Standing.COUNTS:
                assert line.lost == 0.0


def cells(panel: ScorePanel) -> list[list[str]]:
    shown = panel.floats.shown
    assert isinstance(shown, HowScored)
    table = shown.table
    rows = range(table.rowCount())
    return [
        [item.text() for column in range(table.columnCount()) if (item := table.item(row, column))]
        for row in rows
    ]


def words(panel: ScorePanel) -> str:
    assert panel.floats.shown is not None
    return "\n".join(label.text() for label in panel.floats.shown.findChildren(QLabel))


def test_a_click_on_the_gauge_shows_the_sum_with_its_numbers(
    qtbot: QtBot, panel: ScorePanel, document: Document
) -> None:
    qtbot.mouseClick(panel.gauge, Qt.MouseButton.LeftButton)
    total = f"{document.review.score.total:.1f}"
    assert f"= {total}." in words(panel)
    assert "As drawn: 100 × " in words(panel)
    last = cells(panel)[-1]
    assert last[0] == "Sum"
    assert last[2] == total


def test_enter_on_the_gauge_shows_it_and_esc_closes_it(qtbot: QtBot, panel: ScorePanel) -> None:
    qtbot.keyClick(panel.gauge, Qt.Key.Key_Return)
    shown = panel.floats.shown
    assert shown is not None
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert panel.floats.shown is None


def test_muted_rules_and_rules_that_do_not_apply_say_so(panel: ScorePanel, document: Document) -> None:
    scenario, rule = document.scenario_id, document.review.findings[0].rule
    document.apply(lambda project: edits.mute_rule(project, scenario, rule=rule.id, reason="x"))
    panel.show_account()
    names = [row[0].strip() for row in cells(panel)]
    assert any(name.startswith(str(rule.name)) and name.endswith(", muted") for name in names)
    assert any(name.endswith(", does not apply") for name in names)


def test_own_weights_are_named(panel: ScorePanel, document: Document) -> None:
    own = OwnWeights(name="Board's weights", weights=(("people/vacancies", 5.0),))
    document.apply(lambda project: edits.edit_project(project, rule_pack=own))
    panel.show_account()
    assert "The weights are this plan's own: Board's weights." in words(panel)
    assert "Weights: Board's weights" in [each.text() for each in panel.findChildren(QLabel)]


def test_without_a_score_it_says_what_gives_one(panel: ScorePanel, document: Document) -> None:
    scenario = document.scenario_id
    document.apply(lambda project: edits.remove_team(project, scenario, team="Receipts"))
    panel.show_account()
    assert "Nothing to score yet" in words(panel)


def test_why_this_rule_tells_the_whole_rule(panel: ScorePanel, document: Document) -> None:
    panel.next_finding()
    rule = document.review.findings[0].rule
    more = next(each for each in panel.findChildren(QToolButton, "more") if each.isVisibleTo(panel))
    next(each for each in more.menu().actions() if each.text() == "Why this rule").trigger()
    assert isinstance(panel.floats.shown, RulePage)
    told = words(panel)
    for part in (rule.name, rule.applies_to, rule.looks_for, rule.why, rule.better, rule.says):
        assert str(part) in told
    for part in (rule.breaking.strip("\n"), rule.mended.strip("\n"), f"weight {PACK.weights[rule.id]:g}"):
        assert part in told
    assert f"Guidance: {rule.section}" in told


def test_rules_of_all_categories_have_a_page(panel: ScorePanel) -> None:
    for each in panel.document.review.score.rules[::5]:
        panel.floats.show_rule(each.rule, panel.gauge)
        assert str(each.rule.name) in words(panel)
    panel.floats.close()
